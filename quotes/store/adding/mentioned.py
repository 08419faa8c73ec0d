"""Who is mentioned inside quotations: filled from the casts of articles, for whoever asks who spoke of whom."""

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, RowMapping

from quotes.cast_wire import cast_from_column
from quotes.domain import Cast, Member, Span
from quotes.store.folding import fold_words
from quotes.store.rows import insert_numbered, insert_rows
from quotes.store.sql import execute

_KINDS = ("person", "organization")
_FORGET = "DELETE FROM mentioned WHERE quotation IN (SELECT number FROM quotations WHERE version IN :versions)"
_CASTS = (
    "SELECT m.version, m.members, a.id FROM parses m JOIN versions v ON v.number = m.version AND v.current"
    " JOIN articles a ON a.number = v.article WHERE m.current AND m.version IN :versions"
)
_AT_ONCE = 200  # versions
_CURRENT = "SELECT number FROM versions WHERE current AND number > :last ORDER BY number LIMIT :limit"
_QUOTATIONS = (
    "SELECT number, version, span_start, span_end, member FROM record WHERE version IN :versions"
    " ORDER BY version, span_start, span_end"
)
# Of a member that speaks alone, in a quotation of which people have not said otherwise, the presence.
_SPEAKING = """
SELECT r.version, r.member, max(w.presence) FROM record r JOIN voices w ON w.quotation = r.number
WHERE r.version IN :versions AND r.said AND r.source_type IS NOT NULL AND r.member IS NOT NULL AND NOT r.corrected
GROUP BY r.version, r.number, r.member, r.span_start, r.span_end HAVING count(*) = 1 AND max(w.presence) IS NOT NULL
ORDER BY r.version, r.span_start, r.span_end
"""
_KNOWN = "SELECT folded, number FROM mentioned_names WHERE folded IN :keys"
Name = tuple[str, str]  # kind and name


def fill_all_mentioned(connection: Connection) -> None:
    """Take anew who is mentioned inside all quotations, as whoever speaks in them is counted now."""
    forget_mentioned(connection)
    last = 0
    while versions := execute(connection, _CURRENT, {"last": last, "limit": _AT_ONCE}).scalars().all():
        rows = execute(connection, _QUOTATIONS, {"versions": versions}).mappings().all()
        speaking = execute(connection, _SPEAKING, {"versions": versions}).all()
        fill_mentioned(connection, versions, rows, {(version, member): who for version, member, who in speaking})
        last = versions[-1]


def forget_mentioned(connection: Connection) -> None:
    for table in ("mentioned", "mentioned_words", "mentioned_names"):
        execute(connection, f"DELETE FROM {table}")


def fill_mentioned(
    connection: Connection,
    versions: Iterable[int],
    quotations: Sequence[RowMapping],
    presences: Mapping[tuple[int, int], int],
) -> None:
    """Take anew who is mentioned in these quotations of these versions, which are all that they have.

    `presences` are those of members that speak, by version and place in the cast.
    """
    wanted = sorted(versions)
    execute(connection, _FORGET, {"versions": wanted})
    if not quotations:
        return
    casts = {
        version: _cast(members, article)
        for version, members, article in execute(connection, _CASTS, {"versions": wanted})
    }
    found = [
        (row["number"], row["version"], place, (member.kind, member.name), span)
        for row in quotations
        for place, member in enumerate(casts[row["version"]].members)
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


def _inside(row: RowMapping, place: int, member: Member) -> Span | None:
    """The first mention inside a quotation; of its own speaker, the first by name."""
    own = place == row["member"]
    return next(
        (
            mention.span
            for mention in member.mentions
            if row["span_start"] <= mention.span.start
            and mention.span.end <= row["span_end"]
            and (not own or mention.form == "name")
        ),
        None,
    )


def _number_names(connection: Connection, names: Iterable[Name]) -> dict[Name, int]:
    """The numbers of names; those that are not there are made, with the words by which they are found."""
    keys = {name: f"{name[0]} {' '.join(fold_words(name[1]))}" for name in names}
    known: dict[str, int] = {}
    if keys:
        known.update(execute(connection, _KNOWN, {"keys": sorted(set(keys.values()))}).all())
    fresh = {key: name for name, key in reversed(keys.items()) if key not in known}
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
