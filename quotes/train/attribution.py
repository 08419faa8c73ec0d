"""Trains the speech classifier and the attribution ranker from gold articles.

Everything is learned from `polnear-train.jsonl` with cross-validation by article: thresholds are chosen, and the second
pass is trained, on predictions for articles that the model in question has not seen.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from quotes.attribute.features import FEATURES, pair_features
from quotes.attribute.features.neighbours import cast_votes, vote_features
from quotes.attribute.pair import Pair
from quotes.attribute.ranker import SECOND_FEATURES, count_ballots, pairs_of
from quotes.boosted import BoostedTrees
from quotes.domain import Analysis, Quotation, Span
from quotes.find import find_stretches
from quotes.find.speech_features import FEATURES as SPEECH_FEATURES
from quotes.find.speech_features import speech_features
from quotes.scene import Scene
from quotes.train.boosting import fit, fold_numbers, out_of_fold

ROUNDS = {"speech": 150, "first": 250, "second": 150}

Row = list[float]


@dataclass(slots=True)
class GoldArticle:
    """An article with its gold quotations, read by the language models."""

    id: str
    analysis: Analysis
    quotes: list[dict[str, object]]
    ignore: list[Span]
    cues: list[Span]  # of every attribution, indirect ones too
    fold: int = field(default=0)


def read_gold(path: Path, analyse: Callable[[Sequence[str]], Iterable[Analysis]]) -> list[GoldArticle]:
    """The gold articles of a file in the bench format, each with its analysis."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    articles = []
    analyses = analyse([r["text"] for r in records])
    for number, record, analysis in zip(fold_numbers(len(records)), records, analyses, strict=True):
        cues = [Span(*c) for q in (*record["quotes"], *(record["indirect"] or ())) for c in q["cues"]]
        ignore = [Span(*s) for s in record["ignore"]]
        articles.append(GoldArticle(record["id"], analysis, record["quotes"], ignore, cues, number))
    return articles


def match_gold(article: GoldArticle, quotations: Sequence[Quotation]) -> list[dict[str, object] | None]:
    """For each quotation the gold one that it overlaps with an intersection over union of at least a half."""
    matched: list[dict[str, object] | None] = []
    for q in quotations:
        best = max(article.quotes, key=lambda g: _iou(q.span, g), default=None)
        matched.append(best if best is not None and _iou(q.span, best) >= 0.5 else None)
    return matched


def _iou(span: Span, gold: Mapping[str, object]) -> float:
    start, end = int(str(gold["start"])), int(str(gold["end"]))
    shared = min(span.end, end) - max(span.start, start)
    return shared / (max(span.end, end) - min(span.start, start)) if shared > 0 else 0.0


def learn_strengths(articles: Sequence[GoldArticle]) -> dict[str, float]:
    """How often a verb's or noun's lemma is part of a cue: smoothed log-odds, for lemmas seen at least three times."""
    seen: Counter[str] = Counter()
    reporting: Counter[str] = Counter()
    for article in articles:
        starts = [(c.start, c.end) for c in article.cues]
        scene = Scene(article.analysis, [q for q in find_stretches(article.analysis) if q.parent is None])
        cue_tokens = {i for span in starts for i in range(*scene.token_range(Span(*span)))}
        for token in article.analysis.tokens:
            if token.upos not in ("VERB", "NOUN") or scene.quoted_by[token.index] >= 0:
                continue
            lemma = token.lemma.lower()
            seen[lemma] += 1
            reporting[lemma] += token.index in cue_tokens
    return {
        lemma: round(math.log((reporting[lemma] + 0.2) / (count - reporting[lemma] + 2.0)), 3)
        for lemma, count in sorted(seen.items())
        if count >= 3 and reporting[lemma] > 0
    }


