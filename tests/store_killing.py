"""Ingests that are killed at chosen moments, and what must be left of them.

`python -m tests.store_killing --kills 200 [--engine postgresql]` kills at as many moments, drawn by a seed, and says
whether each store that was then fed again is equal to one that nothing happened to.
"""

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import create_engine, event, text

from quotes.domain import ParsedArticle, Source
from quotes.store import Store, open_store
from tests.bench.archive.stream import Archive
from tests.bench.store_scale import database
from tests.store_contents import contents

_CONTEXT = multiprocessing.get_context("fork")
Pass = Sequence[ParsedArticle]
Happening = Callable[[], None]


def passes(quotations: int = 60) -> tuple[Pass, Pass]:
    """An archive, and what a later version of the parser makes of it when it comes again: of four articles, one has
    another wording, one another speaker, and one stands in another section."""
    first = tuple(Archive(quotations))
    again = (replace(parsed, parser="later") for parsed in first)
    return first, tuple(_CHANGES[place % len(_CHANGES)](parsed) for place, parsed in enumerate(again))


def _unchanged(parsed: ParsedArticle) -> ParsedArticle:
    return parsed


def _reworded(parsed: ParsedArticle) -> ParsedArticle:
    """With another sentence at the end, and without the last quotation."""
    article = replace(parsed.article, text=f"{parsed.article.text}This story has been corrected.\n")
    return replace(parsed, article=article, quotations=parsed.quotations[:-1])


def _attributed_anew(parsed: ParsedArticle) -> ParsedArticle:
    first, *others = parsed.quotations
    another = replace(first, source=Source("named_person", "Ingrid Halvorsen"))
    return replace(parsed, quotations=(another, *others))


def _moved(parsed: ParsedArticle) -> ParsedArticle:
    return replace(parsed, article=replace(parsed.article, section="Corrections"))


_CHANGES = (_unchanged, _reworded, _attributed_anew, _moved)


def ingest(url: str, given: Sequence[Pass], happening: Happening = lambda: None) -> None:
    """Store the passes one after another; `happening` is called before each statement and each commit."""
    with open_store(url) as store:
        watch(store, happening)
        for articles in given:
            for parsed in articles:
                store.add(parsed)


def watch(store: Store, happening: Happening) -> None:
    event.listen(store._engine, "before_cursor_execute", lambda *_: happening())
    event.listen(store._engine, "commit", lambda *_: happening())


@dataclass(frozen=True, slots=True)
class Clean:
    """A store to which nothing happened: how many moments it took for each pass, and what it holds."""

    moments: tuple[int, ...]
    contents: dict[str, Any]


def clean_run(url: str, given: Sequence[Pass]) -> Clean:
    empty(url)
    moments = []
    for articles in given:
        ticks = count()
        ingest(url, [articles], lambda ticks=ticks: next(ticks) and None)  # type: ignore[misc]
        moments.append(next(ticks))
    with open_store(url, create=False) as store:
        return Clean(tuple(moments), contents(store))


def killed_and_fed_again(url: str, given: Sequence[Pass], clean: Clean, moment: int) -> dict[str, Any]:
    """What a store holds whose ingest was killed at a moment and then begun again where the user would: with the pass
    that was not finished."""
    empty(url)
    before = [sum(clean.moments[:place]) for place in range(len(given))]
    place = max(place for place, first in enumerate(before) if first <= moment)
    ingest(url, given[:place])
    at = moment - before[place]
    child = _CONTEXT.Process(target=_ingest_until, args=(url, given[place], at))
    child.start()
    child.join()
    if child.exitcode != -signal.SIGKILL:
        raise RuntimeError(f"the ingest was to be killed at {at} and ended with {child.exitcode}")
    ingest(url, given[place:])
    with open_store(url, create=False) as store:
        return contents(store)


def _ingest_until(url: str, articles: Pass, moment: int) -> None:
    ticks = count()

    def happening() -> None:
        if next(ticks) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    ingest(url, [articles], happening)


def empty(url: str) -> None:
    """Remove the store."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        return
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def different(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The tables that do not hold the same."""
    return [name for name in one if one[name] != other[name]]


def kill_often(url: str, kills: int, seed: int) -> Iterator[tuple[int, list[str]]]:
    """The moment of each kill, and the tables that differed afterwards."""
    given = passes()
    clean = clean_run(url, given)
    for moment in sorted(Random(seed).choices(range(sum(clean.moments)), k=kills)):
        yield moment, different(clean.contents, killed_and_fed_again(url, given, clean, moment))


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    options = parser.parse_args()
    unequal = 0
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, database(options.engine, Path(folder)) as url:
        for moment, tables in kill_often(url, options.kills, options.seed):
            unequal += bool(tables)
            print(f"killed at {moment}: {', '.join(tables) or 'equal'}", flush=True)
    print(f"{options.kills} kills on {options.engine}, {unequal} of them left a store unlike the clean one")
    return min(unequal, 1)


if __name__ == "__main__":
    sys.exit(_main())
