"""Nodes by their names."""

from collections.abc import Collection

import networkx as nx

from quotes.errors import UsageError

_OFFERED = 3  # names that an error offers


def find_nodes(network: nx.Graph, name: str, people: Collection[str] = ()) -> list[str]:
    """The nodes that a name, or an id, can mean: those who are called just so, else those who have all its words.

    Case does not count. `people` are ids of the registry that the name means, too, for aliases are known to the store
    alone. Where there is none, raises UsageError, which offers names that are nearly so.
    """
    if name in network:
        return [name]
    known = [node for identity in people if (node := f"speaker:{identity}") in network]
    labels = {node: str(label).casefold() for node, label in network.nodes(data="label")}
    wanted = " ".join(name.casefold().split())
    exact = [node for node, label in labels.items() if label.removeprefix("the ") == wanted.removeprefix("the ")]
    if exact or known:
        return list(dict.fromkeys([*known, *exact]))
    words = set(wanted.split())
    found = [node for node, label in labels.items() if words and words <= set(label.split())]
    if not found:
        raise UsageError(f"nobody called {name!r} is in this network; {_near(network, wanted, labels)}")
    return found


def _near(network: nx.Graph, wanted: str, labels: dict[str, str]) -> str:
    from rapidfuzz import process

    near = process.extract(wanted, labels, limit=_OFFERED, score_cutoff=75)
    names = list(dict.fromkeys(network.nodes[node]["label"] for _label, _score, node in near))
    return f"did you mean {' or '.join(names)}?" if names else "choose less narrowly"
