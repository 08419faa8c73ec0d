"""Which stored article an incoming one is: the same, another wording, another place, or a new one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from quotes.domain import Article, IndirectScope, identify, scopes_covering
from quotes.store.errors import ArticleConflictError
from quotes.store.folding import fold_words
from quotes.store.outlets import outlet_id
from quotes.store.reading.asking import to_day
from quotes.store.sql import execute

DETAILS = ("url", "outlet", "published", "title", "byline", "section")
_READ_WITH = ("outlet", "title", "byline")  # a reading rests on these
_RELATED = 0.1  # share of word triples: what has fewer in common is no new wording but something else

_COLUMNS = """
SELECT p.number, p.id, p.url, p.published, p.title, p.byline, p.section, p.outlet_name AS outlet, p.first,
       v.number AS version, v.text_hash, v.article
FROM appearances p
JOIN versions v ON v.number = p.version
WHERE p.current AND
"""
_KNOWN = f"{_COLUMNS} p.id IN :ids UNION {_COLUMNS} p.url IN :urls UNION {_COLUMNS} v.text_hash IN :hashes ORDER BY 1"
_READ = """
SELECT m.version, n.fingerprint, m.indirect FROM parses m JOIN runs n ON n.number = m.run
WHERE m.version IN :versions AND m.current
"""
Known = dict[str, Any]  # a current appearance, with columns of its version


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


class Arrivals:
    """What the store has of some articles, looked up together; what is added meanwhile is to be noted."""

    def __init__(self, connection: Connection, articles: Sequence[Article]) -> None:
        self._connection = connection
        self._by_id: dict[str, list[Known]] = {}
        self._by_url: dict[str, list[Known]] = {}
        self._by_text: dict[str, list[Known]] = {}
        self._read: dict[int, tuple[str, str] | None] = {}  # by version: who read it, and how much indirect speech
        sought = {
            "ids": list({article.id for article in articles}),
            "urls": list({article.url for article in articles if article.url}),
            "hashes": list({article.text_hash for article in articles}),
        }
        for row in execute(connection, _KNOWN, sought).mappings():
            self._note({**row, "published": to_day(row["published"])})
        query = "SELECT id FROM articles WHERE id IN :ids"
        self._ids = set(execute(connection, query, {"ids": sought["ids"]}).scalars())
        self._look_up_readings(one["version"] for rows in self._by_text.values() for one in rows)

    def find(self, article: Article, *, replace: bool = False) -> Arrival:
        """By the id of a current appearance, else its address, else the text.

        Raises ArticleConflictError where the id stands for something unrelated at another address, unless `replace`.
        """
        by_id, by_url = self._by_id.get(article.id, []), self._by_url.get(article.url or "", [])
        found = [*by_id, *by_url, *self._by_text.get(article.text_hash, [])]
        nameless = article.id == identify(article.text)  # its carrier gives neither id nor address
        if (known := by_id or by_url) and not nameless:
            row = known[0]
            if row["text_hash"] == article.text_hash:
                return _as(row, article, row["version"], None)
            if not replace:
                _check_related(self._connection, article, row)
            query = "SELECT number FROM versions WHERE article = :article AND text_hash = :hash"
            wording = {"article": row["article"], "hash": article.text_hash}
            return _as(row, article, execute(self._connection, query, wording).scalar(), row["version"])
        if not found:
            return NEW
        for row in found:
            if nameless and not _is_elsewhere(article, row):
                return _as(row, article, row["version"], None)
        row = found[0]
        return Arrival(row["article"], row["version"], None, None, {}, False)

    def is_settled(self, arrival: Arrival, fingerprint: str, indirect: IndirectScope) -> bool:
        """Whether the text is stored as this fingerprint reads it, so that parsing it can be spared."""
        if arrival.version is None or arrival.rereads:
            return False
        if arrival.version not in self._read:
            self._look_up_readings([arrival.version])
        read = self._read[arrival.version]
        return read is not None and read[0] == fingerprint and read[1] in scopes_covering(indirect)

    def has_article(self, identity: str) -> bool:
        """Whether an article goes by one of the ids that were looked up."""
        return identity in self._ids

    def has_appearance(self, identity: str) -> bool:
        """Whether a current appearance goes by one of the ids that were looked up."""
        return identity in self._by_id

    def note(self, article: int, version: int, text_hash: str, appearance: Mapping[str, Any]) -> None:
        """An appearance that was added. `appearance` are the columns of its row."""
        outlet = appearance["outlet_name"]
        self._note({**appearance, "outlet": outlet, "version": version, "text_hash": text_hash, "article": article})

    def note_article(self, identity: str, version: int, fingerprint: str, indirect: IndirectScope) -> None:
        """An article that was added, and what read it."""
        self._ids.add(identity)
        self._read[version] = fingerprint, indirect

    def _note(self, row: Known) -> None:
        self._by_id.setdefault(row["id"], []).append(row)
        self._by_text.setdefault(row["text_hash"], []).append(row)
        if row["url"]:
            self._by_url.setdefault(row["url"], []).append(row)

    def _look_up_readings(self, versions: Iterable[int]) -> None:
        wanted = list(dict.fromkeys(versions))
        self._read.update(dict.fromkeys(wanted))
        for version, *read in execute(self._connection, _READ, {"versions": wanted}) if wanted else ():
            self._read[version] = read[0], read[1]


def _as(row: Known, article: Article, version: int | None, former: int | None) -> Arrival:
    return Arrival(row["article"], version, row["number"], former, _changed(article, row), bool(row["first"]))


def _changed(article: Article, row: Known) -> dict[str, Any]:
    """What the carrier says of the article otherwise than the row has it; what it does not say is no change."""
    given: dict[str, str | date | None] = {name: getattr(article, name) for name in DETAILS}
    return {name: value for name, value in given.items() if value is not None and value != row[name]}


def _is_elsewhere(article: Article, row: Known) -> bool:
    """Whether it tells of another outlet or address."""
    outlets = [outlet_id(name) for name in (article.outlet, row["outlet"]) if name]
    addresses = [url for url in (article.url, row["url"]) if url]
    return len(set(outlets)) > 1 or len(set(addresses)) > 1


def _check_related(connection: Connection, article: Article, row: Known) -> None:
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


def shared(one: frozenset[Any], other: frozenset[Any]) -> float:
    """The share of the smaller set that both have."""
    return len(one & other) / min(len(one), len(other))
