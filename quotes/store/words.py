"""The index of words: which quotations hold them, by their stems, the same on every database.

SQLite keeps it in a table of its own kind that stores no text, PostgreSQL as vectors with an inverted index. Both get
the stems from here, so that one question has one answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, text

from quotes.store.query import All, Node, Not, Term
from quotes.store.query import Any as AnyOf

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


def add_words(connection: Connection, quotations: Mapping[int, Iterable[str]]) -> None:
    """Index new quotations: their numbers, and their folded words."""
    from quotes.store.rows import insert_rows

    number, made = _COLUMNS[connection.dialect.name]
    rows = [{number: quotation, "stems": stems_of(words)} for quotation, words in quotations.items()]
    insert_rows(connection, INDEX, rows, stems=made)


def clear_words(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')"))
    else:
        connection.execute(text(f"DELETE FROM {INDEX}"))


def words_query(
    dialect: str, wanted: Node, *, within: bool = False, name: str = "phrase"
) -> tuple[str, dict[str, Any]]:
    """A query of numbers of quotations that hold what is asked for, with its values.

    `within`: only in the versions `:versions` need it be sought. `name` is what the names of the values begin with.
    """
    if dialect == "sqlite":
        narrow = f" AND rowid BETWEEN {_END.format('min')} AND {_END.format('max')}" if within else ""
        return f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :{name}{narrow}", {name: _fts5(wanted)}
    narrow = " JOIN quotations q ON q.number = i.quotation AND q.version IN :versions" if within else ""
    values: dict[str, Any] = {}
    sql = _tsquery(wanted, values, name)
    return f"SELECT i.quotation FROM {INDEX} i{narrow} WHERE i.stems @@ ({sql})", values


def _fts5(node: Node) -> str:
    match node:
        case Term(words, prefix):
            if not prefix:
                return _quoted(stems_of(words))
            return f"({' OR '.join([_fts5_prefix(words), *map(_quoted, _begun(words))])})"
        case Not(item):
            return _fts5(item)
        case All(items):
            wanted = " AND ".join(_fts5(item) for item in items if not isinstance(item, Not))
            unwanted = "".join(f" NOT {_fts5(item)}" for item in items if isinstance(item, Not))
            return f"(({wanted}){unwanted})"
        case AnyOf(items):
            return f"({' OR '.join(map(_fts5, items))})"


def _fts5_prefix(words: Sequence[str]) -> str:
    return f"{_quoted(' '.join([*map(stem, words[:-1]), words[-1]]))} *"


def _quoted(stems: str) -> str:
    return f'"{stems}"'


def _begun(words: Sequence[str]) -> list[str]:
    """The phrases, as stems, of words that begin as the last one does but whose stems do not: "vaccina" is more than
    the stem of vaccination, "happy" another than that of happily."""
    *before, last = words
    stems = dict.fromkeys(stem(last + ending) for ending in _ENDINGS)
    return [" ".join([*map(stem, before), one]) for one in stems if not one.startswith(last)]


_ENDINGS = ("", "e", "s", "es", "d", "ed", "ing", "n", "ion", "on", "tion", "te", "ted", "ly", "y", "er", "r")


def _tsquery(node: Node, values: dict[str, Any], name: str) -> str:
    match node:
        case Term(words, prefix):
            if not prefix:
                return _placed("phraseto_tsquery('simple', :{})", stems_of(words), values, name)
            parts = [*map(stem, words[:-1]), words[-1]]
            begun = " <-> ".join(f"'{part}'" for part in parts) + ":*"
            found = [_placed("to_tsquery('simple', :{})", begun, values, name)]
            found += [_placed("phraseto_tsquery('simple', :{})", one, values, name) for one in _begun(words)]
            return f"({' || '.join(found)})"
        case Not(item):
            return f"!!({_tsquery(item, values, name)})"
        case All(items):
            return f"({' && '.join(_tsquery(item, values, name) for item in items)})"
        case AnyOf(items):
            return f"({' || '.join(_tsquery(item, values, name) for item in items)})"


def _placed(sql: str, value: str, values: dict[str, Any], name: str) -> str:
    place = f"{name}{len(values)}"
    values[place] = value
    return sql.format(place)
