"""Who corrected a quotation, when and why, beside what they say of it. Derived: whoever upgrades fills it."""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"

_TYPES = ("named_person", "named_organization", "unnamed_person", "unnamed_group", "document", "narrator")


def upgrade() -> None:
    op.drop_table("corrections")
    op.create_table(
        "corrections",
        sa.Column("quotation", sa.Integer(), nullable=False),
        sa.Column("said", sa.Boolean()),
        sa.Column("speaker", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String()) for name in ("source_type", "name", "role", "descriptor")),
        sa.Column("anonymous", sa.Boolean()),
        sa.Column("standing", sa.String()),
        sa.Column("without_via", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.String()) for name in ("verdict", "who", "made", "reason")),
        sa.PrimaryKeyConstraint("quotation", name="pk_corrections"),
        sa.ForeignKeyConstraint(
            ["quotation"], ["quotations.number"], name="fk_corrections_quotation", ondelete="CASCADE"
        ),
        sa.CheckConstraint(sa.column("source_type").in_(_TYPES), name="ck_corrections_source_type"),
    )
