"""The tables of `quotes anonymous`."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from quotes.classify.reasons import REASON_CLASSES, classify_reason
from quotes.cli.listing import day, one_line
from quotes.cli.output import out, plain_table
from quotes.definitions import STANDINGS
from quotes.report import (
    MEASURES,
    Dimension,
    Figures,
    Group,
    HouseRule,
    Listed,
    Measure,
    Share,
    Warnings,
    category_label,
    percent,
)

_WIDE = 100  # columns of a terminal from which on the broad rule shows its counts too


def figure_table(groups: Sequence[Group], whole: Group, dimensions: Sequence[Dimension], of: Measure) -> Table:
    """A line a group and one for all, of one measure."""
    noun = {"quotations": "Quota-\ntions", "words": "Quoted\nwords"}.get(of, of.capitalize())
    table, wide = _figures_table(*(dimension.label for dimension in dimensions), first=noun)
    for group in groups:
        called = [dimension.called(value) for dimension, value in zip(dimensions, group.key, strict=True)]
        table.add_row(*called, *_cells(group.measures[of], wide=wide))
    table.add_section()
    table.add_row("All", *[""] * (len(dimensions) - 1), *_cells(whole.measures[of], wide=wide), style="bold")
    return table


def whole_table(whole: Group) -> Table:
    """A line a measure, of all articles."""
    table, wide = _figures_table("Share of", first="Found")
    for measure, figures in whole.measures.items():
        table.add_row(MEASURES[measure][0], *_cells(figures, wide=wide))
    return table


def _figures_table(*names: str, first: str) -> tuple[Table, bool]:
    """The table without rows, and whether it is wide."""
    wide = out().width >= _WIDE
    broad = ("Broad", "Share\n(95%)") if wide else ("Broad share\n(95%)",)
    table = plain_table(
        *names, first, "With a\nspeaker", "Strict", "Share\n(95%)", *broad, "Spokes-\npersons", "Docu-\nments"
    )
    table.padding = (0, 1, 0, 0)
    for column in table.columns[: len(names)]:
        column.vertical, column.overflow = "bottom", "fold"
    for column in table.columns[len(names) :]:
        column.justify, column.vertical, column.no_wrap = "right", "bottom", True
    return table, wide


def _cells(figures: Figures, *, wide: bool) -> list[str]:
    strict, broad = figures.shares["strict"], figures.shares["broad"]
    counts = [str(figures.total), str(figures.told), str(strict.part), _share(strict)]
    return [
        *counts,
        *([str(broad.part)] if wide else []),
        _share(broad),
        str(figures.spokespersons),
        str(figures.documents),
    ]


def _share(share: Share) -> str:
    """As in "25% (5–70)": the share, and both ends of its interval in per cent."""
    if share.value is None or share.interval is None:
        return "–"
    low, high = (f"{100 * end:.0f}" for end in share.interval)
    return f"{percent(share.value)} ({low}–{high})"


def rule_table(rules: Sequence[HouseRule], warnings: Warnings) -> Table:
    """A line for each house rule that minds anything."""
    table = plain_table("House rule", "Warnings", "Where")
    table.columns[1].justify = "right"
    for rule in rules:
        if warnings.counts[rule.name]:
            table.add_row(rule.name, str(warnings.counts[rule.name]), rule.definition)
    return table


def listing_table(quotations: Iterable[Listed], warnings: Warnings) -> Table:
    """The quotations behind the figures, each with its source, its reason, and what house rules mind."""
    table = plain_table("Said", "By", "In")
    for column, ratio in zip(table.columns, (5, 3, 3), strict=True):
        column.ratio, column.overflow = ratio, "fold"
    table.expand = True
    for number, quoted in enumerate(quotations):
        if number:
            table.add_row()
        minded = warnings.minding(quoted.ids)
        said = Text(one_line(quoted.first.text))
        if minded:
            said.append(f"\nwarnings: {', '.join(minded)}", style="dim")
        table.add_row(said, _source(quoted), _place(quoted))
    return table


def _source(quoted: Listed) -> Text:
    text = Text(one_line(quoted.first.descriptor), style="bold")
    text.append(f"\n{category_label(quoted.category)}", style="not bold italic")
    record = quoted.first.told
    if record.standing in ("bare", "described"):
        people = f"{record.count} people" if record.count is not None and record.count > 1 else None
        rank = record.description.seniority if record.description else None
        parts = [STANDINGS[record.standing][0], rank and f"rank: {rank}", people]
        text.append(f"\n{', '.join(part for part in parts if part)}", style="not bold")
    if quoted.first.reason:
        label = REASON_CLASSES[classify_reason(quoted.first.reason)][0]
        text.append(f"\nreason ({label}): {one_line(quoted.first.reason)}", style="not bold")
    return text


def _place(quoted: Listed) -> Text:
    story = quoted.first.story
    more = len(quoted.places) - 1
    lines = [story.id, story.outlet, day(story.published), f"and {more} more" if more else None]
    return Text("\n".join(line for line in lines if line))
