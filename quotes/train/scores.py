"""Scores models on treebanks and name corpora, by the rules of the CoNLL 2018 shared task."""

from __future__ import annotations

import io
from collections.abc import Sequence

from quotes.train import conllu
from quotes.train.conllu import Sentence
from quotes.train.named import NamedSentence


def ud_scores(gold: Sequence[Sentence], predicted_conllu: str) -> dict[str, float]:
    """F1 in per cent for Tokens, Sentences, Words, UPOS, XPOS, UFeats, Lemmas, UAS and LAS."""
    from stanza.models.common.utils import ud_scores as evaluate

    scores = evaluate(io.StringIO(conllu.dump(gold)), io.StringIO(predicted_conllu))
    wanted = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")
    return {name: round(100 * scores[name].f1, 2) for name in wanted}


def span_scores(gold: Sequence[NamedSentence], predicted: Sequence[NamedSentence]) -> dict[str, float]:
    """Precision, recall and F1 in per cent over exact spans with their type, and F1 for each type."""
    found: dict[str, list[int]] = {}
    for right, answer in zip(gold, predicted, strict=True):
        truth, said = set(right.names), set(answer.names)
        for kind in {name.type for name in truth | said}:
            counts = found.setdefault(kind, [0, 0, 0])
            counts[0] += sum(name.type == kind for name in truth & said)
            counts[1] += sum(name.type == kind for name in said)
            counts[2] += sum(name.type == kind for name in truth)
    total = [sum(counts[place] for counts in found.values()) for place in range(3)]
    scores = {"P": _percent(total[0], total[1]), "R": _percent(total[0], total[2]), "F": _f1(total)}
    return scores | {kind: _f1(counts) for kind, counts in sorted(found.items())}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _f1(counts: Sequence[int]) -> float:
    return _percent(2 * counts[0], counts[1] + counts[2])
