"""Two runs over the same gold: what became right, and what became wrong."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from quotes.domain import Span, covering
from quotes.evaluate.match import match_best_first, span_iou
from quotes.evaluate.pairing import Judged, Pair, ReportPair
from quotes.evaluate.wording import one_line

T = TypeVar("T", Pair, ReportPair)

ASPECTS = (
    "quote",
    "mention",
    "name",
    "type",
    "anonymous",
    "indirect",
    "indirect mention",
    "false quote",
    "false indirect",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One place in an article, and the aspects of it that became right or wrong."""

    article_id: str
    span: Span
    text: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    before: str  # what was predicted, in a few words
    after: str

    def __str__(self) -> str:
        words = self.text if len(self.text) <= 60 else f"{self.text[:59]}…"
        parts = [
            f"{verb} {', '.join(which)}" for verb, which in (("gained", self.gained), ("lost", self.lost)) if which
        ]
        place = f"{self.article_id} {self.span.start}–{self.span.end}"
        return f"{place} {words} {'; '.join(parts)} ({self.before} → {self.after})"

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article_id,
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "gained": list(self.gained),
            "lost": list(self.lost),
            "before": self.before,
            "after": self.after,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    changes: tuple[Change, ...]  # in the order of articles and text

    @property
    def gains(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.gained)

    @property
    def losses(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.lost)

    def counts(self) -> dict[str, tuple[int, int]]:
        """Aspect → how often gained, how often lost; only those that changed."""
        sums = {
            aspect: (sum(aspect in c.gained for c in self.changes), sum(aspect in c.lost for c in self.changes))
            for aspect in ASPECTS
        }
        return {aspect: both for aspect, both in sums.items() if any(both)}

    def to_dict(self) -> dict[str, Any]:
        counts = {aspect: {"gained": gained, "lost": lost} for aspect, (gained, lost) in self.counts().items()}
        return {"counts": counts, "changes": [change.to_dict() for change in self.changes]}


def compare(before: Sequence[Judged], after: Sequence[Judged]) -> Comparison:
    """Raises ValueError when the two were not judged by the same gold."""
    if [one.gold for one in before] != [one.gold for one in after]:
        raise ValueError("both runs must be judged by the same gold articles")
    return Comparison(tuple(c for old, new in zip(before, after, strict=True) for c in _in_article(old, new)))


def _in_article(before: Judged, after: Judged) -> list[Change]:
    text, article_id = after.gold.text, after.gold.id
    changes = []
    for old, new in zip(_of_gold(before.pairs), _of_gold(after.pairs), strict=True):
        gained, lost = _differences(_aspects(old), _aspects(new))
        if new.gold and (gained or lost):
            span = new.gold.span
            changes.append(
                Change(article_id, span, one_line(text, span), gained, lost, _say(old, text), _say(new, text))
            )
    for was, now in zip(_of_gold(before.reports or ()), _of_gold(after.reports or ()), strict=True):
        gained, lost = _differences(_report_aspects(was), _report_aspects(now))
        if now.gold and (gained or lost):
            span = covering(now.gold.content)
            changes.append(
                Change(article_id, span, one_line(text, span), gained, lost, _say(was, text), _say(now, text))
            )
    changes += _false(before.pairs, after.pairs, "false quote", after)
    changes += _false(before.reports or (), after.reports or (), "false indirect", after)
    return sorted(changes, key=lambda change: change.span)


def _of_gold(pairs: Iterable[T]) -> list[T]:
    return [pair for pair in pairs if pair.gold is not None]


def _aspects(pair: Pair) -> dict[str, bool]:
    """What is judged of a gold quotation, and whether it is right; of one that was not found nothing else is right."""
    judged = {"quote": pair.is_found}
    if pair.is_mention_right is not None:
        judged["mention"] = pair.is_mention_right
    labels = pair.gold.labels if pair.gold else None
    if labels is None:
        return judged
    if pair.is_name_right is not None:
        judged["name"] = pair.is_name_right
    elif pair.is_falsely_named is not None:
        judged["name"] = not pair.is_falsely_named
    judged["type"] = bool(pair.is_type_right)
    judged["anonymous"] = pair.predicted is not None and pair.predicted.anonymous == labels.anonymous
    return judged


def _report_aspects(pair: ReportPair) -> dict[str, bool]:
    judged = {"indirect": pair.is_found}
    return judged if pair.is_mention_right is None else judged | {"indirect mention": pair.is_mention_right}


def _differences(before: dict[str, bool], after: dict[str, bool]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    names = [aspect for aspect in ASPECTS if aspect in before or aspect in after]
    gained = tuple(name for name in names if after.get(name, False) and not before.get(name, False))
    lost = tuple(name for name in names if before.get(name, False) and not after.get(name, False))
    return gained, lost


def _false(
    before: Iterable[Pair | ReportPair], after: Iterable[Pair | ReportPair], aspect: str, one: Judged
) -> Iterator[Change]:
    """A false finding that is gone is a gain, a new one a loss; one that only moved is neither."""
    old = [pair for pair in before if pair.gold is None and pair.predicted]
    new = [pair for pair in after if pair.gold is None and pair.predicted]
    old_spans, new_spans = [_span(pair) for pair in old], [_span(pair) for pair in new]
    stayed = match_best_first(old_spans, new_spans, span_iou)
    text = one.gold.text
    for place, span in enumerate(old_spans):
        if place not in stayed:
            yield Change(one.gold.id, span, one_line(text, span), (aspect,), (), _say(old[place], text), "not found")
    for place, span in enumerate(new_spans):
        if place not in stayed.values():
            yield Change(one.gold.id, span, one_line(text, span), (), (aspect,), "not found", _say(new[place], text))


def _span(pair: Pair | ReportPair) -> Span:
    return covering(pair.predicted.content or [pair.predicted.span]) if pair.predicted else Span(0, 0)


def _say(pair: Pair | ReportPair, text: str) -> str:
    """What was predicted: the mention, the name, the type, and whether anonymous."""
    predicted = pair.predicted
    if predicted is None:
        return "not found"
    parts = [
        f"“{one_line(text, predicted.mention)}”" if predicted.mention else "no mention",
        predicted.name,
        predicted.source_type,
        "anonymous" if predicted.anonymous else None,
    ]
    return ", ".join(part for part in parts if part)
