"""A list of quotations that turns into a data frame."""

from html import escape
from typing import Any

from quotes.errors import UsageError
from quotes.store.fields import FIELDS, to_columns
from quotes.store.records import QuotationRecord

_SHOWN = 20  # rows in a notebook


class Quotations(list[QuotationRecord]):
    """What a selection found, in its order.

    >>> Quotations().to_pandas().columns[2]
    'words'
    """

    __slots__ = ()

    def to_pandas(self) -> Any:
        """A pandas.DataFrame with the columns of `quotes fields`; raises UsageError where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise UsageError("to_pandas() needs pandas; install it with: pip install pandas") from None
        types = {"text": "object", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
        columns = to_columns(self)
        return pandas.DataFrame(
            {
                field.name: pandas.to_datetime(pandas.Series(columns[field.name], dtype="object"))
                if field.type == "date"
                else pandas.Series(columns[field.name], dtype=types.get(field.type, "object"))
                for field in FIELDS
            }
        )

    def to_polars(self) -> Any:
        """A polars.DataFrame with the columns of `quotes fields`; raises UsageError where polars is not installed."""
        try:
            import polars
        except ImportError:
            raise UsageError("to_polars() needs polars; install it with: pip install polars") from None
        types = {
            "text": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean,
            "date": polars.Date, "list of text": polars.List(polars.String),
        }  # fmt: skip
        return polars.DataFrame(to_columns(self), schema={field.name: types[field.type] for field in FIELDS})

    def _repr_html_(self) -> str:
        """The first rows as a table, for notebooks."""
        rows = "".join(
            f"<tr><td>{escape(r.text)}</td><td>{escape(r.person or r.speaker or r.descriptor or '')}</td>"
            f"<td>{escape(r.outlet or '')}</td><td>{r.published or ''}</td><td>{r.confidence:.0%}</td></tr>"
            for r in self[:_SHOWN]
        )
        heads = "".join(f"<th>{head}</th>" for head in ("Words", "Speaker", "Outlet", "Published", "Confidence"))
        more = f"<p>and {len(self) - _SHOWN:,} more</p>" if len(self) > _SHOWN else ""
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{more}"
