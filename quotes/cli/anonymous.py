"""`quotes anonymous`: how much rests on unnamed sources, for those who watch over standards."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from quotes.cli.anonymous_output import ReportFormat, View, check_charts, write_charts, write_report
from quotes.cli.filters import with_selection
from quotes.cli.options import Appearances, Database
from quotes.cli.output import notes
from quotes.report import (
    COUNTING_RULES,
    HOUSE_RULES,
    MEASURES,
    PANELS,
    Counted,
    Group,
    Measure,
    choose_rules,
    counting_rule,
    measure_groups,
    parse_dimensions,
)
from quotes.settings import database_url
from quotes.store import Selection, open_store

Rule = Literal["strict", "broad"]

_RULES_HELP = " ".join(f"{rule.name}: {rule.definition}" for rule in COUNTING_RULES.values())
_OF_HELP = " ".join(f"{name}: {definition}" for name, (_, definition) in MEASURES.items())
_WARN_HELP = "; ".join(f"{rule.name}: {rule.definition}" for rule in HOUSE_RULES.values())
_PANELS_HELP = "; ".join(f"{name}: {meaning}" for name, meaning in PANELS.items())


@with_selection(without={"limit", "sort", "anonymous"})
def anonymous(
    selection: Selection,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="Group by outlet, desk, byline, month, or two of them as in outlet,month; else outlet. The desk is "
            "the section that an article's carrier gives.",
        ),
    ] = None,
    of: Annotated[Measure, typer.Option("--of", help=f"What the shares are of. {_OF_HELP}")] = "quotations",
    rule: Annotated[Rule, typer.Option("--rule", help=f"The rule that --max-share holds to. {_RULES_HELP}")] = "strict",
    listing: Annotated[
        bool,
        typer.Option(
            "--list", help="Instead of figures, list the quotations behind them: text, descriptor, reason, article."
        ),
    ] = False,
    warn: Annotated[
        list[str] | None,
        typer.Option("--warn", metavar="NAME", help=f"Warn by this house rule only; several times. {_WARN_HELP}."),
    ] = None,
    no_warn: Annotated[
        list[str] | None,
        typer.Option("--no-warn", metavar="NAME", help="Do not warn by this house rule; may be given several times."),
    ] = None,
    max_share: Annotated[
        float | None,
        typer.Option(
            "--max-share",
            metavar="SHARE",
            min=0,
            max=1,
            help="A check: exit 1 if the share of all, or with --by that of a group, is above this, as in 0.15.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here; .html is a page with charts, other names as ever.",
        ),
    ] = None,
    chart: Annotated[
        Path | None, typer.Option("--chart", metavar="FILE", help="Also draw the charts into this .png or .svg.")
    ] = None,
    panel: Annotated[
        list[str] | None,
        typer.Option(
            "--panel", metavar="NAME", help=f"Draw this into --chart only; may be given several times. {_PANELS_HELP}."
        ),
    ] = None,
    appearances: Appearances = False,
    db: Database = None,
    format: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            help="table or markdown for people, jsonl for programs, csv or xlsx for spreadsheets, html for a page; "
            "else by the name of -o, else a table on a terminal and jsonl anywhere else.",
        ),
    ] = None,
) -> None:
    """Report how much rests on anonymous sources, and what house rules would mind.

    Shares have 95% intervals.
    """
    dimensions = parse_dimensions("outlet" if by is None else by)
    rules = choose_rules(warn or (), no_warn or ())
    panels = check_charts(chart, panel or ())
    with open_store(database_url(db), create=False) as store:
        counted = Counted(store, selection, each=appearances)
        groups = measure_groups(counted, dimensions)
        view = View(counted, dimensions, of, rules, bool(warn or no_warn), groups)
        write_report(view, format, output, listing=listing)
        if chart is not None:
            write_charts(view, chart, panels)
        if max_share is not None and _is_above(view, max_share, rule, groups if by is not None else ()):
            raise typer.Exit(1)


def _is_above(view: View, limit: float, rule: Rule, groups: Sequence[Group]) -> bool:
    """Say on standard error which shares are above the limit, and whether chance could have brought them there."""
    above = False
    for group in (view.whole, *groups):
        share = group.measures[view.of].shares[counting_rule(rule).name]
        if share.value is not None and share.value > limit and share.interval is not None:
            above = True
            low, high = share.interval
            sure = "and surely so" if low > limit else "but chance alone could bring it there"
            notes().print(
                f"{view.called(group)}: {share.part} of {share.whole} {MEASURES[view.of][0]}, {share.value:.1%} "
                f"({low:.1%} to {high:.1%}), is above the limit of {limit:.1%} ({rule} rule), {sure}"
            )
    return above
