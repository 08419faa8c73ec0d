"""Who is quoted by which outlet, as arrays: what the measures of outlets are taken of."""

from dataclasses import dataclass

import networkx as nx
import numpy as np

from graph.measures.indexed import Floats, Indexed, Integers, Truths, index, node_flags, side_of

_NAMED = ("person", "organization")


@dataclass(frozen=True, slots=True, eq=False)
class Quoted:
    """A row a source and an outlet that quotes it, by outlet; sources and outlets are places in the network."""

    outlets: Integers  # places of all outlets, also of those that quote nobody
    outlet: Integers  # (rows,), ascending
    source: Integers
    counts: Integers  # quotations
    named: Truths  # whether the source has a name, row by row

    @property
    def present(self) -> tuple[Integers, Integers]:
        """The outlets that quote anybody, and where their rows begin."""
        return np.unique(self.outlet, return_index=True)

    def of_outlets(self, which: Truths) -> "Quoted":
        """Only what stands in these nodes of the network."""
        rows = which[self.outlet]
        return Quoted(
            self.outlets[which[self.outlets]], self.outlet[rows], self.source[rows], self.counts[rows], self.named[rows]
        )


def quoted(graph: nx.Graph, indexed: Indexed | None = None) -> Quoted:
    """Of a network of speakers and outlets; an article that names no outlet is one. The narrator is no source."""
    ties = indexed or index(graph)
    speaker = node_flags(graph, lambda data: side_of(data) == "speaker")
    voice = node_flags(graph, lambda data: data.get("kind") != "narrator")
    named = node_flags(graph, lambda data: data.get("kind") in _NAMED)
    swapped = ~speaker[ties.source]
    source = np.where(swapped, ties.target, ties.source)
    outlet = np.where(swapped, ties.source, ties.target)
    rows = np.flatnonzero(speaker[source] & voice[source] & ~speaker[outlet])
    rows = rows[np.lexsort((source[rows], outlet[rows]))]
    counts = np.rint(ties.weight[rows]).astype(np.int64)
    return Quoted(np.flatnonzero(~speaker), outlet[rows], source[rows], counts, named[source[rows]])


def totals(quoted: Quoted) -> Integers:
    """How many quotations each source has, outlet by outlet added up; of sources that have any."""
    _, place = np.unique(quoted.source, return_inverse=True)
    return np.rint(np.bincount(place, quoted.counts)).astype(np.int64)


def spread(quoted: Quoted, values: Floats) -> Floats:
    """Values of the outlets that quote anybody as values of all outlets; nan of the others."""
    whole = np.full(len(quoted.outlets), np.nan)
    whole[np.searchsorted(quoted.outlets, quoted.present[0])] = values
    return whole
