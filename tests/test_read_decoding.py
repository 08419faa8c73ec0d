import codecs
import io
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import InputError
from quotes.read.decoding import decode_text, is_binary, iter_lines

CURLY = "“Café prices won’t fall,” she said – “ever.”"


@pytest.mark.parametrize(
    "encoded",
    [
        CURLY.encode("utf-8"),
        CURLY.encode("utf-8-sig"),
        CURLY.encode("cp1252"),
        CURLY.encode("utf-16"),
        codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"),
        CURLY.encode("utf-32"),
    ],
)
def test_every_encoding_gives_the_same_text(encoded: bytes) -> None:
    assert decode_text(encoded) == CURLY
    assert not is_binary(encoded)


def test_a_stray_byte_does_not_turn_utf8_into_another_encoding() -> None:
    assert decode_text("“Naïve,” he said. ".encode() + b"\xe9t\xe9") == "“Naïve,” he said. été"


def test_bytes_that_windows_1252_leaves_undefined_are_kept_apart() -> None:
    assert decode_text(b"na\xefve \x81\x9d") == "naïve \x81\x9d"


def test_latin_1_text_whose_bytes_look_like_utf8_by_chance() -> None:
    assert decode_text("il a dit «oui» au café”— été".encode("cp1252")) == "il a dit «oui» au café”— été"


def test_newlines_of_every_kind_stay() -> None:
    assert decode_text(b"a\r\nb\rc\nd\x85".replace(b"\x85", b"")) == "a\r\nb\rc\nd"


def test_damaged_utf16_is_said_to_be_so() -> None:
    with pytest.raises(InputError, match=r"utf-16-le.*save it as UTF-8"):
        decode_text(codecs.BOM_UTF16_LE + b"a\x00b")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"GIF89a\x01\xff\x02\xfe", b"plain\x00text"])
def test_binary_data_is_known(data: bytes) -> None:
    assert is_binary(data)


def test_text_cut_inside_a_character_is_not_binary() -> None:
    assert not is_binary("field\x1eseparated “quote”".encode()[:-1])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf8_text_comes_back_code_point_for_code_point(text: str) -> None:
    assert decode_text(text.encode("utf-8-sig")) == text


# A zero first would make the mark of UTF-16 that of UTF-32.
@given(st.lists(st.text(alphabet=st.characters(codec="cp1252", exclude_characters="\n\0"))))
def test_lines_are_cut_at_line_feeds_alone(lines: list[str]) -> None:
    data = "".join(line + "\n" for line in lines)
    for encoding in ("utf-8-sig", "utf-16"):
        stream = cast(io.BufferedReader, io.BufferedReader(io.BytesIO(data.encode(encoding))))
        assert list(iter_lines(stream)) == [line + "\n" for line in lines]
