"""Quotations over paragraphs and inside one another, told from an analysis that holds paragraphs alone."""

import re

import pytest

from quotes.domain import Analysis, Quotation, Span
from quotes.find import find_stretches


def quotations(text: str) -> tuple[Quotation, ...]:
    paragraphs = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    return find_stretches(Analysis(text, paragraphs, (), (), ()))


def test_opening_marks_repeated_over_paragraphs_make_one_group() -> None:
    text = "“We came by night.\n\n“We left by day.\n\n“We never returned,” she said."
    found = quotations(text)
    assert [q.span.of(text) for q in found] == ["“We came by night.", "“We left by day.", "“We never returned,”"]
    assert len({q.group for q in found}) == 1
    assert found[0].group is not None


def test_a_paragraph_that_closes_what_the_last_one_opened_goes_on() -> None:
    text = "“We came by night.\n\nWe left by day,” she said."
    found = quotations(text)
    assert [q.span.of(text) for q in found] == ["“We came by night.", "We left by day,”"]
    assert found[0].group == found[1].group is not None


def test_a_quotation_that_nobody_continues_is_in_no_group() -> None:
    assert [q.group for q in quotations("“We came by night.\n\nThe rain went on.")] == [None]


def test_two_quotations_over_paragraphs_are_two_groups() -> None:
    text = "“One.\n\n“Two,” he said.\n\n“Three.\n\n“Four,” she said."
    groups = [q.group for q in quotations(text)]
    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_a_quotation_inside_another_names_its_parent() -> None:
    found = quotations("“He told me ‘never’ twice,” she said.")
    assert [q.parent for q in found] == [None, 0]


@pytest.mark.parametrize("text", ["", "“”", "“ ”", '"""', "’’’", "''", "« »"])
def test_marks_without_words_are_no_quotation(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“Never,” she said.", ["direct"]),
        ("“If it rains,” she said, “they will go.”", ["direct", "direct"]),
        ("She called it “a long corridor” today.", ["mixed"]),
        ("She asked: “What for?”", ["direct"]),
        ("It won “Best Picture.”", ["mixed"]),
        ("She said “no” and, later, “perhaps.”", ["mixed", "mixed"]),
    ],
)
def test_kind(text: str, kinds: list[str]) -> None:
    assert [q.kind for q in quotations(text)] == kinds
