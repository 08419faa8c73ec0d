"""The index of fingerprints, by which drafts and variants find the quotations that they share words with.

It is derived: whoever upgrades fills it.
"""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.Integer(), nullable=False),
        sa.Column("quotation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "quotation", name="pk_fingerprints"),
        sa.ForeignKeyConstraint(
            ["quotation"], ["quotations.number"], name="fk_fingerprints_quotation", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
