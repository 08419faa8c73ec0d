"""Pieces of XML, put together as text: documents of a million elements are written in little time and memory."""

import re

from graph.formats.plain import Plain, to_text
from graph.formats.text import escape

_SPECIAL = re.compile('[&<>"\t\n\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def quote(value: Plain) -> str:
    r"""An attribute's value between quotation marks.

    >>> print(quote('Ann "Nan" Lee\n & Sons'), quote(True))
    "Ann &quot;Nan&quot; Lee&#10; &amp; Sons" "true"
    """
    return f'"{reference(value)}"'


def reference(value: Plain) -> str:
    """Text for an attribute or an element, which every parser gives back letter for letter."""
    if type(value) is not str:
        return to_text(value)
    text = escape(value)
    return _SPECIAL.sub(lambda found: _REFERENCES[found[0]], text) if _SPECIAL.search(text) else text
