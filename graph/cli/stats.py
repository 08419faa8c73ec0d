"""`quotes graph stats`: the network in numbers."""

from typing import Annotated, Any, Literal

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from graph.cli.measured import definition_answer, shown_tables, write_tables
from graph.cli.wanted import Wanted, with_network
from graph.measures.definitions import DEFINITIONS, TABLES, choose, in_words
from quotes.cli.answers import AnswerFormat, OutputFile, write_answer
from quotes.cli.output import notes
from quotes.errors import UsageError

EPILOG = in_words()
_TOP = 10
_WIDE = frozenset({"entropy", "betweenness_error"})  # what an unasked table leaves out, so that it fits a terminal


@with_network(without=("measured",))
def stats(
    wanted: Wanted,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            "-m",
            metavar="NAME",
            help=f"Only these, several times or with commas; all that suit the network if not given: "
            f"{', '.join(DEFINITIONS)}. What they mean stands below.",
        ),
    ] = None,
    table: Annotated[
        Literal["network", "nodes", "communities", "outlets", "pairs", "ties"] | None,
        typer.Option(
            "--table", help=f"Only one table. {'; '.join(f'{name}: {what}' for name, what in TABLES.items())}."
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top", min=1, help=f"List at most so many of each; {_TOP} in tables for people, else all if not given."
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Where chance begins in communities and in samples.")] = 0,
    exact: Annotated[
        bool | None,
        typer.Option(
            "--exact/--sampled",
            help="Betweenness from all nodes, which can take hours; or from a sample, with its error. If not given, "
            "exact in small networks.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        Literal["networkx", "networkit"] | None,
        typer.Option(
            "--engine", help="What computes; if not given, networkit where it is installed and the network large."
        ),
    ] = None,
    definitions: Annotated[
        bool, typer.Option("--definitions", help="Instead of measuring, say what each measure means, with its source.")
    ] = False,
    output: OutputFile = None,
    format: AnswerFormat = None,
) -> None:
    """Measure a network: who is central in it, what belongs together, how outlets choose their sources."""
    if definitions:
        write_answer(definition_answer(), format, output)
        return
    asked = [one.name for one in choose(measure or (), wanted.kind) if table in (None, *one.tables)]
    if not asked:
        raise UsageError(f"nothing that was asked for stands in the table {table}; choose another --table or --measure")
    from graph.measures.measure import measure as take

    network = wanted.build()
    found = take(network, *asked, seed=seed, exact=exact, engine=engine)
    tables = [found[table]] if table else list(found)

    def shown() -> RenderableType:
        heading = Text(_heading(network.graph) + "\n")
        return Group(heading, shown_tables(tables, top or _TOP, frozenset() if measure else _WIDE))

    write_tables(tables, top, format, output, shown)
    for note in found.notes:
        notes().print(note)


def _heading(told: dict[str, Any]) -> str:
    """What was measured: "Who is quoted where, since 2020-01-01: 1,204 quotations in 300 articles"."""
    title = str(told.get("title", "Network"))
    asked = f", {told['selection']}" if told.get("selection") else ""
    backbone = f", backbone at {told['alpha']:g}" if "alpha" in told else ""
    near = f", {told['steps']} steps around {told['around']}" if "around" in told else ""
    counted = f"{told.get('quotations', 0):,} quotations in {told.get('articles', 0):,} articles"
    return f"{title[:1].upper()}{title[1:]}{asked}{near}{backbone}: {counted}"
