"""How far two outlets have the same sources."""

from dataclasses import dataclass

import numpy as np

from graph.measures.indexed import Floats, Integers, add_up
from graph.measures.quoted import Quoted


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """A row a pair of outlets that share a source; the first is the earlier node."""

    one: Integers  # places in the network
    other: Integers
    shared: Integers  # sources
    jaccard: Floats
    weighted: Floats


def find_overlap(quoted: Quoted) -> Overlap:
    """Of sources with a name: whoever has none cannot be recognised in another article."""
    outlets, outlet = np.unique(quoted.outlet[quoted.named], return_inverse=True)
    _, source = np.unique(quoted.source[quoted.named], return_inverse=True)
    share = quoted.counts[quoted.named] / np.bincount(outlet, quoted.counts[quoted.named])[outlet]
    has = np.bincount(outlet, minlength=len(outlets))
    by_source = np.argsort(source, kind="stable")
    begin, many = np.searchsorted(source[by_source], source), np.bincount(source)[source]
    found = [_with_later(one, outlet, share, by_source, begin, many) for one in range(len(outlets))]
    one = np.repeat(np.arange(len(outlets)), [len(others) for others, _, _ in found])
    other = np.concatenate([np.zeros(0, np.int64), *(part for part, _, _ in found)])
    shared = np.concatenate([np.zeros(0, np.int64), *(part for _, part, _ in found)])
    least = np.concatenate([np.zeros(0), *(part for _, _, part in found)])
    jaccard = shared / (has[one] + has[other] - shared)
    return Overlap(outlets[one], outlets[other], shared, jaccard, least / (2 - least))


def _with_later(
    one: int, outlet: Integers, share: Floats, by_source: Integers, begin: Integers, many: Integers
) -> tuple[Integers, Integers, Floats]:
    """The later outlets that share sources with one, how many, and the smaller shares of these added up."""
    ours = slice(*np.searchsorted(outlet, [one, one + 1]))
    times = many[ours]
    within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    theirs = by_source[np.repeat(begin[ours], times) + within]
    mine = np.repeat(share[ours], times)
    later = outlet[theirs] > one
    others, place = np.unique(outlet[theirs[later]], return_inverse=True)
    least = add_up(place, np.minimum(share[theirs[later]], mine[later]), len(others))
    return others, np.bincount(place, minlength=len(others)).astype(np.int64), least


def exclusive(quoted: Quoted) -> Floats:
    """Of each outlet that quotes anybody, the share of its sources with a name whom no other one quotes."""
    _, source, outlets = np.unique(quoted.source, return_inverse=True, return_counts=True)
    alone = outlets[source] == 1
    starts = quoted.present[1]
    if not len(starts):
        return np.zeros(0)
    with np.errstate(invalid="ignore"):
        return np.add.reduceat((alone & quoted.named).astype(float), starts) / np.add.reduceat(
            quoted.named.astype(float), starts
        )
