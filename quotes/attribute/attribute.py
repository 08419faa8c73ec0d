"""Decides which quoted stretches are speech, and chooses a speaker for each or abstains and says why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.attribute.confidence import Confidence
from quotes.attribute.evidence import explain, find_cue
from quotes.attribute.overrides import settle
from quotes.attribute.pair import Pair, is_reporting
from quotes.attribute.ranker import Ranked, Ranker, chances_of
from quotes.attribute.speech import SpeechModel
from quotes.domain import Analysis, Attribution, Mention, Quotation
from quotes.find.factuality import is_nobody, modality_of, polarity_of
from quotes.scene import Scene

BESIDE = 2  # unquoted words between a verb and the words that it plainly reports, at most
_VERBAL = frozenset(("VERB", "AUX", "ADJ"))


def attribute_quotations(
    analysis: Analysis, stretches: Sequence[Quotation], ranker: Ranker, speech: SpeechModel
) -> tuple[Attribution, ...]:
    """One attribution for each stretch that is speech, in order of the text.

    A quotation inside another, at any depth, is attributed among the words of the outer one: whom the speaker quotes.
    What stands in a stretch that is no speech is left out with it.
    """
    found: dict[int, Attribution] = {}
    waiting: list[tuple[int | None, Analysis]] = [(None, analysis)]
    while waiting:
        outer, words = waiting.pop()
        places = [place for place, s in enumerate(stretches) if s.parent == outer]
        level = [stretches[p] if outer is None else replace(stretches[p], parent=None, group=None) for p in places]
        for number, attribution in _attribute_level(Scene(words, level), level, ranker, speech).items():
            place = places[number]
            found[place] = replace(attribution, quotation=replace(attribution.quotation, parent=outer))
            waiting.append((place, within(analysis, stretches[place])))
    return _in_order(found)


def rank_speakers(scene: Scene, stretches: Sequence[Quotation], ranker: Ranker) -> list[list[Ranked]]:
    """For each stretch its candidates, the likeliest first as far as the rules leave them so."""
    return settle(stretches, ranker.rank(scene, stretches))


def _in_order(found: Mapping[int, Attribution]) -> tuple[Attribution, ...]:
    """Sorted by the text, outer quotations before those inside them; `parent` follows the new places."""
    order = sorted(found, key=lambda p: (found[p].quotation.span.start, -found[p].quotation.span.end))
    moved: dict[int | None, int | None] = {None: None, **{place: number for number, place in enumerate(order)}}
    made = [found[place] for place in order]
    return tuple(replace(a, quotation=replace(a.quotation, parent=moved[a.quotation.parent])) for a in made)


def _attribute_level(
    scene: Scene, stretches: Sequence[Quotation], ranker: Ranker, speech: SpeechModel
) -> dict[int, Attribution]:
    """The attributions of those that are speech, by their places among the stretches."""
    if not stretches:
        return {}
    ranked = rank_speakers(scene, stretches, ranker)
    judged = enumerate(zip(stretches, ranked, speech.probabilities(scene, stretches, ranked), strict=True))
    quotations = [(n, s, some, chance) for n, (s, some, chance) in judged if chance >= speech.threshold]
    chosen = [some[0] for _, _, some, _ in quotations if some and some[0].probability >= ranker.threshold]
    reasons = dict(zip(map(id, chosen), ranker.contributions(chosen), strict=True))
    made = {}
    for number, quotation, some, chance in quotations:
        sure = speech.confidence(chances_of(some, chance))
        if not some or id(some[0]) not in reasons:
            made[number] = _unknown(quotation, some, sure)
        else:
            evidence = explain(some[0], reasons[id(some[0])])
            made[number] = _attributed(quotation, some[0], sure, evidence)
    return made


def _attributed(quotation: Quotation, chosen: Ranked, sure: Confidence, evidence: tuple[str, ...]) -> Attribution:
    pair = chosen.pair
    word, nobody = reporting_word(pair), is_nobody(pair.scene, pair.head.index)
    return Attribution(
        quotation,
        None if nobody else Mention(pair.candidate.span, pair.candidate.head),
        find_cue(pair),
        round(sure.joint, 4),
        evidence or ("the likeliest of the candidates near the quotation",),
        "the article says that nobody said it" if nobody else None,
        "positive" if word is None else polarity_of(pair.scene, word),
        "actual" if word is None else modality_of(pair.scene, word),
        round(sure.speech, 4),
        chosen.through,
    )


def reporting_word(pair: Pair) -> int | None:
    """The verb or noun whose negation or mood is that of the words, where it plainly reports them: it stands beside
    them or governs them through verbs alone, or they are what it says ("“Sorry” is what she should have said"). Of
    "She denied that she had called it “odd”" it is "called"."""
    if pair.verb is None or not is_reporting(pair.verb):
        return None
    tokens, up = pair.scene.tokens, pair.steps_down
    below = [i for i, steps in pair.place.governors.items() if steps < up or not up]
    if pair.verb.lemma == "deny":
        return next((i for i in below if is_reporting(tokens[i])), None)
    through_verbs = up > 0 and all(tokens[i].upos in _VERBAL for i in below)
    is_what = pair.verb.deprel == "acl:relcl" and tokens[pair.verb.head].lemma == "what" and pair.verb.head in below
    return pair.verb.index if pair.verb_gap <= BESIDE or through_verbs or is_what else None


def _unknown(quotation: Quotation, some: Sequence[Ranked], sure: Confidence) -> Attribution:
    if not some:
        cause = "nobody who could speak stands near the quotation"
        return Attribution(quotation, None, None, 0.0, (), cause, speech_confidence=round(sure.speech, 4))
    best = some[0]
    words = best.pair.candidate.span.of(best.pair.scene.text)
    cause = f"no candidate is likely enough; the likeliest, “{words}”, has a probability of {best.probability:.2f}"
    joint = round(sure.joint, 4)
    return Attribution(quotation, None, None, joint, (), cause, speech_confidence=round(sure.speech, 4))


def within(analysis: Analysis, outer: Quotation) -> Analysis:
    """The analysis with the words outside a quotation hidden: tokens keep their places, paragraphs shrink to it."""
    return replace(analysis, paragraphs=(outer.content,))
