"""`quotes fields`: what the columns of exported tables hold."""

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.store.fields import FIELDS, Field


def fields(format: AnswerFormat = None, output: OutputFile = None) -> None:
    """Tell what each column of a table of quotations holds."""
    columns: list[Column[Field]] = [
        Column("name", lambda field: field.name, "Column"),
        Column("type", lambda field: field.type, "Type"),
        Column("holds", lambda field: field.holds, "Holds"),
    ]
    write_answer(Answer(FIELDS, columns), format, output)
