"""The index of words: which quotations hold them, by their stems, the same on every database.

SQLite keeps it in a table of its own kind that stores no text, PostgreSQL as vectors with an inverted index. Both get
the stems from here, so that one question has one answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, text

from quotes.store.folding import fold_query, fold_words

INDEX = "quotation_words"
_END = "(SELECT {}(number) FROM quotations WHERE version IN :versions)"  # a list of numbers FTS5 would go through alone
_LONGEST = 60_000  # characters; PostgreSQL allows a megabyte a vector. Of a longer quotation the beginning is found

CREATE: Mapping[str, Sequence[str]] = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5(stems, content='', columnsize=0,"
        " tokenize='unicode61 remove_diacritics 0')",
    ),
    "postgresql": (
        f"CREATE TABLE {INDEX} (quotation integer PRIMARY KEY REFERENCES quotations ON DELETE CASCADE,"
        " stems tsvector NOT NULL)",
        f"CREATE INDEX ix_{INDEX} ON {INDEX} USING gin (stems)",
    ),
}

_COLUMNS = {"sqlite": ("rowid", "{}"), "postgresql": ("quotation", "to_tsvector('simple', {})")}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word (Porter's second algorithm).

    >>> stem("vaccines"), stem("vaccinated")
    ('vaccin', 'vaccin')
    """
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    """Loaded with the first word, for it brings the stemmers of thirty languages."""
    from snowballstemmer import stemmer

    return stemmer("english")


def stems_of(words: Iterable[str]) -> str:
    return " ".join(map(stem, words))[:_LONGEST]


def add_words(connection: Connection, quotations: Mapping[int, str]) -> None:
    """Index new quotations: their numbers, and their texts."""
    from quotes.store.rows import insert_rows

    number, made = _COLUMNS[connection.dialect.name]
    rows = [{number: quotation, "stems": stems_of(fold_words(said))} for quotation, said in quotations.items()]
    insert_rows(connection, INDEX, rows, stems=made)


def clear_words(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')"))
    else:
        connection.execute(text(f"DELETE FROM {INDEX}"))


def words_condition(dialect: str, query: str, *, within: bool = False) -> tuple[str, dict[str, Any]] | None:
    """The condition on `record` that a quotation holds all that is asked for; None where no word is.

    `within`: only in the versions `:versions` need it be sought.
    """
    phrases = [stems_of(phrase) for phrase in fold_query(query)]
    if not phrases:
        return None
    if dialect == "sqlite":
        match = " ".join(f'"{phrase}"' for phrase in phrases)
        narrow = f" AND rowid BETWEEN {_END.format('min')} AND {_END.format('max')}" if within else ""
        return f"number IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :match{narrow})", {"match": match}
    values = {f"phrase{place}": phrase for place, phrase in enumerate(phrases)}
    wanted = " && ".join(f"phraseto_tsquery('simple', :{name})" for name in values)
    narrow = " JOIN quotations q ON q.number = i.quotation AND q.version IN :versions" if within else ""
    return f"number IN (SELECT i.quotation FROM {INDEX} i{narrow} WHERE i.stems @@ ({wanted}))", values
