"""Indirect speech: candidate reports on trees written by hand, and the choice among them."""

from quotes.domain import Analysis, Span
from quotes.find import find_reports
from quotes.find.reports import Report
from quotes.find.select import choose_reports, contents_agree
from quotes.scene import Scene
from tests.trees import analysis

CLAUSE = """
She    PRON  2 nsubj
said   VERB  0 root
that   SCONJ 5 mark
it     PRON  5 nsubj
rained VERB  2 ccomp
"""
ACCORDING_TO = """
It        PRON  2 nsubj
rained    VERB  0 root
,         PUNCT 2 punct
according VERB  6 case
to        ADP   4 fixed
Reuters   PROPN 2 obl
"""


def reports(read: Analysis) -> list[tuple[str, str, list[str]]]:
    """Tie, source, stretches of content."""
    found = find_reports(Scene(read, ()))
    return [
        (r.tie, read.tokens[r.source].text if r.source is not None else "", [s.of(read.text) for s in r.content])
        for r in found
    ]


def test_a_clause_that_a_verb_governs() -> None:
    assert reports(analysis(CLAUSE)) == [("clause", "She", ["that it rained"])]


def test_what_according_to_speaks_for() -> None:
    assert ("according to", "Reuters", ["It rained"]) in reports(analysis(ACCORDING_TO))


def test_agreement_of_contents() -> None:
    assert contents_agree([Span(0, 10)], [Span(0, 10)]) == 1.0
    assert contents_agree([Span(0, 10)], [Span(5, 15)]) == 5 / 15
    assert contents_agree([Span(0, 4), Span(6, 10)], [Span(20, 30)]) == 0.0


def test_of_two_reports_of_the_same_words_the_likelier_stands() -> None:
    one, other = (Report(1, 0, "clause", 4, (Span(9, 23),), 2, 5) for _ in range(2))
    assert choose_reports([one, other], [0.6, 0.8], 0.5) == [1]
    assert choose_reports([one, other], [0.4, 0.3], 0.5) == []
