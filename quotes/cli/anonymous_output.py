"""The report of anonymous sources in every format."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

from rich.console import Console

from quotes.cli.anonymous_tables import figure_table, listing_table, rule_table, whole_table
from quotes.cli.output import notes, open_output, unwritable, write_jsonl
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
    iter_figure_lines,
    iter_figure_rows,
    iter_listed_rows,
    measure_whole,
)
from quotes.spreadsheet import write_csv

ReportFormat = Literal["table", "csv", "jsonl", "html"]
_BY_SUFFIX: dict[str, ReportFormat] = {".html": "html", ".htm": "html", ".csv": "csv", ".jsonl": "jsonl"}
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


def choose_format(given: ReportFormat | None, output: Path | None) -> ReportFormat:
    """What `--format` says, else what the file's name does, else a table on a terminal and JSON Lines elsewhere.

    Raises UsageError for a name that promises another format.
    """
    if given is not None:
        return given
    if output is not None and str(output) != "-":
        name = output.with_suffix("") if output.suffix == ".gz" else output
        suffix = name.suffix.lower()
        if suffix and suffix not in _BY_SUFFIX:
            raise UsageError(
                f"-o writes no {suffix} file; let {output} end in .html, .csv or .jsonl, or give --format"
                + (" (--chart draws into it)" if suffix in _IMAGES else "")
            )
        return _BY_SUFFIX.get(suffix, "jsonl")
    return "table" if sys.stdout.isatty() else "jsonl"


def write_report(view: View, format: ReportFormat, output: Path | None, *, listing: bool) -> None:
    page = _generate_page(view) if format == "html" else ""  # before the file is opened: it may fail
    with open_output(output) as stream:
        if format == "html":
            stream.write(page)
        elif format == "table":
            _write_tables(view, stream, listing=listing)
        else:
            _write_rows(view, format, stream, listing=listing)
    if format in ("csv", "jsonl"):
        notes().print("\n".join(_definitions(view)))
    if output is not None and str(output) != "-":
        notes().print(f"Wrote {output}")


def _write_rows(view: View, format: ReportFormat, stream: TextIO, *, listing: bool) -> None:
    if listing:
        rows = iter_listed_rows(view.counted, view.warnings())
        if format == "csv":
            write_csv(rows, stream, LISTED_FIELDS)
        else:
            write_jsonl(rows, stream, at_once=False)
    elif format == "csv":
        write_csv(iter_figure_rows(view.groups, view.dimensions), stream, figure_fields(view.dimensions))
    else:
        stream.writelines(f"{line}\n" for line in iter_figure_lines(view.groups, view.dimensions))


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


def _write_tables(view: View, stream: TextIO, *, listing: bool) -> None:
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    if listing:
        console.print(listing_table(view.counted, view.warnings()))
        return
    console.print(figure_table(view.groups, view.whole, view.dimensions, view.of))
    console.print()
    console.print(whole_table(view.whole))
    articles = view.whole.measures["articles"].counts.strict
    if articles > _MOST_CHECKED and not view.rules_asked:
        console.print(f"\nHouse rules read every article; --warn NAME, or --list, lets them read these {articles:,}.")
    else:
        minded = rule_table(view.rules, view.warnings())
        if minded.row_count:
            console.print()
            console.print(minded)
    for words in _definitions(view):
        console.print(f"\n{words}", style="dim")


def _definitions(view: View) -> Iterator[str]:
    for rule in COUNTING_RULES.values():
        yield f"{rule.name.capitalize()}: {rule.definition}"
    yield MEASURES[view.of][1]
    yield f"{INTERVAL} {COPIES}"
