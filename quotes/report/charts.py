"""The charts, drawn with matplotlib, which is loaded when the first is asked for: asking the store needs none of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal
from warnings import catch_warnings, filterwarnings

from quotes.errors import UsageError
from quotes.report.colours import LIGHT, Colours
from quotes.report.counted import Counted
from quotes.report.figures import MEASURES
from quotes.report.grouping import DIMENSIONS, Dimension
from quotes.report.panels import draw_groups, draw_reasons, draw_time
from quotes.report.series import Panel, reasons_given, share_by_group
from quotes.report.timeline import share_over_time
from quotes.store.counting.tallies import Measure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ImageFormat = Literal["png", "svg"]
_WIDTH = 4.8  # inches
_STYLE = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9.5,
    "text.parse_math": False,  # an outlet's name is no formula
    "svg.fonttype": "none",  # words stay words
    "svg.hashsalt": "quotes",  # the same figures give the same file
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.axisbelow": True,
    "legend.frameon": False,
}


@dataclass(frozen=True, slots=True)
class ChartData:
    """What is drawn: the figures, by which measure, and what the groups are."""

    counted: Counted
    measure: Measure = "quotations"
    dimension: Dimension = DIMENSIONS["outlet"]


def draw(panels: Sequence[Panel], data: ChartData, format: ImageFormat, colours: Colours = LIGHT) -> bytes:
    """The panels in one image, one below the other. Raises UsageError when matplotlib is not installed."""
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise UsageError(
            "charts need matplotlib, which is not here; install it with: pip install matplotlib"
        ) from error
    style: dict[Any, Any] = {**_STYLE, **colours.style()}
    with rc_context(style), catch_warnings():
        filterwarnings("ignore", "Glyph .* missing from font", UserWarning)  # a name in other letters; SVG keeps it
        heights = [_height(panel, data) for panel in panels]
        figure = Figure(figsize=(_WIDTH, sum(heights)), layout="constrained")
        figure.get_layout_engine().set(h_pad=0.12, hspace=0.08)  # type: ignore[union-attr, call-arg]
        parts = figure.subfigures(len(panels), 1, squeeze=False, height_ratios=heights)  # each with margins of its own
        for panel, (part,) in zip(panels, parts, strict=True):
            _draw_panel(panel, part.subplots(), data, colours)
        return _to_bytes(figure, format)


def _draw_panel(panel: Panel, axis: Any, data: ChartData, colours: Colours) -> None:
    noun = MEASURES[data.measure][0]
    if panel == "time":
        draw_time(axis, share_over_time(data.counted, data.measure), noun, colours)
    elif panel == "groups":
        points, more = share_by_group(data.counted, data.dimension, data.measure)
        draw_groups(axis, points, more, data.dimension.label.lower(), colours)
    else:
        draw_reasons(axis, reasons_given(data.counted), colours)


def _height(panel: Panel, data: ChartData) -> float:
    if panel == "groups":
        points, _ = share_by_group(data.counted, data.dimension, data.measure)
        return 1.25 + 0.32 * max(1, len(points))
    return 2.9


def _to_bytes(figure: "Figure", format: ImageFormat) -> bytes:
    buffer = BytesIO()
    metadata = {"Date": None} if format == "svg" else {"Software": None}
    figure.savefig(buffer, format=format, dpi=200, metadata=metadata)
    return buffer.getvalue()
