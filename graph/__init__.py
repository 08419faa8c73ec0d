"""The network of speakers and sources: built from a store, measured, drawn, written.

    build      a network of one kind, of all or of what a Selection asks for        graph.networks
    backbone   what of it is more than chance would have                            graph.disparity
    measure    who is central, what belongs together                                graph.measures
    annotate   the same, written into the network                                   graph.measures
    compare    two periods of a store, with the difference that chance makes        graph.measures
    write      to a file of any format, and `read` from it                          graph.formats
    draw       to a picture or a page                                               graph.drawing

A network is a plain networkx graph; `graph.attributes` says what it carries. Each name is loaded when it is first asked
for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.disparity import backbone
    from graph.drawing import draw
    from graph.formats import read, write
    from graph.measures.compare import compare
    from graph.measures.measure import annotate, measure
    from graph.networks import build

_HOMES = {
    "annotate": "graph.measures.measure",
    "backbone": "graph.disparity",
    "build": "graph.networks",
    "compare": "graph.measures.compare",
    "draw": "graph.drawing",
    "measure": "graph.measures.measure",
    "read": "graph.formats",
    "write": "graph.formats",
}

__all__ = ["annotate", "backbone", "build", "compare", "draw", "measure", "read", "write"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'graph' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
