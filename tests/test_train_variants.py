"""Gold articles in other houses' print: the words stay, the marks and the offsets move together."""

import pytest

from quotes.train.variants import VARIANTS

TEXT = "“We can’t stay,” Mara Quill said.\n\nShe called it “a wet ‘garden party’ of sorts.”"


def record() -> dict[str, object]:
    first = {"start": 0, "end": 16, "sources": [[17, 27]], "cues": [[28, 32]], "content": [[0, 16]], "speaker": "M"}
    start = TEXT.index("“a wet")
    second = {"start": start, "end": len(TEXT), "sources": [[35, 38]], "cues": [], "content": [[start, len(TEXT)]]}
    return {"text": TEXT, "quotes": [first, second], "indirect": None, "unattributed": [[start, start + 2]]}


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("british", "‘We can’t stay,’", "‘a wet “garden party” of sorts.’"),
        ("straight_single", "'We can't stay,'", "'a wet \"garden party\" of sorts.'"),
        ("guillemets", "«We can’t stay,»", "«a wet “garden party” of sorts.»"),
        ("mixed", "‘We can’t stay,’", "“a wet ‘garden party’ of sorts.”"),
    ],
)
def test_marks_change_and_offsets_follow(name: str, first: str, second: str) -> None:
    made = VARIANTS[name](record())
    quotes = made["quotes"]
    assert [made["text"][q["start"] : q["end"]] for q in quotes] == [first, second]
    assert [made["text"][slice(*q["sources"][0])] for q in quotes] == ["Mara Quill", "She"]


def test_lines_are_wrapped_between_words() -> None:
    words = "“It rained all day and nobody at the harbour office could tell us when it would stop,” Mara Quill said."
    made = VARIANTS["wrapped"]({"text": words, "quotes": [{"start": 0, "end": 86, "sources": [[87, 97]]}]})
    assert "\n" in made["text"]
    assert made["text"].replace("\n", " ") == words
    assert all(len(line) <= 72 for line in made["text"].split("\n"))
    assert made["quotes"][0]["sources"] == [[87, 97]]
