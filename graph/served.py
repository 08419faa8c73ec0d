"""Networks for the pages of `quotes serve`, which finds this module by its entry point and knows nothing else of us."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.networks.kinds import DEFAULT, KINDS, kind_of
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.store import Selection, Store

_STRONGEST = 25  # links that a table lists

KINDS_IN_WORDS: Mapping[str, str] = {name: kind.title for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Link:
    """An edge in words; the ids prove it."""

    one: str
    other: str
    weight: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A network as a page shows it."""

    title: str
    selection: str  # in plain words
    nodes: int
    edges: int
    picture: bytes  # SVG; empty of a network without edges
    strongest: tuple[Link, ...]


def show(store: "Store", selection: "Selection", kind: str) -> Shown:
    """The network with a picture of its strongest part; raises UsageError for an unknown kind, and StoreError."""
    network = _build(store, selection, kind)
    picture = _draw(network, ".svg") if network.number_of_edges() else b""
    return Shown(
        str(network.graph.get("title", "")), str(network.graph.get("selection", "")), network.number_of_nodes(),
        network.number_of_edges(), picture, tuple(_strongest(network)),
    )  # fmt: skip


def page(store: "Store", selection: "Selection", kind: str) -> bytes:
    """The network as one self-contained page, to search, filter and click."""
    network = _build(store, selection, kind)
    if not network.number_of_edges():
        raise UsageError("nothing in the record is linked so; ask for more")
    return _draw(network, ".html", proof=store)


def _build(store: "Store", selection: "Selection", kind: str) -> Any:
    from graph.networks import build

    return build(store, kind_of(kind or DEFAULT), selection)


def _draw(network: Any, suffix: str, **more: Any) -> bytes:
    from graph.drawing import draw

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"network{suffix}"
        draw(network, path, **more)
        return path.read_bytes()


def _strongest(network: Any) -> Iterator[Link]:
    label = {node: str(data.get("label", node)) for node, data in network.nodes(data=True)}
    edges = sorted(
        network.edges(data=True), key=lambda edge: (-edge[2].get("weight", 0), label[edge[0]], label[edge[1]])
    )
    for one, other, data in edges[:_STRONGEST]:
        yield Link(label[one], label[other], data.get("weight", 0), tuple(map(str, data.get("evidence", ()))))
