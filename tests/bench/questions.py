"""How long every question takes that the commands ask of a store, with each option of a selection.

`python -m tests.bench.questions --db FILE` asks a store that is there: in the process each question with twenty values
that the store has, and the commands. Seconds are the processor's, so that other programs do not count; on PostgreSQL,
the clock's.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from quotes.store import QuotationRecord, Selection, Store, open_store
from quotes.store.counting.counts import Dimension
from tests.bench.measuring import run_command

_VALUES, _PAGE, _CHANCE = 20, 101, 11
_PLACES: tuple[Dimension, ...] = ("desk", "byline")
_WORDS = ["council", "minister", "budget", "vaccine", "said", "“the council”", "hospital strike", "minist*", "water"]
Question = tuple[str, Callable[[Any], object], Sequence[Any]]


def questions(store: Store) -> Iterator[Question]:
    """What is asked, how, and of what."""
    chance = random.Random(_CHANCE)
    people = list(store.speakers(limit=2000))
    drawn = chance.choices(people, [one.quotations for one in people], k=_VALUES)
    outlets = [key[0] for key in store.count(by=("outlet",)) if key[0]]
    some = chance.sample(outlets, min(_VALUES, len(outlets)))
    records = list(store.iter(Selection(limit=5000, sort="confidence", said=False)))
    articles = [one.article_id for one in chance.sample(records, _VALUES)]
    days = sorted({one.published for one in records if one.published})
    starts = chance.sample(days, min(_VALUES, len(days)))

    def page(selection: Selection) -> list[QuotationRecord]:
        return list(store.iter(replace(selection, limit=_PAGE)))

    def about(selection: Selection) -> object:
        speakers = list(store.speakers(selection, limit=20))
        return store.latest(selection, [one.id for one in speakers])

    def stats(selection: Selection) -> object:
        return store.count(selection), store.extent(selection), list(store.speakers(selection, limit=5))

    def compare(pair: tuple[str, str]) -> object:
        return store.count(by=("outlet",)), [store.quoted(Selection(), "outlet", one) for one in pair]

    yield "who NAME", lambda one: page(Selection(people=(one.id,), declined=False)), drawn
    yield "who SURNAME, who is meant", lambda one: store.people((one.name or "x").split()[-1]), drawn
    yield "who, a slip in the name", lambda one: store.unknown_name((one.name or "x") + "x"), drawn
    yield "who, a page", lambda limit: list(store.speakers(limit=limit)), [_PAGE] * 3
    yield "search WORDS", lambda words: page(Selection(words=words)), _WORDS
    yield "search WORDS --sort relevance", lambda words: page(Selection(words=words, sort="relevance")), _WORDS
    yield "search, no such word", lambda words: page(Selection(words=words)), ["xyzzyx"]
    for name, selections in _selections(store, drawn, some, starts, records).items():
        yield f"search {name}", page, selections
        yield f"search council {name}", page, [replace(one, words="council") for one in selections]
    yield "about NAME", lambda one: about(Selection(about=(one.name or one.id,), declined=False)), drawn
    yield "about WORD", lambda word: about(Selection(about=(word,), declined=False)), _WORDS
    yield "timeline NAME", lambda one: store.periods(Selection(people=(one.id,)), "month"), drawn
    yield "timeline", lambda _: store.count(by=("month",), measures=("quotations", "articles")), range(3)
    yield "timeline --outlet", lambda one: store.periods(Selection(outlet=(one,)), "month"), some
    yield "compare A B", compare, list(zip(some[::2], some[1::2], strict=False))
    yield "stats", stats, [Selection()] * 3
    yield "stats --outlet", stats, [Selection(outlet=(one,)) for one in some]
    yield "stats --since", stats, [Selection(since=one) for one in starts]
    yield "sources ARTICLE", lambda one: store.select(Selection(version=store.article(one).number)), articles
    yield "anonymous", lambda _: store.count(by=("outlet",)), range(3)


def _selections(
    store: Store,
    people: Sequence[Any],
    outlets: Sequence[Any],
    days: Sequence[date],
    records: Sequence[QuotationRecord],
) -> dict[str, list[Selection]]:
    """By option, selections that use it; the last ones use two."""
    desks, bylines = ([key[0] for key in store.count(by=(what,)) if key[0]][:_VALUES] for what in _PLACES)
    vias = sorted({via.name for one in records for via in one.via})[:_VALUES]
    found = {
        "--speaker": [Selection(speaker=(one.name or one.id,)) for one in people],
        "--about": [Selection(about=(one.name or one.id,)) for one in people],
        "--outlet": [Selection(outlet=(one,)) for one in outlets],
        "--outlet, not there": [Selection(outlet=("No Such Outlet",))],
        "--desk": [Selection(desk=(one,)) for one in desks],
        "--desk, not there": [Selection(desk=("no such desk",))],
        "--byline": [Selection(byline=(one,)) for one in bylines],
        "--since": [Selection(since=one) for one in days],
        "--until --sort newest": [Selection(until=one, sort="newest") for one in days],
        "--kind": [Selection(kind=("mixed",)), Selection(kind=("direct",)), Selection(kind=("indirect",))],
        "--type": [Selection(type=("document",)), Selection(type=("unnamed_group",))],
        "--medium": [Selection(medium=("statement",)), Selection(medium=("testimony",))],
        "--anonymous": [Selection(anonymous=True), Selection(anonymous=False)],
        "--via": [Selection(via=(one,)) for one in vias],
        "--min-confidence": [Selection(min_confidence=share) for share in (0.5, 0.9, 0.99, 1.0)],
        "--sort confidence": [Selection(sort="confidence")],
        "--sort newest": [Selection(sort="newest")],
        "--outlet --anonymous": [Selection(outlet=(one,), anonymous=True) for one in outlets],
        "--speaker --outlet": [
            Selection(people=(one.id,), outlet=(place,)) for one, place in zip(people, outlets, strict=False)
        ],
        "--type --since": [Selection(type=("document",), since=one) for one in days],
        "--medium --until": [Selection(medium=("testimony",), until=one) for one in days],
    }
    return {name: some for name, some in found.items() if some}


def time_question(ask: Callable[[Any], object], values: Sequence[Any], clock: Callable[[], float]) -> dict[str, float]:
    """Milliseconds: half of the calls and 95 % of them take no more; each value is asked twice, and warm counts."""
    taken = []
    for value in values:
        ask(value)
        start = clock()
        ask(value)
        taken.append(1000 * (clock() - start))
    taken.sort()
    return {"p50": statistics.median(taken), "p95": taken[int(0.95 * (len(taken) - 1))], "most": taken[-1]}


def commands(store: Store) -> Iterator[Sequence[str]]:
    """As people type them."""
    most, *_ = store.speakers(limit=1)
    name, article = most.name or most.id, next(store.iter(Selection(limit=1))).article_id
    one, other = [key[0] for key in store.count(by=("outlet",)) if key[0]][:2]
    yield from (
        ("who",), ("who", name), ("who", name.split()[-1]), ("search", "council"), ("search", "--speaker", name),
        ("search", "--outlet", str(one), "--anonymous"), ("about", "council"), ("about", name), ("timeline",),
        ("timeline", name), ("compare", str(one), str(other)), ("stats",), ("stats", "--outlet", str(one)),
        ("sources", article), ("show", article), ("diff", f"{article}@1", f"{article}@1", "--kept"), ("anonymous",),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", required=True, help="the path or URL of a store")
    parser.add_argument("--only", default="", help="questions whose names hold this")
    parser.add_argument("--json", help="also write the figures here")
    given = parser.parse_args()
    figures: dict[str, Any] = {"questions": {}, "commands": {}}
    with open_store(given.db if "://" in given.db else f"sqlite:///{given.db}", create=False) as store:
        clock = time.perf_counter if given.db.startswith("postgresql") else time.process_time
        for name, ask, values in questions(store):
            if given.only in name:
                times = figures["questions"][name] = time_question(ask, values, clock)
                print(f"{name:<50}{times['p50']:>9.1f}{times['p95']:>9.1f}{times['most']:>9.1f}", flush=True)
        asked = [one for one in commands(store) if given.only in " ".join(one)]
    for command in asked:
        runs = [run_command(*command, "--format", "table", "--db", given.db) for _ in range(3)]
        run = min(runs, key=lambda one: one.cpu)
        figures["commands"][" ".join(command)] = run.to_dict()
        print(f"{' '.join(command):<50}{run.cpu:>9.2f} s{run.megabytes:>7.0f} MB", flush=True)
    if given.json:
        with open(given.json, "w", encoding="utf-8") as stream:  # noqa: PTH123
            json.dump(figures, stream, indent=1)


if __name__ == "__main__":
    main()
