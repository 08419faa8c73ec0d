"""The whole way of an article: analyse, find, attribute, resolve, classify."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from quotes.attribute import (
    Ranker,
    ReportModel,
    SpeechModel,
    attribute_quotations,
    attribute_reports,
    interleave,
)
from quotes.attribute.weighing import Weighing, weigh_quotation, weigh_report
from quotes.cast import Identity, Resolver, read_cast
from quotes.classify import classify_sources, find_wire_copy
from quotes.classify.members import point_into_cast
from quotes.domain import (
    Analysis,
    Article,
    AttributedQuotation,
    Attribution,
    IndirectScope,
    ParsedArticle,
    Source,
    Span,
    covering,
)
from quotes.errors import ModelError
from quotes.explanation import Explanation
from quotes.find import find_stretches
from quotes.find.look import without_trees
from quotes.fingerprint import fingerprint
from quotes.nlp import Analyser
from quotes.nlp.analyser import GROUP_CHARACTERS
from quotes.version import __version__

_FIRST_GROUP = 8_000  # characters


def never(article: Article) -> bool:
    return False


class Parser:
    """Parses articles. Constructing loads nothing; the first article loads the models.

    `indirect` says which reports without quotation marks are looked for: "speech" (said, asked, promised), "all"
    (beliefs, plans and findings too) or "none".
    """

    def __init__(
        self, models: Path | None = None, threads: int | None = None, indirect: IndirectScope = "speech"
    ) -> None:
        self._analyser = Analyser(models, threads, look=without_trees)
        self._ready: dict[str, Analysis] = {}
        self.indirect = indirect

    @property
    def version(self) -> str:
        """The parser's version."""
        return __version__

    @property
    def models(self) -> str:
        """The version of the language models; raises ModelError when they are missing."""
        return self._analyser.version

    @property
    def fingerprint(self) -> str:
        """Of all that decides what is read: code, lexicons, rankers and language models; may raise ModelError."""
        return fingerprint(self.models)

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
        ready = self._ready.get(article.text)
        return self._assemble(article, self._analyser.analyse(article.text) if ready is None else ready)

    def parse_all(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """As `parse`, one after another, but faster."""
        return map(self.parse, self.read_ahead(articles))

    def read_ahead(self, articles: Iterable[Article], is_known: Callable[[Article], bool] = never) -> Iterator[Article]:
        """The same articles; before the first of a group comes, the texts of all were analysed, which is faster than
        one by one, and `parse` finds that ready. Those that `is_known` come as they are.

        An analysis that fails fails again in `parse`, for its own article alone. Raises ModelError as `parse` does.
        """
        for group in _in_groups(articles):
            texts = dict.fromkeys(article.text for article in group if not is_known(article))
            self._ready = self._analyse_together(list(texts))
            yield from group
        self._ready = {}

    def _analyse_together(self, texts: list[str]) -> dict[str, Analysis]:
        try:
            return dict(zip(texts, self._analyser.analyse_all(texts), strict=True))
        except ModelError:
            raise
        except Exception:
            return {}

    def explain(self, article: Article, at: Span) -> Explanation | None:
        """What led to the attribution of the quotation that covers just these words, or else of the innermost stretch
        around them; None where neither a quotation mark's stretch nor an indirect report is there."""
        analysis = self._analyser.analyse(article.text)
        parsed, identities = self._read(article, analysis)
        weighing = self._weigh(analysis, parsed, at)
        if weighing is None:
            return None
        span = weighing.quotation.span
        found = next((i for i, quote in enumerate(parsed.quotations) if quote.quotation.span == span), None)
        return Explanation(
            article,
            covering(p for p in analysis.paragraphs if p.overlaps(span)),
            weighing,
            None if found is None else parsed.quotations[found],
            None if found is None else identities[found],
            parsed.cast,
        )

    def _weigh(self, analysis: Analysis, parsed: ParsedArticle, at: Span) -> Weighing | None:
        stretches = find_stretches(analysis)
        around = [i for i, s in enumerate(stretches) if s.span.contains(at)]
        if around:
            place = min(around, key=lambda i: stretches[i].span.end - stretches[i].span.start)
            return weigh_quotation(analysis, stretches, place, self._ranker, self._speech)
        quotations = [quote.quotation for quote in parsed.quotations]
        reports = [q for q in quotations if q.kind == "indirect" and q.span.contains(at)]
        if not reports:
            return None
        span = min(reports, key=lambda q: q.span.end - q.span.start).span
        return weigh_report(analysis, [q for q in quotations if q.kind != "indirect"], span, self._reports)

    def _assemble(self, article: Article, analysis: Analysis) -> ParsedArticle:
        return self._read(article, analysis)[0]

    def _read(self, article: Article, analysis: Analysis) -> tuple[ParsedArticle, Sequence[Identity | None]]:
        """The parsed article, and who each quotation's mention turned out to be."""
        quoted = attribute_quotations(analysis, find_stretches(analysis), self._ranker, self._speech)
        reports: tuple[Attribution, ...] = ()
        if self.indirect != "none":
            reports = attribute_reports(analysis, [a.quotation for a in quoted], self._reports, self.indirect)
        attributions = interleave(quoted, reports)
        reading = Resolver(article, analysis, attributions)
        cast, identities = read_cast(reading)
        found = classify_sources(reading, identities)
        mentions = [None if a.mention is None else a.mention.span for a in attributions]
        cast, sources = point_into_cast(article, cast, identities, mentions, found)
        parsed = ParsedArticle(
            article,
            tuple(map(_with_cause, attributions, identities, sources)),
            self.version,
            self.models,
            indirect=self.indirect,
            wire=find_wire_copy(article),
            cast=cast,
            fingerprint=self.fingerprint,
        )
        return parsed, identities


def _with_cause(attribution: Attribution, identity: Identity | None, source: Source | None) -> AttributedQuotation:
    """The quotation, with the cause where a name was found and is too unsure to be given."""
    if identity is not None and identity.withheld is not None and source is not None and source.name is None:
        attribution = replace(attribution, cause=identity.withheld)
    return AttributedQuotation(attribution, source)


def _in_groups(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Of texts that grow up to the best size, so that the first article does not wait for many others."""
    group: list[Article] = []
    size, enough = 0, _FIRST_GROUP
    for article in articles:
        group.append(article)
        size += len(article.text)
        if size >= enough:
            yield group
            group, size, enough = [], 0, min(2 * enough, GROUP_CHARACTERS)
    if group:
        yield group
