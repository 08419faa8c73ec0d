"""Indirect speech: candidate reports on trees written by hand, and the choice among them."""

import pytest

from quotes.attribute import interleave
from quotes.domain import Analysis, Attribution, Kind, Quotation, Span
from quotes.find import find_reports
from quotes.find.reports import Report
from quotes.find.select import choose_reports, contents_agree, pool
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


BREAK = """
She    PRON  2 nsubj
said   VERB  0 root
it     PRON  4 nsubj
rained VERB  2 ccomp
,      PUNCT 7 punct
though SCONJ 7 mark
warm   ADJ   4 advcl
"""
RAISED = """
She     PRON  2 nsubj
expects VERB  0 root
them    PRON  2 obj
to      PART  5 mark
win     VERB  2 xcomp
"""
SET_OFF = """
It     PRON  2 nsubj
rained VERB  0 root
,      PUNCT 2 punct
said   VERB  2 conj
Ann    PROPN 4 nsubj
.      PUNCT 2 punct
"""


def test_a_clause_up_to_a_break() -> None:
    found = [content for _, _, content in reports(analysis(BREAK))]
    assert found[:2] == [["it rained , though warm"], ["it rained"]]


def test_a_content_whose_subject_stands_with_the_cue() -> None:
    assert ("open clause", "She", ["them to win"]) in reports(analysis(RAISED))


def test_a_clause_set_off_at_the_end_whatever_the_tree_makes_of_it() -> None:
    assert ("inserted", "Ann", ["It rained"]) in reports(analysis(SET_OFF))


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


def test_readings_of_one_report_support_each_other() -> None:
    whole, short, far = (Report(1, 0, "clause", 4, (Span(a, b),), a, b) for a, b in ((9, 23), (9, 20), (40, 50)))
    assert pool([whole, short, far], [0.4, 0.3, 0.2]) == pytest.approx([0.7, 0.7, 0.2])
    assert pool([whole, short], [0.8, 0.7]) == [1.0, 1.0]
    assert choose_reports([whole, short, far], pool([whole, short, far], [0.3, 0.4, 0.2]), 0.5) == [0]


def test_a_report_inside_another_is_among_its_words() -> None:
    outer, inner = Report(1, 0, "clause", 4, (Span(9, 60),), 9, 60), Report(5, 4, "clause", 8, (Span(40, 60),), 40, 60)
    assert choose_reports([outer, inner], [0.6, 0.9], 0.5) == [1]
    assert choose_reports([outer, inner], [0.9, 0.6], 0.5) == [0]


def test_quotations_keep_their_parents_among_reports() -> None:
    def attribution(start: int, end: int, kind: Kind, parent: int | None = None) -> Attribution:
        span = Span(start, end)
        return Attribution(Quotation(span, span, kind, parent=parent), None, None, 1.0, ())

    quoted = [attribution(10, 30, "direct"), attribution(15, 20, "direct", parent=0), attribution(50, 60, "mixed")]
    merged = interleave(quoted, [attribution(0, 8, "indirect"), attribution(40, 45, "indirect")])
    assert [a.quotation.span.start for a in merged] == [0, 10, 15, 40, 50]
    assert [a.quotation.parent for a in merged] == [None, None, 1, None, None]
