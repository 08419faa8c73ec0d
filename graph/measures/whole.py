"""The measures of a network as a whole."""

from collections.abc import Callable, Mapping

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from graph.measures import mixing
from graph.measures.communities import modularity
from graph.measures.concentration import ALL, CONCENTRATION
from graph.measures.definitions import Definition
from graph.measures.outlets import relayed_words
from graph.measures.quoted import totals
from graph.measures.tables import Table, from_columns
from graph.measures.taking import Taking

Values = Mapping[str, float]


def network_table(taking: Taking, asked: list[Definition]) -> Table:
    """A row a value: how many nodes of each side and ties there are, then what was asked for."""
    if not asked:
        return Table("network", ())
    values: dict[str, float] = {
        f"{side}s": taking.sides.count(side) for side in ("speaker", "outlet", "article") if side in taking.sides
    }
    values["ties"] = len(taking.indexed.source)
    for one in asked:
        values |= _VALUES[one.name](taking)
    return from_columns("network", {"measure": list(values), "value": list(values.values())})


def _density(taking: Taking) -> Values:
    """A tie of a node with itself is none."""
    size, ties = taking.indexed.size, len(taking.undirected.source)
    speakers = taking.sides.count("speaker")
    if taking.kind in ("speaker-outlet", "article-speaker"):
        possible = speakers * (size - speakers)
    elif taking.follows_direction:
        possible = size * (size - 1)
        ties = int((taking.indexed.source != taking.indexed.target).sum())
    else:
        possible = size * (size - 1) // 2
    return {"density": ties / possible if possible else float("nan")}


def _components(taking: Taking) -> Values:
    ties, size = taking.undirected, taking.indexed.size
    matrix = csr_array((np.ones(len(ties.source)), (ties.source, ties.target)), shape=(size, size))
    number, part = connected_components(matrix, directed=False) if size else (0, np.zeros(0, np.int64))
    largest = np.bincount(part).max() / size if size else float("nan")
    return {"components": int(number), "largest_component": largest}


def _modularity(taking: Taking) -> Values:
    several = int((np.bincount(taking.community)[1:] > 1).sum()) if taking.indexed.size else 0
    return {"communities": several, "modularity": modularity(taking.community, taking.undirected)}


def _concentration(name: str) -> Callable[[Taking], Values]:
    def take(taking: Taking) -> Values:
        said = totals(taking.quoted)
        return {name: float(CONCENTRATION[name](said, ALL)[0]) if said.size else float("nan")}

    return take


def _relayed(taking: Taking) -> Values:
    are_outlets = np.array([taking.sides[place] == "outlet" for place in taking.quoted.outlets], np.bool_)
    received, words = (part[are_outlets].sum() for part in relayed_words(taking))
    return {"relayed": received / words if words else float("nan")}


_VALUES: Mapping[str, Callable[[Taking], Values]] = {
    "bridge": lambda taking: {"bridges": int(taking.bridge.sum())},
    "sources": lambda taking: {"sources": len(np.unique(taking.quoted.source))},
    **{name: _concentration(name) for name in CONCENTRATION},
    "relayed": _relayed,
    "density": _density,
    "components": _components,
    "modularity": _modularity,
    "reciprocity": lambda taking: {"reciprocity": mixing.reciprocity(taking.indexed)},
    "assortativity": lambda taking: {"assortativity": mixing.outlet_assortativity(taking.quoted)},
}
