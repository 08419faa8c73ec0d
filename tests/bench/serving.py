"""How fast `quotes serve` answers: python -m tests.bench.serving STORE [--requests 1000] [--clients 20]

Starts the server on a free port of this machine and asks it for searches with facets, people and articles that are
taken from the store. No answer is asked for twice, so that none comes out of what is kept. Prints a line of JSON for
each kind of page: how long it took at one client and at all of them, in milliseconds, and the processor's time for one.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from statistics import quantiles

import httpx

from quotes.store import Selection, open_store

_PATIENCE = 60  # seconds


def addresses(path: str, number: int) -> dict[str, list[str]]:
    """So many of each kind, by chance, the same each time."""
    random = Random(7)
    with open_store(f"sqlite:///{path}", create=False) as store:
        records = list(store.iter(Selection(sort="newest", limit=4 * number)))
        people = [one.id for one in islice(store.speakers(limit=4 * number), 4 * number)]
    words = [word for record in records for word in record.text.split() if word.isalpha() and len(word) > 4]
    outlets = sorted({record.outlet for record in records if record.outlet})
    searches = {
        f"/search?q={first}{random.choice(['', f'+{second}'])}"
        f"{random.choice(['', '&anonymous=yes', f'&outlet={outlet}'])}"
        for first, second, outlet in (
            (random.choice(words), random.choice(words), random.choice(outlets)) for _ in range(20 * number)
        )
    }
    articles = sorted({f"/articles/{record.article_id}" for record in records})
    return {
        "search": random.sample(sorted(searches), min(number, len(searches))),
        "person": [f"/people/{one}" for one in random.sample(people, min(number, len(people)))],
        "article": random.sample(articles, min(number, len(articles))),
    }


@contextmanager
def serving(path: str) -> Iterator[tuple[httpx.Client, int, float]]:
    """A client, the server's process, and how many seconds it took to answer first."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from quotes.cli import main; main()", "serve", "--db", path, "--port", str(port)]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    limits = httpx.Limits(max_connections=64)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=_PATIENCE, limits=limits) as client:
            while True:
                try:
                    client.get("/sign-in")
                    break
                except httpx.ConnectError:
                    time.sleep(0.02)
            yield client, process.pid, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def ask(client: httpx.Client, address: str) -> tuple[float, int]:
    begun = time.perf_counter()
    status = client.get(address).status_code
    return (time.perf_counter() - begun) * 1000, status


def cpu(process: int) -> float:
    """Seconds of the processor that it took so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> int:
    """Megabytes that it has at most had."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) // 1024


def spread(times: Sequence[float]) -> dict[str, int]:
    cuts = quantiles(times, n=20)
    return {"p50": round(cuts[9]), "p95": round(cuts[18])}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("store")
    parser.add_argument("--requests", type=int, default=300, help="of each kind")
    parser.add_argument("--clients", type=int, default=20)
    given = parser.parse_args()
    asked = addresses(given.store, given.requests)
    with serving(given.store) as (client, process, start):
        print(json.dumps({"start_s": round(start, 2), "memory_mb": memory(process)}))
        for kind, pages in asked.items():
            half = len(pages) // 2
            before = cpu(process)
            alone = [ask(client, address) for address in pages[:half]]
            spent = (cpu(process) - before) / half * 1000
            with ThreadPoolExecutor(given.clients) as pool:
                together = list(pool.map(lambda address: ask(client, address), pages[half:]))
            failed = sum(status != 200 for _, status in (*alone, *together))
            told: dict[str, object] = {"kind": kind, "asked": len(pages), "failed": failed, "cpu_ms": round(spent)}
            told |= {"alone": spread([one for one, _ in alone])}
            told |= {f"by_{given.clients}": spread([one for one, _ in together])}
            print(json.dumps(told), flush=True)
        print(json.dumps({"memory_mb": memory(process)}))


if __name__ == "__main__":
    main()
