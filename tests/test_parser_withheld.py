"""A name that is too unsure is not given, and whoever reads the quotation learns why."""

import pytest

from quotes.cast import resolve
from quotes.domain import Article, ParsedArticle
from quotes.page import generate_page
from quotes.parser import Parser
from quotes.wire import to_dict

TEXT = "“The ferry is late,” said Nora Whitfield, the harbour master. “It leaks,” said a deckhand."
CAUSE = "the name is too unsure to be given: Nora Whitfield, "


@pytest.fixture
def withheld(monkeypatch: pytest.MonkeyPatch) -> ParsedArticle:
    monkeypatch.setattr(resolve, "LEAST", 1.01)
    return Parser(threads=1, indirect="none").parse(Article("ferry", TEXT))


def test_a_withheld_name_says_why_as_the_cause(withheld: ParsedArticle) -> None:
    named, unnamed = to_dict(withheld)["quotes"]
    assert named["speaker"]["name"] is None
    assert named["mention"]["text"] == "Nora Whitfield"
    assert named["cause"].startswith(CAUSE)
    assert named["cause"].endswith("% likely")
    assert named["confidence_parts"]["name"] is None
    assert unnamed["cause"] is None


def test_the_page_tells_it_behind_the_evidence(withheld: ParsedArticle) -> None:
    reasons = withheld.quotations[0].attribution.reasons
    assert reasons[:-1] == withheld.quotations[0].attribution.evidence
    assert reasons[-1].startswith(CAUSE)
    assert CAUSE in generate_page(withheld)


def test_a_sure_name_has_no_cause() -> None:
    named = Parser(threads=1, indirect="none").parse(Article("ferry", TEXT)).quotations[0]
    assert named.source is not None
    assert named.source.name == "Nora Whitfield"
    assert named.attribution.cause is None
