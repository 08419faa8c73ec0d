"""The whole way of an article: analyse, find, attribute, resolve, classify."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from quotes import __version__
from quotes.attribute import (
    Ranker,
    ReportModel,
    SpeechModel,
    attribute_quotations,
    attribute_reports,
    interleave,
)
from quotes.classify import classify_sources, find_wire_copy
from quotes.domain import (
    Analysis,
    Article,
    AttributedQuotation,
    Attribution,
    IndirectScope,
    ParsedArticle,
    Source,
    Span,
)
from quotes.find import find_stretches
from quotes.nlp import Analyser
from quotes.resolve import resolve_speakers


class Parser:
    """Parses articles. Constructing loads nothing; the first article loads the models.

    `indirect` says which reports without quotation marks are looked for: "speech" (said, asked, promised), "all"
    (beliefs, plans and findings too) or "none".
    """

    def __init__(
        self, models: Path | None = None, threads: int | None = None, indirect: IndirectScope = "speech"
    ) -> None:
        self._analyser = Analyser(models, threads)
        self.indirect = indirect

    @property
    def version(self) -> str:
        """The parser's version."""
        return __version__

    @property
    def models(self) -> str:
        """The version of the language models; raises ModelError when they are missing."""
        return self._analyser.version

    @cached_property
    def _speech(self) -> SpeechModel:
        return SpeechModel.load()

    @cached_property
    def _ranker(self) -> Ranker:
        return Ranker.load()

    @cached_property
    def _reports(self) -> ReportModel:
        return ReportModel.load()

    def parse(self, article: Article) -> ParsedArticle:
        """All quotations of the article with their sources; raises ModelError when a model is missing or damaged."""
        return self._assemble(article, self._analyser.analyse(article.text))

    def parse_all(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """As `parse`, one after another."""
        return map(self.parse, articles)

    def _assemble(self, article: Article, analysis: Analysis) -> ParsedArticle:
        attributions = attribute_quotations(analysis, find_stretches(analysis), self._ranker, self._speech)
        found = _find_sources(article, analysis, attributions)
        if self.indirect != "none":
            quotations = [a.quotation for a in attributions]
            reports = attribute_reports(analysis, quotations, self._reports, self.indirect)
            attributions = interleave(attributions, reports)
            # what is said of a quotation does not depend on which reports were looked for
            found = {**_find_sources(article, analysis, attributions), **found}
        return ParsedArticle(
            article,
            tuple(AttributedQuotation(a, found[a.quotation.span]) for a in attributions),
            self.version,
            self.models,
            indirect=self.indirect,
            wire=find_wire_copy(article),
        )


def _find_sources(
    article: Article, analysis: Analysis, attributions: Sequence[Attribution]
) -> dict[Span, Source | None]:
    identities = resolve_speakers(article, analysis, attributions)
    sources = classify_sources(article, analysis, attributions, identities)
    return {a.quotation.span: source for a, source in zip(attributions, sources, strict=True)}
