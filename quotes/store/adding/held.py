"""What people hold of quotations goes on to hold when an article is read anew or worded anew.

A quotation that a later reading cuts otherwise is followed by the one that lies over it; what people marked, or gave a
speaker, is looked for by its words where no reading has it.
"""

from bisect import bisect_left
from typing import Any

from sqlalchemy import Connection

from quotes.domain import Span, quotation_id
from quotes.store.adding.lineage import Held, has_verdicts, read_held
from quotes.store.adding.stems import stem_of
from quotes.store.alike.fingerprints import add_fingerprints
from quotes.store.counting.copies import count_words, fingerprint
from quotes.store.folding import fold_words
from quotes.store.rows import insert_one
from quotes.store.sql import execute
from quotes.store.views import TEXT
from quotes.store.words import add_words

_QUOTATIONS = f"""
SELECT q.number, q.id, q.span_start, q.span_end, q.follows, {TEXT} AS words,
       EXISTS (SELECT 1 FROM parses m JOIN readings r ON r.parse = m.number
               WHERE m.version = v.number AND m.current AND r.quotation = q.number) AS is_read
FROM quotations q JOIN versions v ON v.number = q.version
WHERE q.version = :version ORDER BY q.span_start, q.span_end
"""


def hold_on(connection: Connection, former: int, version: int) -> list[int]:
    """Link what people judged in `former` to what stands in `version` now, the same one where it was only read anew.

    Returns the numbers of the quotations of `version` of which anything may hold. To be called after `follow`.
    """
    if not has_verdicts(connection):
        return []
    present = _quotations(connection, version)
    before = present if former == version else _quotations(connection, former)
    judged = read_held(connection, [row["number"] for row in before])
    held = [row for row in before if _is_judged(judged[row["number"]])]
    followed = {row["follows"] for row in present}
    for row in held:
        marked = bool(judged[row["number"]].marks)
        if former == version:
            if not row["is_read"] and not marked:
                _link_over(connection, row, present)
        elif row["number"] not in followed:
            _carry(connection, row, version, present)
    return [row["number"] for row in _quotations(connection, version)]


def stretch(connection: Connection, version: int, span: Span, follows: int | None) -> int:
    """The quotation of this stretch, which is made where it was none."""
    query = (
        "SELECT number, follows FROM quotations WHERE version = :version AND span_start = :start AND span_end = :end"
    )
    at = {"version": version, "start": span.start, "end": span.end}
    found = execute(connection, query, at).one_or_none()
    if found is not None:
        if found[1] is None and follows != found[0]:
            _set_follows(connection, found[0], follows)
        return int(found[0])
    words = execute(connection, "SELECT text FROM versions WHERE number = :version", {"version": version}).scalar_one()
    said = span.of(words)
    folded = fold_words(said)
    number = insert_one(
        connection, "quotations", id=quotation_id(stem_of(connection, version), span), version=version,
        length=len(words), span_start=span.start, span_end=span.end, words=count_words(said),
        fingerprint=fingerprint(folded), follows=follows,
    )  # fmt: skip
    add_words(connection, {number: folded})
    add_fingerprints(connection, {number: folded})
    return number


def _is_judged(held: Held) -> bool:
    return bool(held.rows or held.marks or held.replaced_by)


def _quotations(connection: Connection, version: int) -> list[dict[str, Any]]:
    return [dict(row) for row in execute(connection, _QUOTATIONS, {"version": version}).mappings()]


def _link_over(connection: Connection, row: dict[str, Any], present: list[dict[str, Any]]) -> None:
    """Let the reading that lies most over a quotation that is read no more follow it."""

    def shared(other: dict[str, Any]) -> int:
        return int(min(row["span_end"], other["span_end"]) - max(row["span_start"], other["span_start"]))

    over = [one for one in present if one["is_read"] and one["follows"] is None and shared(one) > 0]
    if over:
        best = max(over, key=shared)
        best["follows"] = row["number"]
        _set_follows(connection, best["number"], row["number"])


def _carry(connection: Connection, row: dict[str, Any], version: int, present: list[dict[str, Any]]) -> None:
    """Find the words in the new wording, the place nearest to where they stood, and let them follow."""
    words = execute(connection, "SELECT text FROM versions WHERE number = :version", {"version": version}).scalar_one()
    places = _occurrences(words, row["words"])
    if places:
        at = bisect_left(places, row["span_start"])
        start = min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place - row["span_start"]))
        stretch(connection, version, Span(start, start + len(row["words"])), row["number"])


def _occurrences(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _set_follows(connection: Connection, number: int, follows: int | None) -> None:
    query = "UPDATE quotations SET follows = :follows WHERE number = :number"
    execute(connection, query, {"follows": follows, "number": number})
