"""A parser for tests of the shell around it: quotations in “curly marks”, speakers after "said". No models."""

import re
from collections.abc import Iterator

import pytest

from quotes.cli import reading
from quotes.domain import (
    Article,
    AttributedQuotation,
    Attribution,
    Cue,
    Mention,
    ParsedArticle,
    Quotation,
    Source,
    Span,
)

_QUOTED = re.compile(r"“[^”]*”(?: (?P<cue>said) (?P<who>[^.]+))?")


class FakeParser:
    """Names begin with a capital letter, all others are anonymous. A text with "CRASH" makes it fail."""

    version = "fake-1"
    models = "fake-models"

    def __init__(self) -> None:
        self.parsed: list[str] = []

    def parse(self, article: Article) -> ParsedArticle:
        self.parsed.append(article.id)
        if "CRASH" in article.text:
            raise IndexError("list index out of range")
        return ParsedArticle(article, tuple(_find(article.text)), self.version, self.models)


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


@pytest.fixture
def fake_parser(monkeypatch: pytest.MonkeyPatch) -> FakeParser:
    """Puts the fake in the place of the real parser for the commands that are run in this test."""
    parser = FakeParser()
    for module in ("quotes.cli.parse", "quotes.cli.ingest"):
        monkeypatch.setattr(f"{module}.{reading.open_parser.__name__}", lambda models: parser)
    return parser
