"""Networks of any size for the layout and the pictures: outlets with speakers of their own, and some that they share.

>>> network = many(200)
>>> len(network), network.graph["kind"]
(200, 'speaker-outlet')
"""

from random import Random

import networkx as nx

_FIRST = ("Ada", "Bruno", "Chiara", "Dmitri", "Esther", "Farid", "Greta", "Hüseyin", "Ines", "Jonas", "Kofi", "Łucja")
_LAST = ("Alder", "Birkenau-Holm", "Castellanos", "Dovzhenko", "Eide", "Fairweather", "Γεωργίου", "Holt", "Ибрагимов")
_KINDS = ("person", "person", "person", "organization", "unnamed_person", "document")


def many(count: int, seed: int = 1) -> nx.DiGraph:
    """A network of so many nodes, all of them linked."""
    chance = Random(seed)
    outlets = max(2, count // 20)
    network: nx.DiGraph = nx.DiGraph(
        kind="speaker-outlet", title="who is quoted where", selection="since 2020", quotations=3 * count, articles=count
    )
    for number in range(outlets):
        label = f"The {_LAST[number % len(_LAST)]} Post {number}"
        network.add_node(f"outlet:{number}", kind="outlet", side="outlet", label=label)
    for number in range(count - outlets):
        kind = chance.choice(_KINDS)
        label = "a senior official" if kind == "unnamed_person" else f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
        node = f"speaker:{number}"
        network.add_node(node, kind=kind, side="speaker", label=label)
        first = number % outlets if number < outlets else int(outlets * chance.random() ** 2)
        for outlet in {first, *(chance.sample(range(outlets), 1) if chance.random() < 0.2 else ())}:
            weight = 1 + int(1 / (0.03 + chance.random()))
            network.add_edge(node, f"outlet:{outlet}", weight=weight, first="2020-01-02", last="2021-03-04")
    return network
