"""Whether two periods differ by more than chance: measures of random halves of their articles.

How many sources there are, and how concentrated, depends on how many articles are looked at; so both periods are seen
through equally many: half of those of the period that has fewer, drawn without replacement, again and again. The mean
over the draws is what so many articles are expected to have, and how much the draws differ gives the interval (the
delete-d jackknife of Shao & Wu 1989, Annals of Statistics 17, for each period by itself). The bootstrap, which draws
with replacement, will not do here: it takes articles twice, and sees concentration and few sources where there are
none; tests/bench/interval_coverage.py shows how often the intervals of either hold the truth.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from graph.measures.concentration import ALL, CONCENTRATION
from graph.measures.indexed import Floats, Integers
from graph.measures.sourcing import Sample

RESAMPLES = 1000
FEWEST = 4  # articles of a period; with fewer there are no halves to speak of
_CELLS = 4_000_000  # draws × articles or speakers that are held at once: some 150 MB
_LOW, _HIGH = 0.025, 0.975

MEASURES = ("quotations", "sources", *CONCENTRATION, "relayed")


@dataclass(frozen=True, slots=True)
class Difference:
    """A measure of two periods as they are, and as expected of equally many articles; nan is nothing to be measured.

    `low` and `high` are the ends of the 95% interval of `change`, which is `second_equal` less `first_equal`.
    """

    measure: str
    first: float
    second: float
    articles: int  # of each period, for what follows; 0 where they have too few
    first_equal: float
    second_equal: float
    change: float
    low: float
    high: float


def observe(sample: Sample) -> dict[str, float]:
    """The measures of all articles of a period."""
    found = _measure(sample.totals[None, :], np.array([sample.words.sum()]), np.array([sample.received.sum()]))
    return {name: float(values[0]) for name, values in found.items()}


def compare_samples(first: Sample, second: Sample, resamples: int, seed: int) -> list[Difference]:
    """Measure by measure; the same seed gives the same intervals."""
    articles = min(first.articles, second.articles) // 2
    enough = min(first.articles, second.articles) >= FEWEST
    seeds = np.random.SeedSequence(seed).spawn(2)
    halves = [
        _of_halves(sample, articles, resamples, np.random.default_rng(own)) if enough else _NOTHING
        for sample, own in zip((first, second), seeds, strict=True)
    ]
    whole = observe(first), observe(second)
    wider = [np.sqrt(articles / max(sample.articles - articles, 1)) for sample in (first, second)]
    found = []
    for name in MEASURES:
        equal = [float(values[name].mean()) for values in halves]
        off = [(values[name] - mean) * width for values, mean, width in zip(halves, equal, wider, strict=True)]
        low, high = np.quantile(off[1] - off[0], [_LOW, _HIGH])
        change = equal[1] - equal[0]
        found.append(
            Difference(
                name, whole[0][name], whole[1][name], articles if enough else 0, equal[0], equal[1], change,
                change + float(low), change + float(high),
            )
        )  # fmt: skip
    return found


_NOTHING: Mapping[str, Floats] = {name: np.full(1, np.nan) for name in MEASURES}


def _of_halves(sample: Sample, articles: int, resamples: int, rng: np.random.Generator) -> Mapping[str, Floats]:
    """The measures of so many articles, draw by draw."""
    parts = list(_iter_halves(sample, articles, resamples, rng))
    return {name: np.concatenate([part[name] for part in parts]) for name in MEASURES}


def _iter_halves(
    sample: Sample, articles: int, resamples: int, rng: np.random.Generator
) -> Iterator[Mapping[str, Floats]]:
    at_once = max(1, _CELLS // max(sample.articles, len(sample.speakers)))
    by_speaker = sample.quotations.T.tocsr()
    for begin in range(0, resamples, at_once):
        draws = min(at_once, resamples - begin)
        order = rng.random((draws, sample.articles), np.float32).argpartition(articles - 1, axis=1)[:, :articles]
        taken = np.zeros((sample.articles, draws), np.int64)
        taken[order, np.arange(draws)[:, None]] = 1
        counts = np.ascontiguousarray((by_speaker @ taken).T)
        yield _measure(counts, sample.words @ taken, sample.received @ taken)


def _measure(counts: Integers, words: Integers, received: Integers) -> dict[str, Floats]:
    """Counts are (draws, speakers), the others (draws,)."""
    relayed = np.divide(received, words, out=np.full(len(words), np.nan), where=words > 0)
    basic = {"quotations": counts.sum(axis=1).astype(float), "sources": (counts > 0).sum(axis=1).astype(float)}
    if not counts.shape[1]:
        return basic | {name: np.full(len(counts), np.nan) for name in CONCENTRATION} | {"relayed": relayed}
    return basic | {name: take(counts, ALL)[:, 0] for name, take in CONCENTRATION.items()} | {"relayed": relayed}
