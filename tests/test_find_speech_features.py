"""What tells speech from terms, read off the words between the marks and beside them."""

from collections.abc import Mapping

import pytest

from quotes.domain import Quotation, Span
from quotes.find.speech_features import FEATURES, speech_features
from quotes.scene import Scene
from tests.trees import analysis

TERM = """
The      DET   3 det
“        PUNCT 3 punct
house    NOUN  6 nsubj
gods     NOUN  3 dep
”        PUNCT 3 punct
sleeping VERB  0 root
"""
SPEECH = """
Ali      PROPN 2 nsubj
said     VERB  0 root
“        PUNCT 5 punct
they     PRON  5 nsubj
slept    VERB  2 ccomp
,        PUNCT 5 punct
”        PUNCT 5 punct
"""


def values(tree: str) -> Mapping[str, float]:
    read = analysis(tree)
    start, end = read.text.index("“"), read.text.index("”") + 1
    stretch = Quotation(Span(start, end), Span(start + 1, end - 1), "mixed")
    return dict(zip(FEATURES, speech_features(Scene(read, (stretch,)), stretch), strict=True))


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (TERM, {"word_count": 2, "verb_inside": 0, "first_word_form": 1, "last_word_form": 1, "reporting_before": 9}),
        (SPEECH, {"word_count": 2, "verb_inside": 1, "first_word_form": 14, "last_word_form": 9, "governor": 1}),
    ],
)
def test_the_words_inside_and_beside_the_marks_are_measured(tree: str, expected: Mapping[str, float]) -> None:
    measured = values(tree)
    assert {name: measured[name] for name in expected} == expected


def test_a_comma_before_the_closing_mark_is_no_last_word() -> None:
    assert values(SPEECH)["last_character"] == 1
    assert values(SPEECH)["last_word_form"] == values(SPEECH.replace(",        PUNCT 5 punct\n", ""))["last_word_form"]


LEDE = """
He       PRON  2 nsubj
saw      VERB  0 root
“        PUNCT 4 punct
rain     NOUN  2 obj
”        PUNCT 4 punct
"""
LATER = """
“        PUNCT 3 punct
The      DET   3 det
rain     NOUN  4 nsubj
fell     VERB  6 ccomp
”        PUNCT 4 punct
said     VERB  0 root
Ali      PROPN 6 nsubj
"""


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (LATER, 0.0),
        (LATER.replace("rain ", "rains"), 0.0),
        (LATER.replace("“", "("), 1.0),
    ],
)
def test_words_of_a_longer_quotation_are_not_bare(later: str, expected: float) -> None:
    read = analysis(LEDE, later)
    marks = [i for i, c in enumerate(read.text) if c in "“”"]
    spans = [Span(start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    found = tuple(Quotation(s, Span(s.start + 1, s.end - 1), "mixed") for s in spans)
    measured = dict(zip(FEATURES, speech_features(Scene(read, found), found[0]), strict=True))
    assert measured["unquoted_elsewhere"] == expected
