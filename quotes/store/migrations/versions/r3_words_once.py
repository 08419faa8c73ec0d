"""The words of a quotation are kept once, in the text of its version; and two indexes of readings become one.

The text of each version is checked to be as long as it says, for that is what holds quotations inside it now.
"""

from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    with op.batch_alter_table("versions") as versions:
        versions.drop_constraint("ck_versions_length", type_="check")
        versions.create_check_constraint("ck_versions_length", "length = length(text)")
    with op.batch_alter_table("quotations") as quotations:
        quotations.drop_constraint("ck_quotations_text", type_="check")
        quotations.drop_column("text")
    op.drop_index("ix_readings_parse", "readings")
    with op.batch_alter_table("readings") as readings:
        readings.drop_constraint("uq_readings_quotation_parse", type_="unique")
        readings.create_unique_constraint("uq_readings_parse_quotation", ["parse", "quotation"])
