"""How long the measures of a network take, by its size and by who computes.

    python -m tests.bench.network_measures [SPEAKERS …]

CPU seconds of this process, so that others on the machine disturb little. Prints a table as Markdown.
"""

import resource
import sys

import networkx as nx
import numpy as np

import graph
from graph.measures.engines import EngineName

FAMILIES = {
    "degree, strength": ("degree", "strength"),
    "PageRank": ("pagerank",),
    "cores": ("core",),
    "communities": ("community", "modularity"),
    "betweenness, sampled": ("betweenness",),
    "bridges": ("bridge",),
    "outlets": ("hhi", "effective_sources", "gini", "entropy", "exclusive", "relayed"),
    "pairs of outlets": ("jaccard", "weighted_jaccard"),
}


def make(speakers: int, outlets: int = 500, seed: int = 1) -> nx.DiGraph:
    """Speakers and outlets with about twice as many ties as speakers: few are quoted everywhere, most in one outlet."""
    chance = np.random.default_rng(seed)
    size = 1 / np.arange(1, outlets + 1) ** 0.8
    fame = 1 / np.arange(1, speakers + 1) ** 0.7
    speaker = np.append(np.arange(speakers), chance.choice(speakers, int(1.04 * speakers), p=fame / fame.sum()))
    outlet = chance.choice(outlets, len(speaker), p=size / size.sum())
    ties = np.unique(speaker * outlets + outlet)
    weights = np.minimum(chance.zipf(2.2, len(ties)), 2000)
    network: nx.DiGraph = nx.DiGraph(kind="speaker-outlet", title="who is quoted where", selection="")
    for number in range(speakers):
        network.add_node(f"speaker:{number}", kind="person", side="speaker", label=f"Speaker {number}")
    for number in range(outlets):
        more = {"words": 1000, "received_words": number}
        network.add_node(f"outlet:{number}", kind="outlet", side="outlet", label=f"Outlet {number}", **more)
    for tie, weight in zip(ties.tolist(), weights.tolist(), strict=True):
        network.add_edge(f"speaker:{tie // outlets}", f"outlet:{tie % outlets}", weight=weight)
    return network


def cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def seconds(network: nx.DiGraph, names: tuple[str, ...], engine: EngineName) -> float:
    begin = cpu()
    graph.measure(network, *names, engine=engine, exact=False if names == ("betweenness",) else None)
    return cpu() - begin


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [2_000, 20_000, 200_000]
    networks = [make(size) for size in sizes]
    heads = [f"{len(one):,} nodes, {one.number_of_edges():,} ties" for one in networks]
    print(f"| CPU seconds | {' | '.join(f'{head}: networkx | networkit' for head in heads)} |")
    print("|---" * (1 + 2 * len(heads)) + "|")
    engines: tuple[EngineName, ...] = ("networkx", "networkit")
    for family, names in {**FAMILIES, "all of them": ()}.items():
        cells = (f"{seconds(one, names, engine):.1f}" for one in networks for engine in engines)
        print(f"| {family} | {' | '.join(cells)} |", flush=True)
    print(f"\n{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most", file=sys.stderr)


if __name__ == "__main__":
    main()
