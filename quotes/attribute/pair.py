"""A quotation beside a candidate: the measurements that the features read, each taken once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from quotes.attribute.candidates import Candidate
from quotes.attribute.predicates import Predicate
from quotes.attribute.strengths import cue_strength
from quotes.domain import Quotation, Token
from quotes.lexicon import words
from quotes.scene import Scene

NOUN = "noun "  # before a noun's lemma, the key of how often it is a source
_UNSEEN_NOUN, _UNSEEN_PERSON = -2.0, -0.5
_NO_NOUN = -9.0
_AGENT_ENDINGS = ("man", "woman", "person", "ist", "or", "er")
_FAR = 99
_DASHES = ("—", "–", "―", "-", "~")
_ENDINGS = '\n.?!…”’"]' + "".join(_DASHES)
_SIGNING = "".join(_DASHES) + "> \n\u00a0"
_DEEP = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands in its article."""

    landmarks: "Landmarks"
    quotation: Quotation
    number: int  # among the outermost quotations
    first: int  # tokens [first, last) are quoted
    last: int
    sentence_first: int  # sentences [sentence_first, sentence_last] hold it
    sentence_last: int
    paragraph: int
    head: int | None  # the quoted word whose governor stands outside
    governors: Mapping[int, int]  # token above the head → steps up the tree
    stretches_in_paragraph: int
    stretch_in_paragraph: int
    unquoted_in_paragraph: int


class Landmarks:
    """How many reporting verbs and how many subjects stand unquoted before each token, and how often each word of a
    name is the subject of a reporting verb; counted once an article."""

    def __init__(self, scene: Scene) -> None:
        self.reporting = list(accumulate((_counts(scene, t) and is_reporting(t) for t in scene.tokens), initial=0))
        self.subjects = list(
            accumulate((_counts(scene, t) and t.deprel.startswith("nsubj") for t in scene.tokens), initial=0)
        )
        self.reporting_names = Counter(word for t in scene.tokens if _reports(scene, t) for word in _names(scene, t))


def _reports(scene: Scene, token: Token) -> bool:
    return _counts(scene, token) and token.deprel == "nsubj" and is_reporting(scene.tokens[token.head])


def _names(scene: Scene, token: Token) -> set[str]:
    """The words of the name that the token heads."""
    parts = (scene.tokens[c] for c in scene.children[token.index] if scene.tokens[c].deprel in ("flat", "compound"))
    return {t.text for t in (token, *parts) if t.upos == "PROPN"}


def _counts(scene: Scene, token: Token) -> bool:
    return scene.quoted_by[token.index] < 0


def locate(scene: Scene, quotation: Quotation, number: int, landmarks: Landmarks) -> Place:
    first, last = scene.token_range(quotation.span)
    inner_first, inner_last = scene.token_range(quotation.content)
    head = scene.head_of(inner_first, inner_last)
    paragraph = scene.paragraph_of(quotation.span.start)
    span = scene.analysis.paragraphs[paragraph]
    low, high = scene.token_range(span)
    peers = [q for q in scene.quotations if q.parent is None and span.contains(q.span)]
    low_sentence = scene.tokens[first].sentence if first < len(scene.tokens) else 0
    high_sentence = scene.tokens[last - 1].sentence if last > first else low_sentence
    return Place(
        landmarks=landmarks,
        quotation=quotation,
        number=number,
        first=first,
        last=last,
        sentence_first=low_sentence,
        sentence_last=high_sentence,
        paragraph=paragraph,
        head=head,
        governors=_governors(scene, head, first, last),
        stretches_in_paragraph=len(peers),
        stretch_in_paragraph=sum(q.span.start < quotation.span.start for q in peers),
        unquoted_in_paragraph=scene.outside_between(low, high),
    )


def _governors(scene: Scene, head: int | None, first: int, last: int) -> dict[int, int]:
    above: dict[int, int] = {}
    index = scene.tokens[head].head if head is not None else -1
    steps = 1
    while index >= 0 and steps <= 6:
        if not first <= index < last:
            above[index] = steps
        index = scene.tokens[index].head
        steps += 1
    return above