def train_speech(articles: Sequence[GoldArticle]) -> tuple[str, float, dict[str, list[float]]]:
    """LightGBM text, threshold, and for each article the out-of-fold probabilities of its stretches."""
    rows: list[Row] = []
    labels: list[int] = []
    owners: list[tuple[str, int]] = []
    for article in articles:
        stretches = find_stretches(article.analysis)
        scene = Scene(article.analysis, stretches)
        for q, gold in zip(stretches, match_gold(article, stretches), strict=True):
            ignored = any(s.overlaps(q.span) for s in article.ignore)
            rows.append(speech_features(scene, q))
            labels.append(-1 if ignored or q.parent is not None else int(gold is not None))
            owners.append((article.id, article.fold))
    x, y = np.asarray(rows), np.asarray(labels)
    folds = np.asarray([fold for _, fold in owners])
    out = out_of_fold(x, y, folds, tuple(SPEECH_FEATURES), ROUNDS["speech"])
    threshold = _best_threshold(out[y >= 0], y[y >= 0])
    by_article: dict[str, list[float]] = defaultdict(list)
    for (name, _), p in zip(owners, out, strict=True):
        by_article[name].append(float(p))
    return fit(x, y, tuple(SPEECH_FEATURES), ROUNDS["speech"]).model_to_string(), threshold, by_article


