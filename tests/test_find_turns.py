"""Words that a page's form marks as somebody's, without quotation marks."""

import re

import pytest

from quotes.domain import Span
from quotes.find.turns import find_turns


def turns(text: str) -> list[str]:
    paragraphs = [Span(*m.span()) for m in re.finditer(r"[^\n]+", text)]
    return [q.span.of(text) for q in find_turns(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("KYRA VALE, REPORTER: It is shut.\n\nDAN ORR: Who says so?\n\nVALE: The pilots do, all of them.",
         ["It is shut.", "Who says so?", "The pilots do, all of them."]),
        ("Q1: When did it begin?\n\nA1: About six, I think.", ["When did it begin?", "About six, I think."]),
        ("[00:01:12] Ida Vale: I missed the boat.\n[00:01:20] Ben Orr: It sails at six.",
         ["I missed the boat.", "It sails at six."]),
        ("Ida Vale, a chemist, talks to Ben Orr.\n\nBO: When did it begin?\n\nIV: About six, I think.",
         ["When did it begin?", "About six, I think."]),
        ("> The quay was never safe.\n>\n> — Ben Orr, engineer", ["The quay was never safe."]),
        ("Do not drink it. — Ida Vale (@idavale) March 3, 2021", ["Do not drink it."]),
        ("Vale: 1,204.\n\nOrr: 980.\n\nVale: 12.\n\nOrr: 9.", []),  # results
        ("Vale: ferry will sail\n\nThe ferry sails again.", []),
        ("VALE: “It is shut.”\n\nORR: “Who says so?”\n\nVALE: “All do.”", []),  # these have marks
    ],
)  # fmt: skip
def test_turns(text: str, said: list[str]) -> None:
    assert turns(text) == said
