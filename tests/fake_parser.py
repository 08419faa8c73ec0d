"""A parser for tests of the shell around it, without models.

It finds quotations in “curly marks” with speakers after "said", and reports as in "Ann Lee said that it rained".
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from quotes.cli import reading
from quotes.domain import (
    Article,
    AttributedQuotation,
    Attribution,
    Cue,
    IndirectScope,
    Mention,
    ParsedArticle,
    Quotation,
    Source,
    Span,
)

_REPORTED = re.compile(r"(?P<who>[A-Z]\w+ [A-Z]\w+) (?P<never>never )?(?P<cue>said) that (?P<what>[^.]+)")
_QUOTED = re.compile(r"“[^”]*”(?: (?P<cue>said) (?P<who>[^.]+))?")


class FakeParser:
    """Names begin with a capital letter, all others are anonymous. A text with "CRASH" makes it fail."""

    version = "fake-1"
    models = "fake-models"
    fingerprint = "fake-fingerprint"
    indirect: IndirectScope = "speech"

    def __init__(self) -> None:
        self.parsed: list[str] = []

    def read_ahead(
        self, articles: Iterable[Article], is_known: Callable[[Article], bool] | None = None
    ) -> Iterator[Article]:
        return iter(articles)

    def parse(self, article: Article) -> ParsedArticle:
        self.parsed.append(article.id)
        if "CRASH" in article.text:
            raise IndexError("list index out of range")
        found = list(_find(article.text)) + ([] if self.indirect == "none" else list(_find_reports(article.text)))
        found.sort(key=lambda quote: quote.quotation.span)
        return ParsedArticle(
            article, tuple(found), self.version, self.models, indirect=self.indirect, fingerprint=self.fingerprint
        )


def _find(text: str) -> Iterator[AttributedQuotation]:
    for match in _QUOTED.finditer(text):
        end = match.end() if match["who"] is None else match.start("cue") - 1
        quotation = Quotation(Span(match.start(), end), Span(match.start() + 1, end - 1), "direct")
        if match["who"] is None:
            unknown = Attribution(quotation, None, None, 0.2, (), cause="nobody is near")
            yield AttributedQuotation(unknown, None)
            continue
        cue, mention = Cue(Span(*match.span("cue")), "say"), Mention(Span(*match.span("who")), head=None)
        attribution = Attribution(quotation, mention, cue, 0.9, ("subject of “said”", "next to the quotation"))
        name = match["who"]
        named = name[0].isupper()
        source = (
            Source("named_person", name=name) if named else Source("unnamed_person", descriptor=name, anonymous=True)
        )
        yield AttributedQuotation(attribution, source)


def _find_reports(text: str) -> Iterator[AttributedQuotation]:
    for match in _REPORTED.finditer(text):
        span = Span(*match.span("what"))
        attribution = Attribution(
            Quotation(span, span, "indirect"),
            Mention(Span(*match.span("who")), head=None),
            Cue(Span(*match.span("cue")), "say"),
            0.8,
            ("“said” governs what is reported",),
            polarity="negative" if match["never"] else "positive",
            modality="actual",
        )
        yield AttributedQuotation(attribution, Source("named_person", name=match["who"]))


@pytest.fixture
def fake_parser(monkeypatch: pytest.MonkeyPatch) -> FakeParser:
    """Puts the fake in the place of the real parser for the commands that are run in this test."""
    parser = FakeParser()

    def open_parser(models: Path | None, indirect: IndirectScope) -> FakeParser:
        parser.indirect = indirect
        return parser

    for module in ("quotes.cli.parallel", "quotes.cli.ingest", "quotes.cli.fetch"):
        monkeypatch.setattr(f"{module}.{reading.open_parser.__name__}", open_parser)
    return parser
