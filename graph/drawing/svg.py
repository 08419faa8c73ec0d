"""What an SVG gets beyond what matplotlib writes: a title and a description for those who do not see it, names that
show when a node is pointed at, and a halo around its labels.
"""

import re
from collections.abc import Mapping
from html import escape

_OPENING = re.compile(r"<svg[^>]*>", re.DOTALL)
_FONT = re.compile(r"""(style="font: [^"]*?'DejaVu Sans')""")
_GROUP = re.compile(r'<g id="(node-\d+)">')
_STYLE = (
    '<style>g[id^="label-"] text{paint-order:stroke;stroke:#fff;stroke-opacity:.85;stroke-width:.25em;'
    "stroke-linejoin:round}</style>"
)


def finish(svg: bytes, title: str, description: str, tips: Mapping[str, str]) -> bytes:
    """`tips`: ids of groups, and the words that show there."""
    text = svg.decode("utf-8")
    head = f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n{_STYLE}"
    wide = 'role="img" style="max-width:100%;height:auto"'  # as wide as the window, where that is narrower
    text = _OPENING.sub(lambda found: f"{found[0][:-1]} {wide}>\n{head}", text, count=1)
    text = _FONT.sub(r"\1, Verdana, sans-serif", text)  # as wide as DejaVu, where that is not installed
    return _GROUP.sub(lambda found: _with_tip(found, tips), text).encode("utf-8")


def _with_tip(found: re.Match[str], tips: Mapping[str, str]) -> str:
    tip = tips.get(found[1])
    return found[0] if tip is None else f"{found[0]}\n<title>{escape(tip)}</title>"
