"""The record: an article's versions and appearances, readings beside each other, one log, runs.

What stood in the tables before is moved whole. What is derived (people, voices, the index of words) is filled by
whoever upgrades, with the code of the day; so are the columns here that follow from a quotation's words alone.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from quotes.categories import category_of
from quotes.domain import Source, Span
from quotes.store.counting.copies import count_words, fingerprint
from quotes.store.folding import fold_words
from quotes.store.migrations import execute, statements

revision = "2"
down_revision = "1"

_OLD = ("via", "attributions", "quotations", "speaker_names", "speakers", "articles", "outlets")
_KEPT = ("judgements", "judged_names", "known_people")  # whose rows go over as they are
_COUNTING = ("quotations", "judgements")
_INDEXES = (
    "ix_articles_outlet_id", "ix_speaker_names_article_id", "ix_speaker_names_words", "ix_quotations_article_id",
    "ix_attributions_speaker_id", "ix_via_outlet_id", "ix_judgements_left_id", "ix_judgements_right_id",
)  # fmt: skip
_AT_ONCE = 2000  # quotations
# Columns that a reading has from the quotation and from the attribution that it was.
_OF_QUOTATION = ("kind", "content_start", "content_end", "group_number")
_OF_ATTRIBUTION = (
    "mention_start", "mention_end", "mention_text", "cue_start", "cue_end", "cue_text", "cue_lemma",
    "speech_confidence", "mention_confidence", "name_confidence", "cause", "polarity", "modality", "name",
    "source_type", "role", "affiliation", "descriptor", "anonymous", "reason_start", "reason_end", "reason_text",
    "medium", "standing", "described_role", "seniority", "described_affiliation", "source_count", "document_kind",
    "reason_class", "addressee_start", "addressee_end", "addressee_text", "member", "addressee_member",
)  # fmt: skip
_JSON = sa.JSON(none_as_null=True)
_QUOTATIONS = sa.table(
    "quotations",
    *map(sa.column, ("number", "id", "version", "length", "span_start", "span_end", "words", "fingerprint", "text")),
)
_READINGS = sa.table(
    "readings",
    sa.column("parts", _JSON),
    sa.column("evidence", _JSON),
    sa.column("anonymous", sa.Boolean),
    sa.column("declined", sa.Boolean),
    sa.column("marks", sa.Boolean),
    *map(sa.column, ("number", "quotation", "parse", "parent", "confidence", "category", *_OF_QUOTATION)),
    *map(sa.column, (name for name in _OF_ATTRIBUTION if name != "anonymous")),
)
_BATCH = f"""
SELECT q.number, q.id, q.span_start, q.span_end, q.text, q.parts, q.marks, outer_one.number AS parent,
       v.number AS version, v.length, t.confidence, t.evidence, t.declined, t.quotation_id,
       {", ".join(f"q.{name}" for name in _OF_QUOTATION)}, {", ".join(f"t.{name}" for name in _OF_ATTRIBUTION)}
FROM old_quotations q
JOIN articles a ON a.id = q.article_id
JOIN versions v ON v.article = a.number
LEFT JOIN old_attributions t ON t.quotation_id = q.id
LEFT JOIN old_quotations outer_one ON outer_one.id = q.parent_id
WHERE q.number > :after ORDER BY q.number LIMIT {_AT_ONCE}
"""


def upgrade() -> None:
    connection = op.get_bind()
    _put_aside(connection)
    for statement in statements("schema_2.sql", connection):
        connection.execute(sa.text(statement))
    _move_articles(connection)
    _move_quotations(connection)
    _move_via(connection)
    _move_log(connection)
    execute(connection, *(f"DROP TABLE old_{name}" for name in (*_OLD, *_KEPT)))
    if connection.dialect.name == "postgresql":
        for name in ("quotations", "readings", "judgements"):
            counter = f"pg_get_serial_sequence('{name}', 'number')"
            execute(connection, f"SELECT setval({counter}, coalesce(max(number), 0) + 1, FALSE) FROM {name}")


def _put_aside(connection: sa.Connection) -> None:
    """Rename the tables, and make room for names that the new ones take."""
    if connection.dialect.name == "sqlite":
        execute(
            connection,
            "DROP TRIGGER IF EXISTS quotation_words_insert",
            "DROP TRIGGER IF EXISTS quotation_words_delete",
            "DROP TABLE IF EXISTS quotation_words",
        )
    else:
        execute(connection, "DROP INDEX IF EXISTS quotation_words")
        for name in _COUNTING:
            execute(connection, f"ALTER SEQUENCE IF EXISTS {name}_number_seq RENAME TO old_{name}_number_seq")
    execute(connection, *(f"DROP INDEX IF EXISTS {name}" for name in _INDEXES))
    for name in (*_OLD, *_KEPT):
        op.rename_table(name, f"old_{name}")


def _move_articles(connection: sa.Connection) -> None:
    """Each article with one version, one appearance and one parse; in the order in which they were published, so that
    of one text under two ids the later one is the copy."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    runs = sa.table("runs", *map(sa.column, ("started", "ended", "command", "parser", "models", "fingerprint")))
    runs.append_column(sa.column("settings", _JSON))
    pairs = connection.execute(sa.text("SELECT DISTINCT parser, models FROM old_articles ORDER BY parser, models"))
    for parser, models in pairs.all():
        values = {"started": now, "ended": now, "command": "upgrade", "parser": parser, "models": models}
        connection.execute(sa.insert(runs).values(**values, fingerprint=_identify(parser, models), settings={}))
    execute(
        connection,
        "INSERT INTO outlets (id, name) SELECT id, name FROM old_outlets ORDER BY id",
        "INSERT INTO articles (id) SELECT id FROM old_articles ORDER BY published IS NULL, published, id",
    )
    connection.execute(
        sa.text(
            "INSERT INTO versions (article, seen, current, text_hash, length, text)"
            " SELECT a.number, :now, TRUE, o.text_hash, length(o.text), o.text"
            " FROM old_articles o JOIN articles a ON a.id = o.id ORDER BY a.number"
        ),
        {"now": now},
    )
    connection.execute(
        sa.text(
            "INSERT INTO appearances (version, id, current, first, seen, url, outlet, outlet_name, published, title,"
            " byline, section)"
            " SELECT v.number, o.id, TRUE, TRUE, :now, o.url, p.number, o.outlet, o.published, o.title, o.byline,"
            " o.section FROM old_articles o JOIN articles a ON a.id = o.id JOIN versions v ON v.article = a.number"
            " LEFT JOIN outlets p ON p.id = o.outlet_id ORDER BY v.number"
        ),
        {"now": now},
    )
    execute(
        connection,
        "INSERT INTO parses (version, run, current, indirect, wire_name, wire_start, wire_end, members)"
        " SELECT v.number, n.number, TRUE, coalesce(o.indirect, 'none'), o.wire_name, o.wire_start, o.wire_end,"
        " CASE WHEN coalesce(CAST(o.members AS TEXT), 'null') = 'null' THEN '[]' ELSE o.members END"
        " FROM old_articles o JOIN articles a ON a.id = o.id JOIN versions v ON v.article = a.number"
        " JOIN runs n ON n.parser = o.parser AND n.models = o.models ORDER BY v.number",
    )


