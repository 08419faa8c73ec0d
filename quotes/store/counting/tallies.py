"""How much of what stands in each version: the SQL that counts, once for all who ask.

What stands in a single place is added up here, version by version, and kept in the table `tallies`, so that an archive
is counted in a moment. What stands in several places is counted when it is asked for, by `counts`.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from sqlalchemy import Connection

from quotes.categories import BROAD, CATEGORIES, NO_SOURCE, STRICT, VOICELESS, Category
from quotes.store.counting.copies import fingerprints_of, settle_copies
from quotes.store.sql import execute

Measure = Literal["quotations", "words", "sources", "articles"]
Part = Literal["total", "told", "strict", "broad", "spokespersons", "documents"]

# What each part is of; the parts but the total are of what the article tells the speaker of.
PARTS: dict[Part, frozenset[Category]] = {
    "total": frozenset(CATEGORIES),
    "told": frozenset(CATEGORIES) - NO_SOURCE,
    "strict": STRICT,
    "broad": BROAD,
    "spokespersons": frozenset(("spokesperson",)),
    "documents": frozenset(("document",)),
}
_SHOWN: dict[Part, frozenset[Category]] = {part: found for part, found in PARTS.items() if part != "total"}
COLUMNS = (
    *(f"{measure}_{part}" for measure in ("quotations", "words") for part in PARTS),
    "words_squares",
    *(f"sources_{part}" for part in PARTS),
    *(f"articles_{part}" for part in _SHOWN),
)
_AT_ONCE = 500  # versions in one question


def listed(names: Collection[str]) -> str:
    return ", ".join(f"'{name}'" for name in sorted(names))


def is_any(categories: Collection[str]) -> str:
    """1 where the category is one of these."""
    return f"CASE WHEN w.category IN ({listed(categories)}) THEN 1 ELSE 0 END"


def tally_query(where: str, *, copies: bool = False) -> str:
    """A row a version that has any of the voices, without and with indirect speech, in the order of COLUMNS.

    `copies`: count what stands in several places, too.
    """
    alone = "TRUE" if copies else "NOT w.copied"
    counted = [
        *(f"count(*) FILTER (WHERE {alone} AND w.category IN ({listed(found)})) AS quotations_{part}"
          for part, found in PARTS.items()),
        *(f"coalesce(sum(w.words) FILTER (WHERE {alone} AND w.category IN ({listed(found)})), 0) AS words_{part}"
          for part, found in PARTS.items()),
        "coalesce(sum(CAST(w.words AS bigint) * w.words)"
        f" FILTER (WHERE {alone} AND w.category IN ({listed(PARTS['told'])})), 0) AS words_squares",
    ]  # fmt: skip
    articles = [f"max({is_any(found)}) AS articles_{part}" for part, found in _SHOWN.items()]
    sources = [f"max({is_any(found)}) AS is_{part}" for part, found in PARTS.items()]
    added = [f"sum(pairs.is_{part}) AS sources_{part}" for part in PARTS]
    known = [f"coalesce(s.sources_{part}, 0) AS sources_{part}" for part in PARTS]
    quoted = ", ".join(f"q.{column}" for column in COLUMNS if not column.startswith("sources"))
    kept = ", ".join(column if column.startswith("sources") else f"q.{column}" for column in COLUMNS)
    scopes = "JOIN (SELECT 0 AS reports UNION ALL SELECT 1) scopes ON scopes.reports = 1 OR NOT w.reported"
    return f"""
SELECT t.version, t.reports, {kept.replace("q.", "t.")} FROM (
  SELECT q.version, q.reports, {quoted}, {", ".join(known)}
  FROM (
    SELECT w.version, scopes.reports, {", ".join([*counted, *articles])}
    FROM voices w {scopes}
    WHERE w.leads AND w.first AND {where}
    GROUP BY w.version, scopes.reports
  ) q
  LEFT JOIN (
    SELECT pairs.version, pairs.reports, {", ".join(added)}
    FROM (
      SELECT w.version, scopes.reports, w.person, max(CASE WHEN {alone} THEN 0 ELSE 1 END) AS shared,
             {", ".join(sources)}
      FROM voices w {scopes}
      WHERE w.leads AND w.person IS NOT NULL AND w.category NOT IN ({listed(VOICELESS)}) AND {where}
      GROUP BY w.version, scopes.reports, w.person
    ) pairs
    WHERE pairs.shared = 0
    GROUP BY pairs.version, pairs.reports
  ) s ON s.version = q.version AND s.reports = q.reports
) t"""


_RENEW = f"INSERT INTO tallies (version, reports, {', '.join(COLUMNS)}) {tally_query('w.version IN :versions')}"


def renew_tallies(connection: Connection, versions: Iterable[int]) -> None:
    """Count these versions anew."""
    wanted = sorted(versions)
    for start in range(0, len(wanted), _AT_ONCE):
        some = {"versions": wanted[start : start + _AT_ONCE]}
        for query in ("DELETE FROM tallies WHERE version IN :versions", _RENEW):
            execute(connection, query, some)


def recount(connection: Connection, presences: Sequence[int]) -> None:
    """To be called when somebody is found to be one with somebody else, or two: after `voices` has it so."""
    versions = settle_copies(connection, fingerprints_of(connection, presences))
    for start in range(0, len(presences), _AT_ONCE):
        query = "SELECT version FROM voices WHERE presence IN :presences"
        some = {"presences": presences[start : start + _AT_ONCE]}
        versions |= set(execute(connection, query, some).scalars())
    renew_tallies(connection, versions)
