"""The figures of `quotes evaluate` as tables for people."""

from collections.abc import Sequence
from itertools import groupby

from rich.table import Table
from rich.text import Text

from quotes.cli.output import out, plain_table
from quotes.evaluate import Change, Comparison, Evaluation, Figures, Mistake, Score, Share
from quotes.evaluate.calibration import Calibration
from quotes.evaluate.mistakes import CLASSES

GROUPS = {"outlet": "Outlet", "kind": "Kind", "source_type": "Source type"}
EXCERPT = 70  # characters of a quotation in a list


def print_evaluation(evaluation: Evaluation) -> None:
    console = out()
    missing = f", {evaluation.missing} of them without predictions" if evaluation.missing else ""
    console.print(f"{len(evaluation.judged)} articles{missing}; verbatim {_share(evaluation.verbatim)}\n")
    _print_figures(evaluation.figures)
    console.print("\nF of each measure; of the types the share that is right", style="dim")
    for name, groups in evaluation.groups().items():
        _print_groups(GROUPS[name], groups)
    _print_calibration("Mentions", evaluation.calibration)
    _print_calibration("Names", evaluation.name_calibration)


def print_comparison(comparison: Comparison, other: str) -> None:
    console = out()
    console.print(f"\nAgainst {other}", style="bold")
    if not comparison.changes:
        console.print("Nothing changed.")
        return
    table = plain_table("", "Gained", "Lost")
    _align(table)
    for aspect, (gained, lost) in comparison.counts().items():
        table.add_row(aspect, str(gained), str(lost))
    console.print(table)
    for title, changes in (("Losses", comparison.losses), ("Gains", comparison.gains)):
        _print_changes(title, changes)


def print_mistakes(mistakes: Sequence[Mistake]) -> None:
    """Class by class, each with its number and what it means."""
    console = out()
    for kind, group in groupby(mistakes, key=lambda mistake: mistake.kind):
        some = list(group)
        console.print(Text(f"\n{kind} ({len(some)}): ", style="bold").append(CLASSES[kind], style="not bold"))
        table = plain_table("Where", "Quotation", "Gold", "Predicted")
        for column, ratio in zip(table.columns, (2, 4, 3, 3), strict=True):
            column.ratio, column.overflow = ratio, "fold"
        table.expand = True
        for mistake in some:
            words = mistake.span.of(mistake.article.text)
            place = f"{mistake.article.id}:{mistake.span.start}"
            table.add_row(place, _excerpt(words), _excerpt(mistake.expected), _excerpt(mistake.given))
        console.print(table)


def _print_figures(figures: Figures) -> None:
    table = plain_table("", "P", "R", "F", "Right", "Predicted", "Gold")
    _align(table)
    for name, value in figures.rows():
        if isinstance(value, Share):
            table.add_row(name, "", "", _share(value), str(value.part), "", str(value.whole))
        else:
            counts = (value.hit, value.predicted, value.gold)
            table.add_row(name, *map(_figure, (value.precision, value.recall, value.f1)), *map(str, counts))
    out().print(table)


def _print_groups(title: str, groups: dict[str, Figures]) -> None:
    with_indirect = any(figures.indirect for figures in groups.values())
    names = ["Gold", "Quote", "Mention", "Name", "Type", "Anon.", *(["Indirect"] if with_indirect else [])]
    table = plain_table(title, *names)
    _align(table)
    for group, figures in groups.items():
        row = [
            _f1(figures.quote),
            _f1(figures.mention),
            _f1(figures.name),
            _share(figures.type),
            _f1(figures.anonymous),
        ]
        indirect = [_f1(figures.indirect)] if with_indirect else []
        table.add_row(group, str(figures.quote.gold), *row, *indirect)
    out().print(table)
    out().print()


def _print_calibration(what: str, calibration: Calibration) -> None:
    if calibration.error is None:
        return
    table = plain_table("Confidence", what, "Mean", "Right")
    _align(table)
    for b in calibration.bins:
        if b.confidence is not None and b.right is not None:
            table.add_row(f"{b.low:.1f}–{b.high:.1f}", str(b.number), _figure(b.confidence), _figure(b.right))
    out().print(table)
    out().print(f"expected calibration error {calibration.error:.3f}\n")


def _print_changes(title: str, changes: Sequence[Change]) -> None:
    if changes:
        out().print(f"\n{title} ({len(changes)})", style="bold")
        for change in changes:
            out().print(str(change))


def _align(table: Table) -> None:
    for column in table.columns[1:]:
        column.justify = "right"


def _f1(score: Score | None) -> str:
    return _figure(score.f1) if score and (score.gold or score.predicted) else "–"


def _share(share: Share) -> str:
    return "–" if share.value is None else _figure(share.value)


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= EXCERPT else f"{words[: EXCERPT - 1]}…"
