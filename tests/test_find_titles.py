"""Titles told by a participle of naming before them."""

import pytest

from quotes.domain import Quotation, Span
from quotes.find.titles import is_title_of_work
from quotes.scene import Scene
from tests.trees import analysis

BOOK = """
She    PRON  2 nsubj
sold   VERB  0 root
a      DET   4 det
book   NOUN  2 obj
{word} VERB  4 {relation}
“      PUNCT 7 punct
{first} NOUN 5 xcomp
”      PUNCT 7 punct
{after} ADP  2 obl
"""


def held(**words: str) -> bool:
    told = {"word": "called", "relation": "acl", "first": "Rain", "after": "in"} | words
    read = analysis(BOOK.format(**told))
    start, end = read.text.index("“"), read.text.index("”") + 1
    stretch = Quotation(Span(start, end), Span(start + 1, end - 1), "mixed")
    return is_title_of_work(Scene(read, (stretch,)), stretch)


def test_a_name_behind_its_noun_is_a_title() -> None:
    assert held()


@pytest.mark.parametrize(
    "words",
    [{"first": "rain"}, {"after": "by"}, {"relation": "acl:relcl"}, {"word": "deemed"}],
)
def test_what_somebody_calls_it_is_no_title(words: dict[str, str]) -> None:
    assert not held(**words)


def test_what_somebody_calls_it_is_no_title_though_the_parser_reads_a_participle() -> None:
    rows = BOOK.format(word="called", relation="acl", first="Rain", after="in").replace("a      DET", "what   DET")
    read = analysis(rows)
    start, end = read.text.index("“"), read.text.index("”") + 1
    stretch = Quotation(Span(start, end), Span(start + 1, end - 1), "mixed")
    assert not is_title_of_work(Scene(read, (stretch,)), stretch)
