"""Text that went through a wrong decoding is healed where what it was is certain.

UTF-8 that was read as Windows-1252 or Latin-1, once or twice over (“â€œ”, “Ã©”); Windows' marks that became control
characters (U+0093); entities that no browser resolved (`&amp;quot;`). Whether letters are garbled or meant is for ftfy
to tell, which knows the sequences that no language writes. Offsets then count the healed text.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from html.entities import name2codepoint
from typing import Any

from quotes.domain import Article

# A lead byte of UTF-8 as a letter, with one that goes on behind it; or a control character that Windows has as a mark.
_SUSPECT = re.compile("[À-ô][\x80-¿ŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™\ufffd]|[\x80-\x84\x86-\x9f]|\x85(?!\\s)|â€")
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,7});")
_CUT_MARK = re.compile("â€(?=[ -~]|$)")  # “â€\x9d” whose last character, which shows as nothing, got lost
_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_SHORT = frozenset(("lt", "gt", "amp", "yen", "shy", "reg", "deg", "eth", "uml"))  # the others name signs of logic


@dataclass(frozen=True, slots=True)
class Healed:
    """A text, and how many words were garbled and how many entities were written out in it."""

    text: str
    words: int = 0
    entities: int = 0


def heal(text: str) -> Healed:
    """The text as it was meant; itself where it is whole. Healing what was healed changes nothing.

    >>> heal("â€œIt rained,â€\\x9d said Ren\\u00c3\\u00a9e &amp;amp; Bo.")
    Healed(text='“It rained,” said Renée & Bo.', words=3, entities=1)
    """
    words = entities = 0
    while True:  # what was garbled twice, or an entity that stood for half of a garbled letter
        mended = "\n".join(map(_mend, text.split("\n"))) if _SUSPECT.search(text) else text
        written, count = _write_out(mended) if "&" in mended else (mended, 0)
        if written == text:
            return Healed(text, words, entities)
        words += _count_changes(text, mended)
        entities += count
        text = written


def healed(article: Article) -> Article:
    """The article with its text and what is told of it healed, and a note where the text was."""
    told = {name: getattr(article, name) for name in ("title", "outlet", "byline", "section", "url")}
    changed: dict[str, Any] = {name: _told(value) for name, value in told.items() if value and _told(value) != value}
    found = heal(article.text)
    if found.text == article.text:
        return replace(article, **changed) if changed else article
    return replace(article, text=found.text, notes=(*article.notes, in_words(found)), **changed)


def _told(value: str) -> str | None:
    """A title or name in one line, without characters that are no text; None where nothing is left."""
    plain = "".join(c for c in heal(value).text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs"))
    return " ".join(plain.split()) or None


def in_words(found: Healed) -> str:
    """
    >>> in_words(Healed("“Wait.”", words=1, entities=2))
    'Healed: 1 word that a wrong decoding had garbled, 2 entities; offsets count the healed text.'
    """
    parts = []
    if found.words:
        parts.append(f"{found.words} {'word' if found.words == 1 else 'words'} that a wrong decoding had garbled")
    if found.entities:
        parts.append(f"{found.entities} {'entity' if found.entities == 1 else 'entities'}")
    return f"Healed: {', '.join(parts)}; offsets count the healed text."


def _mend(line: str) -> str:
    if not _SUSPECT.search(line):
        return line
    fix, config = _ftfy()
    line = fix(_CUT_MARK.sub("”", line), config)
    return str(line).translate(_WINDOWS)


@cache
def _ftfy() -> tuple[Any, Any]:
    import ftfy  # loaded only where a line looks garbled

    config = ftfy.TextFixerConfig(unescape_html=False, replace_lossy_sequences=False)
    return ftfy.fix_encoding, config


def _write_out(text: str) -> tuple[str, int]:
    count = 0

    def write(found: re.Match[str]) -> str:
        nonlocal count
        shown = _character(found[0])
        count += shown is not None
        return shown or found[0]

    return _ENTITY.sub(write, text), count


def _character(entity: str) -> str | None:
    """The character that an entity stands for; None where it is none, or one that does not show."""
    name = entity.replace("&amp;", "&", 1) if entity == "&amp;" else "&" + entity[1:].replace("amp;", "")
    name = "&amp;" if name == "&" else name
    bare = name[1:-1]
    if not bare.startswith("#") and (
        (bare not in name2codepoint and bare != "apos") or (len(bare) < 4 and bare not in _SHORT)
    ):
        return None
    shown = html.unescape(name)
    return shown if len(shown) == 1 and unicodedata.category(shown) not in ("Cc", "Cs", "Co", "Cn") else None


def _count_changes(before: str, after: str) -> int:
    if before == after:
        return 0
    ours, theirs = before.split(" "), after.split(" ")
    if len(ours) != len(theirs):
        return max(1, abs(len(ours) - len(theirs)))
    return sum(one != other for one, other in zip(ours, theirs, strict=True))
