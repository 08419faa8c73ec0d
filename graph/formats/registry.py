"""The formats that a network is written in, by name; and from and to files.

A format of one part is one file. A format of two, nodes and edges, is two files beside each other: net.csv stands for
net-nodes.csv and net-edges.csv.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
from lxml.etree import XMLSyntaxError

from graph.formats import gephi_csv, neo4j
from graph.formats.cytoscape import generate_cytoscape, parse_cytoscape
from graph.formats.dot import generate_dot
from graph.formats.files import read_text, write_text
from graph.formats.gexf import generate_gexf
from graph.formats.gexf_periods import generate_gexf_periods
from graph.formats.gexf_reading import parse_gexf
from graph.formats.gml import generate_gml, parse_gml
from graph.formats.graphml import generate_graphml, parse_graphml
from graph.formats.node_link import generate_json, parse_json
from graph.formats.pajek import generate_pajek, parse_pajek
from graph.periods import Period
from quotes.errors import InputError, UsageError

Generate = Callable[[nx.Graph], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Format:
    """How a network is written and read.

    `parse` takes the text of each part; formats without one are written only. `generate_periods` writes a sequence of
    networks as one; other formats have a file a period. Provenance has no parts: it is written from the store.
    `shows_places`: programs that open it show nodes where x and y say.
    """

    parts: Mapping[str, Generate]
    parse: Callable[..., nx.Graph] | None
    endings: tuple[str, ...]
    generate_periods: Callable[[Sequence[tuple[Period, nx.Graph]]], Iterator[str]] | None = None
    shows_places: bool = False


FORMATS: dict[str, Format] = {
    "gexf": Format({"": generate_gexf}, parse_gexf, ("gexf",), generate_gexf_periods, shows_places=True),
    "graphml": Format({"": generate_graphml}, parse_graphml, ("graphml",), shows_places=True),
    "gml": Format({"": generate_gml}, parse_gml, ("gml",), shows_places=True),
    "pajek": Format({"": generate_pajek}, parse_pajek, ("net",), shows_places=True),
    "json": Format({"": generate_json}, parse_json, ("json",)),
    "cytoscape": Format({"": generate_cytoscape}, parse_cytoscape, ("cyjs",), shows_places=True),
    "dot": Format({"": generate_dot}, None, ("dot", "gv")),
    "csv": Format(
        {"nodes": gephi_csv.generate_nodes, "edges": gephi_csv.generate_edges}, gephi_csv.parse_tables, ("csv",)
    ),
    "neo4j": Format({"nodes": neo4j.generate_nodes, "edges": neo4j.generate_edges}, neo4j.parse_tables, ()),
    "prov": Format({}, None, ("ttl",)),
}


def format_of(path: str | Path, name: str | None = None) -> Format:
    """The format of that name, else the one that the file's ending tells; raises UsageError listing them."""
    if name is not None:
        if name in FORMATS:
            return FORMATS[name]
        raise UsageError(f"there is no format {name!r}; choose one of these: {', '.join(FORMATS)}")
    ending = Path(str(path).removesuffix(".gz")).suffix.removeprefix(".").lower()
    for chosen in FORMATS.values():
        if ending in chosen.endings:
            return chosen
    endings = ", ".join(f".{ending}" for chosen in FORMATS.values() for ending in chosen.endings)
    raise UsageError(
        f"the name {str(path)!r} tells no format; end it in one of {endings}, or name one with --format: "
        f"{', '.join(FORMATS)}"
    )


def paths_of(path: str | Path, chosen: Format) -> dict[str, Path]:
    """Where the parts of a network are written, by name; raises UsageError for two parts on standard output.

    >>> sorted(str(file) for file in paths_of("out/net.csv.gz", FORMATS["csv"]).values())
    ['out/net-edges.csv.gz', 'out/net-nodes.csv.gz']
    """
    if len(chosen.parts) < 2:
        return {"": Path(path)}
    if str(path) == "-":
        raise UsageError("nodes and edges are two tables, which standard output cannot hold; name a file with -o")
    return {part: named(Path(path), part) for part in chosen.parts}


def named(path: Path, suffix: str) -> Path:
    """The path with -suffix before its ending."""
    packed = ".gz" if path.suffix == ".gz" else ""
    plain = path.with_suffix("") if packed else path
    return plain.with_name(f"{plain.stem}-{suffix}{plain.suffix}{packed}")


def write(network: nx.Graph, path: str | Path, name: str | None = None) -> list[Path]:
    """Write a network, gzipped where the name ends in .gz, for `-` to standard output.

    Returns the files written. Raises UsageError for a format that is not known and a file that cannot be written.

    >>> network = nx.DiGraph()
    >>> network.add_edge("speaker:1", "outlet:1", weight=3)
    >>> paths = write(network, "-", "pajek")
    *Vertices 2
    1 "speaker:1"
    2 "outlet:1"
    *Arcs
    1 2 3
    """
    chosen = format_of(path, name)
    if not chosen.parts:
        raise UsageError("provenance is of quotations, not of a network; write it with quotes graph export -o net.ttl")
    paths = paths_of(path, chosen)
    for part, generate in chosen.parts.items():
        write_text(paths[part], generate(network))
    return list(paths.values())


def write_each(slices: Sequence[tuple[Period, nx.Graph]], path: str | Path, name: str | None = None) -> list[Path]:
    """Write a sequence of networks, as `graph.periods` makes it: a dynamic GEXF, or a file a period in other formats,
    net-2020-03.graphml for net.graphml. Returns the files written; raises UsageError, also for an empty sequence."""
    chosen = format_of(path, name)
    if not slices:
        raise UsageError("no article with a date is among what is asked for, and periods are made of dates")
    if chosen.generate_periods is not None:
        write_text(path, chosen.generate_periods(slices))
        return [Path(path)]
    if str(path) == "-":
        raise UsageError("a file a period cannot go to standard output; name a file with -o, or take gexf")
    return [written for period, network in slices for written in write(network, named(Path(path), period.name), name)]


def read(path: str | Path, name: str | None = None) -> nx.Graph:
    """Read a network that `write` wrote; raises InputError for anything else, UsageError for a format that is written
    only.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     written = write(nx.DiGraph([("speaker:1", "outlet:1")]), f"{folder}/net.gexf.gz")
    ...     read(f"{folder}/net.gexf.gz").edges
    OutEdgeView([('speaker:1', 'outlet:1')])
    """
    chosen = format_of(path, name)
    if chosen.parse is None:
        able = ", ".join(name for name, known in FORMATS.items() if known.parse is not None)
        raise UsageError(f"networks are not read from {path}, only from these formats: {able}")
    texts = [read_text(file) for file in paths_of(path, chosen).values()]
    try:
        return chosen.parse(*texts)
    except (nx.NetworkXException, XMLSyntaxError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InputError(f"{path} holds no network that we wrote ({error}); export it again") from error
