"""Which characters count as space or as nothing at all, and how marks of many kinds are read as one.

Shared by the search for paragraphs and by the reading that the models get.
"""

import html
import unicodedata

# Windows-1252 marks that were decoded as Latin-1: control characters by name, punctuation by intent.
WINDOWS_MARKS = {"\x91": "'", "\x92": "'", "\x93": '"', "\x94": '"', "\x96": "–", "\x97": "—"}
WINDOWS_ELLIPSIS = "\x85"

_CONTROLS = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) - set(WINDOWS_MARKS) - {WINDOWS_ELLIPSIS}
_SPACES = frozenset(map(chr, [0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000]))
_ZERO_WIDTH = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2070), range(0xFE00, 0xFE10))
_NOTHING = frozenset(chr(c) for codes in (*_ZERO_WIDTH, (0xAD, 0xFEFF)) for c in codes)

SPACES = "".join(sorted(_CONTROLS | _SPACES))
NOTHING = "".join(sorted(_NOTHING))  # soft hyphens, zero-width characters, marks of direction, variation selectors
HIDDEN = SPACES + NOTHING

_DOUBLE_MARKS = "“”„‟«»″〝〞〟＂❝❞「」『』"
_SINGLE_MARKS = "‘’‚‛‹›′´`ʼˈ＇❛❜"
_HYPHENS = "‐‑−﹣－"

# What a carrier left as it was in its markup: entities of web pages, once or twice escaped, marks behind a backslash;
# and UTF-8 that was read as Windows-1252.
ENTITY = r"&(?:amp;)*(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8});"
ESCAPED = r"\\[\"']|\\u20[0-9a-fA-F]{2}|â€[œ\x9d™˜“”¦]?"
_MISREAD = {
    "â€œ": "“", "â€\x9d": "”", "â€": "”", "â€˜": "‘", "â€™": "’", "â€“": "–", "â€”": "—", "â€¦": "…",
    "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”",
}  # fmt: skip


def unescape(markup: str) -> str:
    """The character that an entity, an escaped mark or a misread one stands for; itself where that is none, or not one
    that shows.

    >>> unescape("&ldquo;"), unescape('\\\\"'), unescape("&harbour;"), unescape("&amp;quot;"), unescape("â€œ")
    ('“', '"', '&harbour;', '"', '“')
    """
    if markup in _MISREAD:
        return _MISREAD[markup]
    if markup.startswith("\\u"):
        return chr(int(markup[2:], 16))
    read = markup[1:] if markup.startswith("\\") else html.unescape(markup.replace("&amp;", "&"))
    return read if len(read) == 1 and read not in HIDDEN else markup


# What stands between the two parts of a sentence that the end of a page cut: its number, or a form feed.
PAGE_BREAK = (
    r"(?<=[a-z,])[ \t]{0,9}(?:\r?\n[ \t]{0,9}\r?\n\s{0,99}(?:[Pp]age )?\d{1,4}(?: of \d{1,4})?[ \t]{0,9}\r?\n|\r?\n?\f)"
    r"\s{0,9}(?=[a-z])"
)

LIGATURES = {c: unicodedata.normalize("NFKC", c) for c in map(chr, range(0xFB00, 0xFB07))}
ELLIPSES = "…" + WINDOWS_ELLIPSIS

# One character for one character: what English treebanks know in place of what news uses.
ONE_FOR_ONE: dict[int, str] = {
    **{ord(c): " " for c in SPACES},
    **{ord(c): '"' for c in _DOUBLE_MARKS},
    **{ord(c): "'" for c in _SINGLE_MARKS},
    **{ord(c): "-" for c in _HYPHENS},
    **{ord(c): mark for c, mark in WINDOWS_MARKS.items()},
    ord("‒"): "–",
    ord("―"): "—",
    ord("⁄"): "/",
    **{c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if chr(c) not in "＂＇－"},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
