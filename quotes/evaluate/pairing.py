"""Gold and prediction side by side: which prediction belongs to which gold quotation, and what is right about it.

What each measure counts is said in `quotes.evaluate.figures.MEASURES`; `is_…` is None where a thing is not judged.
"""

from dataclasses import dataclass

from quotes.domain import Kind, Span, covering
from quotes.evaluate.gold import NAMED, UNNAMED, GoldArticle, GoldQuote, GoldReport
from quotes.evaluate.match import covered, match_best_first, span_iou, spans_iou
from quotes.evaluate.names import same_name
from quotes.evaluate.predictions import PredictedArticle, PredictedQuote

IGNORED = 0.5  # a quotation with more than this share inside ignored stretches is not judged


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold quotation with its prediction, or one of them alone: missed, or false."""

    gold: GoldQuote | None
    predicted: PredictedQuote | None

    @property
    def is_found(self) -> bool:
        return self.gold is not None and self.predicted is not None

    @property
    def is_exact(self) -> bool:
        return self.gold is not None and self.predicted is not None and self.gold.span == self.predicted.span

    @property
    def kind(self) -> Kind:
        """The gold's, for it does not depend on what is measured; a false quotation's own."""
        if self.gold is not None:
            return self.gold.kind
        return self.predicted.kind if self.predicted else "direct"

    @property
    def is_mention_right(self) -> bool | None:
        """Whether the predicted words overlap those that the gold gives; None where the gold gives none."""
        return _overlaps_source(self.gold, self.predicted)

    @property
    def is_mention_exact(self) -> bool | None:
        if self.gold is None or not self.gold.sources:
            return None
        mention = self.predicted.mention if self.predicted else None
        return mention is not None and mention in (*self.gold.sources, covering(self.gold.sources))

    @property
    def is_name_right(self) -> bool | None:
        """Whether the speaker has the gold's name; None where the gold has none to be found."""
        labels = self.gold.labels if self.gold else None
        if labels is None or labels.source_type not in NAMED or not labels.speaker:
            return None
        name = self.predicted.name if self.predicted else None
        return name is not None and same_name(labels.speaker, name)

    @property
    def is_falsely_named(self) -> bool | None:
        """Whether a found quotation of an unnamed source was given a name; None for all others."""
        labels = self.gold.labels if self.gold else None
        if labels is None or self.predicted is None or labels.source_type not in UNNAMED:
            return None
        return self.predicted.name is not None

    @property
    def is_name_judged(self) -> bool:
        """Whether a predicted name counts: not on documents' words, nor where the gold is silent about sources."""
        if self.predicted is None or self.predicted.name is None:
            return False
        labels = self.gold.labels if self.gold else None
        return self.gold is None or (labels is not None and labels.source_type in (*NAMED, *UNNAMED))

    @property
    def is_type_right(self) -> bool | None:
        labels = self.gold.labels if self.gold else None
        return None if labels is None or self.predicted is None else self.predicted.source_type == labels.source_type


@dataclass(frozen=True, slots=True)
class ReportPair:
    """An indirect report with its prediction, or one of them alone."""

    gold: GoldReport | None
    predicted: PredictedQuote | None

    @property
    def is_found(self) -> bool:
        return self.gold is not None and self.predicted is not None

    @property
    def is_mention_right(self) -> bool | None:
        return _overlaps_source(self.gold, self.predicted)


@dataclass(frozen=True, slots=True)
class Judged:
    """One article, judged."""

    gold: GoldArticle
    predicted: PredictedArticle | None  # None where the program says nothing about the article
    pairs: tuple[Pair, ...]  # the gold quotations in order, then what was found beside them
    reports: tuple[ReportPair, ...] | None  # None where indirect speech was not annotated


def _overlaps_source(gold: GoldQuote | GoldReport | None, predicted: PredictedQuote | None) -> bool | None:
    if gold is None or not gold.sources:
        return None
    return predicted is not None and predicted.mention is not None and covered(predicted.mention, gold.sources) > 0


def judge(gold: GoldArticle, predicted: PredictedArticle | None) -> Judged:
    """Pairs direct and mixed quotations by their spans, and indirect ones by their content."""
    every = predicted.quotes if predicted else ()
    found = [q for q in every if q.kind != "indirect" and _is_judged(q.span, gold)]
    quotes = [q for q in gold.quotes if _is_judged(q.span, gold)]
    made = match_best_first(quotes, found, lambda one, other: span_iou(one.span, other.span))
    pairs = [Pair(quote, found[made[i]] if i in made else None) for i, quote in enumerate(quotes)]
    pairs += [Pair(None, quote) for j, quote in enumerate(found) if j not in made.values()]
    return Judged(gold, predicted, tuple(pairs), _judge_reports(gold, every))


def _judge_reports(gold: GoldArticle, every: tuple[PredictedQuote, ...]) -> tuple[ReportPair, ...] | None:
    if gold.indirect is None:
        return None
    found = [quote for quote in every if quote.kind == "indirect"]
    made = match_best_first(gold.indirect, found, lambda one, other: spans_iou(one.content, other.content))
    pairs = [ReportPair(report, found[made[i]] if i in made else None) for i, report in enumerate(gold.indirect)]
    return (*pairs, *(ReportPair(None, quote) for j, quote in enumerate(found) if j not in made.values()))


def _is_judged(span: Span, gold: GoldArticle) -> bool:
    return covered(span, gold.ignore) <= IGNORED * (span.end - span.start)
