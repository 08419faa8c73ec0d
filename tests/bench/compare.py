"""Two commits in turn, by the same articles: `python -m tests.bench.compare REVISION [--rounds 3] [--json FILE]`.

The other revision is checked out into a folder of its own and run by this interpreter, hence with this environment's
packages; either has one of the machine's processors. Printed are processor seconds and peak memory of `quotes parse`
for each set, and the ratio of each round: below 1 means that the working tree is quicker.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.article_sets import write_sets
from tests.bench.machine import machine
from tests.bench.measuring import run_program
from tests.bench.reading import use_one_processor

HERE = Path(__file__).parents[2]


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """A folder with that revision, gone afterwards; raises CalledProcessError where git does not know it."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "-C", str(HERE), "worktree", "add", "--quiet", "--detach", tree, revision], check=True)
        try:
            yield tree
        finally:
            subprocess.run(["git", "-C", str(HERE), "worktree", "remove", "--force", tree], check=True)


def parse_in(tree: Path, articles: Path) -> dict[str, float]:
    """Processor seconds and megabytes of `quotes parse` with the code of a tree."""
    program = f"import sys; sys.path.insert(0, {str(tree)!r}); from quotes.cli import main; main()"
    run = run_program(sys.executable, "-c", program, "parse", str(articles), "-o", os.devnull, timeout=3600)
    if run.code:
        raise RuntimeError(f"quotes parse of {tree} ended with {run.code}")
    return {"cpu_s": round(run.cpu, 2), "peak_mb": round(run.megabytes)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("revision")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", type=Path, help="write the figures here, too")
    given = options.parse_args()
    use_one_processor()
    results = []
    with tempfile.TemporaryDirectory() as folder, checked_out(given.revision) as tree:
        for articles in write_sets(Path(folder)):
            rounds = [(parse_in(tree, articles.path), parse_in(HERE, articles.path)) for _ in range(given.rounds)]
            results.append(
                {
                    "set": articles.name,
                    "words": articles.words,
                    given.revision: [before for before, _ in rounds],
                    "now": [after for _, after in rounds],
                    "ratio": [round(after["cpu_s"] / before["cpu_s"], 3) for before, after in rounds],
                }
            )
            print(json.dumps(results[-1]), flush=True)
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps({"machine": machine(), "sets": results}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
