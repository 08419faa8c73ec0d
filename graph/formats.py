"""The formats that the network is written in, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError

import networkx as nx

from graph.files import read_text, write_text
from graph.gexf import generate_gexf, parse_gexf
from graph.graphml import generate_graphml, parse_graphml
from graph.json_links import generate_json, parse_json
from quotes.errors import InputError, UsageError


@dataclass(frozen=True, slots=True)
class Format:
    """`parse(generate(graph))` equals the graph."""

    generate: Callable[[nx.MultiDiGraph], str]
    parse: Callable[[str], nx.MultiDiGraph]


FORMATS: dict[str, Format] = {
    "gexf": Format(generate_gexf, parse_gexf),
    "graphml": Format(generate_graphml, parse_graphml),
    "json": Format(generate_json, parse_json),
}


def format_of(path: str | Path, name: str | None = None) -> Format:
    """The format of that name, else the one that the file's ending names; raises UsageError listing them."""
    ending = Path(str(path).removesuffix(".gz")).suffix.removeprefix(".").lower()
    chosen = name or ending
    if chosen in FORMATS:
        return FORMATS[chosen]
    known = ", ".join(FORMATS)
    if name is None:
        raise UsageError(
            f"the name {str(path)!r} tells no format; end it in one of these, or give it with --format: {known}"
        )
    raise UsageError(f"there is no format {name!r}; choose one of these: {known}")


def write_graph(graph: nx.MultiDiGraph, path: str | Path, name: str | None = None) -> None:
    """Write the network to a file, gzipped where its name ends in .gz, or for `-` to standard output."""
    chosen = format_of(path, name)
    write_text(path, chosen.generate(graph))


def read_graph(path: str | Path, name: str | None = None) -> nx.MultiDiGraph:
    """Read a network that `write_graph` wrote; raises InputError."""
    chosen = format_of(path, name)
    text = read_text(path)
    try:
        return chosen.parse(text)
    except (nx.NetworkXError, ParseError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} holds no network that we wrote ({error}); export it again") from error
