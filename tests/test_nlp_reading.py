import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.nlp.reading import read_stretch
from quotes.text.characters import HIDDEN
from quotes.text.paragraphs import find_paragraphs


def read(text: str) -> str:
    return read_stretch(text, Span(0, len(text))).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain 'text'", "plain 'text'"),
        ("“Don’t,” he said.", '"Don\'t," he said.'),
        ("''No,'' she said.", '"No," she said.'),
        ("``No,’’ she said.", '"No," she said.'),
        ("'''Tis so'' and ''a dogs'''", '"\'Tis so" and "a dogs\'"'),
        ("« Non », „nein“", '" Non ", "nein"'),
        ("\x93Yes\x94, it\x92s\x85", '"Yes", it\'s...'),
        ("gov\xadern\u200bment\xa0of \t\r\n Pe\u0301rez", "government of Pérez"),
        ("of\ufb01ce … ﬄ", "office ... ffl"),
        ("a\u2028b\x00\x01c \ufeff d", "a b c d"),
        ("co‑op −5 ３％", "co-op -5 3%"),
        (r"&ldquo;It&#39;s &amp; isn&#x2019;t,\" &#160;&harbour; he", r""""It's & isn't," &#160;&harbour; he"""),
        ("lone \ud83d half", "lone \ufffd half"),
        ("x\u0301\u0302 q\u0323", "x\u0301\u0302 q\u0323"),
    ],
)
def test_readings(text: str, expected: str) -> None:
    assert read(text) == expected


def test_spans_lead_back_to_the_text() -> None:
    text = "(''gov\xadernment of\ufb01ce'')"
    reading = read_stretch(text, Span(1, len(text) - 1))
    assert reading.text == '"government office"'
    cut = [reading.span(*place).of(text) for place in ((0, 1), (1, 11), (12, 18), (18, 19))]
    assert cut == ["''", "gov\xadernment", "of\ufb01ce", "''"]


@given(st.text(st.one_of(st.sampled_from("a' \t“”’`&#34;\\\xad\u200b\u0301e…\ufb01\x93\n\ud800"), st.characters())))
def test_every_character_stands_for_a_stretch_and_no_ink_is_lost(text: str) -> None:
    for paragraph in find_paragraphs(text):
        reading = read_stretch(text, paragraph)
        assert len(reading.text) == len(reading.starts) == len(reading.ends)
        assert reading.text == reading.text.strip()
        assert "  " not in reading.text
        assert (reading.starts[0], reading.ends[-1]) == paragraph
        done = paragraph.start
        for start, end in zip(reading.starts, reading.ends, strict=True):
            assert start < end
            assert not text[done:start].strip(HIDDEN)
            assert start >= done or text[start] in "…\x85" or "\ufb00" <= text[start] <= "\ufb06" or end - start > 1
            done = max(done, end)
