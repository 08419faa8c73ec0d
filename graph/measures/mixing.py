"""Who is tied to whom: whether quotations stay with an outlet, and whether ties are returned."""

import numpy as np

from graph.measures.indexed import Indexed
from graph.measures.quoted import Quoted


def outlet_assortativity(quoted: Quoted) -> float:
    """Newman's coefficient of quotations by outlet, each tied to the other ones of its speaker.

    A speaker's n quotations have n(n - 1)/2 ties; each tie weighs 1/(n - 1), so that a quotation counts once, whoever
    says it. Speakers with a single quotation have no say. nan where there are none with more, or all is in one outlet.
    """
    _, source = np.unique(quoted.source, return_inverse=True)
    said = np.bincount(source, quoted.counts)[source]
    again = said > 1
    counts = quoted.counts[again].astype(np.float64)
    if not counts.size:
        return float("nan")
    whole = counts.sum()
    inside = (counts * (counts - 1) / (said[again] - 1)).sum() / whole
    shares = np.bincount(quoted.outlet[again], counts) / whole
    by_chance = float((shares**2).sum())
    return float((inside - by_chance) / (1 - by_chance)) if by_chance < 1 else float("nan")


def reciprocity(network: Indexed) -> float:
    """The share of ties, but those of a node with itself, that are returned; nan of none."""
    proper = network.source != network.target
    there = network.source[proper] * network.size + network.target[proper]
    back = network.target[proper] * network.size + network.source[proper]
    return float(np.isin(back, there).mean()) if there.size else float("nan")
