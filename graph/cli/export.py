"""`quotes graph export`: the network as a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.output import notes
from quotes.errors import UsageError
from quotes.settings import database_url


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
    from graph.formats import FORMATS, format_of, write, write_each

    chosen = format_of(output, format)  # before the work, which a wrong name would waste
    if chosen is FORMATS["prov"]:
        _export_provenance(wanted, output, every)
    elif every is not None:
        slices = wanted.build_each(every)
        _tell(write_each(slices, output, format), f"{len(slices)} networks, one a {every}")
    else:
        network = wanted.build()
        written = write(network, output, format)
        _tell(written, f"{network.number_of_nodes()} nodes, {network.number_of_edges()} edges")


def _export_provenance(wanted: Wanted, output: Path, every: str | None) -> None:
    from graph.formats.files import write_text
    from graph.formats.prov import generate_prov
    from quotes.store import open_store

    if every is not None or wanted.network is not None:
        raise UsageError("provenance is of quotations and their speakers; leave out --network and --every")
    network = wanted.build()
    with open_store(database_url(wanted.db), create=False) as store:
        write_text(output, generate_prov(network, store.iter(wanted.selection)))
    _tell([output], f"{network.graph['quotations']} quotations")


def _tell(written: Sequence[Path], what: str) -> None:
    if str(written[0]) != "-":
        shown = [str(path) for path in written]
        if len(shown) > 2:
            shown = [shown[0], "…", shown[-1]]
        notes().print(f"{', '.join(shown)}: {what}")
