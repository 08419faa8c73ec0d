"""The schema as it was before there were revisions: of a store made by any version up to 0.1.0, what it lacks is added.

All that was added to it over time is empty for what was stored before.
"""

from alembic import op
from sqlalchemy import inspect, text

from quotes.store.migrations import statements, table_names

revision = "1"
down_revision = None

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


def upgrade() -> None:
    connection = op.get_bind()
    held = table_names(connection)
    for statement in statements("schema_1.sql", connection):
        words = statement.split()  # CREATE TABLE name (…, CREATE INDEX name ON name (…
        if words[4 if words[1] == "INDEX" else 2] not in held:
            connection.execute(text(statement))
    columns = {name: {column["name"] for column in inspect(connection).get_columns(name)} for name in held}
    for table, column, kind in ADDED:
        if table in held and column not in columns[table]:
            connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column} {kind}"))
