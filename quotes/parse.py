"""The whole way of an article: analyse, find, attribute, resolve, classify."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from quotes import __version__
from quotes.attribute import Ranker, SpeechModel, attribute_quotations
from quotes.classify import classify_sources
from quotes.domain import Analysis, Article, AttributedQuotation, ParsedArticle
from quotes.find import find_stretches
from quotes.nlp import Analyser
from quotes.resolve import resolve_speakers


class Parser:
    """Parses articles. Constructing loads nothing; the first article loads the models."""

    def __init__(self, models: Path | None = None, threads: int | None = None) -> None:
        self._analyser = Analyser(models, threads)

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

    def parse(self, article: Article) -> ParsedArticle:
        """All quotations of the article with their sources; raises ModelError when a model is missing or damaged."""
        return self._assemble(article, self._analyser.analyse(article.text))

    def parse_all(self, articles: Iterable[Article]) -> Iterator[ParsedArticle]:
        """As `parse`, one after another."""
        return map(self.parse, articles)

    def _assemble(self, article: Article, analysis: Analysis) -> ParsedArticle:
        attributions = attribute_quotations(analysis, find_stretches(analysis), self._ranker, self._speech)
        identities = resolve_speakers(article, analysis, attributions)
        sources = classify_sources(article, analysis, attributions, identities)
        return ParsedArticle(
            article,
            tuple(AttributedQuotation(a, s) for a, s in zip(attributions, sources, strict=True)),
            self.version,
            self.models,
        )
