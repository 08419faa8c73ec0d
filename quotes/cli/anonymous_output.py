"""The report of anonymous sources in every format."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

from rich.console import Group as Together
from rich.console import RenderableType
from rich.text import Text

from quotes.cli.anonymous_tables import figure_table, listing_table, rule_table, whole_table
from quotes.cli.answers import Answer, Column, choose_format, write_answer
from quotes.cli.output import notes, open_output, unwritable
from quotes.errors import UsageError
from quotes.report import (
    COPIES,
    COUNTING_RULES,
    INTERVAL,
    LISTED_FIELDS,
    MEASURES,
    Counted,
    Dimension,
    Group,
    HouseRule,
    Measure,
    Panel,
    Warnings,
    choose_panels,
    figure_fields,
    find_breaches,
    iter_figure_rows,
    iter_listed,
    iter_listed_rows,
    measure_whole,
)

Row = Mapping[str, Any]
ReportFormat = Literal["table", "jsonl", "csv", "xlsx", "markdown", "html"]
_IMAGES: dict[str, Literal["png", "svg"]] = {".png": "png", ".svg": "svg"}

_MOST_CHECKED = 5000  # articles with anonymous sources that house rules read unasked; it takes about a second


@dataclass(frozen=True, slots=True)
class View:
    """What was asked for, counted."""

    counted: Counted
    dimensions: tuple[Dimension, ...]
    of: Measure
    rules: Sequence[HouseRule]
    rules_asked: bool  # whether somebody chose them
    groups: Sequence[Group]

    @property
    def whole(self) -> Group:
        return measure_whole(self.counted)

    def warnings(self, *, most: int = 0) -> Warnings:
        """What the house rules mind; of each, so many findings in full."""
        return Warnings(find_breaches(self.counted, self.rules), most=most)

    def called(self, group: Group) -> str:
        named = [one.called(value) for one, value in zip(self.dimensions, group.key, strict=False)]
        return ", ".join(named) or "All"


def is_page(format: ReportFormat | None, output: Path | None) -> bool:
    """Whether a page is wanted, by --format or the name of the file."""
    if format is None and output is not None:
        return output.name.removesuffix(".gz").lower().endswith((".html", ".htm"))
    return format == "html"


def write_report(view: View, format: ReportFormat | None, output: Path | None, *, listing: bool) -> None:
    """Write the figures, or with `listing` the quotations behind them; raises UsageError where that cannot be."""
    if is_page(format, output):
        page = _generate_page(view)  # before the file is opened: it may fail
        with open_output(output) as stream:
            stream.write(page)
        if output is not None and str(output) != "-":
            notes().print(f"Wrote {output}")
        return
    assert format != "html"
    if format is None and output is not None and output.suffix.lower() in _IMAGES:
        raise UsageError("-o writes no drawing; --chart draws into it")
    write_answer(_listed(view) if listing else _figures(view), format, output)
    if choose_format(format, output) not in ("table", "markdown"):
        notes().print("\n".join(_definitions(view)))


def _figures(view: View) -> Answer[Row]:
    fields = figure_fields(view.dimensions)
    shown = {one.name: one.label for one in view.dimensions} | _HEADINGS
    columns: list[Column[Row]] = [Column(name, itemgetter(name), shown.get(name)) for name in fields]
    rows = iter_figure_rows(view.groups, view.dimensions)
    return Answer(rows, columns, table=lambda some: _tables(view, view.groups[: len(some)]), nothing=_NOTHING)


def _listed(view: View) -> Answer[Row]:
    warnings = view.warnings()
    columns: list[Column[Row]] = [Column(name, itemgetter(name), _LISTED.get(name)) for name in LISTED_FIELDS]

    def table(some: Sequence[Row]) -> RenderableType:
        return listing_table(islice(iter_listed(view.counted), len(some)), warnings)

    return Answer(iter_listed_rows(view.counted, warnings), columns, table=table, nothing=_NOTHING)


_NOTHING = "No article is like that, or none quotes anybody."
_HEADINGS = {
    "quotations": "Quotations", "attributed": "With a speaker", "anonymous": "Anonymous", "share": "Share",
    "low": "From", "high": "To", "broad_anonymous": "Broad", "broad_share": "Broad share",
}  # fmt: skip
_LISTED = {
    "text": "Said", "descriptor": "By", "reason": "Reason", "article": "In", "outlet": "Outlet", "published": "Date",
    "warnings": "Warnings",
}  # fmt: skip


def check_charts(path: Path | None, names: Sequence[str]) -> tuple[Panel, ...]:
    """The panels to draw; raises UsageError for a file that is no drawing, and for panels that go nowhere."""
    if path is None and names:
        raise UsageError(f"--panel {names[0]} is drawn into no file; give one with --chart")
    if path is not None and path.suffix.lower() not in _IMAGES:
        raise UsageError(f"{path} is neither .png nor .svg; give --chart a name that ends so")
    return choose_panels(names)


def write_charts(view: View, path: Path, panels: Sequence[Panel]) -> None:
    """Draw into a .png or .svg file; raises UsageError where it cannot be written or matplotlib is missing."""
    from quotes.report.charts import ChartData, draw
    from quotes.report.html import chart_dimension

    data = ChartData(view.counted, view.of, chart_dimension(view.dimensions))
    image = draw(panels, data, _IMAGES[path.suffix.lower()])
    try:
        path.write_bytes(image)
    except OSError as error:
        raise unwritable(path, error, "--chart") from error
    notes().print(f"Wrote {path}")


def _generate_page(view: View) -> str:
    from quotes.report.charts import ChartData
    from quotes.report.entries import MOST
    from quotes.report.html import chart_dimension, generate_report

    charts = ChartData(view.counted, view.of, chart_dimension(view.dimensions))
    return generate_report(view.counted, view.dimensions, view.rules, view.warnings(most=MOST), charts)


def _tables(view: View, groups: Sequence[Group]) -> RenderableType:
    parts: list[RenderableType] = [
        figure_table(groups, view.whole, view.dimensions, view.of), "", whole_table(view.whole)
    ]  # fmt: skip
    articles = view.whole.measures["articles"].counts.strict
    if articles > _MOST_CHECKED and not view.rules_asked:
        parts.append(f"\nHouse rules read every article; --warn NAME, or --list, lets them read these {articles:,}.")
    else:
        minded = rule_table(view.rules, view.warnings())
        parts += ["", minded] if minded.row_count else []
    return Together(*parts, *(Text(f"\n{words}", style="dim") for words in _definitions(view)))


def _definitions(view: View) -> Iterator[str]:
    for rule in COUNTING_RULES.values():
        yield f"{rule.name.capitalize()}: {rule.definition}"
    yield MEASURES[view.of][1]
    yield f"{INTERVAL} {COPIES}"
