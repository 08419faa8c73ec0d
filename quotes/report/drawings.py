"""The charts inside the page: drawings in its colours, each with its figures in words and as files to save."""

import re
from base64 import b64encode
from html import escape

from quotes.classify.reasons import REASON_CLASSES
from quotes.report.charts import ChartData, draw
from quotes.report.colours import to_variables
from quotes.report.figures import MEASURES
from quotes.report.interval import Share, percent
from quotes.report.series import PANELS, Panel, Point, plain_label, reasons_given, share_by_group
from quotes.report.timeline import share_over_time

_PROLOG = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<!--.*?-->", re.DOTALL)
_SIZE = re.compile(r'(<svg[^>]*?) width="[^"]*"', re.DOTALL)
_HEIGHT = re.compile(r'(<svg[^>]*?) height="[^"]*"', re.DOTALL)
_FONT = re.compile(r"(font(?:-family)?: [^;\"']*?)'DejaVu Sans'[^;\"]*")
_TAG = re.compile(r"<[^>]*>")
_IDS = re.compile(r'(\bid="|href="#|url\(#)')


def generate_drawings(data: ChartData) -> str:
    return "\n".join(_figure(panel, data) for panel in PANELS)


def _figure(panel: Panel, data: ChartData) -> str:
    svg, png = draw((panel,), data, "svg"), draw((panel,), data, "png")
    links = f"{_link(panel, 'png', 'image/png', png)} · {_link(panel, 'svg', 'image/svg+xml', svg)}"
    drawing = _inline(svg.decode("utf-8"), panel, _words(panel, data))
    return f"<figure>\n{drawing}\n<figcaption>Save as {links}</figcaption>\n</figure>"


def _link(panel: Panel, suffix: str, mime: str, image: bytes) -> str:
    data = b64encode(image).decode("ascii")
    return f'<a download="anonymous-{panel}.{suffix}" href="data:{mime};base64,{data}">{suffix.upper()}</a>'


def _inline(svg: str, panel: Panel, words: str) -> str:
    """The drawing without its prolog and size, in the page's colours and letters, with ids of its own."""

    def adapt(tag: re.Match[str]) -> str:
        lettered = _FONT.sub(r"\1var(--letters)", tag.group())
        return to_variables(_IDS.sub(rf"\g<1>{panel}-", lettered))

    bare = _HEIGHT.sub(r"\1", _SIZE.sub(r"\1", _PROLOG.sub("", svg), count=1), count=1)
    adapted = _TAG.sub(adapt, bare)  # the words between tags are the outlets' names
    return adapted.replace("<svg", f'<svg role="img" aria-label="{escape(words)}"', 1).strip()


def _words(panel: Panel, data: ChartData) -> str:
    """What the chart shows, for those who do not see it."""
    noun = MEASURES[data.measure][0]
    if panel == "reasons":
        counts = reasons_given(data.counted)
        listed = ", ".join(f"{REASON_CLASSES[name][0]} {number}" for name, number in counts.items())
        return f"Bar chart of anonymous sources by the reason for having no name: {listed}."
    if panel == "time":
        time = share_over_time(data.counted, data.measure)
        points, by = time.points, f"{time.step} by {time.step}"
    else:
        groups, _ = share_by_group(data.counted, data.dimension, data.measure)
        points, by = tuple(groups), f"by {data.dimension.label.lower()}"
    return f"Chart of the share of {noun} {by}, strict rule: {', '.join(map(_point, points)) or 'no data'}."


def _point(point: Point) -> str:
    share: Share = point.shares["strict"]
    if share.value is None or share.interval is None:
        return f"{plain_label(point.label)} none"
    low, high = share.interval
    return f"{plain_label(point.label)} {percent(share.value)} ({low:.0%} to {high:.0%})"
