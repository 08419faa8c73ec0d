"""Who is mentioned inside quotations: filled from the casts of articles, for whoever asks who spoke of whom."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quotes.cast_wire import cast_from_column
from quotes.domain import Cast, Member, Span
from quotes.store.folding import fold_words
from quotes.store.rows import insert_numbered, insert_rows
from quotes.store.sql import execute

_KINDS = ("person", "organization")
_FORGET = (
    "DELETE FROM mentioned WHERE quotation IN (SELECT q.number FROM quotations q"
    " JOIN versions v ON v.number = q.version WHERE v.article IN :articles)"
)
_CASTS = (
    "SELECT m.version, m.members, a.id FROM parses m JOIN versions v ON v.number = m.version AND v.current"
    " JOIN articles a ON a.number = v.article WHERE m.current AND v.article IN :articles"
)
# With the presence of whoever speaks it alone, as it was read.
_QUOTATIONS = """
SELECT r.number, r.version, r.span_start, r.span_end, r.member,
       (SELECT min(w.presence) FROM voices w WHERE w.quotation = r.number AND NOT r.overruled HAVING count(*) = 1)
       AS presence
FROM record r
WHERE r.article IN :articles
ORDER BY r.version, r.span_start, r.span_end
"""
_KNOWN = "SELECT folded, number FROM mentioned_names WHERE folded IN :keys"
_AT_ONCE = 400  # articles, or names, in one question
Name = tuple[str, str]  # kind and name


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation in which somebody may be mentioned. `member` is the place in the cast of whoever speaks it,
    `presence` theirs, if it was read who that is and nobody else speaks it."""

    number: int
    version: int
    span_start: int
    span_end: int
    member: int | None
    presence: int | None


def fill_mentioned(connection: Connection, articles: Sequence[int]) -> None:
    """Take anew who is mentioned in the quotations of these articles, which have their voices already."""
    for start in range(0, len(articles), _AT_ONCE):
        values = {"articles": articles[start : start + _AT_ONCE]}
        execute(connection, _FORGET, values)
        quotations = [Stretch(*row) for row in execute(connection, _QUOTATIONS, values)]
        casts = {version: _cast(members, article) for version, members, article in execute(connection, _CASTS, values)}
        add_mentioned(connection, quotations, casts)


def add_mentioned(connection: Connection, quotations: Sequence[Stretch], casts: Mapping[int, Cast]) -> None:
    """Write who is mentioned in quotations of which that is not known yet. `casts` are those of their versions."""
    presences = {(row.version, row.member): row.presence for row in quotations if row.presence is not None}
    found = [
        (row.number, row.version, place, (member.kind, member.name), span)
        for row in quotations
        for place, member in enumerate(casts[row.version].members)
        if member.name and member.kind in _KINDS and (span := _inside(row, place, member))
    ]
    names = _number_names(connection, dict.fromkeys(name for *_, name, _ in found))
    rows: dict[tuple[int, int], dict[str, int | None]] = {}
    for number, version, place, name, span in found:
        row = {"presence": presences.get((version, place)), "span_start": span.start, "span_end": span.end}
        rows.setdefault((number, names[name]), {"quotation": number, "name": names[name], **row})
    insert_rows(connection, "mentioned", rows.values())


def _cast(members: object, article: str) -> Cast:
    return cast_from_column(json.loads(members) if isinstance(members, str) else members or (), article)  # type: ignore[arg-type]


def _inside(row: Stretch, place: int, member: Member) -> Span | None:
    """The first mention inside a quotation; of its own speaker, the first by name."""
    own = place == row.member
    first, last = row.span_start, row.span_end
    for mention in member.mentions:
        start, end = mention.span
        if first <= start and end <= last and (not own or mention.form == "name"):
            return mention.span
    return None


def _number_names(connection: Connection, names: Iterable[Name]) -> dict[Name, int]:
    """The numbers of names; those that are not there are made, with the words by which they are found."""
    keys = {name: f"{name[0]} {' '.join(fold_words(name[1]))}" for name in names}
    known: dict[str, int] = {}
    wanted = sorted(set(keys.values()))
    for start in range(0, len(wanted), _AT_ONCE):
        known.update(execute(connection, _KNOWN, {"keys": wanted[start : start + _AT_ONCE]}).all())
    fresh: dict[str, Name] = {}
    for name, key in keys.items():
        if key not in known:
            fresh.setdefault(key, name)
    rows = [{"kind": kind, "name": called, "folded": key} for key, (kind, called) in fresh.items()]
    numbers = insert_numbered(connection, "mentioned_names", rows)
    known |= dict(zip(fresh, numbers, strict=True))
    words = [
        {"word": word, "name": number}
        for key, number in zip(fresh, numbers, strict=True)
        for word in dict.fromkeys(key.split()[1:])
    ]
    insert_rows(connection, "mentioned_words", words)
    return {name: known[key] for name, key in keys.items()}
