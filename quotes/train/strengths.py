"""Counts how often a word goes with an outcome in the training articles, as smoothed log-odds.

The counts that a training row sees leave its own fold out, so that a word that only one article uses does not seem
to tell more than it will on new text.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotes.train.boosting import FOLDS

Counts = Mapping[str, tuple[int, int]]  # key → how often it was seen, how often with the outcome


@dataclass(frozen=True, slots=True)
class Prior:
    """What a key is taken for before it is seen: so many times with the outcome, so many without."""

    yes: float
    no: float
    least: int = 2  # keys seen less often are left out


def count(keys: Sequence[Sequence[str]], labels: Sequence[int]) -> Counts:
    """Rows labelled -1 do not count."""
    seen: Counter[str] = Counter()
    with_outcome: Counter[str] = Counter()
    for row, label in zip(keys, labels, strict=True):
        if label >= 0:
            seen.update(row)
        if label == 1:
            with_outcome.update(row)
    return {key: (number, with_outcome[key]) for key, number in seen.items()}


def log_odds(counts: Counts, prior: Prior) -> dict[str, float]:
    return {
        key: round(math.log((yes + prior.yes) / (seen - yes + prior.no)), 3)
        for key, (seen, yes) in sorted(counts.items())
        if seen >= prior.least
    }


def without_fold(
    keys: Sequence[Sequence[str]], labels: Sequence[int], folds: Sequence[int], prior: Prior
) -> list[dict[str, float]]:
    """For each fold the log-odds counted on the others."""
    total = count(keys, labels)
    made = []
    for fold in range(FOLDS):
        rows = [i for i, f in enumerate(folds) if f == fold]
        own = count([keys[i] for i in rows], [labels[i] for i in rows])
        rest = {k: (s - own.get(k, (0, 0))[0], y - own.get(k, (0, 0))[1]) for k, (s, y) in total.items()}
        made.append(log_odds(rest, prior))
    return made


def to_lines(strengths: Mapping[str, float]) -> str:
    """`key<TAB>value`, a line each."""
    return "".join(f"{key}\t{value}\n" for key, value in strengths.items())
