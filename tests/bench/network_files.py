"""Seconds and memory that a large network takes to be written.

    python -m tests.bench.network_files gexf graphml

A made-up network of 166,000 nodes and 390,000 edges, which 1.58 million ids of quotations prove; always the same.
"""

import random
import sys
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

import networkx as nx

from graph.formats import write

NODES, EDGES, OUTLETS = 166_000, 390_000, 500


def make(seed: int = 14) -> nx.DiGraph:
    """Speakers and the outlets that quote them, with places and two measures."""
    chance = random.Random(seed)
    network: nx.DiGraph = nx.DiGraph(kind="speaker-outlet", title="who is quoted where", selection="")
    dates = {"first": "2019-01-01", "last": "2021-12-31"}
    for number in range(OUTLETS):
        counts = {"quotations": 3000, "words": 60000, "articles": 400, "relayed": 3}
        label = f"The Example Gazette {number}"
        network.add_node(f"outlet:{number:016x}", kind="outlet", side="outlet", label=label, **counts, **dates)
    for number in range(NODES - OUTLETS):
        shown = {"label": f"Ann Lee {number}", "role": "minister of roads & bridges", "affiliation": 'the "Ministry"'}
        counts = {"quotations": 9, "words": 180, "articles": 5}
        place = {"x": chance.random(), "y": chance.random(), "size": 4.0, "color": "#0072b2"}
        measures = {"pagerank": chance.random(), "community": chance.randrange(40)}
        node = f"speaker:{number:016x}"
        network.add_node(node, kind="person", side="speaker", anonymous=False, **shown, **counts, **dates)
        network.nodes[node].update(place | measures)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < EDGES:
        pair = chance.randrange(NODES - OUTLETS), int(OUTLETS * chance.random() ** 2)
        if pair in pairs:
            continue
        pairs.add(pair)
        weight = min(400, int(chance.paretovariate(1.2)))
        proof = [f"{chance.getrandbits(64):016x}" for _ in range(weight)]
        network.add_edge(
            f"speaker:{pair[0]:016x}", f"outlet:{pair[1]:016x}",
            weight=weight, words=20 * weight, articles=weight, anonymous=0.25, confidence=0.8125, **dates,
            relations=["told", "according to"], evidence=proof, article_ids=[one[:12] for one in proof],
        )  # fmt: skip
    return network


def main(names: list[str]) -> None:
    network = make()
    own = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    with TemporaryDirectory() as folder:
        for name in names or ["gexf"]:
            began = time.process_time()
            written = write(network, Path(folder) / "net.file", name)
            spent = time.process_time() - began
            size = sum(path.stat().st_size for path in written) / 1e6
            peak = getrusage(RUSAGE_SELF).ru_maxrss // 1024
            print(f"{name:10} {spent:5.1f} s CPU, {peak} MB (network {own} MB), file {size:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
