"""How often 95% intervals of a change hold the truth: those of random halves, and those of the bootstrap.

    python -m tests.bench.interval_coverage [TRIALS]

Articles quote one to four sources of a known distribution, some of them twice. The truth is, for halves, what very many
samples of as many articles have, and for the bootstrap what very many articles have. Prints a table as Markdown.
"""

import sys
from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array

from graph.measures.concentration import ALL, CONCENTRATION
from graph.measures.halves import compare_samples
from graph.measures.indexed import Floats, Integers
from graph.measures.sourcing import Sample

SOURCES, RESAMPLES = 2000, 200
# Articles of both periods, and how steeply the likelihood of their sources falls.
CASES = {
    "300 and 300, the same": (300, 300, 1.0, 1.0),
    "300 and 1,200, the same": (300, 1200, 1.0, 1.0),
    "300 and 300, less concentrated": (300, 300, 1.0, 0.7),
    "60 and 80, more concentrated": (60, 80, 1.0, 1.2),
}


def draw(articles: int, slope: float, chance: np.random.Generator) -> csr_array:
    """Who is quoted how often: (articles, sources)."""
    likely = 1 / np.arange(1, SOURCES + 1) ** slope
    article = np.repeat(np.arange(articles), chance.integers(1, 5, articles))
    source = chance.choice(SOURCES, len(article), p=likely / likely.sum())
    times = 1 + (chance.random(len(article)) < 0.4)
    return csr_array((times.astype(np.int64), (article, source)), shape=(articles, SOURCES))


def measure(counts: Integers) -> dict[str, Floats]:
    return {name: take(counts, ALL)[:, 0] for name, take in CONCENTRATION.items()}


def expect(articles: int, slope: float, chance: np.random.Generator, draws: int = 400) -> dict[str, float]:
    """The truth."""
    samples = np.array([draw(articles, slope, chance).sum(axis=0) for _ in range(draws)])
    return {name: float(values.mean()) for name, values in measure(samples).items()}


def bootstrap(quotations: csr_array, chance: np.random.Generator) -> dict[str, Floats]:
    articles = quotations.shape[0]
    times = chance.multinomial(articles, np.full(articles, 1 / articles), RESAMPLES)
    return measure(np.ascontiguousarray((quotations.T.tocsr() @ times.T).T))


def try_case(
    one: int, other: int, slope: float, other_slope: float, trials: int
) -> Iterator[tuple[str, dict[str, float]]]:
    """For each kind of interval, the share of trials in which it held the truth, by measure."""
    chance = np.random.default_rng(7)
    half = min(one, other) // 2
    halves = [expect(half, slope, chance), expect(half, other_slope, chance)]
    plain = [expect(50_000, steepness, chance, draws=4) for steepness in (slope, other_slope)]
    held = {kind: dict.fromkeys(CONCENTRATION, 0) for kind in ("halves", "bootstrap")}
    for trial in range(trials):
        drawn = [draw(one, slope, chance), draw(other, other_slope, chance)]
        nothing = [np.zeros(part.shape[0], np.int64) for part in drawn]
        samples = [Sample(np.arange(SOURCES), part, none, none) for part, none in zip(drawn, nothing, strict=True)]
        for found in compare_samples(samples[0], samples[1], RESAMPLES, trial):
            if found.measure in CONCENTRATION:
                truth = halves[1][found.measure] - halves[0][found.measure]
                held["halves"][found.measure] += found.low <= truth <= found.high
        resampled = [bootstrap(part, chance) for part in drawn]
        for name in CONCENTRATION:
            low, high = np.quantile(resampled[1][name] - resampled[0][name], [0.025, 0.975])
            held["bootstrap"][name] += low <= plain[1][name] - plain[0][name] <= high
    for kind, counts in held.items():
        yield kind, {name: count / trials for name, count in counts.items()}


def main() -> None:
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print("| Articles, sources | Intervals | HHI | Effective | Gini | Entropy |\n|---|---|---|---|---|---|")
    for case, (one, other, slope, other_slope) in CASES.items():
        for kind, shares in try_case(one, other, slope, other_slope, trials):
            cells = (f"{shares[name]:.0%}" for name in CONCENTRATION)
            print(f"| {case} | {kind} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
