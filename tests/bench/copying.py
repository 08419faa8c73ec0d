"""A store that was made on SQLite, on PostgreSQL, and what to ask of one that is there.

Storing a million quotations takes a quarter of an hour, copying them a few minutes.
"""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from quotes.store import open_store

_SAMPLE = 200
_TEXTS = (
    "SELECT q.number, substr(v.text, q.span_start + 1, q.span_end - q.span_start)"
    " FROM quotations q JOIN versions v ON v.number = q.version"
)


def copy_store(path: Path, url: str) -> None:
    """Copy the SQLite store at a path into an empty PostgreSQL database; one that holds a store is left as it is."""
    with open_store(f"sqlite:///{path}") as source, open_store(url) as target:
        if not target.info()["articles"]:
            source.copy_to(target)
            target.vacuum()


def sample(path: Path) -> dict[str, Any]:
    """What to ask a store for of which no notes were taken when it was made; see `store_scale`."""
    chance = random.Random(1)
    with closing(sqlite3.connect(path)) as source:
        most = source.execute("SELECT max(number) FROM quotations").fetchone()[0]
        drawn = ", ".join(str(chance.randint(1, most)) for _ in range(20 * _SAMPLE))
        people = source.execute(
            "SELECT b.name, (SELECT count(*) FROM voices o WHERE o.person = b.number) FROM voices w"
            f" JOIN people b ON b.number = w.person WHERE w.quotation IN ({drawn}) AND b.name IS NOT NULL"
        ).fetchall()
        chance.shuffle(people)
        words = {
            word
            for _, said in source.execute(f"{_TEXTS} WHERE q.number IN ({drawn})")
            for word in said.split()
            if word.isalpha() and word.istitle() and len(word) > 7
        }
        articles = [row[0] for row in source.execute("SELECT id FROM articles")]
        often = source.execute(
            "SELECT b.name FROM voices w JOIN people b ON b.number = w.person WHERE b.name IS NOT NULL"
            " GROUP BY b.number ORDER BY count(*) DESC LIMIT 5"
        )
        quotations = source.execute("SELECT count(*) FROM quotations").fetchone()[0]
        return {
            "stored": {"quotations": quotations, "articles": len(articles)},
            "names": [name for name, _ in people][:_SAMPLE],
            "names of few words": [name for name, said in people if said < 5][:_SAMPLE],
            "often": [row[0] for row in often],
            "rare": sorted(words)[:_SAMPLE],
            "articles": chance.sample(articles, min(_SAMPLE, len(articles))),
        }
