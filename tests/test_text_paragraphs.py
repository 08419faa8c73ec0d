import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.nlp.reading import read_stretch
from quotes.text.characters import HIDDEN
from quotes.text.paragraphs import cut_paragraph, find_paragraphs

LONG = (
    "The council will meet again on Thursday to vote on the plan, which would close two schools and merge four others."
)


def found(text: str) -> list[str]:
    return [span.of(text) for span in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\r\n\xa0\u200b\x00 ", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("  One. \t\r\n \t \r\n\tTwo.  \r\n", ["One.", "Two."]),
        ("One.\u2029Two.\fThree.", ["One.", "Two.", "Three."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("Harbour to close\nBy Ada Long\nIt will close.", ["Harbour to close", "By Ada Long", "It will close."]),
        (f"{LONG}\n{LONG}", [LONG, LONG]),
        (f"{LONG}\n\n{LONG}\n{LONG}", [LONG, LONG, LONG]),
        ("He wrote to the\nminister about it.", ["He wrote to the\nminister about it."]),
    ],
)  # fmt: skip
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_hard_wrapped_text_is_joined_up_to_the_line_with_room() -> None:
    first = (
        "The mayor said on Monday that the bridge over the\n"
        "Lenn would stay shut until May. Engineers Anna Holt\n"
        'and Piet Roos, who had looked at it, called it "not\n'
        'safe for buses".\n'
    )
    second = (
        "Traders want it opened sooner. Two hundred of them\n"
        "Signed a letter to the Council, and a third of them\n"
        "Closed their shops for an hour."
    )
    assert found(first + second) == [first.strip(), second]


def test_items_and_indents_begin_paragraphs_in_wrapped_text() -> None:
    wrapped = (
        "The Committee asked for three things on Monday, and\n"
        "Each of them was refused by the Minister of Finance\n"
        "- More money for the ferry, which is old and slow at\n"
        "Best, and which has not sailed in a week or longer\n"
        "    Nobody expects that the Minister will change his\n"
        "Mind before the summer or, as some say, ever after."
    )
    assert [line[:12] for line in found(wrapped)] == ["The Committe", "- More money", "Nobody expec"]


@given(st.text(st.one_of(st.sampled_from("ab.\n\r\t \u2029\u200b\x00\xa0\x93"), st.characters())))
def test_paragraphs_hold_all_ink_in_order(text: str) -> None:
    spans = find_paragraphs(text)
    ends = 0
    for start, end in spans:
        assert ends <= start < end
        assert text[start] not in HIDDEN
        assert text[end - 1] not in HIDDEN
        assert not text[ends:start].strip(HIDDEN)
        ends = end
    assert not text[ends:].strip(HIDDEN)


@given(st.text(st.one_of(st.sampled_from("ab. \nQ"), st.characters())), st.integers(1, 30))
def test_pieces_are_short_and_hold_all_ink(text: str, limit: int) -> None:
    ends = 0
    for start, end in cut_paragraph(text, Span(0, len(text)), limit):
        assert ends <= start < end <= start + limit
        assert not text[ends:start].strip(HIDDEN)
        ends = end
    assert not text[ends:].strip(HIDDEN)


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "We asked Mr. Brown of St. Helens about it yesterday. He laughed and left us there. " * 50
    pieces = [span.of(text) for span in cut_paragraph(text, Span(0, len(text)), 500)]
    assert all(piece.endswith(("yesterday.", "there.")) for piece in pieces)
    assert max(map(len, pieces)) <= 500


def test_five_megabytes_on_one_line_are_cut_quickly() -> None:
    text = "word" * 1_250_000
    (paragraph,) = find_paragraphs(text)
    assert len(cut_paragraph(text, paragraph, 3_000)) == 1667


@pytest.mark.parametrize("end", ["\n\n12\n\n", "\n\nPage 3 of 9\n\n", "\n\f", "\n\n                7\n\n\n"])
def test_a_sentence_goes_on_over_the_end_of_a_page(end: str) -> None:
    text = f"“We have asked for pumps since March, and in all that time not one{end}of them has come,” said Dora Kane."
    (paragraph,) = find_paragraphs(text)
    assert read_stretch(text, paragraph).text.count("not one of them") == 1


@pytest.mark.parametrize(
    "text", ["Goals\n\n12\n\nassists", "The end of the chapter, and a quiet one it was.\n\n12\n\nsoon"]
)
def test_a_number_between_paragraphs_of_its_own_is_no_page(text: str) -> None:
    assert len(find_paragraphs(text)) == 3
