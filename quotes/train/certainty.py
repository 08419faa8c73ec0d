"""The weights of `quotes.cast.certainty`, learnt from gold articles that tell who speaks.

A logistic regression with a penalty on the squares of its weights (ridge; Le Cessie and van Houwelingen, 1992), which
comes out calibrated on what it learns from. What it is worth on other articles is told by folds by article and by
leaving each file out in turn.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from quotes.cast.certainty import ALWAYS, Features, name_certainty, name_features
from quotes.cast.names import fold
from quotes.cast.nearness import weights
from quotes.cast.resolve import Resolver
from quotes.evaluate.calibration import calibrate
from quotes.evaluate.names import same_name
from quotes.train.boosting import FOLDS, fold_numbers
from quotes.train.gold import Analyse
from quotes.train.links import GoldLinks, read_links

PENALTY = 40.0  # on the squares of the weights of scaled features
FEWEST = 10  # names that have a feature, for it to be learnt
HIGH = 0.9
HEADER = """\
# How much each feature of `quotes/cast/certainty.py` counts for a name being right: log-odds of a logistic regression.
# Written by `quotes train certainty`.

"""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """The name of one gold mention."""

    features: Features
    right: bool
    corpus: int
    fold: int


def train_certainty(gold: Sequence[Path], out: Path, analyse: Analyse) -> dict[str, Mapping[str, float]]:
    """Writes the weights into the file `out`. Gives for each gold file how far the certainties of its names can be
    believed, as learnt from other articles ("folds") and from the other files alone ("left out")."""
    examples = [e for corpus, path in enumerate(gold) for e in to_examples(list(read_links(path, analyse)), corpus)]
    figures: dict[str, Mapping[str, float]] = {}
    folded = [fit([e for e in examples if e.fold != fold]) for fold in range(FOLDS)]
    for corpus, path in enumerate(gold):
        own = [e for e in examples if e.corpus == corpus]
        figures[f"{path.stem}, folds"] = judge((name_certainty(e.features, folded[e.fold]), e.right) for e in own)
        if others := [e for e in examples if e.corpus != corpus]:
            alone = fit(others)
            figures[f"{path.stem}, left out"] = judge((name_certainty(e.features, alone), e.right) for e in own)
    out.parent.mkdir(parents=True, exist_ok=True)
    learnt = sorted(fit(examples).items())
    out.write_text(HEADER + "".join(f"{name}\t{weight:.3f}\n" for name, weight in learnt), encoding="utf-8")
    return figures


def to_examples(articles: Sequence[GoldLinks], corpus: int) -> Iterable[Example]:
    """The names that the cast gives the gold mentions; those are left out that nobody judged, and the bodies that only
    passed on what somebody else said ("told the Dunford Courier"): these mentions are not of whoever spoke."""
    for number, article in zip(fold_numbers(len(articles)), articles, strict=True):
        resolver = Resolver(article.article, article.analysis, article.attributions, weights())
        identities = resolver.linked()
        for place, (identity, gold) in enumerate(zip(identities, article.names, strict=True)):
            if identity is None or identity.name is None or gold is None:
                continue
            right = isinstance(gold, str) and same_name(gold, identity.name)
            if gold and not right and identity.rule == "named-body" and not _shares_word(gold, identity.name):
                continue
            yield Example(name_features(resolver, place, identities), right, corpus, number)


def _shares_word(name: str, other: str) -> bool:
    return not {fold(word) for word in name.split()}.isdisjoint(map(fold, other.split()))


def fit(examples: Sequence[Example]) -> Weights:
    """The weights by feature; each feature is scaled by its spread while it is learnt."""
    counts = Counter(name for e in examples for name in e.features)
    names = sorted(name for name, number in counts.items() if number >= FEWEST)
    x = np.array([[e.features.get(name, 0.0) for name in names] for e in examples])
    y = np.array([e.right for e in examples], dtype=np.float64)
    spread = x.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = np.column_stack([x / spread, np.ones(len(y))])

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = scaled @ w
        penalised = np.append(w[:-1], 0.0)
        total = np.sum(np.logaddexp(0.0, scores) - y * scores) + PENALTY / 2 * np.sum(penalised**2)
        return float(total), scaled.T @ (1.0 / (1.0 + np.exp(-scores)) - y) + PENALTY * penalised

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return {**dict(zip(names, (found[:-1] / spread).tolist(), strict=True)), ALWAYS: float(found[-1])}


def judge(outcomes: Iterable[tuple[float, bool]]) -> Mapping[str, float]:
    """How many names, the share that is right, the expected calibration error, and the share of right ones among
    those of a certainty of .9 and more."""
    every = list(outcomes)
    high = [right for certainty, right in every if certainty >= HIGH]
    return {
        "names": float(len(every)),
        "right": round(sum(right for _, right in every) / max(1, len(every)), 4),
        "calibration error": round(calibrate(every).error or 0.0, 4),
        "at .9 and more": float(len(high)),
        "right of these": round(sum(high) / max(1, len(high)), 4),
    }
