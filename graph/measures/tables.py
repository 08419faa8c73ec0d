"""What was measured, as tables of plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Value = str | int | float | bool | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, in a fixed order. Iterating yields a dict a row; None is what cannot be measured of nothing.

    >>> table = Table("nodes", ("id", "degree"), (("a", 2), ("b", 1)))
    >>> table["degree"], list(table)[1]
    ((2, 1), {'id': 'b', 'degree': 1})
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...] = ()

    def __iter__(self) -> Iterator[Row]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, column: str) -> tuple[Value, ...]:
        place = self.columns.index(column)
        return tuple(row[place] for row in self.rows)


def from_columns(name: str, columns: Mapping[str, Sequence[Any] | NDArray[Any]]) -> Table:
    """A table of columns that are equally long; of what is no number, None.

    >>> import numpy as np
    >>> from_columns("nodes", {"id": ["a", "b"], "hhi": np.array([0.5, np.nan])}).rows
    (('a', 0.5), ('b', None))
    """
    return Table(name, tuple(columns), tuple(zip(*map(_plain, columns.values()), strict=True)))


def _plain(column: Sequence[Any] | NDArray[Any]) -> list[Any]:
    values = column.tolist() if isinstance(column, np.ndarray) else map(_as_python, column)
    return [None if value != value else value for value in values]  # nan alone differs from itself


def _as_python(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value
