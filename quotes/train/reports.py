"""Trains the classifier of indirect speech from gold articles, with cross-validation by article.

The strengths of cues are counted without the article's own fold, so that a cue that only one article uses helps
nobody at training that it will not help later.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from quotes.boosted import BoostedTrees
from quotes.domain import Analysis, Quotation, Span
from quotes.find.report_features import FEATURES, STRENGTHS, report_features, strength_keys
from quotes.find.reports import Report, find_reports
from quotes.find.select import choose_reports, contents_agree
from quotes.scene import Scene
from quotes.train.boosting import FOLDS, fit, fold_numbers, out_of_fold

NAMES = (*FEATURES, *STRENGTHS)


def count_strengths(keys: Sequence[Sequence[str]], labels: Sequence[int]) -> dict[str, tuple[int, int]]:
    """Key → how often it was seen, how often it reported."""
    seen: Counter[str] = Counter()
    reporting: Counter[str] = Counter()
    for row, label in zip(keys, labels, strict=True):
        seen.update(row)
        if label:
            reporting.update(row)
    return {key: (count, reporting[key]) for key, count in seen.items()}


def log_odds(counts: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """Smoothed towards "does not report"; keys seen once are left out."""
    return {
        key: round(math.log((yes + 0.3) / (seen - yes + 1.5)), 3)
        for key, (seen, yes) in sorted(counts.items())
        if seen > 1
    }


def label_reports(reports: Sequence[Report], gold: Sequence[Sequence[Span]]) -> list[int]:
    """1 for the report that agrees best with a gold content (at least half), one a gold content."""
    labels = [0] * len(reports)
    for content in gold:
        scored = [(contents_agree(r.content, content), -i) for i, r in enumerate(reports)]
        best, index = max(scored, default=(0.0, 0))
        if best >= 0.5:
            labels[-index] = 1
    return labels


def train_reports(gold: Path, out: Path, analyse: Callable[[Sequence[str]], Iterable[Analysis]]) -> dict[str, float]:
    """Writes reports.txt and report_strengths.tsv into `out`; gives candidate recall and cross-validated P, R, F."""
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line]
    numbers = fold_numbers(len(records))
    scenes: list[Scene] = []
    groups: list[list[Report]] = []
    keys: list[tuple[str, str, str]] = []
    labels: list[int] = []
    folds: list[int] = []
    golds: list[list[list[Span]]] = []
    for number, record, analysis in zip(numbers, records, analyse([r["text"] for r in records]), strict=True):
        quotations = [_quotation(q) for q in record["quotes"]]
        scene = Scene(analysis, quotations)
        reports = find_reports(scene)
        contents = [[Span(*s) for s in i["content"]] for i in record["indirect"]]
        labels.extend(label_reports(reports, contents))
        keys.extend(strength_keys(scene, r) for r in reports)
        folds.extend([number] * len(reports))
        scenes.append(scene)
        groups.append(reports)
        golds.append(contents)
    y, fold = np.asarray(labels), np.asarray(folds)
    x = _rows(scenes, groups, keys, y, fold)
    probabilities = out_of_fold(x, y, fold, NAMES, rounds=250)
    threshold, figures = _choose_threshold(groups, golds, probabilities)
    figures["candidate recall"] = sum(labels) / sum(map(len, golds))
    out.mkdir(parents=True, exist_ok=True)
    booster = fit(x, y, NAMES, rounds=250)
    (out / "reports.txt").write_text(BoostedTrees.serialise(booster.model_to_string(), threshold), encoding="utf-8")
    strengths = log_odds(count_strengths(keys, labels))
    lines = "".join(f"{key}\t{value}\n" for key, value in strengths.items())
    (out / "report_strengths.tsv").write_text(lines, encoding="utf-8")
    return figures


def _quotation(gold: Mapping[str, int]) -> Quotation:
    span = Span(gold["start"], gold["end"])
    return Quotation(span, span, "direct")


def _rows(
    scenes: Sequence[Scene],
    groups: Sequence[Sequence[Report]],
    keys: Sequence[Sequence[str]],
    y: np.ndarray,
    fold: np.ndarray,
) -> np.ndarray:
    """Features of all reports; strengths without the report's own fold."""
    total = count_strengths(keys, list(y))
    strengths = []
    for number in range(FOLDS):
        own = count_strengths(
            [k for k, f in zip(keys, fold, strict=True) if f == number], [int(v) for v in y[fold == number]]
        )
        rest = {key: (s - own.get(key, (0, 0))[0], r - own.get(key, (0, 0))[1]) for key, (s, r) in total.items()}
        strengths.append(log_odds(rest))
    rows, index = [], 0
    for scene, reports in zip(scenes, groups, strict=True):
        for r in reports:
            rows.append(report_features(scene, r, strengths[int(fold[index])]))
            index += 1
    return np.asarray(rows)


def _choose_threshold(
    groups: Sequence[Sequence[Report]], golds: Sequence[Sequence[Sequence[Span]]], probabilities: np.ndarray
) -> tuple[float, dict[str, float]]:
    """The threshold with the best F1 among those with a precision of at least 0.66."""
    best: tuple[float, float, dict[str, float]] = (-1.0, 0.5, {})
    for threshold in np.arange(0.2, 0.7, 0.02):
        hit = predicted = 0
        offset = 0
        for reports, gold in zip(groups, golds, strict=True):
            scores = [float(p) for p in probabilities[offset : offset + len(reports)]]
            offset += len(reports)
            chosen = choose_reports(reports, scores, float(threshold))
            predicted += len(chosen)
            hit += sum(any(contents_agree(reports[i].content, g) >= 0.5 for i in chosen) for g in gold)
        total = sum(map(len, golds))
        p, r = hit / max(1, predicted), hit / total
        f = 2 * p * r / max(1e-9, p + r)
        if f > best[0] and p >= 0.66:
            best = (f, float(threshold), {"P": p, "R": r, "F": f})
    return round(best[1], 4), best[2]
