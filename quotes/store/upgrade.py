"""Columns that stores made by older versions lack; they are added when such a store is opened.

All are empty for what was stored before, so nothing that a store holds changes, and older versions go on reading it.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect, text

# Table, column and SQL type, in the order in which versions brought them.
ADDED = (
    ("articles", "section", "VARCHAR"),
    ("articles", "indirect", "VARCHAR"),
    ("quotations", "parts", "JSON"),
    ("attributions", "polarity", "VARCHAR"),
    ("attributions", "modality", "VARCHAR"),
    ("articles", "wire_name", "VARCHAR"),
    ("articles", "wire_start", "INTEGER"),
    ("articles", "wire_end", "INTEGER"),
    ("attributions", "standing", "VARCHAR"),
    ("attributions", "described_role", "VARCHAR"),
    ("attributions", "seniority", "VARCHAR"),
    ("attributions", "described_affiliation", "VARCHAR"),
    ("attributions", "source_count", "INTEGER"),
    ("attributions", "document_kind", "VARCHAR"),
    ("attributions", "declined", "BOOLEAN"),
    ("attributions", "reason_class", "VARCHAR"),
    ("attributions", "addressee_start", "INTEGER"),
    ("attributions", "addressee_end", "INTEGER"),
    ("attributions", "addressee_text", "VARCHAR"),
    ("articles", "members", "JSON"),
    ("quotations", "marks", "BOOLEAN"),
    ("attributions", "member", "INTEGER"),
    ("attributions", "addressee_member", "INTEGER"),
    ("via", "member", "INTEGER"),
    ("attributions", "speech_confidence", "DOUBLE PRECISION"),
    ("attributions", "mention_confidence", "DOUBLE PRECISION"),
    ("attributions", "name_confidence", "DOUBLE PRECISION"),
)


def missing_columns(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Which of these the tables that are there lack."""
    inspector = inspect(connection)
    for table in dict.fromkeys(table for table, _, _ in ADDED):
        if inspector.has_table(table):
            held = {column["name"] for column in inspector.get_columns(table)}
            yield from (added for added in ADDED if added[0] == table and added[1] not in held)


def add_missing_columns(connection: Connection) -> None:
    """Add them; to be called by the only writer. All or none, as the transaction goes."""
    for table, column, kind in list(missing_columns(connection)):
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column} {kind}"))
