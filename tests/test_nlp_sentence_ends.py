"""Full stops that the tokenizer kept with a word that is no abbreviation, and sentences that it ended inside a name."""

import re

import pytest

from quotes.nlp.fast_tokenizer import RawToken
from quotes.nlp.sentence_ends import with_sentence_ends


def _read(text: str, ending: str = "") -> list[str]:
    """The tokens between blanks after the cutting; "|" follows those that end a sentence. The tokenizer ends one behind
    `ending`, too."""
    found = [m.span() for m in re.finditer(r"\S+", text)]
    ends = (len(text), text.find(ending) + len(ending) if ending else -1)
    raw = [RawToken(start, end, is_multi=False, ends_sentence=end in ends) for start, end in found]
    return [text[t.start : t.end] + "|" * t.ends_sentence for t in with_sentence_ends(text, raw)]


@pytest.mark.parametrize("text", ["rallies in La Paz. Mesa announced", "with the EU. “We” agreed", "In Kyiv. A day"])
def test_a_word_that_is_no_abbreviation_ends_its_sentence(text: str) -> None:
    assert ".|" in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "said Gov. Lee",
        "said Engr. Bello Musa",
        "said MR. LEE",
        "the U.S. Senate",
        "J. K. Lowe",
        "at St. Mary",
        "in Jan. Lowe",
        "of Paz. and",
        "No. 5",
        "at a.m. Monday",
    ],
)
def test_an_abbreviation_keeps_its_full_stop(text: str) -> None:
    assert ".|" not in _read(text)


def test_the_full_stop_at_the_end_of_the_text_is_left_to_the_tokenizer() -> None:
    assert _read("He saw Paz.") == ["He", "saw", "Paz.|"]


@pytest.mark.parametrize(
    ("text", "ending", "ends"),
    [
        ("Superintendent Marcus Feld spoke.", "Marcus", False),
        ("A WALVIS Bay widow spoke.", "WALVIS", False),
        ("reporters told Thursday that", "told", False),
        ("COUNCIL CHAIR RESIGNS After a row", "RESIGNS", True),
        ("It rained. So what", "rained.", True),
    ],
)
def test_a_sentence_ends_behind_a_mark_or_a_heading(text: str, ending: str, ends: bool) -> None:
    assert (f"{ending}|" in _read(text, ending)) == ends
