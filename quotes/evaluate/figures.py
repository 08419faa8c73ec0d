"""Counts of what is right, as precision, recall and shares."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from quotes.evaluate.pairing import Judged, Pair, ReportPair

T = TypeVar("T")
PLACES = 4  # decimal places of the figures as they are written

MEASURES = {
    "quote": "direct and mixed quotations found: a gold one of its own with an intersection over union of 0.5 or more",
    "quote exact": "found with the same begin and end, quotation marks included",
    "mention": "found, and the words taken for the speaker overlap those of the gold; only where the gold has some",
    "mention exact": "found, and exactly the words of the gold are taken for the speaker",
    "name": "the gold's name, titles aside; only named persons and organisations, and not the words of documents",
    "type acc": "share of the found quotations with the right type of source",
    "anonymous": "quotations on anonymous sources that are marked as such",
    "false naming": "share of the found quotations of unnamed sources that were given a name",
    "indirect": "reports without marks: the contents have an intersection over union of 0.5 or more",
    "indirect mention": "such reports, found with their speaker",
}


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the predicted are right, and how many of the gold ones were found so."""

    hit: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 where both are."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def to_dict(self) -> dict[str, Any]:
        figures = {"P": self.precision, "R": self.recall, "F": self.f1}
        counts = {"hit": self.hit, "predicted": self.predicted, "gold": self.gold}
        return {name: round(value, PLACES) for name, value in figures.items()} | counts


@dataclass(frozen=True, slots=True)
class Share:
    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """0 to 1; None where there is nothing to take a share of."""
        return self.part / self.whole if self.whole else None

    def to_dict(self) -> float | None:
        return None if self.value is None else round(self.value, PLACES)


@dataclass(frozen=True, slots=True)
class Figures:
    """All measures over some articles, or over a kind of quotation in them."""

    quote: Score
    quote_exact: Score
    mention: Score
    mention_exact: Score
    name: Score
    type: Share
    anonymous: Score
    false_naming: Share
    indirect: Score | None  # None where indirect speech was not annotated
    indirect_mention: Score | None

    def to_dict(self) -> dict[str, Any]:
        """The measures by the names that they have in tables; those on indirect speech only where it was annotated."""
        return {name: value.to_dict() for name, value in self.rows()}

    def rows(self) -> list[tuple[str, Score | Share]]:
        """The measures in the order in which they are shown."""
        every: list[tuple[str, Score | Share | None]] = [
            ("quote", self.quote),
            ("quote exact", self.quote_exact),
            ("mention", self.mention),
            ("mention exact", self.mention_exact),
            ("name", self.name),
            ("type acc", self.type),
            ("anonymous", self.anonymous),
            ("false naming", self.false_naming),
            ("indirect", self.indirect),
            ("indirect mention", self.indirect_mention),
        ]
        return [(name, value) for name, value in every if value is not None]


def count(pairs: Sequence[Pair], reports: Sequence[ReportPair] | None = None) -> Figures:
    """The figures of some pairs; they add up: what two lists count apart, they count together."""
    predicted = _number(pairs, lambda p: p.predicted is not None)
    gold = _number(pairs, lambda p: p.gold is not None)
    sourced = _number(pairs, lambda p: p.is_mention_right is not None)
    sourceless = _number(pairs, lambda p: p.is_found and p.is_mention_right is None)
    mentions = (predicted - sourceless, sourced)
    return Figures(
        quote=Score(_number(pairs, lambda p: p.is_found), predicted, gold),
        quote_exact=Score(_number(pairs, lambda p: p.is_exact), predicted, gold),
        mention=Score(_number(pairs, lambda p: p.is_mention_right), *mentions),
        mention_exact=Score(_number(pairs, lambda p: p.is_mention_exact), *mentions),
        name=Score(
            _number(pairs, lambda p: p.is_name_right),
            _number(pairs, lambda p: p.is_name_judged),
            _number(pairs, lambda p: p.is_name_right is not None),
        ),
        type=_share(p.is_type_right for p in pairs),
        anonymous=_anonymous(pairs),
        false_naming=_share(p.is_falsely_named for p in pairs),
        indirect=_indirect(reports),
        indirect_mention=_indirect_mention(reports),
    )


def verbatim(judged: Iterable[Judged]) -> Share:
    """Of the quotations that carry their words, those whose words stand in the text where they say."""
    told = [
        q.span.of(one.gold.text) == q.text
        for one in judged
        if one.predicted
        for q in one.predicted.quotes
        if q.text is not None
    ]
    return Share(sum(told), len(told))


def _anonymous(pairs: Sequence[Pair]) -> Score:
    withheld = [p for p in pairs if p.gold and p.gold.labels and p.gold.labels.anonymous]
    claimed = _number(pairs, lambda p: p.predicted is not None and p.predicted.anonymous)
    return Score(_number(withheld, lambda p: p.predicted is not None and p.predicted.anonymous), claimed, len(withheld))


def _indirect(reports: Sequence[ReportPair] | None) -> Score | None:
    if reports is None:
        return None
    predicted = _number(reports, lambda r: r.predicted is not None)
    gold = _number(reports, lambda r: r.gold is not None)
    return Score(_number(reports, lambda r: r.is_found), predicted, gold)


def _indirect_mention(reports: Sequence[ReportPair] | None) -> Score | None:
    """Found, with the speaker: reports without a source in the gold are left out on both sides."""
    if reports is None:
        return None
    sourceless = _number(reports, lambda r: r.is_found and r.is_mention_right is None)
    return Score(
        _number(reports, lambda r: r.is_mention_right),
        _number(reports, lambda r: r.predicted is not None) - sourceless,
        _number(reports, lambda r: r.is_mention_right is not None),
    )


def _number(items: Iterable[T], holds: Callable[[T], bool | None]) -> int:
    return sum(1 for item in items if holds(item))


def _share(judgements: Iterable[bool | None]) -> Share:
    judged = [judgement for judgement in judgements if judgement is not None]
    return Share(sum(judged), len(judged))
