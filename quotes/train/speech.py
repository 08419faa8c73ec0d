"""Trains what tells speech from titles and terms, chooses its threshold, and learns what a confidence is worth.

Annotators overlook quotations and take titles for speech: what the gold says of a stretch against all evidence teaches
nothing ("confident learning"; Northcutt, Jiang and Chuang, 2021). Such stretches still count where figures are given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quotes.attribute.confidence import Chances
from quotes.attribute.ranker import Ranked, chances_of
from quotes.attribute.speech import NAMES, stretch_features
from quotes.boosted import BoostedTrees
from quotes.find.speech_features import STRENGTHS, speech_keys
from quotes.train.boosting import fit, out_of_fold
from quotes.train.confidence import learn_confidence
from quotes.train.gold import GoldArticle, match_gold
from quotes.train.ranking import right
from quotes.train.strengths import Prior, count, log_odds, to_lines, without_fold

ROUNDS = 250
SEEDS = 3
GROWING = (  # the greater, the likelier speech, whatever the rest is
    "word_count", "verb_inside", "first_or_second_person", *STRENGTHS, "best_speaker", "speaker_cue_strength",
    "speakers_sum",
)  # fmt: skip
SHRINKING = ("unquoted_elsewhere",)
SETTINGS = {
    "num_leaves": 15,
    "learning_rate": 0.04,
    "monotone_constraints": [(name in GROWING) - (name in SHRINKING) for name in NAMES],
}
DOUBTED = (0.1, 0.95)  # speech below, and no speech above this probability is a slip of the gold
PRIOR = Prior(yes=2.7, no=0.3, least=3)
NEAR = 0.0005  # thresholds whose figures differ by less are equally good


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stretch that the gold judges, with what the models say of it without having seen its article."""

    speech: float  # probability that it is speech
    chances: Chances  # what a confidence rests on
    is_named: bool  # the ranker does not abstain
    is_quotation: bool
    is_sourced: bool  # by the gold; what is no quotation has no source to be left out for
    is_right: bool  # the speaker is the gold's
    is_copy: bool = False  # of an article typed with other marks


def train_speech(
    articles: Sequence[GoldArticle], ranked: Sequence[Sequence[Sequence[Ranked]]], abstention: float, out: Path
) -> dict[str, float]:
    """Writes `speech.txt` and `speech_strengths.tsv`; `ranked` are the ranker's lists for articles it has not seen."""
    keys = [speech_keys(a.scene, s) for a in articles for s in a.stretches]
    gold = np.asarray([label for a in articles for label in _labels(a)])
    folds = np.asarray([a.fold for a in articles for _ in a.stretches])
    rows = np.asarray(
        [
            stretch_features(a.scene, s, some, {})
            for a, lists in zip(articles, ranked, strict=True)
            for s, some in zip(a.stretches, lists, strict=True)
        ]
    )
    x = _with_strengths(rows, keys, gold, folds)
    labels = without_slips(gold, out_of_fold(x, gold, folds, NAMES, ROUNDS, seeds=SEEDS, settings=SETTINGS))
    x = _with_strengths(rows, keys, labels, folds)
    probabilities = out_of_fold(x, labels, folds, NAMES, ROUNDS, seeds=SEEDS, settings=SETTINGS)
    judged = _judge(articles, [some for lists in ranked for some in lists], probabilities, gold.tolist(), abstention)
    threshold, figures = choose_threshold([j for j in judged if not j.is_copy])
    kept = [j for j in judged if j.speech >= threshold]
    named = [j for j in kept if j.is_named and j.is_quotation and j.is_sourced]
    trees = fit(x, labels, NAMES, ROUNDS, seeds=SEEDS, settings=SETTINGS).model_to_string()
    weights = learn_confidence("speech", [(j.chances, j.is_quotation) for j in kept])
    weights |= learn_confidence("mention", [(j.chances, j.is_right) for j in named])
    written = BoostedTrees.serialise(trees, threshold, **weights)
    (out / "speech.txt").write_text(written, encoding="utf-8")
    lines = to_lines(_telling(log_odds(count(keys, labels.tolist()), PRIOR)))
    (out / "speech_strengths.tsv").write_text(lines, encoding="utf-8")
    return figures


def _with_strengths(
    rows: np.ndarray, keys: Sequence[Sequence[str]], labels: np.ndarray, folds: np.ndarray
) -> np.ndarray:
    """The rows with what the labels of other folds say of their words."""
    strengths = without_fold(keys, labels.tolist(), folds.tolist(), PRIOR)
    counted = [[strengths[fold].get(key, 0.0) for key in some] for some, fold in zip(keys, folds, strict=True)]
    x = rows.copy()
    x[:, [NAMES.index(name) for name in STRENGTHS]] = counted
    return x


def without_slips(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """The labels with -1 for those that a model which has not seen their article is sure are wrong."""
    least, most = DOUBTED
    slips = ((labels == 1) & (probabilities < least)) | ((labels == 0) & (probabilities > most))
    return np.where(slips, -1, labels)


def _judge(
    articles: Sequence[GoldArticle],
    ranked: Sequence[Sequence[Ranked]],
    probabilities: np.ndarray,
    labels: Sequence[int],
    abstention: float,
) -> list[Judgement]:
    golds = [(gold, a.is_copy) for a in articles for gold in match_gold(a)]
    judged = []
    for (gold, is_copy), some, speech, label in zip(golds, ranked, probabilities, labels, strict=True):
        if label < 0:
            continue
        top = some[0] if some and some[0].probability >= abstention else None
        judged.append(
            Judgement(
                speech=float(speech),
                chances=chances_of(some, float(speech)),
                is_named=top is not None,
                is_quotation=gold is not None,
                is_sourced=gold is None or bool(gold.sources),
                is_right=gold is not None and top is not None and right(top.pair, gold.sources),
                is_copy=is_copy,
            )
        )
    return judged


def choose_threshold(judged: Sequence[Judgement]) -> tuple[float, dict[str, float]]:
    """The threshold with the best F1 of quotations and of mentions together; of near equals the highest, which takes
    fewest titles for speech.

    As for mentions, a stretch without a right speaker counts against its precision, be it speech or not.
    """
    quotations = sum(j.is_quotation for j in judged)
    sourced = [j for j in judged if j.is_sourced]
    total = sum(j.is_quotation for j in sourced)

    def figures(threshold: float) -> tuple[float, float]:
        kept = [j for j in judged if j.speech >= threshold]
        shown = [j for j in sourced if j.speech >= threshold]
        return (
            2 * sum(j.is_quotation for j in kept) / (len(kept) + quotations),
            2 * sum(j.is_right for j in shown) / (len(shown) + total),
        )

    scores = {round(float(t), 2): figures(float(t)) for t in np.arange(0.3, 0.95, 0.01)}
    highest = max(map(sum, scores.values()))
    best = max(t for t, pair in scores.items() if sum(pair) >= (1 - NEAR) * highest)
    return best, {"speech threshold": best, "speech F": scores[best][0], "mention F": scores[best][1]}


def _labels(article: GoldArticle) -> list[int]:
    """1 speech, 0 not, -1 where the gold does not judge."""
    ignored = [not s.marks or any(i.overlaps(s.span) for i in article.ignore) for s in article.stretches]
    return [-1 if i else int(gold is not None) for i, gold in zip(ignored, match_gold(article), strict=True)]


def _telling(strengths: Mapping[str, float]) -> dict[str, float]:
    """Without the keys whose log-odds tell next to nothing."""
    return {key: value for key, value in strengths.items() if abs(value) >= 0.05}
