"""The nodes of a network: a row a speaker, an outlet, an article, with what counts as theirs."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from quotes.domain import identify
from quotes.store.counting.network import sums
from quotes.store.counting.network.rows import End
from quotes.store.counting.network.spoken import ARTICLES, OUTLETS, Spoken
from quotes.store.reading.asking import to_day

_AT_ONCE = 2000  # rows that are fetched together

_COUNTED = f"""
SELECT l.key, {sums.count("NOT l.reported")} AS quotations, {sums.count("l.reported")} AS reports,
       {sums.words()} AS words, count(DISTINCT l.article) AS articles, max(CASE WHEN l.withheld THEN 1 ELSE 0 END)
       AS anonymous, min(l.first) AS first, max(l.last) AS last
FROM ({{rows}}) l
GROUP BY l.key
"""
_SPEAKERS = """
SELECT c.*, b.id, b.kind, b.name, b.descriptor, a.id AS article_id
FROM ({counted}) c JOIN people b ON b.number = c.key LEFT JOIN articles a ON a.number = b.article
WHERE c.quotations + c.reports > 0
ORDER BY c.key
"""
_PLACES = f"""
SELECT c.*, o.id AS outlet, o.name, a.id AS article_id, p.title
FROM ({{counted}}) c
LEFT JOIN outlets o ON o.number = c.key - {OUTLETS}
LEFT JOIN articles a ON a.number = c.key - {ARTICLES}
LEFT JOIN (SELECT v.article, min(p.title) AS title FROM versions v JOIN appearances p ON p.version = v.number AND p.first
           WHERE v.current GROUP BY v.article) p ON p.article = a.number
WHERE c.quotations + c.reports > 0
ORDER BY c.key
"""
# Of each speaker what the articles say most, and of what they say equally often the first.
_SAID_OF = """
SELECT s.speaker, r.{column} AS said, count(*) AS times, min(s.quotation) AS earliest
FROM ({speakers}) s
JOIN parses m ON m.version = s.version AND m.current
JOIN readings r ON r.quotation = s.quotation AND r.parse = m.number
LEFT JOIN corrections c ON c.quotation = s.quotation
WHERE r.{column} IS NOT NULL AND NOT coalesce(c.speaker, FALSE)
GROUP BY s.speaker, r.{column}
"""


def iter_speakers(connection: Connection, spoken: Spoken) -> Iterator[End]:
    rows = (
        "SELECT s.speaker AS key, s.leads, s.copied, s.whole, s.reported, s.words, s.withheld, p.article, p.first, p.last"
        f" FROM ({spoken.speakers}) s JOIN ({spoken.versions}) p ON p.version = s.version"
    )
    roles = _said_of(connection, spoken, "role")
    affiliations = _said_of(connection, spoken, "affiliation")
    more = _shared_words(connection, rows, spoken)
    query = _SPEAKERS.format(counted=_COUNTED.format(rows=rows))
    for row in connection.execute(text(query), spoken.values, execution_options={"yield_per": _AT_ONCE}):
        yield End(
            row.key, f"speaker:{row.id}", row.kind, row.name or row.descriptor, row.article_id,
            roles.get(row.key), affiliations.get(row.key), **_counted(row, more),
        )  # fmt: skip


def iter_places(connection: Connection, spoken: Spoken, *, articles: bool = False) -> Iterator[End]:
    """Outlets, and articles that name none; or all `articles`, with everything that stands there, whoever says it."""
    place = f"{ARTICLES} + p.article" if articles else "p.place"
    where = spoken.versions if articles else spoken.places
    rows = (
        f"SELECT {place} AS key, w.leads, w.copied, w.whole, w.reported, w.words, FALSE AS withheld, p.article, p.first,"
        f" p.last FROM voices w JOIN ({where}) p ON p.version = w.version WHERE w.first AND {spoken.everything}"
    )
    more = _shared_words(connection, rows, spoken)
    query = _PLACES.format(counted=_COUNTED.format(rows=rows))
    for row in connection.execute(text(query), spoken.values, execution_options={"yield_per": _AT_ONCE}):
        counted = _counted(row, more)
        if row.outlet is not None:
            yield End(row.key, f"outlet:{row.outlet}", "outlet", row.name, **counted)
        else:
            identity = f"article:{identify('article', row.article_id)}"
            yield End(row.key, identity, "article", row.title or row.article_id, row.article_id, **counted)


def _counted(row: Any, more: dict[int, int]) -> dict[str, Any]:
    return {
        "anonymous": bool(row.anonymous), "quotations": row.quotations, "reports": row.reports,
        "words": int(row.words) + more.get(row.key, 0), "articles": row.articles, "first": to_day(row.first),
        "last": to_day(row.last),
    }  # fmt: skip


def _shared_words(connection: Connection, rows: str, spoken: Spoken) -> dict[int, int]:
    query = text(sums.shared_words(rows, "key"))
    return {key: int(words) for key, words in connection.execute(query, spoken.values)}


def _said_of(connection: Connection, spoken: Spoken, column: str) -> dict[int, str]:
    query = text(_SAID_OF.format(column=column, speakers=spoken.speakers))
    found: dict[int, tuple[int, int, str]] = {}
    for row in connection.execute(query, spoken.values, execution_options={"yield_per": _AT_ONCE}):
        rank = (-row.times, row.earliest, row.said)
        if row.speaker not in found or rank < found[row.speaker]:
            found[row.speaker] = rank
    return {speaker: said for speaker, (_, _, said) in found.items()}
