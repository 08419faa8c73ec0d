"""What follows from other columns is no longer kept beside them, and fewer indexes hold the same.

The numbers of voices, which nobody asked for, give way to the place among those who spoke as one; a text is looked for
in the index that keeps it unique; a confidence is kept where it is not the product of its parts, a mention where it is
not the name; the hashes of sketches are signed.
"""

from alembic import op

from quotes.store.migrations import execute, statements

revision = "6"
down_revision = "5"

_ARE_THERE = "speech_confidence IS NOT NULL AND mention_confidence IS NOT NULL"


def upgrade() -> None:
    connection = op.get_bind()
    op.drop_index("ix_versions_text_hash", "versions")
    with op.batch_alter_table("versions") as versions:
        versions.drop_constraint("uq_versions_article_text_hash", type_="unique")
        versions.create_unique_constraint("uq_versions_text_hash_article", ["text_hash", "article"])
        versions.create_index("ix_versions_article", ["article"])
    with op.batch_alter_table("readings") as readings:
        readings.alter_column("confidence", nullable=True)
        readings.create_check_constraint("ck_readings_sure", f"confidence IS NOT NULL OR ({_ARE_THERE})")
    execute(
        connection,
        f"UPDATE readings SET confidence = NULL WHERE {_ARE_THERE}",
        "UPDATE readings SET mention_text = NULL WHERE mention_text = coalesce(name, descriptor)",
    )
    execute(connection, *statements("schema_6.sql", connection))
