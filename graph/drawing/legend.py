"""The legend: a line or more of marks with their words, at the foot of the picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph.drawing.canvas import INK, LINE, Canvas
from graph.drawing.nodes import Mark
from graph.drawing.words import width

_BETWEEN, _AFTER_MARK, _LEADING = 16.0, 5.0, 1.75


@dataclass(frozen=True, slots=True)
class Entry:
    """`draw` puts the mark with its left end and middle at a point, `room` is its width in points."""

    room: float
    draw: Callable[[Canvas, float, float], None]
    words: str


def mark_entry(mark: Mark, words: str) -> Entry:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.axes.add_patch(replace(mark, x=x + mark.radius, y=y).patch())

    return Entry(2 * mark.radius, draw, words)


def line_entry(widths: Sequence[float], words: str) -> Entry:
    """Lines of those widths, one after the other."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for number, wide in enumerate(widths):
            left = x + number * 20
            canvas.axes.plot([left, left + 16], [y, y], color=LINE, linewidth=wide, solid_capstyle="butt", zorder=3)

    return Entry(len(widths) * 20 - 4, draw, words)


def arrow_entry(words: str) -> Entry:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        from matplotlib.patches import Polygon

        canvas.axes.plot([x, x + 16], [y, y], color=LINE, linewidth=1.2, zorder=3)
        head = [(x + 22, y), (x + 14, y + 3), (x + 14, y - 3)]
        canvas.axes.add_patch(Polygon(head, facecolor=LINE, linewidth=0, zorder=3))

    return Entry(22.0, draw, words)


def rows_of(canvas: Canvas, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries in rows that fit between the margins."""
    room = canvas.paper.width - 2 * canvas.paper.margin
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        wide = _width(canvas, entry)
        if rows[-1] and used + wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += wide + _BETWEEN
    return rows


def legend_height(canvas: Canvas, rows: Sequence[Sequence[Entry]]) -> float:
    return len(rows) * canvas.paper.text * _LEADING


def draw_legend(canvas: Canvas, rows: Sequence[Sequence[Entry]], bottom: float) -> None:
    """Upwards from `bottom`, in points."""
    size = canvas.paper.text
    for number, row in enumerate(reversed(rows)):
        y, x = bottom + (number + 0.5) * size * _LEADING, canvas.paper.margin
        for entry in row:
            entry.draw(canvas, x, y)
            canvas.write(x + entry.room + _AFTER_MARK, y - 0.36 * size, entry.words, size, colour=INK, name="legend")
            x += _width(canvas, entry) + _BETWEEN


def _width(canvas: Canvas, entry: Entry) -> float:
    return entry.room + _AFTER_MARK + width(entry.words, canvas.paper.text)
