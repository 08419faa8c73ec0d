"""Whether a confidence of 0.9 is right nine times in ten.

Expected calibration error over equal-width bins, after Guo et al., On Calibration of Modern
Neural Networks (ICML 2017).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.evaluate.pairing import Judged

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions with a confidence in `[low, high)`; the last bin takes 1 in."""

    low: float
    high: float
    number: int
    confidence: float | None  # mean; None in an empty bin
    right: float | None  # share


@dataclass(frozen=True, slots=True)
class Calibration:
    bins: tuple[Bin, ...]
    error: float | None  # None where nothing carries a confidence

    def to_dict(self) -> dict[str, Any]:
        rows = [
            {
                "from": b.low,
                "to": b.high,
                "number": b.number,
                "confidence": None if b.confidence is None else round(b.confidence, 4),
                "right": None if b.right is None else round(b.right, 4),
            }
            for b in self.bins
        ]
        return {"expected calibration error": None if self.error is None else round(self.error, 4), "bins": rows}


def calibrate(outcomes: Sequence[tuple[float, bool]], bins: int = BINS) -> Calibration:
    """The reliability table of pairs of a confidence, 0 to 1, and whether it was right.

    The error is the mean distance between a bin's confidence and its share of right ones, weighted by their number.
    """
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in outcomes:
        filled[min(max(int(confidence * bins), 0), bins - 1)].append((confidence, right))
    rows = tuple(_bin(place / bins, (place + 1) / bins, some) for place, some in enumerate(filled))
    gaps = [b.number * abs(b.confidence - b.right) for b in rows if b.confidence is not None and b.right is not None]
    return Calibration(rows, sum(gaps) / len(outcomes) if outcomes else None)


def mention_outcomes(judged: Iterable[Judged]) -> list[tuple[float, bool]]:
    """The confidence of each quotation that was given a mention, and whether the mention is right.

    As in the precision of mentions, those on what is no quotation are wrong, and those where the gold has no
    source are left out.
    """
    return [
        (pair.predicted.confidence, bool(pair.is_mention_right))
        for one in judged
        for pair in one.pairs
        if pair.predicted is not None
        and pair.predicted.mention is not None
        and pair.predicted.confidence is not None
        and (pair.gold is None or pair.gold.sources)
    ]


def name_outcomes(judged: Iterable[Judged]) -> list[tuple[float, bool]]:
    """The confidence of each name that a quotation with a right mention was given, and whether the name is right: that
    of an unnamed source never is. The words of documents are left out, as in the precision of names."""
    return [
        (pair.predicted.name_confidence, bool(pair.is_name_right))
        for one in judged
        for pair in one.pairs
        if pair.predicted is not None
        and pair.predicted.name_confidence is not None
        and pair.is_name_judged
        and pair.is_mention_right
    ]


def _bin(low: float, high: float, some: Sequence[tuple[float, bool]]) -> Bin:
    if not some:
        return Bin(low, high, 0, None, None)
    mean = sum(confidence for confidence, _ in some) / len(some)
    return Bin(low, high, len(some), mean, sum(right for _, right in some) / len(some))
