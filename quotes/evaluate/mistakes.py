"""What went wrong, sorted into classes that have one cause each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from quotes.domain import Span, covering
from quotes.evaluate.gold import GoldArticle, GoldQuote, GoldReport, Labels
from quotes.evaluate.pairing import Judged, Pair, ReportPair
from quotes.evaluate.predictions import PredictedQuote
from quotes.evaluate.wording import one_line

MistakeClass = Literal[
    "missed quote", "false quote", "other span", "no mention", "wrong mention", "no name", "wrong name",
    "false naming", "wrong type", "missed anonymous", "false anonymous", "missed indirect", "false indirect",
    "wrong indirect mention",
]  # fmt: skip

CLASSES: dict[MistakeClass, str] = {
    "missed quote": "somebody's words between marks that were not found",
    "false quote": "found as somebody's words, and is not",
    "other span": "found, with another begin or end",
    "no mention": "found, and no speaker chosen though the text has one",
    "wrong mention": "other words were taken for the speaker",
    "no name": "the speaker was left without the name that the article gives",
    "wrong name": "the speaker was given another's name",
    "false naming": "an unnamed source was given a name",
    "wrong type": "another type of source",
    "missed anonymous": "an anonymous source that was not seen as one",
    "false anonymous": "seen as an anonymous source, and is none",
    "missed indirect": "a report without marks that was not found",
    "false indirect": "found as a report without marks, and is none",
    "wrong indirect mention": "a report without marks whose speaker is missing or another",
}


NOT_SPEECH = "a title, a term, a scare quote or the like"

Found = tuple[MistakeClass, str, str]  # with what is expected and what was given instead


@dataclass(frozen=True, slots=True)
class Mistake:
    article: GoldArticle
    gold: GoldQuote | GoldReport | None
    predicted: PredictedQuote | None
    kind: MistakeClass
    expected: str  # in a few words, "" where there is nothing to expect
    given: str

    @property
    def span(self) -> Span:
        """Where it is: the gold's place, else the prediction's."""
        if isinstance(self.gold, GoldQuote):
            return self.gold.span
        if self.gold is not None:
            return covering(self.gold.content)
        return self.predicted.span if self.predicted else Span(0, 0)

    def to_dict(self) -> dict[str, Any]:
        start, end = self.span
        words = self.span.of(self.article.text)
        place = {"class": self.kind, "article": self.article.id, "start": start, "end": end, "text": words}
        return {**place, "expected": self.expected, "given": self.given}


def find_mistakes(judged: Iterable[Judged]) -> list[Mistake]:
    """All of them, class by class in the order of `CLASSES`, within a class in the order of articles and text.

    One quotation can be in several classes; what follows from a quotation that was not found is not counted again.
    """
    order = {kind: place for place, kind in enumerate(CLASSES)}
    found = [mistake for one in judged for mistake in _in_article(one)]
    return sorted(found, key=lambda mistake: order[mistake.kind])


def _in_article(one: Judged) -> Iterator[Mistake]:
    article = one.gold
    some = [
        Mistake(article, pair.gold, pair.predicted, *found) for pair in one.pairs for found in _in_pair(pair, article)
    ]
    some += [
        Mistake(article, pair.gold, pair.predicted, *found)
        for pair in one.reports or ()
        for found in _in_report(pair, article)
    ]
    yield from sorted(some, key=lambda mistake: mistake.span)


def _in_pair(pair: Pair, article: GoldArticle) -> Iterator[Found]:
    gold, predicted, text = pair.gold, pair.predicted, article.text
    if gold is None:
        if predicted is not None:
            listed = any(predicted.span.overlaps(span) for span in article.unattributed)
            yield "false quote", NOT_SPEECH if listed else "", _mention(predicted, text)
        return
    sources = one_line(text, *gold.sources)
    if predicted is None:
        yield "missed quote", sources, ""
        return
    if not pair.is_exact:
        yield "other span", one_line(text, gold.span), one_line(text, predicted.span)
    if pair.is_mention_right is False:
        yield "wrong mention" if predicted.mention else "no mention", sources, _mention(predicted, text)
    if gold.labels is not None:
        yield from _in_source(pair, gold.labels, predicted)


def _in_source(pair: Pair, labels: Labels, predicted: PredictedQuote) -> Iterator[Found]:
    name = predicted.name or ""
    if pair.is_name_right is False:
        yield "wrong name" if name else "no name", labels.speaker or "", name
    if pair.is_falsely_named:
        yield "false naming", labels.source_type, name
    if pair.is_type_right is False:
        yield "wrong type", labels.source_type, predicted.source_type or "unknown"
    if labels.anonymous and not predicted.anonymous:
        yield "missed anonymous", "anonymous", "not anonymous"
    elif predicted.anonymous and not labels.anonymous:
        yield "false anonymous", "not anonymous", "anonymous"


def _in_report(pair: ReportPair, article: GoldArticle) -> Iterator[Found]:
    gold, predicted, text = pair.gold, pair.predicted, article.text
    sources = one_line(text, *gold.sources) if gold else ""
    mention = _mention(predicted, text) if predicted else ""
    if predicted is None:
        yield "missed indirect", sources, ""
    elif gold is None:
        yield "false indirect", "", mention
    elif pair.is_mention_right is False:
        yield "wrong indirect mention", sources, mention


def _mention(predicted: PredictedQuote, text: str) -> str:
    return one_line(text, predicted.mention) if predicted.mention else ""
