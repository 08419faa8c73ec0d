"""The nodes of a network: a row a speaker, an outlet, an article, with what counts as theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from quotes.domain import identify
from quotes.store.counting.network import relays, sums
from quotes.store.counting.network.rows import End, to_iso
from quotes.store.counting.network.spoken import ARTICLES, OUTLETS, Spoken
from quotes.store.views import OVERRULED, ROLE

_AT_ONCE = 2000  # rows that are fetched together

_COUNTED = f"""
SELECT l.key, {{quotations}} AS quotations, {{reports}} AS reports,
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
SELECT c.*, o.id AS outlet, o.name, a.id AS article_id,
       (SELECT min(p.title) FROM versions v JOIN appearances p ON p.version = v.number AND p.first
        WHERE v.article = a.number AND v.current) AS title
FROM ({{counted}}) c
LEFT JOIN outlets o ON o.number = c.key - {OUTLETS}
LEFT JOIN articles a ON a.number = c.key - {ARTICLES}
WHERE c.quotations + c.reports > 0
ORDER BY c.key
"""
# Of each speaker what the articles say most, and of what they say equally often the first.
_SAID_OF = f"""
SELECT s.speaker, {ROLE} AS role, CASE WHEN NOT {OVERRULED} THEN r.affiliation END AS affiliation, count(*) AS times,
       min(s.quotation) AS earliest
FROM ({{speakers}}) s
JOIN parses m ON m.version = s.version AND m.current
JOIN readings r ON r.quotation = s.quotation AND r.parse = m.number
LEFT JOIN corrections c ON c.quotation = s.quotation
WHERE {ROLE} IS NOT NULL OR (r.affiliation IS NOT NULL AND NOT {OVERRULED})
GROUP BY 1, 2, 3
"""


def iter_speakers(connection: Connection, spoken: Spoken) -> Iterator[End]:
    rows = (
        "SELECT s.speaker AS key, s.leads, s.copied, s.whole, s.reported, s.words, s.withheld, p.article, p.first,"
        f" p.last FROM ({spoken.speakers}) s JOIN ({spoken.versions}) p ON p.version = s.version"
    )
    roles, affiliations = _said_of(connection, spoken)
    more = _shared_words(connection, rows, spoken)
    groups = spoken.groups.named
    query = _SPEAKERS.format(counted=_counting(rows, spoken))
    for row in connection.execute(text(query), spoken.values, execution_options={"yield_per": _AT_ONCE}):
        counted = _counted(row, more)
        if (group := groups.get(row.key)) is not None:
            belongs = group.affiliation or None
            yield End(row.key, group.id, "unnamed_group", group.label, affiliation=belongs, **counted)
        else:
            yield End(
                row.key, f"speaker:{row.id}", row.kind, row.name or row.descriptor, row.article_id,
                roles.get(row.key), affiliations.get(row.key), **counted,
            )  # fmt: skip


def iter_places(connection: Connection, spoken: Spoken, *, articles: bool = False) -> Iterator[End]:
    """Outlets, and articles that name none; or all `articles`, with everything that stands there, whoever says it."""
    place = f"{ARTICLES} + p.article" if articles else "p.place"
    where = spoken.versions if articles else spoken.places
    rows = (
        f"SELECT {place} AS key, w.leads, w.copied, w.whole, w.reported, w.words, FALSE AS withheld, p.article,"
        f" p.first, p.last FROM voices w JOIN ({where}) p ON p.version = w.version"
        f" WHERE w.first AND {spoken.everything}"
    )
    more = _shared_words(connection, rows, spoken)
    passed = Passed({}, {}) if articles else read_passed(connection, spoken)
    query = _PLACES.format(counted=_counting(rows, spoken))
    for row in connection.execute(text(query), spoken.values, execution_options={"yield_per": _AT_ONCE}):
        counted = _counted(row, more)
        if row.outlet is not None:
            received, received_words = passed.received.get(row.key, (0, 0))
            relayed = passed.relayed.get(row.key, 0)
            counted |= {"relayed": relayed, "received": received, "received_words": received_words}
            yield End(row.key, f"outlet:{row.outlet}", "outlet", row.name, **counted)
        else:
            identity = f"article:{identify('article', row.article_id)}"
            yield End(row.key, identity, "article", row.title or row.article_id, row.article_id, **counted)


@dataclass(slots=True)
class Passed:
    """What came through outlets, and what came to them through others, by their keys."""

    relayed: Mapping[int, int]  # quotations
    received: Mapping[int, tuple[int, int]]  # quotations, and their words


def read_passed(connection: Connection, spoken: Spoken) -> Passed:
    relayed: dict[int, set[tuple[int, bool]]] = {}
    received: dict[int, dict[tuple[int, bool], int]] = {}
    for key, place, whole, reported, words in connection.execute(text(relays.passed(spoken)), spoken.values):
        relayed.setdefault(key, set()).add((whole, reported))
        received.setdefault(place, {})[whole, reported] = words
    return Passed(
        {key: len(found) for key, found in relayed.items()},
        {key: (len(found), sum(found.values())) for key, found in received.items()},
    )


def _counting(rows: str, spoken: Spoken) -> str:
    quotations, reports = sums.count(), "0"
    if spoken.asked.reports:
        quotations, reports = sums.count("NOT l.reported"), sums.count("l.reported")
    return _COUNTED.format(rows=rows, quotations=quotations, reports=reports)


def _counted(row: Any, more: dict[int, int]) -> dict[str, Any]:
    return {
        "anonymous": bool(row.anonymous), "quotations": row.quotations, "reports": row.reports,
        "words": int(row.words) + more.get(row.key, 0), "articles": row.articles, "first": to_iso(row.first),
        "last": to_iso(row.last),
    }  # fmt: skip


def _shared_words(connection: Connection, rows: str, spoken: Spoken) -> dict[int, int]:
    query = text(sums.shared_words(rows, "key"))
    return {key: int(words) for key, words in connection.execute(query, spoken.values)}


def _said_of(connection: Connection, spoken: Spoken) -> tuple[dict[int, str], dict[int, str]]:
    """Roles and affiliations by speaker."""
    query = text(_SAID_OF.format(speakers=spoken.speakers))
    roles, affiliations = _Said(), _Said()
    for row in connection.execute(query, spoken.values, execution_options={"yield_per": _AT_ONCE}):
        speaker, role, affiliation, times, earliest = row
        roles.add(speaker, role, times, earliest)
        affiliations.add(speaker, affiliation, times, earliest)
    return roles.chosen(), affiliations.chosen()


class _Said:
    """What articles say of speakers, how often, and where first."""

    def __init__(self) -> None:
        self._found: dict[int, dict[str, tuple[int, int]]] = {}

    def add(self, speaker: int, said: str | None, times: int, earliest: int) -> None:
        if said is not None:
            known = self._found.setdefault(speaker, {})
            before = known.get(said, (0, earliest))
            known[said] = (before[0] + times, min(before[1], earliest))

    def chosen(self) -> dict[int, str]:
        """The commonest of each; of several the first."""
        return {
            speaker: min(known, key=lambda said: (-known[said][0], known[said][1], said))
            for speaker, known in self._found.items()
        }