def _best_threshold(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """The threshold with the best F1; the lowest of equals."""
    best, chosen = -1.0, 0.5
    for threshold in np.arange(0.1, 0.9, 0.02):
        predicted = probabilities >= threshold
        hit = int((predicted & (labels == 1)).sum())
        f = 2 * hit / (predicted.sum() + (labels == 1).sum())
        if f > best:
            best, chosen = f, float(threshold)
    return round(chosen, 4)


@dataclass(slots=True)
class Problem:
    """One quotation of a gold article with its pairs and which of them are right (-1: neither right nor wrong)."""

    article: GoldArticle
    pairs: list[Pair]
    labels: list[int]
    has_source: bool


def build_problems(
    articles: Sequence[GoldArticle], strengths: Mapping[str, float], keep: Callable[[str, int], bool]
) -> list[list[Problem]]:
    """For each article the problems of its quotations in order; `keep(article id, stretch)` says what is speech."""
    built = []
    for article in articles:
        stretches = find_stretches(article.analysis)
        outermost = [q for i, q in enumerate(stretches) if q.parent is None and keep(article.id, i)]
        scene = Scene(article.analysis, outermost)
        problems = []
        matched = match_gold(article, outermost)
        for gold, pairs in zip(matched, pairs_of(scene, outermost, strengths), strict=True):
            sources = [Span(*s) for s in gold["sources"]] if gold else []  # type: ignore[attr-defined]
            problems.append(Problem(article, pairs, _label(pairs, sources, gold is not None), bool(sources)))
        built.append(problems)
    return built


def _label(pairs: Sequence[Pair], sources: Sequence[Span], matched: bool) -> list[int]:
    """1 for the head of the gold source, -1 for other words inside it, 0 else; all -1 where nothing is known."""
    if not matched:
        return [-1] * len(pairs)
    inside = [i for i, p in enumerate(pairs) if any(s.contains(p.head.span) for s in sources)]
    touching = inside or [i for i, p in enumerate(pairs) if any(s.overlaps(p.candidate.span) for s in sources)]
    labels = [0] * len(pairs)
    if touching:
        heads = {pairs[i].head.index for i in touching}
        best = next((i for i in touching if not _under(pairs[i], heads)), touching[0])
        for i in touching:
            labels[i] = -1
        labels[best] = 1
    return labels


def _under(pair: Pair, heads: set[int]) -> bool:
    above = pair.head.head
    for _ in range(6):
        if above < 0:
            return False
        if above in heads:
            return True
        above = pair.scene.tokens[above].head
    return False


@dataclass(frozen=True, slots=True)
class Report:
    """Cross-validated figures on the training articles."""

    candidate_recall: float
    first_accuracy: float
    second_accuracy: float
    threshold: float


def train_ranker(problems: Sequence[Sequence[Problem]]) -> tuple[str, str, float, Report]:
    """First pass, second pass (both LightGBM text), threshold, figures."""
    flat = [p for some in problems for p in some]
    x = np.asarray([pair_features(pair) for p in flat for pair in p.pairs])
    y = np.asarray([label for p in flat for label in p.labels])
    folds = np.asarray([p.article.fold for p in flat for _ in p.pairs])
    first_out = out_of_fold(x, y, folds, tuple(FEATURES), ROUNDS["first"])
    x2, y2, folds2, finalists = _second_rows(problems, x, y, folds, first_out)
    second_out = out_of_fold(x2, y2, folds2, SECOND_FEATURES, ROUNDS["second"])
    first = fit(x, y, tuple(FEATURES), ROUNDS["first"]).model_to_string()
    second = fit(x2, y2, SECOND_FEATURES, ROUNDS["second"]).model_to_string()
    first_tops = _tops(flat, [p.labels for p in flat], first_out)
    tops = _tops(flat, finalists, second_out)
    threshold = _abstention(tops)
    sourced = [p for p in flat if p.has_source]
    report = Report(
        candidate_recall=sum(1 in p.labels for p in sourced) / len(sourced),
        first_accuracy=_accuracy(first_tops),
        second_accuracy=_accuracy(tops),
        threshold=threshold,
    )
    return first, second, threshold, report


def _second_rows(
    problems: Sequence[Sequence[Problem]], x: np.ndarray, y: np.ndarray, folds: np.ndarray, first_out: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, list[list[int]]]:
    """Rows, labels and folds of the finalists, and the labels again by quotation."""
    rows: list[np.ndarray] = []
    kept: list[int] = []
    finalists: list[list[int]] = []
    offset = 0
    for some in problems:
        number = {id(pair): offset + i for i, pair in enumerate(pair for p in some for pair in p.pairs)}
        ballots = count_ballots([p.pairs for p in some], map(float, first_out[offset : offset + len(number)]))
        offset += len(number)
        for votes in cast_votes(ballots):
            mine = [number[id(vote.pair)] for vote in votes]
            rows.extend(np.concatenate([x[i], vote_features(vote)]) for i, vote in zip(mine, votes, strict=True))
            kept.extend(mine)
            finalists.append([int(y[i]) for i in mine])
    return np.asarray(rows), y[kept], folds[kept], finalists


def _tops(flat: Sequence[Problem], labels: Sequence[Sequence[int]], out: np.ndarray) -> list[tuple[float, bool, bool]]:
    """For each quotation the best probability, whether it is right, whether the gold has a source."""
    tops, offset = [], 0
    for p, its in zip(flat, labels, strict=True):
        scores = out[offset : offset + len(its)]
        offset += len(its)
        best = int(scores.argmax()) if len(its) else -1
        right = best >= 0 and its[best] != 0 and p.has_source
        tops.append((float(scores[best]) if best >= 0 else 0.0, right, p.has_source))
    return tops


def _accuracy(tops: Sequence[tuple[float, bool, bool]]) -> float:
    sourced = [right for _, right, has_source in tops if has_source]
    return sum(sourced) / len(sourced)


def _abstention(tops: Sequence[tuple[float, bool, bool]], price: float = 1.0) -> float:
    """The threshold that maximises right answers minus `price` times wrong ones; the lowest of equals."""

    def gain(threshold: float) -> float:
        return sum((1.0 if right else -price) for p, right, _ in tops if p >= threshold)

    return round(float(max(np.arange(0.05, 0.6, 0.01), key=gain)), 4)


def train_attribution(
    gold: Path, out: Path, analyse: Callable[[Sequence[str]], Iterable[Analysis]]
) -> tuple[Report, dict[str, float]]:
    """Trains everything from a gold file and writes speech.txt, first.txt, second.txt and strengths.tsv into `out`."""
    articles = read_gold(gold, analyse)
    strengths = learn_strengths(articles)
    speech, speech_threshold, probabilities = train_speech(articles)
    problems = build_problems(articles, strengths, lambda name, i: probabilities[name][i] >= speech_threshold)
    first, second, threshold, report = train_ranker(problems)
    out.mkdir(parents=True, exist_ok=True)
    (out / "speech.txt").write_text(BoostedTrees.serialise(speech, speech_threshold), encoding="utf-8")
    (out / "first.txt").write_text(BoostedTrees.serialise(first, 0.0), encoding="utf-8")
    (out / "second.txt").write_text(BoostedTrees.serialise(second, threshold), encoding="utf-8")
    lines = [f"{lemma}\t{value}" for lemma, value in strengths.items()]
    (out / "strengths.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return report, {"speech threshold": speech_threshold, "lemmas": float(len(strengths))}
