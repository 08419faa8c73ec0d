"""A store that was made on SQLite, on PostgreSQL: row for row, and its index of words made anew.

Storing a million quotations takes a quarter of an hour, copying them a few minutes.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean
from sqlmodel import SQLModel

from quotes.store import open_store
from quotes.store.folding import fold_words
from quotes.store.tables import TABLES
from quotes.store.words import INDEX, stems_of

_AT_ONCE = 20_000
_SAMPLE = 200
_TEXTS = (
    "SELECT q.number, substr(v.text, q.span_start + 1, q.span_end - q.span_start)"
    " FROM quotations q JOIN versions v ON v.number = q.version"
)


def copy_store(path: Path, url: str) -> None:
    """Copy the SQLite store at a path into an empty PostgreSQL database; one that holds a store is left as it is."""
    import psycopg

    with open_store(url) as store:
        if store.info()["articles"]:
            return
    with closing(sqlite3.connect(path)) as source, psycopg.connect(url) as target:
        target.execute("SET session_replication_role = replica")  # what refers to what was checked where it comes from
        for table in SQLModel.metadata.sorted_tables:
            names = ", ".join(table.c.keys())
            with target.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
                for row in _rows(source, table.name, names):
                    copy.write_row(row)
        target.execute("CREATE TEMPORARY TABLE stems (quotation integer, stems text)")
        texts = source.execute(_TEXTS)
        while some := list(islice(texts, _AT_ONCE)):
            with target.cursor().copy("COPY stems FROM STDIN") as copy:
                for number, said in some:
                    copy.write_row((number, stems_of(fold_words(said))))
            target.execute(f"INSERT INTO {INDEX} SELECT quotation, to_tsvector('simple', stems) FROM stems")
            target.execute("TRUNCATE stems")
    with psycopg.connect(url, autocommit=True) as target:
        target.execute("VACUUM ANALYZE")


def _rows(source: sqlite3.Connection, table: str, names: str) -> Iterator[list[Any]]:
    flags = [isinstance(column.type, Boolean) for column in TABLES[table].columns]
    for row in source.execute(f"SELECT {names} FROM {table}"):
        yield [bool(value) if flag and value is not None else value for flag, value in zip(flags, row, strict=True)]


def sample(path: Path) -> dict[str, Any]:
    """What to ask a store for of which no notes were taken when it was made; see `store_scale`."""
    chance = random.Random(1)
    with closing(sqlite3.connect(path)) as source:
        most = source.execute("SELECT max(number) FROM voices").fetchone()[0]
        drawn = ", ".join(str(chance.randint(1, most)) for _ in range(20 * _SAMPLE))
        people = source.execute(
            "SELECT b.name, (SELECT count(*) FROM voices o WHERE o.person = b.number) FROM voices w"
            f" JOIN people b ON b.number = w.person WHERE w.number IN ({drawn}) AND b.name IS NOT NULL"
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
