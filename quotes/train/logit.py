"""A conditional logit: one choice among candidates that are described by named features."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Loss = Callable[[NDArray[np.float64]], tuple[float, NDArray[np.float64]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates' features, and for each whether it may be the right one."""

    rows: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


def fit(choices: Sequence[Choice], start: Mapping[str, float], penalty: float) -> dict[str, float]:
    """The weights under which the right candidates are likeliest, held near `start` by a penalty on the squares of what
    they move."""
    names = sorted({name for c in choices for row in c.rows for name in row} | set(start))
    matrix = _matrix([row for c in choices for row in c.rows], names)
    group = np.repeat(np.arange(len(choices)), [len(c.rows) for c in choices])
    right = np.array([good for c in choices for good in c.right])
    weight = np.array([c.weight for c in choices])
    first = np.array([start.get(name, 0.0) for name in names])
    best = minimize(_loss(matrix, group, right, weight, first, penalty), first, jac=True, method="L-BFGS-B")
    return dict(zip(names, map(float, best.x), strict=True))


def _matrix(rows: Iterable[Mapping[str, float]], names: Sequence[str]) -> csr_matrix:
    place = {name: i for i, name in enumerate(names)}
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += [place[name] for name in row]
        data += row.values()
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(ends) - 1, len(names)))


def _loss(
    matrix: csr_matrix,
    group: NDArray[np.int64],
    right: NDArray[np.bool_],
    weight: NDArray[np.float64],
    first: NDArray[np.float64],
    penalty: float,
) -> Loss:
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ w
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        whole = np.add.reduceat(powers, starts)
        good = np.add.reduceat(powers * right, starts)
        moved = w - first
        slope = (powers / whole[group] - powers * right / good[group]) * weight[group]
        value = penalty * moved @ moved - (weight * np.log(good / whole)).sum()
        return float(value), matrix.T @ slope + 2 * penalty * moved

    return loss
