"""The quotations that a page shows as proof of its edges: the first of each edge, so many in all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from quotes.store import QuotationRecord, Selection, Store

MOST_OF_AN_EDGE = 25
MOST_IN_ALL = 8_000  # some 5 MB
_AT_ONCE = 500  # values in one query; SQLite takes a thousand at least


@dataclass(frozen=True, slots=True)
class Proof:
    """Quotations by their ids, and how many of an edge's are among them."""

    quotations: Mapping[str, QuotationRecord]
    of_an_edge: int

    def of(self, evidence: Sequence[str]) -> Iterator[QuotationRecord]:
        for quotation in evidence[: self.of_an_edge]:
            if quotation in self.quotations:
                yield self.quotations[quotation]


NOTHING = Proof({}, 0)


def read_proof(
    store: Store, network: "nx.Graph[Any]", most: int = MOST_OF_AN_EDGE, most_in_all: int = MOST_IN_ALL
) -> Proof:
    """The same number of each edge, as many as are no more than `most_in_all` together; raises StoreError."""
    lists = [evidence for *_ends, evidence in network.edges(data="evidence", default=[])]
    most = share(list(map(len, lists)), most, most_in_all)
    wanted = list(dict.fromkeys(quotation for evidence in lists for quotation in evidence[:most]))
    found = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[start : start + _AT_ONCE])
        for record in store.iter(Selection(quotations=some, indirect=True, said=False)):
            found[record.id] = record
    return Proof(found, most)


def share(counts: Sequence[int], most: int, in_all: int) -> int:
    """The largest number up to `most` of which each may have as many without there being more than `in_all`.

    >>> share([9, 2, 1], most=25, in_all=8)
    5
    """
    while most and sum(min(count, most) for count in counts) > in_all:
        most -= 1
    return most
