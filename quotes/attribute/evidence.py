"""Why a candidate was chosen, in words that a reporter understands."""

from collections.abc import Callable, Mapping

from quotes.attribute.overrides import PURPOSES
from quotes.attribute.pair import Pair
from quotes.attribute.ranker import SECOND_FEATURES, Ranked
from quotes.attribute.words import CANDIDATE_FACTS
from quotes.domain import Cue, Span

REASONS = 3
LEAST_WEIGHT = 0.05  # log-odds; less than this explains nothing
LIKELY = 0.5  # probability from which a neighbour's speaker is told as one
SENTENCE = "stands in the quotation's sentence"
PARAGRAPH = "stands in the quotation's paragraph"  # says nothing beside the sentence


def find_cue(pair: Pair) -> Cue | None:
    """The words that report: the predicate, or the preposition of "according to"; None where neither stands."""
    if pair.verb is None or pair.predicate is None:
        return _colon(pair)
    if pair.predicate.role == "according to":
        cases = [
            pair.scene.tokens[c] for c in pair.scene.children[pair.head.index] if pair.scene.tokens[c].deprel == "case"
        ]
        words = sorted({i for c in cases for i in (c.index, *pair.scene.children[c.index])})
        if words:
            span = Span(pair.scene.tokens[words[0]].start, pair.scene.tokens[words[-1]].end)
            return Cue(span, span.of(pair.scene.text).lower())
    tied = pair.steps_down or pair.steps_up or pair.verb_gap <= 12
    return Cue(pair.verb.span, pair.verb.lemma) if tied and pair.strength > -5.0 else _colon(pair)


def _colon(pair: Pair) -> Cue | None:
    end = pair.candidate.span.end
    return Cue(Span(end, end + 1), ":") if pair.scene.text[end : end + 1] == ":" else None


def explain(chosen: Ranked, shares: Mapping[str, float]) -> tuple[str, ...]:
    """The rule that put the candidate first, if one did, and the weightiest of the features' shares in its log-odds."""
    values = dict(zip(SECOND_FEATURES, chosen.row, strict=True))
    reasons = [] if chosen.rule is None else [f"{PURPOSES[chosen.rule]} [{chosen.rule}]"]
    for name, weight in sorted(shares.items(), key=lambda item: -item[1]):
        if weight < LEAST_WEIGHT or len(reasons) == REASONS:
            break
        phrase = _reason(chosen.pair, name, values[name])
        if phrase and phrase not in reasons and not (phrase == PARAGRAPH and SENTENCE in reasons):
            reasons.append(phrase)
    return tuple(reasons)


def tell(pair: Pair, name: str, value: float) -> str:
    """What a feature measured of the candidate, whichever way it told: with the very words where a reason has them."""
    return _reason(pair, name, value) or CANDIDATE_FACTS[name](value)


def _reason(pair: Pair, name: str, value: float) -> str | None:
    return _REASONS[name](pair, value) if name in _REASONS else None


def _verb(pair: Pair) -> str:
    return f"“{pair.verb.text}”" if pair.verb else "no verb"


def _role(pair: Pair, value: float) -> str | None:
    if pair.predicate is None:
        return None
    role = pair.predicate.role
    if role == "according to":
        return "named after “according to”"
    if role == "beside":
        return f"stands beside {_verb(pair)}{_governing(pair)}"
    if role in ("subject", "shared subject", "relative", "controlled", "shared over object"):
        return f"subject of {_verb(pair)}{_governing(pair)}"
    if role == "agent":
        return f"agent of {_verb(pair)}{_governing(pair)}"
    if role == "owner":
        return f"whose {_verb(pair)} it is"
    return None


def _governing(pair: Pair) -> str:
    if pair.steps_down or pair.steps_up:
        return ", which governs the quotation"
    return ", which stands beside the quotation" if pair.verb_gap <= 3 else ""


def _cue(pair: Pair, value: float) -> str | None:
    return f"{_verb(pair)} is a usual word to report speech with" if pair.strength > -1.5 else None


def _gap(pair: Pair, value: float) -> str | None:
    side = "before" if pair.before else "after"
    if pair.gap == 0:
        return f"stands directly {side} the quotation"
    return f"stands {pair.gap} word{'s' if pair.gap > 1 else ''} {side} the quotation" if pair.gap <= 8 else None


def _verb_gap(pair: Pair, value: float) -> str | None:
    return f"{_verb(pair)} stands beside the quotation" if pair.verb and pair.verb_gap <= 2 else None


def _kind(pair: Pair, value: float) -> str | None:
    kind = pair.scene.entity_at.get(pair.head.index)
    if kind == "PERSON":
        return "is a person's name"
    if kind == "ORG":
        return "is an organisation's name"
    if pair.head.upos == "PRON":
        return "is a pronoun for somebody named before" if pair.head.text.lower() in ("he", "she", "they") else None
    return None


def _paragraph(pair: Pair, value: float) -> str | None:
    return PARAGRAPH if pair.paragraph_delta == 0 else None


def _sentence(pair: Pair, value: float) -> str | None:
    return SENTENCE if pair.sentence_delta == 0 else None


def _colon_leads(pair: Pair, value: float) -> str | None:
    return "a colon leads into the quotation" if value else None


def _dash(pair: Pair, value: float) -> str | None:
    return "follows a dash after the quotation" if value == 1 and not pair.before else None


def _speaks_near(pair: Pair, value: float) -> str | None:
    return "also speaks in the quotation beside it" if value >= LIKELY else None


def _group(pair: Pair, value: float) -> str | None:
    return "speaks in the paragraphs that this quotation runs over" if value >= LIKELY else None


_REASONS: Mapping[str, Callable[[Pair, float], str | None]] = {
    "role": _role, "predicate_governs": _role, "predicate_governed": _role, "quotation_relation": _role,
    "reporting_predicate": _role, "predicate_between": _role, "cue_strength": _cue, "noun_cue": _role,
    "mention_gap": _gap, "mention_before": _gap, "predicate_gap": _verb_gap, "predicate_before": _verb_gap,
    "proper": _kind, "entity": _kind, "pronoun": _kind, "paragraph_delta": _paragraph, "sentence_delta": _sentence,
    "same_sentence": _sentence, "colon_before": _colon_leads, "dash_or_line_start": _dash,
    "speaks_before": _speaks_near, "speaks_after": _speaks_near, "speaks_in_paragraph": _speaks_near,
    "speaks_in_group": _group, "stretches_between": _gap,
}  # fmt: skip
