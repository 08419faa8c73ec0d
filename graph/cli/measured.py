"""Measures as tables, in the formats of every command."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid

from graph.measures.definitions import DEFINITIONS, TABLES
from quotes.cli.answers import Answer, Column, Format, choose_format, write_answer
from quotes.cli.listing import one_line
from quotes.cli.output import plain_table
from quotes.errors import UsageError

if TYPE_CHECKING:
    from graph.measures.tables import Table

_HEADINGS: Mapping[str, str] = {
    **{name: one.heading for name, one in DEFINITIONS.items()},
    "label": "Name", "one": "One", "other": "Other", "value": "", "measure": "Network", "quotations": "Quotations",
    "betweenness_error": "± at most", "shared": "Shared", "members": "Members", "within": "Within", "weight": "Weight",
    "cut_off": "Cut off", "name": "Strongest members", "exclusive": "Exclusive", "largest_component": "Largest part",
}  # fmt: skip
_SHARES = frozenset({"exclusive", "relayed", "within", "largest_component"})
_TOLD = ("label", "name", "one", "other", "measure")  # columns of words
_HIDDEN = frozenset({"id", "one_id", "other_id", "source", "target", "kind", "side"})


def iter_rows(tables: Iterable["Table"], top: int | None) -> Iterator[dict[str, Any]]:
    """The rows of all tables, each with the name of its table."""
    for table in tables:
        for row in islice(table, top):
            yield {"table": table.name, **row}


def write_tables(
    tables: Sequence["Table"],
    top: int | None,
    format: Format | None,
    output: Path | None,
    shown: Callable[[], RenderableType],
) -> None:
    """Write measures: for terminals as they are `shown`, as JSON Lines all of them, else the one table.

    Raises UsageError where several tables are wanted in a format that holds one.
    """
    chosen = choose_format(format, output)
    if chosen in ("csv", "xlsx", "markdown") and len(tables) > 1:
        raise UsageError(f"{chosen} holds one table; choose with --table: {', '.join(t.name for t in tables)}")
    rows: Iterable[Mapping[str, Any]] = iter_rows(tables, top)
    if chosen == "table":
        rows = [{}]  # it is made of the tables themselves
    elif chosen != "jsonl":
        rows = islice(tables[0], top)
    columns: list[Column[Mapping[str, Any]]] = [
        Column(name, itemgetter(name), None if name in _HIDDEN else _HEADINGS.get(name, name) or name)
        for name in (tables[0].columns if tables else ())
    ]
    answer = Answer(rows, columns, dict, lambda _: shown(), "There is nothing of the kind.")
    write_answer(answer, chosen, output)


def shown_tables(tables: Iterable["Table"], top: int, hidden: frozenset[str]) -> RenderableType:
    """The first rows of each table, a heading over each; speakers and outlets apart."""
    parts = [(title, table, rows) for title, table, rows in _parts(tables) if len(table)]
    if not parts:
        return "There is nothing of the kind in this network."
    grids: list[RenderableType] = []
    for title, table, rows in parts:
        some = list(rows) if table.name == "network" else list(islice(rows, top))
        grids += ["", _grid(title, table, some, hidden)]
    return Group(*grids[1:])


def _parts(tables: Iterable["Table"]) -> Iterator[tuple[str, "Table", Iterable[dict[str, Any]]]]:
    for table in tables:
        if table.name != "nodes":
            yield _TITLES[table.name], table, table
            continue
        for side in ("speaker", "outlet", "article"):
            rows = [row for row in table if row["side"] == side]
            if rows:
                yield side.capitalize(), table, rows


_TITLES: Mapping[str, str] = {
    "network": "Network", "communities": "Community", "outlets": "Outlet", "pairs": "One outlet",
    "ties": "Bridge",
}  # fmt: skip


def _grid(title: str, table: "Table", rows: Iterable[Mapping[str, Any]], hidden: frozenset[str]) -> Grid:
    columns = [name for name in table.columns if name not in _HIDDEN and name not in hidden]
    if table.name == "communities":
        columns = ["name", "community", "members", "within"]
    grid = plain_table()
    for place, name in enumerate(columns):
        grid.add_column(
            title if place == 0 else _HEADINGS.get(name, name), justify="left" if name in _TOLD else "right"
        )
    for row in rows:
        if table.name == "network":
            name = str(row["measure"])
            words = _LONGER.get(name, _HEADINGS.get(name, name.capitalize()))
            grid.add_row(words, in_words(name, row["value"]))
        else:
            grid.add_row(*(in_words(name, row[name]) for name in columns))
    return grid


_LONGER = {
    "relayed": "Relayed words",
    "assortativity": "Assortativity by outlet",
    "effective_sources": "Effective sources",
}


def in_words(name: str, value: Any) -> str:
    """A value as a table shows it.

    >>> in_words("pagerank", 0.01234), in_words("exclusive", 0.5), in_words("degree", 1200), in_words("hhi", None)
    ('0.012', '50%', '1,200', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, int):
        return f"{value:,}"
    if name in _SHARES:
        return f"{value:.0%}" if value == 0 or value >= 0.01 else f"{value:.1%}"
    if name == "hhi":
        return f"{value:.4f}"
    if abs(value) >= 1:
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.1f}"
    return f"{value:.3f}" if value == 0 or abs(value) >= 0.001 else f"{value:.0e}"


def definition_rows() -> Iterator[dict[str, Any]]:
    for one in DEFINITIONS.values():
        yield {
            "measure": one.name,
            "of": [TABLES[table] for table in one.tables],
            "meaning": one.meaning,
            "source": one.source,
            "networks": sorted(one.kinds),
        }


def definition_answer() -> Answer[Mapping[str, Any]]:
    names = {"measure": "Measure", "of": "Of", "meaning": "What it means", "source": "Source", "networks": None}
    columns: list[Column[Mapping[str, Any]]] = [Column(name, itemgetter(name), told) for name, told in names.items()]
    rows = list(definition_rows())
    return Answer(rows, columns, dict, lambda _: _definition_table(), limit=len(rows))


def _definition_table() -> Grid:
    grid = plain_table("Measure", "What it means, and where it comes from")
    for place, one in enumerate(DEFINITIONS.values()):
        if place:
            grid.add_row()
        grid.add_row(one.name, f"{one.meaning}\n{one.source}")
    return grid
