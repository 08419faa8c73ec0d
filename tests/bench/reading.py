"""How fast `quotes parse` reads, from start to end and on one thread, beside what others use for the job.

    python -m tests.bench.reading [--rounds 3] [--peer textacy=PYTHON] [--peer gender-gap=PYTHON,FOLDER] [--json FILE]

`make bench-peers` makes the peers' environments and calls it. Each round runs every program once, one after another, so
that what else the machine does falls on all of them; ratios are of processor seconds, loading included.
"""

import argparse
import json
import os
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from quotes.domain import Article
from tests.bench.article_sets import ArticleSet, write_sets
from tests.bench.machine import machine
from tests.bench.measuring import QUOTES, Run, run_program
from tests.bench.stage_shares import stage_seconds

PROGRAMS = {"textacy": "textacy_quotes.py", "gender-gap": "gender_gap_quotes.py"}
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def use_one_processor() -> None:
    """This process and all that it starts run on one processor, where the system lets one choose, with one thread."""
    os.environ.update(ONE_THREAD)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def our_command(articles: Path) -> tuple[str, ...]:
    return (*QUOTES, "parse", str(articles), "-o", os.devnull)


def peer_command(name: str, told: str, articles: Path) -> tuple[str, ...]:
    """`told` is the interpreter, then what the program wants to know, with commas between."""
    interpreter, *rest = told.split(",")
    return (interpreter, str(Path(__file__).parent / "peers" / PROGRAMS[name]), str(articles), *rest)


def time_in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """The runs of each command, by name; raises RuntimeError for one that fails."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            run = run_program(*command, timeout=3600)
            if run.code:
                raise RuntimeError(f"{name} ended with {run.code}: {' '.join(command)}")
            runs[name].append(run)
    return runs


def figures_of(articles: ArticleSet, runs: Mapping[str, Sequence[Run]]) -> dict[str, object]:
    """Medians by program, and how many times our seconds each other program takes, round by round."""
    ours = [run.cpu for run in runs["quotes"]]
    programs = {
        name: {
            "cpu_s": round(statistics.median(run.cpu for run in each), 2),
            "peak_mb": round(max(run.megabytes for run in each)),
            "words_a_second": round(articles.words / statistics.median(run.cpu for run in each)),
            "times_ours": [round(run.cpu / base, 2) for run, base in zip(each, ours, strict=True)],
        }
        for name, each in runs.items()
    }
    return {"set": articles.name, "articles": articles.articles, "words": articles.words, "programs": programs}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON[,FOLDER]")
    options.add_argument("--only", action="append", metavar="SET", help="these sets alone")
    options.add_argument("--json", type=Path, help="write the figures here, too")
    given = options.parse_args()
    peers = dict(peer.split("=", 1) for peer in given.peer)
    if unknown := sorted(set(peers) - set(PROGRAMS)):
        options.error(f"no program for {', '.join(unknown)}; there is {', '.join(PROGRAMS)}")
    use_one_processor()
    told: dict[str, object] = {"machine": machine(), "sets": []}
    with tempfile.TemporaryDirectory() as folder:
        results = []
        for articles in write_sets(Path(folder)):
            if given.only and articles.name not in given.only:
                continue
            commands = {"quotes": our_command(articles.path)}
            commands |= {name: peer_command(name, how, articles.path) for name, how in peers.items()}
            results.append(figures_of(articles, time_in_turn(commands, given.rounds)))
            results[-1]["stages"] = _shares(articles.path)
            print(json.dumps(results[-1]), flush=True)
        told["sets"] = results
        sentence = Path(folder) / "sentence.txt"
        sentence.write_text('"It rained all day," said Ann Lee, the captain.\n', encoding="utf-8")
        runs = time_in_turn({"quotes": our_command(sentence)}, given.rounds)["quotes"]
        told["a sentence"] = [asdict(run) for run in runs]
        print(json.dumps({"a sentence": told["a sentence"]}), flush=True)
    if given.json:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _shares(path: Path) -> dict[str, float]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    seconds = stage_seconds([Article(record["id"], record["text"]) for record in records])
    return {name: round(value / seconds["whole"], 3) for name, value in seconds.items() if name != "whole"}


if __name__ == "__main__":
    main()
