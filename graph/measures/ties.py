"""Tables of communities and of bridges."""

import numpy as np

from graph.measures.bridges import count_cut_off
from graph.measures.communities import name_communities
from graph.measures.definitions import Definition
from graph.measures.indexed import Integers
from graph.measures.tables import Table, from_columns
from graph.measures.taking import Taking


def communities_table(taking: Taking, asked: list[Definition]) -> Table:
    """A row a community of more than one node, the largest first: its strongest members, how many it has, and how much
    of the weight of its members' ties stays within it."""
    if not asked or not taking.indexed.size:
        return Table("communities", ())
    community, ties = taking.community, taking.undirected
    names = name_communities(community, taking.strength, taking.labels)
    members = np.bincount(community)[1:]
    inside = community[ties.source] == community[ties.target]
    within = 2 * np.bincount(community[ties.source[inside]], ties.weight[inside], len(names) + 1)[1:]
    strength = np.bincount(community, taking.strength)[1:]
    share = np.divide(within, strength, out=np.full(len(names), np.nan), where=strength > 0)
    several = members > 1
    columns = {
        "community": np.flatnonzero(several) + 1,
        "name": [name for name, shown in zip(names, several, strict=True) if shown],
        "members": members[several],
        "within": share[several],
    }
    return from_columns("communities", columns)


def ties_table(taking: Taking, asked: list[Definition]) -> Table:
    """A row a bridge between two parts of several nodes, that which cuts off most first."""
    if not asked:
        return Table("ties", ())
    bridge, ties = taking.bridge, taking.undirected
    cut_off = count_cut_off(ties, bridge) if bridge.any() else np.zeros(0, np.int64)
    weight = ties.weight[bridge]
    rows = np.lexsort((np.arange(len(cut_off)), -weight, -cut_off))
    rows = rows[cut_off[rows] > 1]
    source, target = _as_in_network(taking, ties.source[bridge][rows], ties.target[bridge][rows])
    told = {
        "source": [taking.indexed.nodes[place] for place in source],
        "target": [taking.indexed.nodes[place] for place in target],
    }
    told |= {"one": [taking.labels[place] for place in source], "other": [taking.labels[place] for place in target]}
    return from_columns("ties", told | {"weight": taking.in_whole(weight[rows]), "cut_off": cut_off[rows]})


def _as_in_network(taking: Taking, one: Integers, other: Integers) -> tuple[Integers, Integers]:
    """The ends in the direction that the network has the tie in."""
    nodes = taking.indexed.nodes
    there = np.array([taking.graph.has_edge(nodes[a], nodes[b]) for a, b in zip(one, other, strict=True)], np.bool_)
    return np.where(there, one, other), np.where(there, other, one)
