"""How concentrated quotations are on few sources: of many groups at once, and of many resamples of them.

Counts come as (…, sources) with the sources of a group side by side; `starts` are the places where groups begin, of
which none is empty. What comes out is (…, groups); a group without a quotation has nan.
"""

from collections.abc import Callable, Mapping

import numpy as np

from graph.measures.indexed import Floats, Integers

Concentration = Callable[[Integers, Integers], Floats]
ALL = np.zeros(1, np.int64)  # everything is one group


def hhi(counts: Integers, starts: Integers = ALL) -> Floats:
    """Herfindahl and Hirschman's index: the sum of the squares of the shares.

    >>> float(hhi(np.array([2, 1, 1]))[0])
    0.375
    """
    return _over(_sums(counts * counts, starts), _sums(counts, starts) ** 2)


def effective(counts: Integers, starts: Integers = ALL) -> Floats:
    """The effective number of sources, 1/HHI."""
    return _over(_sums(counts, starts) ** 2, _sums(counts * counts, starts))


def entropy(counts: Integers, starts: Integers = ALL) -> Floats:
    """Shannon's, in bits.

    >>> float(entropy(np.array([2, 1, 1]))[0])
    1.5
    """
    logs = np.arange(int(counts.max(initial=0)) + 1, dtype=np.float64)  # looked up, as most counts are small
    logs[2:] *= np.log2(logs[2:])
    logs[:2] = 0
    total = _sums(counts, starts)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.maximum(np.log2(total) - np.add.reduceat(logs[counts], starts, axis=-1) / total, 0)


def gini(counts: Integers, starts: Integers = ALL) -> Floats:
    """Gini's coefficient of those who are quoted at all.

    >>> float(gini(np.array([0, 1, 3])).round(3)[0])
    0.25
    """
    size = counts.shape[-1]
    group = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, size)))
    step = int(counts.max(initial=0)) + 1
    ordered = np.sort(counts + group * step, axis=-1) - group * step
    rank = np.arange(size) - starts[group] + 1
    quoted = np.add.reduceat((counts > 0).astype(np.int64), starts, axis=-1)
    silent = np.diff(np.append(starts, size)) - quoted
    total = _sums(counts, starts)
    weighted = np.add.reduceat(ordered * rank, starts, axis=-1) - silent * total
    return _over(2 * weighted - (quoted + 1) * total, quoted * total)


CONCENTRATION: Mapping[str, Concentration] = {
    "hhi": hhi,
    "effective_sources": effective,
    "gini": gini,
    "entropy": entropy,
}


def _sums(counts: Integers, starts: Integers) -> Floats:
    return np.add.reduceat(counts, starts, axis=-1).astype(np.float64)


def _over(part: Floats, whole: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, np.nan)
