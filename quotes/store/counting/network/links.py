"""The links of a network: a row a pair, with its proof."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, text

from quotes.store.counting.network import sums
from quotes.store.counting.network.rows import Link, to_iso
from quotes.store.views import CONFIDENCE

_AT_ONCE = 2000  # rows that are fetched together
_UNDATED = "9999-99-99"
_NUMBER = 10**10  # more than there are quotations; written before a number, it makes all of them equally long
_SORTED = 21  # characters of a proof that it is sorted by: day and number; then the article and the quotation's id

_LINKS = f"""
SELECT l.source, l.target, {sums.count()} AS weight, {sums.words()} AS words, {{reports}} AS reports,
       {sums.count("l.withheld")} AS anonymous, avg({CONFIDENCE}) AS confidence, min(l.first) AS first,
       max(l.last) AS last, {{proofs}} AS proofs, {{relations}} AS relations
FROM ({{pairs}}) l
JOIN quotations q ON q.number = l.quotation
JOIN parses m ON m.version = l.version AND m.current
JOIN readings r ON r.quotation = l.quotation AND r.parse = m.number
LEFT JOIN corrections c ON c.quotation = l.quotation
GROUP BY l.source, l.target
ORDER BY l.source, l.target
"""
_PROOF = (
    f"coalesce(CAST(l.first AS VARCHAR), '{_UNDATED}') || CAST({_NUMBER} + l.quotation AS VARCHAR)"
    " || CAST(l.article AS VARCHAR) || ':' || q.id"
)
_JOINED = {"sqlite": "group_concat({})", "postgresql": "string_agg({}, ',')"}
_EACH = {"sqlite": "group_concat(DISTINCT {})", "postgresql": "string_agg(DISTINCT {}, ',')"}


def iter_links(
    connection: Connection, pairs: str, values: Mapping[str, Any], *, indirect: bool = False
) -> Iterator[Link]:
    """Of the pairs that `pairs` yields, those that any quotation counts for, in order of their keys. `indirect`: some
    may be indirect speech."""
    dialect = connection.dialect.name
    shared = connection.execute(text(sums.shared_words(pairs, "source", "target")), values)
    more = {(source, target): int(words) for source, target, words in shared}
    articles = {str(number): id for number, id in connection.execute(text("SELECT number, id FROM articles"))}
    query = _LINKS.format(
        pairs=pairs,
        reports=sums.count("l.reported") if indirect else "0",
        proofs=_JOINED[dialect].format(_PROOF),
        relations=_EACH[dialect].format("l.relation"),
    )
    for row in connection.execute(text(query), values, execution_options={"yield_per": _AT_ONCE}):
        source, target, weight, words, reports, anonymous, confidence, first, last, proofs, relations = row
        if weight:
            evidence, found = _proofs(proofs)
            yield Link(
                source, target, weight, int(words) + more.get((source, target), 0), reports, anonymous, confidence,
                to_iso(first), to_iso(last), evidence, [articles[number] for number in found],
                sorted(relations.split(",")) if relations else [],
            )  # fmt: skip


def _proofs(joined: str) -> tuple[list[str], Iterable[str]]:
    """Ids of quotations and, as text, numbers of articles, in order."""
    if "," not in joined:
        article, _, identity = joined[_SORTED:].partition(":")
        return [identity], (article,)
    ids: dict[str, None] = {}
    articles: dict[str, None] = {}
    for proof in sorted(joined.split(",")):
        article, _, identity = proof[_SORTED:].partition(":")
        ids[identity] = articles[article] = None
    return list(ids), articles
