"""The measures of outlets by their sources, and of pairs of outlets by the sources that they share."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from graph.measures.concentration import CONCENTRATION
from graph.measures.definitions import Definition
from graph.measures.indexed import Floats
from graph.measures.overlap import exclusive, find_overlap
from graph.measures.quoted import spread
from graph.measures.tables import Table, from_columns
from graph.measures.taking import Taking


def outlets_table(taking: Taking, asked: list[Definition]) -> Table:
    """A row an outlet, those with most sources first; articles that name no outlet are none."""
    if not asked or not taking.has_outlets:
        return Table("outlets", ())
    places = taking.quoted.outlets
    columns: dict[str, Any] = {
        "sources": _sources(taking), "quotations": _quotations(taking),
        **{one.name: _COLUMNS[one.name](taking) for one in asked},
    }  # fmt: skip
    are_outlets = np.array([taking.sides[place] == "outlet" for place in places], np.bool_)
    if not are_outlets.all():
        taking.notes.append(f"{(~are_outlets).sum()} articles name no outlet and are in no row of an outlet.")
    rows = np.flatnonzero(are_outlets)
    rows = rows[np.lexsort((taking.label_order[places[rows]], -columns["quotations"][rows], -columns["sources"][rows]))]
    told = {"id": taking.indexed.nodes, "label": taking.labels}
    arranged = {name: [values[place] for place in places[rows]] for name, values in told.items()}
    return from_columns("outlets", arranged | {name: values[rows] for name, values in columns.items()})


def pairs_table(taking: Taking, asked: list[Definition]) -> Table:
    """A row a pair of outlets that share any source, those that share most first."""
    if not asked or not taking.has_outlets:
        return Table("pairs", ())
    found = find_overlap(taking.quoted.of_outlets(np.array([side == "outlet" for side in taking.sides], np.bool_)))
    measured = {"jaccard": found.jaccard, "weighted_jaccard": found.weighted}
    columns = {"shared": found.shared, **{one.name: measured[one.name] for one in asked}}
    rows = np.lexsort((found.other, found.one, -measured[asked[0].name], -found.shared))
    ends = {"one": found.one[rows], "other": found.other[rows]}
    told = {f"{end}_id": [taking.indexed.nodes[place] for place in places] for end, places in ends.items()}
    told |= {end: [taking.labels[place] for place in places] for end, places in ends.items()}
    return from_columns("pairs", told | {name: values[rows] for name, values in columns.items()})


def _sources(taking: Taking) -> Any:
    return np.bincount(taking.quoted.outlet, minlength=taking.indexed.size)[taking.quoted.outlets]


def _quotations(taking: Taking) -> Any:
    counts = np.bincount(taking.quoted.outlet, taking.quoted.counts, taking.indexed.size)
    return counts[taking.quoted.outlets].astype(np.int64)


def relayed_words(taking: Taking) -> tuple[Floats, Floats]:
    """Of each place where quotations stand, its words that came through others, and all its words."""
    data = [taking.graph.nodes[taking.indexed.nodes[place]] for place in taking.quoted.outlets]
    return tuple(np.array([one.get(name, 0) for one in data], float) for name in ("received_words", "words"))  # type: ignore[return-value]


def _relayed(taking: Taking) -> Floats:
    received, words = relayed_words(taking)
    share: Floats = np.divide(received, words, out=np.full(len(words), np.nan), where=words > 0)
    return share


def _concentration(name: str) -> Callable[[Taking], Floats]:
    def take(taking: Taking) -> Floats:
        quoted = taking.quoted
        return spread(
            quoted, CONCENTRATION[name](quoted.counts, quoted.present[1]) if quoted.counts.size else np.zeros(0)
        )

    return take


_COLUMNS: Mapping[str, Callable[[Taking], Any]] = {
    "sources": _sources,
    **{name: _concentration(name) for name in CONCENTRATION},
    "exclusive": lambda taking: spread(taking.quoted, exclusive(taking.quoted)),
    "relayed": _relayed,
}
