"""`quotes graph export`: the network as a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.output import notes
from quotes.errors import UsageError
from quotes.settings import database_url

if TYPE_CHECKING:
    import networkx as nx

_LARGEST = 20_000  # nodes that are laid out unasked: some ten seconds


@with_network()
def export(
    wanted: Wanted,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            allow_dash=True,
            help="Where to write, gzipped when it ends in .gz; - for standard output.",
        ),
    ] = Path("-"),
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="gexf (for Gephi), graphml, gml, pajek (.net), json (node-link), cytoscape (.cyjs), dot, csv (two "
            "tables for Gephi), neo4j (two tables for its bulk import) or prov (.ttl, provenance of the quotations); "
            "what the file's name ends in if not given.",
        ),
    ] = None,
    measures: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="MEASURES",
            help="Measures that nodes are to carry, with commas between: pagerank,community. "
            "quotes graph stats --definitions lists them.",
        ),
    ] = None,
    layout: Annotated[
        bool | None,
        typer.Option(
            "--layout/--no-layout",
            help="Give nodes a position, size and colour; if not said, where a program that opens the file shows them "
            f"and there are no more than {_LARGEST:,} nodes.",
            show_default=False,
        ),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option(
            "--every",
            metavar="PERIOD",
            help="A network each month, quarter or year: one dynamic GEXF, a file a period in other formats.",
        ),
    ] = None,
) -> None:
    """Write a network, each edge with the quotations that prove it."""
    from graph.formats import FORMATS, format_of, paths_of, write, write_each
    from graph.measures.definitions import choose

    chosen = format_of(output, format)  # before the work, which a wrong name would waste
    paths_of(output, chosen)
    names = tuple(name.strip() for name in measures.split(",")) if measures else ()
    choose(names, wanted.kind)
    if chosen is FORMATS["prov"]:
        if every or names or wanted.network:
            raise UsageError("provenance is of quotations and their speakers; leave out --network, --every and --with")
        _export_provenance(wanted, output)
        return
    slices = wanted.build_each(every) if every else []
    networks = [network for _, network in slices] if every else [wanted.build()]
    if names:
        _measure(networks, names)
    if layout or (layout is None and chosen.shows_places):
        _place(networks, even_if_large=bool(layout))
    if every:
        _tell(write_each(slices, output, format), f"{len(slices)} networks, one a {every}")
    else:
        nodes, edges = networks[0].number_of_nodes(), networks[0].number_of_edges()
        _tell(write(networks[0], output, format), f"{nodes} nodes, {edges} edges")


def _measure(networks: "Sequence[nx.Graph]", names: Sequence[str]) -> None:
    from graph.measures.measure import annotate

    told = dict.fromkeys(note for network in networks for note in annotate(network, *names).notes)
    for note in told:
        notes().print(note)


def _place(networks: "Sequence[nx.Graph]", *, even_if_large: bool) -> None:
    """Lay out the networks of all periods as one, so that nobody moves between them."""
    import networkx as nx

    from graph.layout import place

    whole = networks[0] if len(networks) == 1 else nx.compose_all(networks) if networks else nx.Graph()
    if len(whole) > _LARGEST and not even_if_large:
        notes().print(f"not laid out, for there are {len(whole):,} nodes; --layout does so nevertheless")
        return
    placed = place(whole)
    for network in networks:
        for node, data in network.nodes(data=True):
            data.update({name: placed.nodes[node][name] for name in ("x", "y", "size", "color")})


def _export_provenance(wanted: Wanted, output: Path) -> None:
    from graph.formats.files import write_text
    from graph.formats.prov import generate_prov
    from quotes.store import open_store

    network = wanted.build()
    with open_store(database_url(wanted.db), create=False) as store:
        write_text(output, generate_prov(network, store.iter(wanted.selection)))
    count = network.graph["quotations"]
    _tell([output], f"{count} quotation{'' if count == 1 else 's'}")


def _tell(written: Sequence[Path], what: str) -> None:
    if str(written[0]) != "-":
        shown = [str(path) for path in written]
        if len(shown) > 2:
            shown = [shown[0], "…", shown[-1]]
        notes().print(f"{', '.join(shown)}: {what}")
