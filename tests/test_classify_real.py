"""Sources and settings that need a real parse, one short text a case."""

import pytest

from quotes.domain import Article, Source
from quotes.nlp import Analyser
from tests.test_hard_forms import parser


def source_of(text: str, quoted: str, outlet: str | None = None) -> Source:
    """The source of the quotation that begins with `quoted`."""
    parsed = parser().parse(Article("a", text, outlet=outlet))
    [found] = [q.source for q in parsed.quotations if q.quotation.content.of(text).startswith(quoted)]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Several residents claimed that the lift had been “stuck for a month”.", True),
        ("Two neighbours described “a bang like a lorry” at dawn.", True),
        ("Several residents believe the lift is “a death trap”.", False),
        ("Several residents called the lift “a death trap”.", False),
        ("Most residents claimed that the lift had been “stuck for a month”.", False),
        ("Two women, Ada Byron and Jane Peel, left the court. Both women said the fine was “a joke”.", False),
        ("Three sources present said the meeting was “livelier than anyone had feared”.", True),
        ("“We are cold,” read a text message from a teacher.", True),
        ("“We are cold,” read a text message from the council.", False),
        ("The mayor, Tom Harding, walked off. His wife shook her head. “Eat your soup,” she said.", False),
    ],
)
def test_who_is_anonymous(text: str, anonymous: bool, analyser: Analyser) -> None:
    quoted = text[text.index("“") + 1 :][:5]
    assert source_of(text, quoted).anonymous == anonymous
