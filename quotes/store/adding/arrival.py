"""Which stored article an incoming one is: the same, another wording, another place, or a new one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, RowMapping

from quotes.domain import Article, identify
from quotes.store.errors import ArticleConflictError
from quotes.store.folding import fold_words
from quotes.store.outlets import outlet_id
from quotes.store.sql import execute, typed

DETAILS = ("url", "outlet", "published", "title", "byline", "section")
_READ_WITH = ("outlet", "title", "byline")  # a reading rests on these
_RELATED = 0.1  # share of word triples: what has fewer in common is no new wording but something else

# By id, else by address, else by text; in one question.
_KNOWN = " UNION ALL ".join(
    f"""
SELECT {way} AS way, p.number AS number, p.id, p.url, p.published, p.title, p.byline, p.section,
       p.outlet_name AS outlet, p.first, v.number AS version, v.text_hash, v.article
FROM appearances p
JOIN versions v ON v.number = p.version
WHERE p.current AND {where}
"""
    for way, where in enumerate(("p.id = :id", "p.url = :url", "v.text_hash = :hash"))
) + " ORDER BY way, number"  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an incoming article is to the store. Numbers are of rows; None where there is no such row yet."""

    article: int | None
    version: int | None  # with this very text
    appearance: int | None  # the current one that it is
    former: int | None  # the version that this appearance had until now, if the text is another
    changed: dict[str, Any]  # details that the carrier gives otherwise than they are stored
    first: bool  # whether the version is read and shown under this appearance

    @property
    def is_unchanged(self) -> bool:
        """Whether it is there with this text and all that its carrier tells."""
        return self.appearance is not None and self.former is None and not self.changed

    @property
    def rereads(self) -> bool:
        """Whether a detail changed that the reading rests on."""
        return self.first and any(name in self.changed for name in _READ_WITH)


NEW = Arrival(None, None, None, None, {}, True)


def find_arrival(connection: Connection, article: Article, *, replace: bool = False) -> Arrival:
    """By the id of a current appearance, else its address, else the text.

    Raises ArticleConflictError where the id stands for something unrelated at another address, unless `replace`.
    """
    values = {"id": article.id, "url": article.url or None, "hash": article.text_hash}
    found = connection.execute(typed(_KNOWN, published=Date), values).mappings().all()
    known = [row for row in found if row["way"] == 0] or [row for row in found if row["way"] == 1]
    nameless = article.id == identify(article.text)  # its carrier gives neither id nor address
    if known and not nameless:
        row = known[0]
        if row["text_hash"] == article.text_hash:
            return _as(row, article, row["version"], None)
        if not replace:
            _check_related(connection, article, row)
        query = "SELECT number FROM versions WHERE article = :article AND text_hash = :hash"
        wording = {"article": row["article"], "hash": article.text_hash}
        return _as(row, article, execute(connection, query, wording).scalar(), row["version"])
    if not found:
        return NEW
    for row in found:
        if nameless and not _is_elsewhere(article, row):
            return _as(row, article, row["version"], None)
    row = found[0]
    return Arrival(row["article"], row["version"], None, None, {}, False)


def _as(row: RowMapping, article: Article, version: int | None, former: int | None) -> Arrival:
    return Arrival(row["article"], version, row["number"], former, changed(article, row), bool(row["first"]))


def changed(article: Article, row: RowMapping) -> dict[str, Any]:
    """What the carrier says of the article otherwise than the row has it; what it does not say is no change."""
    given: dict[str, str | date | None] = {name: getattr(article, name) for name in DETAILS}
    return {name: value for name, value in given.items() if value is not None and value != row[name]}


def _is_elsewhere(article: Article, row: RowMapping) -> bool:
    """Whether it tells of another outlet or address."""
    outlets = [outlet_id(name) for name in (article.outlet, row["outlet"]) if name]
    addresses = [url for url in (article.url, row["url"]) if url]
    return len(set(outlets)) > 1 or len(set(addresses)) > 1


def _check_related(connection: Connection, article: Article, row: RowMapping) -> None:
    """Lists are often numbered from one: two articles of one id need have nothing to do with each other."""
    if article.url and article.url == row["url"]:
        return
    if article.title and article.title == row["title"]:
        return
    query = "SELECT text FROM versions WHERE number = :version"
    former = execute(connection, query, {"version": row["version"]}).scalar_one()
    if shared(triples(former), triples(article.text)) < _RELATED:
        raise ArticleConflictError(
            f"the article id {article.id!r} already stands for another article; give this one another id, or pass "
            "--replace if it is a new wording of that"
        )


def triples(words: str) -> frozenset[str]:
    """The runs of three folded words in a text; of a shorter text, all its words as one."""
    folded = fold_words(words)
    return frozenset(map(" ".join, zip(folded, folded[1:], folded[2:], strict=False))) or frozenset((" ".join(folded),))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that both have."""
    return len(one & other) / min(len(one), len(other))
