"""How often somebody is quoted, month by month: all together, and by outlet in rows below with one scale."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.drawing.canvas import INK, LINE, SOFT, Area, Canvas
from graph.drawing.words import fit, shorten
from graph.layout.colours import KINDS
from quotes.errors import UsageError

Month = tuple[int, int]  # year, and 1 to 12
_ROWS = 8  # outlets with a row of their own
_TOTAL, _PART = KINDS["person"], KINDS["article"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row: a name, and how many quotations in each month."""

    name: str
    counts: Mapping[Month, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def series_by_outlet(counted: Mapping[tuple[str | None, str | None], int]) -> tuple[Series, list[Series], int]:
    """All, the outlets with most first, and how many quotations have no date; keys are "2020-01" and an outlet.

    More outlets than have room become one. Raises UsageError where none is dated.
    """
    everything: Counter[Month] = Counter()
    outlets: dict[str, Counter[Month]] = {}
    undated = 0
    for (month, outlet), number in counted.items():
        if month is None:
            undated += number
        elif number:
            at = int(month[:4]), int(month[5:7])
            everything[at] += number
            outlets.setdefault(outlet or "(no outlet)", Counter())[at] += number
    if not everything:
        raise UsageError("there is nothing to draw on a line of time: no article that quotes them is dated")
    rows = sorted((Series(name, counts) for name, counts in outlets.items()), key=lambda row: (-row.total, row.name))
    if len(rows) > _ROWS:
        rest: Counter[Month] = sum((Counter(row.counts) for row in rows[_ROWS - 1 :]), Counter())
        rows = [*rows[: _ROWS - 1], Series(f"{len(rows) - _ROWS + 1} other outlets", rest)]
    return Series("All outlets", everything), rows, undated


def months_between(first: Month, last: Month) -> list[Month]:
    """
    >>> months_between((2020, 11), (2021, 1))
    [(2020, 11), (2020, 12), (2021, 1)]
    """
    numbers = range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])
    return [(number // 12, number % 12 + 1) for number in numbers]


def draw_timeline(canvas: Canvas, everything: Series, rows: Sequence[Series], area: Area) -> None:
    """The first row is twice as high; all that are by outlet share one scale."""
    left, low, right, high = area
    paper = canvas.paper
    months = months_between(min(everything.counts), max(everything.counts))
    shown = [] if len(rows) == 1 else rows
    names = min(0.26 * (right - left), 190.0)
    start = left + names
    axis = 1.9 * paper.text
    unit = min((high - low - axis) / (2.4 + len(shown)), 120.0)
    slot = (right - start) / max(len(months), 12)
    top = high
    scale = max((max(row.counts.values()) for row in shown), default=1)
    for row, height, most, colour in [
        (everything, 2.4 * unit, max(everything.counts.values()), _TOTAL),
        *((row, unit, scale, _PART) for row in shown),
    ]:
        base = top - height
        _row(canvas, row, months, (left, start, right), (base, height * 0.72), slot, most, colour)
        top = base
    _axis(canvas, months, start, top, slot)


def _row(
    canvas: Canvas,
    row: Series,
    months: Sequence[Month],
    across: tuple[float, float, float],
    upright: tuple[float, float],
    slot: float,
    most: int,
    colour: str,
) -> None:
    from matplotlib.collections import PatchCollection
    from matplotlib.patches import Rectangle

    (left, start, right), (base, height) = across, upright
    size = canvas.paper.text
    wide = min(max(slot - 1.0, slot * 0.7), 26.0)
    bars = [
        Rectangle((start + number * slot + (slot - wide) / 2, base), wide, height * row.counts[month] / most)
        for number, month in enumerate(months)
        if row.counts.get(month)
    ]
    canvas.axes.add_collection(
        PatchCollection(bars, facecolors=colour, linewidths=0, zorder=3, gid="bars"), autolim=False
    )
    canvas.axes.plot([start, right], [base, base], color=LINE, linewidth=0.6, zorder=2)
    canvas.axes.plot([start, right], [base + height] * 2, color=LINE, linewidth=0.4, alpha=0.5, zorder=1)
    canvas.write(start - 5, base + height - 0.36 * size, f"{most:,}", size * 0.85, colour=SOFT, align="right")
    name = fit(shorten(row.name, 60), start - left - 26, size * 1.05, bold=True)
    canvas.write(left, base + height * 0.5, name, size * 1.05, colour=INK, bold=True, name="label-row")
    noun = "quotation" if row.total == 1 else "quotations"
    canvas.write(left, base + height * 0.5 - 1.25 * size, f"{row.total:,} {noun}", size * 0.9, colour=SOFT)


def _axis(canvas: Canvas, months: Sequence[Month], start: float, base: float, slot: float) -> None:
    """Years below their Januaries; months, too, where there is room."""
    size = canvas.paper.text
    every = next(step for step in (1, 3, 6, 12, 24, 60, 120, 1200) if step * slot > 3.6 * size)
    for number, (year, month) in enumerate(months):
        if (every < 12 and (month - 1) % every == 0) or (every >= 12 and month == 1 and year % (every // 12) == 0):
            x = start + (number + 0.5) * slot
            words = str(year) if month == 1 or every >= 12 else _NAMES[month - 1]
            canvas.write(
                x, base - 1.4 * size, words, size * 0.9, colour=INK if words.isdigit() else SOFT, align="center"
            )
            canvas.axes.plot([x, x], [base, base - 3], color=LINE, linewidth=0.6, zorder=2)
    if not any(month == 1 for _year, month in months):
        canvas.write(start - 5, base - 1.4 * size, str(months[0][0]), size * 0.9, align="right")


_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
