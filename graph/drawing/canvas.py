"""The sheet that is drawn on, in points (1/72 inch) from its lower left corner, and the file it becomes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal
from warnings import catch_warnings, filterwarnings

from graph.drawing.words import fonts
from quotes.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Align = Literal["left", "center", "right"]
Area = tuple[float, float, float, float]  # left, low, right, high, in points
PaperName = Literal["a4", "screen"]
FileFormat = Literal["svg", "png", "pdf"]

INK, SOFT, LINE, PAPER = "#1d1c1a", "#66625c", "#8a867f", "#ffffff"


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, all in points but the dots per inch of a PNG."""

    width: float
    height: float
    margin: float
    title: float  # sizes of letters
    text: float
    label: float  # the smallest and the largest label
    label_most: float
    dpi: int


PAPERS: dict[PaperName, Paper] = {
    "a4": Paper(842, 595, 34, title=17, text=8, label=6.5, label_most=11, dpi=300),
    "screen": Paper(1152, 720, 30, title=21, text=10, label=8, label_most=13, dpi=150),
}


@dataclass(frozen=True, slots=True)
class Canvas:
    """One sheet with axes over all of it, whose unit is the point."""

    paper: Paper
    figure: "Figure"
    axes: "Axes"
    format: FileFormat

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        colour: str = INK,
        align: Align = "left",
        bold: bool = False,
        italic: bool = False,
        name: str | None = None,
        halo: bool = False,
        turn: float = 0.0,
    ) -> None:
        """A line of text on the baseline y. A halo keeps it readable over lines."""
        from matplotlib.patheffects import Stroke

        style: dict[str, Any] = {
            "fontsize": size,
            "color": colour,
            "ha": align,
            "va": "baseline",
            "weight": "bold" if bold else "normal",
            "style": "italic" if italic else "normal",
            "rotation": turn,
            "rotation_mode": "anchor",
            "zorder": 10,
        }
        if halo and self.format != "svg":  # an SVG has it from its style sheet, so that words stay words
            self.axes.text(x, y, text, path_effects=[Stroke(linewidth=size / 4, foreground=PAPER, alpha=0.85)], **style)
        self.axes.text(x, y, text, gid=name, **style)


@contextmanager
def open_canvas(paper: PaperName, format: FileFormat) -> Iterator[Canvas]:
    """A sheet to draw on and save within the block. Raises UsageError when matplotlib is not installed."""
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise UsageError("pictures need matplotlib; install it with: pip install matplotlib") from error
    sheet = PAPERS[paper]
    style: dict[Any, Any] = {
        "font.family": list(fonts()),
        "text.parse_math": False,  # a name is no formula
        "svg.fonttype": "none",  # words stay words
        "svg.hashsalt": "quotes",  # the same network gives the same file
        "pdf.fonttype": 42,
        "figure.dpi": 72,
    }
    with rc_context(style), catch_warnings():
        filterwarnings("ignore", "Glyph .* missing from", UserWarning)  # a name in other letters; SVG keeps it
        figure = Figure(figsize=(sheet.width / 72, sheet.height / 72), facecolor=PAPER)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set(xlim=(0, sheet.width), ylim=(0, sheet.height))
        axes.axis("off")
        yield Canvas(sheet, figure, axes, format)


def save(canvas: Canvas) -> bytes:
    """The file, without dates, so that the same picture is the same bytes."""
    buffer = BytesIO()
    metadata: dict[FileFormat, dict[str, None]] = {
        "svg": {"Date": None, "Creator": None},
        "png": {"Software": None},
        "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    }
    canvas.figure.savefig(buffer, format=canvas.format, dpi=canvas.paper.dpi, metadata=metadata[canvas.format])
    return buffer.getvalue()
