"""Trains everything that attribution learns from gold articles: strengths of cues, ranker, speech, reports.

Cross-validation is by article: thresholds are chosen, and each stage is trained, on what the stage before it says of
articles that it has not seen.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from quotes.attribute.ranker import Ranked
from quotes.attribute.speech import NAMES as SPEECH_NAMES
from quotes.attribute.speech import stretch_features
from quotes.boosted import BoostedTrees
from quotes.find.speech_features import speech_keys
from quotes.train.boosting import fit, out_of_fold
from quotes.train.gold import Analyse, GoldArticle, match_gold, read_gold
from quotes.train.ranking import Problem, build_problems, right, train_ranker
from quotes.train.reports import train_reports
from quotes.train.strengths import Prior, count, log_odds, to_lines, without_fold

ROUNDS_SPEECH = 150
CUE_PRIOR = Prior(yes=0.2, no=2.0, least=3)
SPEECH_PRIOR = Prior(yes=2.7, no=0.3, least=3)
WRONG_NAME_PRICE = 0.35  # what a wrong speaker costs against the gain of a right one, when abstention is chosen
NEAR = 0.001  # thresholds whose figures differ by less are equally good

Figures = dict[str, float]


def train_attribution(gold: Path, out: Path, analyse: Analyse) -> Figures:
    """Writes the models of attribution into `out`; gives cross-validated figures on the training articles."""
    articles = read_gold(gold, analyse)
    strengths = learn_cue_strengths(articles)
    problems = [build_problems(a, strengths) for a in articles]
    trained = train_ranker(articles, problems)
    threshold, figures = choose_abstention(problems, trained.ranked)
    out.mkdir(parents=True, exist_ok=True)
    _write(out, "strengths.tsv", to_lines(strengths))
    _write(out, "first.txt", BoostedTrees.serialise(trained.first, 0.0))
    _write(out, "second.txt", BoostedTrees.serialise(trained.second, threshold))
    figures |= _train_speech(articles, trained.ranked, out)
    return figures | train_reports(articles, out)


def _write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")


def learn_cue_strengths(articles: Sequence[GoldArticle]) -> dict[str, float]:
    """How often an unquoted verb's or noun's lemma is part of a cue."""
    keys: list[tuple[str]] = []
    labels: list[int] = []
    for article in articles:
        scene = article.scene
        cue_tokens = {i for cue in article.cues for i in range(*scene.token_range(cue))}
        for token in scene.tokens:
            if token.upos in ("VERB", "NOUN") and scene.quoted_by[token.index] < 0:
                keys.append((token.lemma.lower(),))
                labels.append(int(token.index in cue_tokens))
    counts = count(keys, labels)
    return log_odds({lemma: c for lemma, c in counts.items() if c[1]}, CUE_PRIOR)


def choose_abstention(
    problems: Sequence[Sequence[Problem]], ranked: Sequence[Sequence[Sequence[Ranked]]]
) -> tuple[float, Figures]:
    """The threshold with the most right speakers less the price of the wrong ones; of near equals the highest."""
    tops: list[tuple[float, bool]] = []
    sourced = reachable = 0
    for article, lists in zip(problems, ranked, strict=True):
        for problem, some in zip(article, lists, strict=True):
            if problem.gold is None:
                continue
            if problem.gold.sources:
                sourced += 1
                reachable += 1 in problem.labels
            if some:
                tops.append((some[0].probability, right(some[0].pair, problem.gold.sources)))

    def gain(threshold: float) -> float:
        return sum(1.0 if hit else -WRONG_NAME_PRICE for p, hit in tops if p >= threshold)

    gains = {float(t): gain(t) for t in np.arange(0.05, 0.6, 0.01)}
    threshold = round(max(t for t, value in gains.items() if value >= (1 - NEAR) * max(gains.values())), 4)
    named = [hit for p, hit in tops if p >= threshold]
    return threshold, {
        "candidate recall": reachable / sourced,
        "mention recall": sum(named) / sourced,
        "mention precision where named": sum(named) / len(named),
        "abstention threshold": threshold,
    }


def _train_speech(articles: Sequence[GoldArticle], ranked: Sequence[Sequence[Sequence[Ranked]]], out: Path) -> Figures:
    keys = [speech_keys(a.scene, s) for a in articles for s in a.stretches]
    labels = [label for a in articles for label in _speech_labels(a)]
    folds = [a.fold for a in articles for _ in a.stretches]
    strengths = without_fold(keys, labels, folds, SPEECH_PRIOR)
    x = np.asarray(
        [
            stretch_features(a.scene, s, some, strengths[a.fold])
            for a, lists in zip(articles, ranked, strict=True)
            for s, some in zip(a.stretches, lists, strict=True)
        ]
    )
    y = np.asarray(labels)
    probabilities = out_of_fold(x, y, np.asarray(folds), SPEECH_NAMES, ROUNDS_SPEECH)
    threshold, best = _best_threshold(probabilities[y >= 0], y[y >= 0])
    trees = fit(x, y, SPEECH_NAMES, ROUNDS_SPEECH).model_to_string()
    _write(out, "speech.txt", BoostedTrees.serialise(trees, threshold))
    _write(out, "speech_strengths.tsv", to_lines(_telling(log_odds(count(keys, labels), SPEECH_PRIOR))))
    return {"speech F": best, "speech threshold": threshold}


def _speech_labels(article: GoldArticle) -> list[int]:
    """1 speech, 0 not, -1 where the gold does not judge."""
    ignored = [any(i.overlaps(s.span) for i in article.ignore) for s in article.stretches]
    return [-1 if i else int(gold is not None) for i, gold in zip(ignored, match_gold(article), strict=True)]


def _telling(strengths: Mapping[str, float]) -> dict[str, float]:
    """Without the keys whose log-odds tell next to nothing."""
    return {key: value for key, value in strengths.items() if abs(value) >= 0.05}


def _best_threshold(probabilities: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """The threshold with the best F1, and its F1; of near equals the highest, which takes fewest titles for speech."""

    def f1(threshold: float) -> float:
        predicted = probabilities >= threshold
        return float(2 * (predicted & (labels == 1)).sum() / (predicted.sum() + (labels == 1).sum()))

    scores = {float(t): f1(t) for t in np.arange(0.1, 0.9, 0.02)}
    best = max(t for t, value in scores.items() if value >= (1 - NEAR) * max(scores.values()))
    return round(best, 4), scores[best]
