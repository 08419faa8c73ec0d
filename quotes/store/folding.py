"""Words as they are compared: without case, accents, ligatures and soft hyphens."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
PHRASE_MARKS = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
# Letters that Unicode does not decompose but that people type without their strokes, and characters of no width.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def fold_words(text: str) -> list[str]:
    """The words of a text in comparable form, in order; an apostrophe or a hyphen divides.

    >>> fold_words("Sarkozy’s “Élysée”")
    ['sarkozy', 's', 'elysee']
    """
    if text.isascii():
        return _WORD.findall(text.lower())
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _WORD.findall(_FOREIGN.sub(_plain, decomposed))


def _plain(foreign: re.Match[str]) -> str:
    return "".join(c for c in foreign[0].translate(_PLAIN) if not unicodedata.combining(c))


def padded(words: list[str]) -> str:
    """Words between single spaces, with one at either end, so that `LIKE '% word %'` matches whole words.

    >>> padded(["david", "cameron"])
    ' david cameron '
    """
    return f" {' '.join(words)} " if words else ""