def _move_quotations(connection: sa.Connection) -> None:
    """Quotations keep their numbers, and their readings have the same."""
    parses = {row[0]: row[1] for row in connection.execute(sa.text("SELECT version, number FROM parses"))}
    reasons: dict[str, int] = {}
    parents: list[dict[str, int]] = []
    for rows in _batches(connection):
        connection.execute(sa.insert(_QUOTATIONS), [_quotation(row) for row in rows])
        new = len(reasons)
        readings = [_reading(row, parses, reasons) for row in rows if row["quotation_id"] is not None]
        said = [{"number": number, "text": text} for text, number in list(reasons.items())[new:]]
        if said:
            connection.execute(sa.text("INSERT INTO reasons (number, text) VALUES (:number, :text)"), said)
        if readings:
            connection.execute(sa.insert(_READINGS), readings)
        parents += [{"n": row["number"], "p": row["parent"]} for row in rows if row["parent"] is not None]
    if parents:
        connection.execute(sa.text("UPDATE readings SET parent = :p WHERE number = :n"), parents)


def _batches(connection: sa.Connection) -> Iterator[list[sa.RowMapping]]:
    query = sa.text(_BATCH).columns(
        parts=_JSON, evidence=_JSON, marks=sa.Boolean, anonymous=sa.Boolean, declined=sa.Boolean
    )
    after = -(2**62)
    while rows := connection.execute(query, {"after": after}).mappings().all():
        yield list(rows)
        after = rows[-1]["number"]


def _quotation(row: sa.RowMapping) -> dict[str, Any]:
    kept = {name: row[name] for name in ("number", "id", "version", "length", "span_start", "span_end", "text")}
    return {**kept, "words": count_words(row["text"]), "fingerprint": fingerprint(fold_words(row["text"]))}


def _reading(row: sa.RowMapping, parses: Mapping[int, int], reasons: dict[str, int]) -> dict[str, Any]:
    """`reasons` numbers the sentences of evidence and grows."""
    return {
        **{name: row[name] for name in (*_OF_QUOTATION, *_OF_ATTRIBUTION)},
        "number": row["number"],
        "quotation": row["number"],
        "parse": parses[row["version"]],
        "parent": None,
        "parts": row["parts"],
        "marks": row["marks"] is None or row["marks"],
        "confidence": min(1.0, max(0.0, row["confidence"])),
        "evidence": [reasons.setdefault(said, len(reasons) + 1) for said in row["evidence"]],
        "anonymous": bool(row["anonymous"]),
        "declined": bool(row["declined"]),
        "category": category_of(_source(row)),
    }


def _source(row: sa.RowMapping) -> Source | None:
    """As much of it as tells what it counts as."""
    if row["source_type"] is None:
        return None
    reason = None if row["reason_start"] is None else Span(row["reason_start"], row["reason_end"])
    return Source(
        row["source_type"],
        descriptor=row["descriptor"],
        anonymous=bool(row["anonymous"]),
        reason=reason,
        standing=row["standing"],
        declined=bool(row["declined"]),
    )


def _move_via(connection: sa.Connection) -> None:
    execute(
        connection,
        "INSERT INTO via (reading, position, name, relation, span_start, span_end, outlet, member)"
        " SELECT r.number, o.position, o.name, o.relation, o.span_start, o.span_end, p.number, o.member"
        " FROM old_via o JOIN old_quotations q ON q.id = o.quotation_id JOIN readings r ON r.number = q.number"
        " JOIN outlets p ON p.id = o.outlet_id",
    )


def _move_log(connection: sa.Connection) -> None:
    log = "id, left_id, right_id, verdict, made_by, who, made, reason, score, undoes"
    people = "id, name, kind, aliases, roles, wikidata"
    execute(
        connection,
        f"INSERT INTO judgements (number, about, {log}) SELECT number, 'identity', {log} FROM old_judgements",
        "INSERT INTO judged_names (id, article_id, kind, name) SELECT id, article_id, kind, name FROM old_judged_names",
        f"INSERT INTO known_people ({people}) SELECT {people} FROM old_known_people",
    )


def _identify(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