@dataclass(frozen=True, slots=True)
class Pair:
    """One candidate for one quotation, with the predicate that ties them best."""

    scene: Scene
    place: Place
    candidate: Candidate
    head: Token
    predicate: Predicate | None
    verb: Token | None
    steps_down: int  # from the predicate down to the quotation's head word; 0: it does not govern it
    steps_up: int  # from the predicate up into the quotation; 0: it is not governed by it
    strength: float  # how often the predicate's lemma reports, log-odds
    verb_gap: int  # unquoted words between the predicate and the nearer edge of the quotation
    gap: int  # unquoted words between the mention and the nearer edge of the quotation
    before: bool  # the mention stands before the quotation
    stretches_between: int
    paragraph_delta: int
    sentence_delta: int
    reporting_between: (
        int  # unquoted reporting verbs between the mention, or its predicate where nearer, and the quotation
    )
    subjects_between: int  # unquoted subjects of verbs between the mention and the quotation
    noun_strength: float  # how often the head is a source, log-odds
    strengths: Mapping[str, float]  # of words in the training articles, log-odds
    tree_steps: int  # from the mention's head word to the quotation's, through the tree; 0: not in one sentence


def make_pair(scene: Scene, place: Place, candidate: Candidate, strengths: Mapping[str, float]) -> Pair:
    before = candidate.first < place.first
    best: tuple[float, Predicate, int, int, float, int] | None = None
    for predicate in candidate.predicates:  # the one that reports best, stands nearest and is tied by the tree
        down = place.governors.get(predicate.index, 0)
        up = _steps_into(scene, predicate.index, place)
        strength = cue_strength(scene.tokens[predicate.index].lemma, strengths)
        gap = _gap(scene, place, predicate.index, predicate.index + 1)
        order = strength - gap * 0.15 + (4.0 if down == 1 or up == 1 else 2.0 if down or up else 0.0)
        if best is None or order > best[0]:
            best = (order, predicate, down, up, strength, gap)
    edge = place.first if before else place.last
    nearer = candidate.last if before else candidate.first
    chosen = best[1] if best else None
    sentence = scene.tokens[candidate.head].sentence
    return Pair(
        scene=scene,
        place=place,
        candidate=candidate,
        head=scene.tokens[candidate.head],
        predicate=chosen,
        verb=scene.tokens[chosen.index] if chosen else None,
        steps_down=best[2] if best else 0,
        steps_up=best[3] if best else 0,
        strength=best[4] if best else -9.0,
        verb_gap=best[5] if best else _FAR,
        gap=scene.outside_between(nearer, edge),
        before=before,
        stretches_between=_stretches_between(scene, nearer, edge, place.number),
        paragraph_delta=scene.paragraph_of(candidate.span.start) - place.paragraph,
        sentence_delta=sentence - (place.sentence_first if before else place.sentence_last),
        reporting_between=_between(place.landmarks.reporting, place, _nearest(candidate, chosen, place)),
        subjects_between=_between(place.landmarks.subjects, place, (candidate.first, candidate.last)),
        noun_strength=_noun_strength(scene.tokens[candidate.head], strengths),
        strengths=strengths,
        tree_steps=_tree_steps(scene, place, candidate.head),
    )


def _noun_strength(head: Token, strengths: Mapping[str, float]) -> float:
    if head.upos != "NOUN":
        return _NO_NOUN
    unseen = _UNSEEN_PERSON if is_person(head) else _UNSEEN_NOUN
    return strengths.get(NOUN + head.lemma.lower(), unseen)


def _nearest(candidate: Candidate, predicate: Predicate | None, place: Place) -> tuple[int, int]:
    """The tokens of the mention, or of its predicate where that stands nearer to the quotation on the same side."""
    if predicate is None:
        return candidate.first, candidate.last
    if candidate.last <= predicate.index < place.first or place.last <= predicate.index < candidate.first:
        return predicate.index, predicate.index + 1
    return candidate.first, candidate.last


