"""What a wrong decoding garbled is healed and said; what is whole stays as it is."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import Article
from quotes.read import read_articles
from quotes.read.healing import heal

WHOLE = "“We’ll sail at six — fog or no fog…,” said Renée Åström, 40, of Łódź; it’s £5 (€6) a day, ‘naïve’ or not."
DATA = Path(__file__).parents[1] / "data"

OTHERS = (
    "VOILÀ… CAFÉ” JOSÉ’s R&D AT&T; “À † São Überraschung Ça Ô ½ ™ Šimić Žižek naïveté Ñandú ¿Qué «Oui» 10° §4 "
    "Kōbe Ни слова 東京"
)
words = st.lists(st.sampled_from([*WHOLE.split(), *OTHERS.split(), "\u00a0", "\n\n"]), max_size=30)
PIECES = ["â€œ", "â€", "\x9d", "&amp;", "amp;", "quot;", "Ã", "©", "\x93", "&#39;", "Â", "\u00a0", "x", " "]


def garbled(text: str, encoding: str = "cp1252") -> str:
    """UTF-8 read as another encoding; the bytes that it leaves undefined, as control characters."""
    undefined = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
    return "".join(undefined.get(b) or bytes([b]).decode(encoding) for b in text.encode())


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (garbled("“It rained,” said Renée."), "“It rained,” said Renée."),
        (garbled(garbled("“It rained,” said Renée.")), "“It rained,” said Renée."),
        (garbled("“It rained.”", "latin-1"), "“It rained.”"),
        (garbled("“It rained,” he said.").replace("\x9d", ""), "“It rained,” he said."),
        ("\x93It rained,\x94 said Ann. It\x92s late \x97 too late\x85", "“It rained,” said Ann. It’s late — too late…"),
        ("&amp;quot;It rained,&amp;quot; said Ann.", '"It rained," said Ann.'),
        ("&ldquo;It rained,&rdquo; said Ren&eacute;e of A&amp;B.", "“It rained,” said Renée of A&B."),
        ("One line is whole, “said” so.\nThe other isnâ€™t.", "One line is whole, “said” so.\nThe other isn’t."),
    ],
)
def test_what_is_garbled_is_healed(given: str, meant: str) -> None:
    assert heal(given).text == meant


@given(words)
def test_what_is_whole_stays(found: list[str]) -> None:
    text = " ".join(found)
    assert heal(text).text == text


@given(words, st.sampled_from(["cp1252", "latin-1"]))
def test_typographic_text_is_healed_wholly(found: list[str], encoding: str) -> None:
    text = f"{WHOLE} {' '.join(word for word in found if word.isascii() or word in WHOLE)}"
    assert heal(garbled(text, encoding)).text == text


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_healing_twice_is_healing_once(text: str) -> None:
    once = heal(text).text
    assert heal(once).text == once


def test_our_articles_are_whole() -> None:
    read = [item for item in read_articles([DATA / "articles"]) if isinstance(item, Article)]
    assert read
    assert not any(article.notes for article in read)


def test_the_article_says_that_it_was_healed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {
        "id": "a",
        "text": garbled("“It rained,” said Renée."),
        "title": garbled("It’s wet"),
        "author": "Zo&euml;",
    }
    path.write_text(json.dumps(record) + "\n" + json.dumps({"id": "b", "text": WHOLE}), encoding="utf-8")
    first, second = read_articles([path])
    assert isinstance(first, Article)
    assert (first.text, first.title, first.byline) == ("“It rained,” said Renée.", "It’s wet", "Zoë")
    assert first.notes == ("Healed: 3 words that a wrong decoding had garbled; offsets count the healed text.",)
    assert second == Article("b", WHOLE)


def test_mark_up_that_was_escaped_on_its_way_is_mark_up(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = "&lt;p&gt;&amp;ldquo;It rained,&amp;rdquo; said Ann.&lt;/p&gt;&lt;p&gt;It did.&lt;/p&gt;"
    path.write_text(json.dumps({"text": text}), encoding="utf-8")
    [article] = read_articles([path])
    assert isinstance(article, Article)
    assert article.text == "“It rained,” said Ann.\n\nIt did."
