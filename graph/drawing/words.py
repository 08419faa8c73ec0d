"""Words on a picture: safe for every format, and short enough for the place they stand in."""

import re
import unicodedata
from functools import cache

# Control characters, halves of pairs, and marks that turn the direction of all that follows.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    r"""One line without characters that no format can show.

    >>> clean("The\x00 Daily\n  Example ")
    'The Daily Example'
    """
    return " ".join(_UNSAFE.sub(" ", text).split())


def shorten(text: str, most: int) -> str:
    """At most so many characters, cut at a word where one ends in the second half.

    >>> shorten("The Association of Very Long Names", 20)
    'The Association of…'
    """
    text = clean(text)
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    while kept and unicodedata.combining(text[len(kept)]):  # an accent is not cut off its letter
        kept = kept[:-1]
    at_word = kept.rpartition(" ")[0] if text[len(kept)] != " " else kept
    return (at_word if len(at_word) >= most / 2 else kept).rstrip(" ,;:·-–") + "…"


@cache
def fonts() -> tuple[str, ...]:
    """DejaVu Sans, which matplotlib brings, and of the fonts for scripts that it lacks those that are installed."""
    from matplotlib.font_manager import fontManager

    installed = set(fontManager.get_font_names())
    return ("DejaVu Sans", *(name for name in _MORE_SCRIPTS if name in installed))


_MORE_SCRIPTS = (
    *("Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", "Hiragino Sans GB", "Microsoft YaHei"),
    *("Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Thai", "Nirmala UI"),
)


def width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Of a line, in points."""
    return float(_width(text, bold, italic)) * size / _MEASURED


_MEASURED = 20.0


@cache
def _width(text: str, bold: bool, italic: bool) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(
        family=list(fonts()),
        size=_MEASURED,
        weight="bold" if bold else "normal",
        style="italic" if italic else "normal",
    )
    return float(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0])


def fit(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, shortened until it is no wider than so many points."""
    text = shorten(text, 300)
    while len(text) > 2 and width(text, size, bold=bold) > room:
        text = shorten(text, max(2, min(len(text) - 1, int(len(text) * room / width(text, size, bold=bold)))))
    return text