def _between(counts: Sequence[int], place: Place, words: tuple[int, int]) -> int:
    first, last = words
    if last <= place.first:
        return counts[place.first] - counts[last]
    return counts[first] - counts[place.last] if first >= place.last else 0


def _tree_steps(scene: Scene, place: Place, index: int) -> int:
    if place.head is None or scene.tokens[index].sentence != scene.tokens[place.head].sentence:
        return 0
    steps = 0
    while index >= 0 and steps <= _DEEP:
        if index == place.head:
            return steps
        above = place.governors.get(index)
        if above is not None:
            return steps + above
        index = scene.tokens[index].head
        steps += 1
    return 0


def _gap(scene: Scene, place: Place, first: int, last: int) -> int:
    if last <= place.first:
        return scene.outside_between(last, place.first)
    return scene.outside_between(place.last, first) if first >= place.last else 0


def _steps_into(scene: Scene, index: int, place: Place) -> int:
    """Steps from a word up the tree into the quotation, 0 when it does not get there in three."""
    above = scene.tokens[index].head
    for steps in (1, 2, 3):
        if above < 0:
            return 0
        if place.first <= above < place.last:
            return steps
        above = scene.tokens[above].head
    return 0


def _stretches_between(scene: Scene, first: int, last: int, own: int) -> int:
    low, high = min(first, last), max(first, last)
    seen = {scene.quoted_by[i] for i in range(low, min(high, low + 400))}
    return len(seen - {-1, own})


def name_words(pair: Pair) -> list[str]:
    """The words of the mention that are parts of names."""
    return [t.text for t in pair.scene.tokens[pair.candidate.first : pair.candidate.last] if t.upos == "PROPN"]


def is_reporting(token: Token | None) -> bool:
    return token is not None and token.upos in ("VERB", "AUX") and token.lemma.lower() in words("reporting_verbs")


def is_person(token: Token) -> bool:
    """A noun for a person or a group of people by what they are or do."""
    lemma = token.lemma.lower()
    if token.upos != "NOUN":
        return False
    return lemma in words("person_nouns") or (
        lemma.endswith(_AGENT_ENDINGS) and lemma not in words("things_like_agents")
    )


def is_own_label(pair: Pair) -> bool:
    """The candidate is the label that the quotation begins with, or stands right behind ("MR. LEE: …"), or a name on
    the line below it ("— Ann Lee")."""
    name, label, quotation = pair.candidate.span, pair.candidate.label, pair.place.quotation.span
    if _signs(pair) or (label and quotation.contains(name)):
        return True
    if name.start >= quotation.end:
        signs = label is not None and label.signs and not pair.place.quotation.marks
        return signs and not pair.scene.text[quotation.end : name.start].strip(_SIGNING)
    if label is not None:
        return not pair.scene.text[label.end : quotation.start].strip("*_> \n\u00a0")
    between = pair.scene.text[name.end : quotation.start]
    return _opens_by_name(pair) and between[:1] == ":" and not between.strip(":*_ \u00a0")


def _opens_by_name(pair: Pair) -> bool:
    """A name that nothing of its sentence stands before: "… of it. Lee: “…”", "A second look - Ann Lee: “…”"."""
    before = pair.scene.text[max(0, pair.candidate.span.start - 3) : pair.candidate.span.start].rstrip(" \u00a0")
    return pair.head.upos == "PROPN" and (not before or before[-1] in _ENDINGS)


def _signs(pair: Pair) -> bool:
    """A name behind the dash of the line below a paragraph that is nothing but the quotation."""
    if pair.paragraph_delta != 1 or pair.head.upos != "PROPN":
        return False
    here, below = pair.scene.analysis.paragraphs[pair.place.paragraph :][:2]
    quotation = pair.place.quotation.span
    before = pair.scene.text[below.start : max(below.start, pair.candidate.span.start)].strip()
    return quotation.start == here.start and quotation.end >= here.end and before in _DASHES
