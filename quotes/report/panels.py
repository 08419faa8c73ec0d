"""One function a panel: each draws on the axes that it is given. Colour never says anything that shape does not."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from quotes.classify.reasons import REASON_CLASSES
from quotes.domain import ReasonClass
from quotes.report.colours import Colours
from quotes.report.series import Point, plain_label
from quotes.report.timeline import Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST_TICKS = 6
_MOST_LETTERS = 26


def draw_time(axes: "Axes", time: Timeline, noun: str, colours: Colours) -> None:
    """Both shares over time, the strict one with its interval."""
    points = time.points
    _title(axes, f"Share of {noun} {time.step} by {time.step}")
    if not any(point.shares["strict"].whole for point in points):
        _nothing(axes, "No dated article tells who speaks." if points else "No article has a date.", colours)
        return
    places = list(range(len(points)))
    lows, highs = zip(*(point.shares["strict"].interval or (float("nan"),) * 2 for point in points), strict=True)
    alone = len(points) == 1
    axes.fill_between(places, lows, highs, color=colours.strict, alpha=0.16, linewidth=0, label="95% interval")
    axes.vlines(places, lows, highs, color=colours.strict, linewidth=1.6 if alone else 0.8, alpha=1 if alone else 0.45)
    for rule, style in (("broad", "s--"), ("strict", "o-")):
        values = [_value(point, rule) for point in points]
        colour = getattr(colours, rule)
        axes.plot(places, values, style, color=colour, linewidth=1.6, markersize=4.5, label=rule)
    step = max(1, ceil(len(points) / _MOST_TICKS))
    axes.set_xticks(places[::step], [_date(point.label) for point in points[::step]])
    axes.set_xlim(-0.5, len(points) - 0.5)
    shown = [*highs, *(_value(point, "broad") for point in points)]
    _percent(axes.yaxis, axes.set_ylim, shown)
    axes.grid(axis="y")
    if time.left_out:
        axes.set_xlabel(f"{time.left_out:,} {noun} of other years left out", loc="left", fontsize=9)
    _legend(axes)


def draw_groups(axes: "Axes", points: Sequence[Point], more: int, noun: str, colours: Colours) -> None:
    """A line a group: the strict share with its interval, the broad one, and of how many."""
    _title(axes, f"Share by {noun}" + (f", {more} smaller ones left out" if more else ""))
    if not points:
        _nothing(axes, "No article tells who speaks.", colours)
        return
    places = list(range(len(points)))
    intervals = [point.shares["strict"].interval or (0.0, 0.0) for point in points]
    lows, highs = zip(*intervals, strict=True)
    axes.hlines(places, lows, highs, color=colours.strict, linewidth=5, alpha=0.25, label="95% interval")
    axes.plot([_value(point, "broad") for point in points], places, "s", color=colours.broad, mfc="none", label="broad")
    axes.plot([_value(point, "strict") for point in points], places, "o", color=colours.strict, label="strict")
    axes.set_yticks(places, [_short(point.label) for point in points])
    axes.tick_params(axis="y", length=0, labelcolor=colours.ink)
    axes.set_ylim(len(points) - 0.4, -0.6)
    _percent(axes.xaxis, axes.set_xlim, [*highs, *(_value(point, "broad") for point in points)])
    axes.grid(axis="x")
    for place, point in zip(places, points, strict=True):
        share = point.shares["strict"]
        axes.annotate(
            f"{share.part} of {share.whole}",
            (1, place),
            xycoords=("axes fraction", "data"),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            color=colours.soft,
            annotation_clip=False,
        )
    _legend(axes)


def draw_reasons(axes: "Axes", counts: Mapping[ReasonClass, int], colours: Colours) -> None:
    """A bar for each class of reason, as many sources as are without a name for it."""
    _title(axes, "Why anonymous sources have no name")
    if not any(counts.values()):
        _nothing(axes, "There is no anonymous source.", colours)
        return
    places, numbers = list(range(len(counts))), list(counts.values())
    hollow = ("boilerplate", "none")
    faces = [colours.paper if name in hollow else colours.strict for name in counts]
    bars = axes.barh(places, numbers, height=0.62, color=faces, edgecolor=colours.strict, linewidth=1.2)
    axes.bar_label(bars, labels=[f"{n}" for n in numbers], padding=5, color=colours.soft)
    axes.set_yticks(places, [REASON_CLASSES[name][0] for name in counts])
    axes.tick_params(axis="y", length=0, labelcolor=colours.ink)
    axes.set_ylim(len(counts) - 0.4, -0.6)
    axes.set_xlim(0, max(numbers) * 1.12)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)


def _title(axes: "Axes", words: str) -> None:
    """From the left edge of the drawing, for beside long names there would be no room for it."""
    axes.figure.suptitle(words, x=0.01, ha="left", fontweight="bold", fontsize=10.5)


def _nothing(axes: "Axes", words: str, colours: Colours) -> None:
    axes.set_axis_off()
    axes.text(0, 0.9, words, transform=axes.transAxes, color=colours.soft)


def _value(point: Point, rule: str) -> float:
    value = point.shares[rule].value
    return float("nan") if value is None else value


def _percent(axis: Any, set_limits: Any, shown: Sequence[float]) -> None:
    """From 0 to a little over the largest, at most to 1, in per cent."""
    largest = max((value for value in shown if value == value), default=0)
    set_limits(0, min(1.02, max(0.1, largest * 1.08)))
    axis.set_major_locator(_locator())
    axis.set_major_formatter(lambda value, _: f"{round(100 * value, 2):g}%")


def _locator() -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(5, steps=[1, 2, 2.5, 5, 10])


def _legend(axes: "Axes") -> None:
    handles, labels = axes.get_legend_handles_labels()
    ordered = sorted(zip(labels, handles, strict=True), key=lambda pair: ("strict", "broad").count(pair[0]) == 0)
    axes.legend(
        [handle for _, handle in ordered],
        [label for label, _ in ordered],
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=3,
        borderaxespad=0.1,
        borderpad=0.1,
        handlelength=1.6,
        columnspacing=1.2,
        fontsize=9,
    )


def _date(label: str) -> str:
    """A year, or a month above its year."""
    year, _, month = label.partition("-")
    return f"{_MONTHS[int(month) - 1]}\n{year}" if month else year


def _short(label: str) -> str:
    """A name that fits beside a chart, without characters that no drawing can hold."""
    plain = plain_label(label)
    return plain if len(plain) <= _MOST_LETTERS else plain[: _MOST_LETTERS - 1].rstrip() + "…"
