"""Who is mentioned inside quotations, for those who ask who spoke of whom. Derived: whoever upgrades fills it."""

from alembic import op

from quotes.store.migrations import execute, statements

revision = "5"
down_revision = "4"


def upgrade() -> None:
    connection = op.get_bind()
    execute(connection, *statements("schema_5.sql", connection))
