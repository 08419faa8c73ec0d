"""How the network does at any size.

`python -m tests.bench.graph_scale --db URL [--only NAME …]` builds each kind of network from a store, writes it,
measures it and draws it, each in a process of its own, and prints what docs/performance.md shows. A store of any size
is made by `tests.bench.store_scale`.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.networks import KINDS
from tests.bench.measuring import Run, run_command, run_program

_BUILD = """
import sys, graph
from quotes.store import open_store
with open_store(sys.argv[1], create=False) as store:
    graph.build(store, sys.argv[2], group_unnamed=sys.argv[3:] == ["grouped"])
"""
_MEASURES = "degree,strength,pagerank,core,community"


def runs(url: str, folder: Path) -> Mapping[str, Callable[[], Run]]:
    """What is measured, by name."""
    db = ("--db", url)

    def build(*arguments: str) -> Callable[[], Run]:
        return lambda: run_program(sys.executable, "-c", _BUILD, url, *arguments, timeout=3600)

    def quotes(*arguments: str) -> Callable[[], Run]:
        return lambda: run_command("graph", *arguments, *db, timeout=3600)

    file = str(folder / "network")
    return {
        **{f"build {kind}": build(kind) for kind in KINDS},
        "build speaker-outlet, unnamed sources grouped": build("speaker-outlet", "grouped"),
        "export as GEXF": quotes("export", "--no-layout", "-o", f"{file}.gexf"),
        "export as GraphML": quotes("export", "-o", f"{file}.graphml"),
        "export as GEXF with measures": quotes("export", "--no-layout", "--with", _MEASURES, "-o", f"{file}.gexf"),
        "export every month as GEXF": quotes("export", "--every", "month", "--no-layout", "-o", f"{file}.gexf"),
        "stats": quotes("stats", "--top", "10"),
        "draw 400 nodes": quotes("draw", "-o", f"{file}.svg"),
        "draw 2,000 nodes": quotes("draw", "--max-nodes", "2000", "-o", f"{file}.png"),
        "draw the page": quotes("draw", "-o", f"{file}.html"),
    }


def measure(url: str, only: tuple[str, ...] = ()) -> Iterator[tuple[str, Run]]:
    """Those whose names begin with one of `only`; all if there is none."""
    with TemporaryDirectory() as folder:
        for name, run in runs(url, Path(folder)).items():
            if name.startswith(only or ""):
                yield name, run()


def to_line(name: str, run: Run) -> str:
    failed = f" FAILED with {run.code}" if run.code else ""
    return f"{name}: {run.seconds:.1f} s, CPU {run.cpu:.1f} s, {run.megabytes:,.0f} MB{failed}"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", required=True, help="URL of a store")
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of what is to be measured")
    options = parser.parse_args()
    for name, run in measure(options.db, tuple(options.only)):
        print(to_line(name, run), flush=True)


if __name__ == "__main__":
    _main()
