"""Trains the classifier of indirect speech from gold articles, with cross-validation by article.

The strengths of cues are counted without the article's own fold, so that a cue that only one article uses helps
nobody at training that it will not help later.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from quotes.attribute.reports import is_quoted
from quotes.boosted import BoostedTrees
from quotes.domain import Span
from quotes.find.report_features import FEATURES, STRENGTHS, report_features, strength_keys
from quotes.find.reports import Report, find_reports
from quotes.find.select import choose_reports, contents_agree, pool
from quotes.train.boosting import fit, out_of_fold
from quotes.train.gold import GoldArticle
from quotes.train.strengths import Prior, count, log_odds, to_lines, without_fold

ROUNDS = 250
LEAST_PRECISION = 0.69  # two of three have to stand where the articles differ from the training articles
PRIOR = Prior(yes=0.3, no=1.5)
NAMES = (*FEATURES, *STRENGTHS)


def label_reports(reports: Sequence[Report], gold: Sequence[Sequence[Span]]) -> list[int]:
    """1 for the report that agrees best with a gold content (at least half), one a gold content."""
    labels = [0] * len(reports)
    for content in gold:
        scored = [(contents_agree(r.content, content), -i) for i, r in enumerate(reports)]
        best, index = max(scored, default=(0.0, 0))
        if best >= 0.5:
            labels[-index] = 1
    return labels


def train_reports(articles: Sequence[GoldArticle], out: Path) -> dict[str, float]:
    """Writes reports.txt and report_strengths.tsv into `out`; gives candidate recall and cross-validated P, R, F."""
    groups: list[list[Report]] = []
    keys: list[tuple[str, ...]] = []
    labels: list[int] = []
    for article in articles:
        reports = [r for r in find_reports(article.scene) if not is_quoted(article.scene, r)]
        groups.append(reports)
        keys.extend(strength_keys(article.scene, r) for r in reports)
        labels.extend(label_reports(reports, article.indirect))
    folds = [a.fold for a, reports in zip(articles, groups, strict=True) for _ in reports]
    strengths = without_fold(keys, labels, folds, PRIOR)
    x = np.asarray(
        [
            report_features(a.scene, r, strengths[a.fold])
            for a, reports in zip(articles, groups, strict=True)
            for r in reports
        ]
    )
    y = np.asarray(labels)
    probabilities = out_of_fold(x, y, np.asarray(folds), NAMES, ROUNDS)
    threshold, figures = _choose_threshold(groups, [a.indirect for a in articles], probabilities)
    out.mkdir(parents=True, exist_ok=True)
    trees = fit(x, y, NAMES, ROUNDS).model_to_string()
    (out / "reports.txt").write_text(BoostedTrees.serialise(trees, threshold), encoding="utf-8")
    lines = to_lines(log_odds(count(keys, labels), PRIOR))
    (out / "report_strengths.tsv").write_text(lines, encoding="utf-8")
    return figures | {"indirect candidate recall": sum(labels) / sum(len(a.indirect) for a in articles)}


def _choose_threshold(
    groups: Sequence[Sequence[Report]], golds: Sequence[Sequence[Sequence[Span]]], probabilities: np.ndarray
) -> tuple[float, dict[str, float]]:
    """The threshold with the best F1 among those with a precision of at least LEAST_PRECISION."""
    best: tuple[float, float, dict[str, float]] = (-1.0, 0.5, {})
    for threshold in np.arange(0.2, 0.7, 0.02):
        hit = predicted = 0
        offset = 0
        for reports, gold in zip(groups, golds, strict=True):
            scores = pool(reports, [float(p) for p in probabilities[offset : offset + len(reports)]])
            offset += len(reports)
            chosen = choose_reports(reports, scores, float(threshold))
            predicted += len(chosen)
            hit += sum(any(contents_agree(reports[i].content, g) >= 0.5 for i in chosen) for g in gold)
        total = sum(map(len, golds))
        p, r = hit / max(1, predicted), hit / total
        f = 2 * p * r / max(1e-9, p + r)
        if f > best[0] and p >= LEAST_PRECISION:
            best = (f, float(threshold), {"indirect P": p, "indirect R": r, "indirect F": f})
    return round(best[1], 4), best[2]
