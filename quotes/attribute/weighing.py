"""All that was weighed for one quotation: whether it is speech, who could have said it, and what told for and against.

A weight is a feature's share in the log-odds (SHAP values, LightGBM's `pred_contrib`; Lundberg et al., 2018); that of a
candidate takes both passes of the ranker together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotes.attribute.attribute import rank_speakers, within
from quotes.attribute.evidence import find_cue, tell
from quotes.attribute.overrides import PURPOSES
from quotes.attribute.ranker import SECOND_FEATURES, Ranked, Ranker
from quotes.attribute.reports import ReportModel, is_quoted, report_attribution
from quotes.attribute.speech import SpeechModel
from quotes.attribute.words import REPORT_FACTS, SPEECH_FACTS, Fact
from quotes.domain import Analysis, Cue, Mention, Quotation, Span
from quotes.find.reports import find_reports
from quotes.find.titles import is_title_of_work
from quotes.scene import Scene

MOST = 3  # weights told on each side
LEAST = 0.05  # log-odds; less than this explains nothing
TITLE_RULE = "it is the title of what stands before it"

# What only sums up the other features.
_SUMMARIES = frozenset(("own_probability", "rank", "best_rival", "rivals_sum"))


@dataclass(frozen=True, slots=True)
class Weight:
    """One feature's share in a decision, in words."""

    feature: str
    value: float
    weight: float  # log-odds; above 0 it tells for, below against
    words: str


@dataclass(frozen=True, slots=True)
class WeighedCandidate:
    """A candidate speaker of a quotation, or another reading of an indirect report."""

    mention: Mention | None
    cue: Cue | None
    content: tuple[Span, ...]  # of an indirect report; none for candidates of a quotation
    probability: float
    weights: tuple[Weight, ...]  # the weightiest first, whichever way they tell

    @property
    def reasons(self) -> tuple[Weight, ...]:
        return tuple(w for w in self.weights if w.weight > 0)[:MOST]

    @property
    def objections(self) -> tuple[Weight, ...]:
        """What told against it, but for what is told as a reason already: one thing can be measured in several ways."""
        told = {w.words for w in self.reasons}
        return tuple(w for w in self.weights if w.weight < 0 and w.words not in told)[:MOST]

    def behind(self, chosen: "WeighedCandidate") -> tuple[Weight, ...]:
        """What put the chosen one before this one, as the chosen one has it: the greatest differences of weight."""
        own = {w.feature: w.weight for w in self.weights}
        ahead = [(w.weight - own.get(w.feature, 0.0), w) for w in chosen.weights]
        return tuple(w for gain, w in sorted(ahead, key=lambda pair: -pair[0])[:MOST] if gain >= LEAST)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What was weighed for one stretch of text. The first candidate is the one that was chosen, if any was."""

    quotation: Quotation
    probability: float  # that it is somebody's words
    threshold: float  # from which it is held for that
    weights: tuple[Weight, ...]  # of that decision; for an indirect report they are those of its candidate
    candidates: tuple[WeighedCandidate, ...]  # the likeliest first, as far as the rules left them so
    least: float  # probability below which nobody is chosen
    rule: str | None = None  # that made a title of it, or put the first candidate before a likelier one, with its id

    @property
    def is_speech(self) -> bool:
        return self.probability >= self.threshold

    @property
    def chosen(self) -> WeighedCandidate | None:
        if not self.is_speech or not self.candidates:
            return None
        return self.candidates[0] if self.candidates[0].probability >= self.least else None


def weigh_quotation(
    analysis: Analysis, stretches: Sequence[Quotation], place: int, ranker: Ranker, speech: SpeechModel
) -> Weighing:
    """What was weighed for `stretches[place]`, read as `attribute_quotations` reads it: among the words of its
    article, or of the quotation that it stands in."""
    parent = stretches[place].parent
    peers = [s for s in stretches if s.parent == parent]
    number = peers.index(stretches[place])
    if parent is not None:
        analysis = within(analysis, stretches[parent])
        peers = [Quotation(s.span, s.content, s.kind) for s in peers]
    scene = Scene(analysis, peers)
    ranked = rank_speakers(scene, peers, ranker)
    probability = speech.probabilities(scene, peers, ranked)[number]
    row, shares = speech.contributions(scene, peers[number], ranked[number])
    some = ranked[number]
    weighed = zip(some, ranker.contributions(some), strict=True)
    is_title = is_title_of_work(scene, peers[number])
    rule = TITLE_RULE if is_title else _rule(some)
    return Weighing(
        stretches[place],
        probability,
        speech.threshold,
        _weigh(row, shares, SPEECH_FACTS),
        tuple(_candidate(r, its) for r, its in weighed),
        ranker.threshold,
        rule,
    )


def _rule(some: Sequence[Ranked]) -> str | None:
    rule = some[0].rule if some else None
    return None if rule is None else f"{PURPOSES[rule]} [{rule}]"


def weigh_report(
    analysis: Analysis, quotations: Sequence[Quotation], span: Span, model: ReportModel
) -> Weighing | None:
    """What was weighed for the indirect report that covers `span`, and the readings that it was chosen among.

    `quotations` are those of the article that are speech. None where no reading covers just these words.
    """
    scene = Scene(analysis, [q for q in quotations if q.parent is None])
    near = [r for r in find_reports(scene) if not is_quoted(scene, r) and any(s.overlaps(span) for s in r.content)]
    weighed = sorted(
        zip(near, model.probabilities(scene, near), *model.contributions(scene, near), strict=True),
        key=lambda row: (Span(row[0].content[0].start, row[0].content[-1].end) != span, -row[1]),
    )
    candidates = []
    for report, probability, row, shares in weighed:
        made = report_attribution(scene, report, probability)
        weights = _weigh(row, shares, REPORT_FACTS)
        candidates.append(WeighedCandidate(made.mention, made.cue, report.content, probability, weights))
    if not candidates or Span(candidates[0].content[0].start, candidates[0].content[-1].end) != span:
        return None
    first = candidates[0]
    quotation = report_attribution(scene, weighed[0][0], first.probability).quotation
    return Weighing(quotation, first.probability, model.threshold, first.weights, tuple(candidates), model.threshold)


def _candidate(r: Ranked, shares: Mapping[str, float]) -> WeighedCandidate:
    values = dict(zip(SECOND_FEATURES, r.row, strict=True))
    weights = [
        Weight(name, values[name], weight, tell(r.pair, name, values[name]))
        for name, weight in _by_weight(shares)
        if name not in _SUMMARIES
    ]
    mention = Mention(r.pair.candidate.span, r.pair.candidate.head)
    return WeighedCandidate(mention, find_cue(r.pair), (), r.probability, tuple(_once(weights)))


def _weigh(row: Sequence[float], shares: Mapping[str, float], facts: Mapping[str, Fact]) -> tuple[Weight, ...]:
    """`row` holds the values in the order of `shares`."""
    values = dict(zip(shares, row, strict=True))
    return tuple(Weight(name, values[name], weight, facts[name](values[name])) for name, weight in _by_weight(shares))


def _by_weight(shares: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(((n, w) for n, w in shares.items() if abs(w) >= LEAST), key=lambda pair: -abs(pair[1]))


def _once(weights: Sequence[Weight]) -> list[Weight]:
    """Several features can be told in the same words; the weightiest of them speaks for all, on each side."""
    kept: dict[tuple[str, bool], Weight] = {}
    for weight in weights:
        kept.setdefault((weight.words, weight.weight > 0), weight)
    return list(kept.values())
