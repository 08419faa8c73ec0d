r"""Characters that a text file cannot hold, written as \u and four hexadecimal digits.

Control characters (but tab and line ends), halves of surrogate pairs and U+FFFE and U+FFFF make an XML file unreadable,
and break some readers of CSV. A backslash that looks like the start of such an escape is escaped itself, so that
every text comes back; other backslashes stay as they are.
"""

import re

_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|\\(?=u[0-9a-f]{4})")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def escape(text: str) -> str:
    r"""The text without what a file cannot hold.

    >>> escape("bell \x07, C:\\temp, \\u0041")
    'bell \\u0007, C:\\temp, \\u005cu0041'
    """
    return _UNSAFE.sub(_escaped, text) if _UNSAFE.search(text) else text


def escape_also(text: str, characters: str) -> str:
    r"""Like `escape`, and the given characters too.

    >>> escape_also("a;b", ";")
    'a\\u003bb'
    """
    text = escape(text)
    for character in characters:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def unescape(text: str) -> str:
    r"""Back from `escape`.

    >>> unescape(escape("\x00 \\u0041")) == "\x00 \\u0041"
    True
    """
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "\\u" in text else text


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
