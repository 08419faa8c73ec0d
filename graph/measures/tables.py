"""What was measured, as tables of plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any, SupportsFloat

from graph.measures.definitions import TableName

Value = str | int | float | bool | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, in a fixed order. Iterating yields a dict a row; None is what cannot be measured of nothing.

    >>> table = Table("nodes", ("id", "degree"), (("a", 2), ("b", 1)))
    >>> table["degree"], list(table)[1]
    ((2, 1), {'id': 'b', 'degree': 1})
    """

    name: TableName
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, column: str) -> tuple[Value, ...]:
        place = self.columns.index(column)
        return tuple(row[place] for row in self.rows)


def from_columns(name: TableName, columns: Mapping[str, Sequence[Any]]) -> Table:
    """A table of columns that are equally long; of numbers that are no numbers, None."""
    values = ([_plain(value) for value in column] for column in columns.values())
    return Table(name, tuple(columns), tuple(zip(*values, strict=True)))


def _plain(value: Any) -> Value:
    """A Python value of a numpy one.

    >>> import numpy as np
    >>> _plain(np.float64("nan")), _plain(np.int64(3)), _plain("a")
    (None, 3, 'a')
    """
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, SupportsFloat) and isinstance(plain, float) and isnan(plain):
        return None
    return plain  # type: ignore[no-any-return]
