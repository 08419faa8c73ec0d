"""What makes a person near to a pronoun: one named feature each, and their weights.

The features are those of Lappin and Leass (1994) and of Denis and Baldridge (2007, "A ranking approach to pronoun
resolution"): how far back somebody was named last, as what, how often, what stands between. Their weights were
learned (`quotes train pronouns`) and lie in `quotes/lexicon/pronoun_weights.tsv`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.cast.characters import Person
from quotes.cast.clauses import (
    PARTS,
    depth_of,
    is_described,
    is_one_of_several,
    is_reported,
    is_reporter,
    is_subject,
    is_subject_above,
    part_of,
)
from quotes.cast.names import is_given_name
from quotes.domain import Span
from quotes.lexicon import table, word_class
from quotes.scene import Scene

NOBODY = "nobody"  # the weight of the choice that no candidate is meant
DISTANCES = ("same sentence", "1 sentence back", "2 sentences back", "3 sentences back", "further")
FEMALE = word_class("feminine")


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A single person whom the article describes without a name: "a senior official"."""

    span: Span
    head: int
    gender: str | None = None  # of "mother", "spokesman"


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """One place where somebody is named, described, or meant by a pronoun that was read before."""

    who: Person | Unnamed
    token: int  # the head
    sentence: int  # among those not wholly quoted
    paragraph: int
    quoted: bool
    spoken: bool  # beside a quotation, as its speaker
    pronoun: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean, by the namings before it, the latest last, or else by the first one after it
    within its sentence."""

    who: Person | Unnamed
    before: tuple[Occurrence, ...]
    again: bool  # named again below the pronoun: "he said that Smith …"
    after: Occurrence | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The pronoun, and what every candidate shares."""

    token: int
    sentence: int
    paragraph: int
    gender: str | None
    words: frozenset[int]  # the numbers of the quotations whose speaker the pronoun is
    speaker: Occurrence | None  # who spoke last before it
    kind: str  # "speaker" of a quotation or the subject of a reporting verb, or "anybody"


def features(scene: Scene, place: Place, candidate: Candidate, rivals: Sequence[Candidate]) -> dict[str, float]:
    """The features of one candidate by name; those that are absent are zero. Some are told apart for the pronouns of
    speakers, which newspapers place by rules of their own."""
    found = _of_person(place, candidate.who)
    if candidate.after is not None:
        part = part_of(scene, candidate.after.token)
        near = 1.0 / (candidate.after.token - place.token)
        return found | {"after": 1.0, f"after, {part}": 1.0, "after, near": near}
    main = main_naming(scene, candidate)
    found |= _of_naming(scene, place, main)
    found |= _of_speech(scene, place, candidate, main)
    found |= _of_frequency(place, candidate, rivals)
    found |= _of_rivals(scene, place, candidate, main, rivals)
    return found


def _of_person(place: Place, who: Person | Unnamed) -> dict[str, float]:
    if isinstance(who, Unnamed):
        return {"unnamed": 1.0}
    if place.gender is None:
        return {}
    if who.gender == place.gender:
        return {"gender known": 1.0}
    named = is_given_name(who.words[0]) or any(m.titles for m in who.mentions)
    return {} if named else {"no given name": 1.0}


def _of_naming(scene: Scene, place: Place, main: Occurrence) -> dict[str, float]:
    """How far back, and as what."""
    gap = place.sentence - main.sentence
    distance = DISTANCES[min(gap, len(DISTANCES) - 1)]
    part = part_of(scene, main.token)
    return {
        f"{distance}, {part}": 1.0,
        f"{distance}, for {place.kind}": 1.0,
        f"{part}, for {place.kind}": 1.0,
        "paragraphs back": float(min(place.paragraph - main.paragraph, 3)),
        f"in a clause below, for {place.kind}": float(min(depth_of(scene, main.token), 2)),
        f"both {part}": float(part == part_of(scene, place.token)),
        "a pronoun last": float(main.pronoun),
        "subject of a verb above": float(gap == 0 and is_subject_above(scene, main.token, place.token)),
        "one of several": float(is_one_of_several(scene, main.token)),
        f"described there, for {place.kind}": float(is_described(scene, main.token)),
    }


def _of_speech(scene: Scene, place: Place, candidate: Candidate, main: Occurrence) -> dict[str, float]:
    spoke = main.spoken or is_reporter(scene, main.token)
    spoken_of = not spoke and is_reported(scene, main.token)
    own = any(n.quoted and scene.quoted_by[n.token] in place.words for n in candidate.before)
    found = {
        "named in quotations only": float(main.quoted),
        "named in what the speaker says": float(own),
        f"spoke last, for {place.kind}": float(spoke),
        f"spoken of last, for {place.kind}": float(spoken_of),
    }
    if place.speaker is not None and candidate.who is place.speaker.who:
        back = min(2, place.paragraph - place.speaker.paragraph)
        found[f"the latest speaker, {back} paragraphs back, for {place.kind}"] = 1.0
    return found


def _of_frequency(place: Place, candidate: Candidate, rivals: Sequence[Candidate]) -> dict[str, float]:
    count = len(candidate.before)
    lately = sum(place.sentence - n.sentence <= 2 for n in candidate.before) - 1
    return {
        f"often, for {place.kind}": math.log(count),
        "lately": float(min(4, lately)),
        f"new here, for {place.kind}": float(count == 1 and not candidate.before[0].pronoun),
        "named again below": float(candidate.again),
        "named first of all": float(all(candidate.before[0].token <= r.before[0].token for r in rivals if r.before)),
        f"named most, for {place.kind}": float(all(count >= len(r.before) for r in rivals)),
    }


def _of_rivals(
    scene: Scene, place: Place, candidate: Candidate, main: Occurrence, rivals: Sequence[Candidate]
) -> dict[str, float]:
    others = [main_naming(scene, r) for r in rivals if r is not candidate and r.before]
    outside = [n for n in others if not n.quoted]
    later = [n for n in outside if n.token > main.token]
    return {
        "others between": float(min(len(later), 3)),
        "subjects between": float(min(sum(is_subject(scene, n.token) for n in later), 2)),
        "not alone in its sentence": float(main.sentence == max((n.sentence for n in outside), default=-1)),
    }


def main_naming(scene: Scene, candidate: Candidate) -> Occurrence:
    """The most prominent naming in the latest sentence that names the candidate outside quotations; the latest of all
    where quotations alone do."""
    outside = [n for n in candidate.before if not n.quoted]
    if not outside:
        return candidate.before[-1]
    latest = [n for n in outside if n.sentence == outside[-1].sentence]
    return min(latest, key=lambda n: (PARTS.index(part_of(scene, n.token)), depth_of(scene, n.token), -n.token))


@cache
def weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in table("pronoun_weights").items()}


def probabilities(rows: Sequence[dict[str, float]], weighing: Mapping[str, float]) -> list[float]:
    """The chance of each candidate, by features: a conditional logit, in which "nobody" has a chance too."""
    scores = [sum(weighing.get(name, 0.0) * value for name, value in row.items()) for row in rows]
    scores.append(weighing.get(NOBODY, 0.0))
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers[:-1]]
