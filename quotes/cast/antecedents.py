"""Whom a definite noun may mean, and what speaks for and against each: one named feature each.

"The mayor", "the New York businessman", "the agency": candidates are the people and bodies that the article names, the
unnamed people whom it brought in, and nobody of all these. How much a feature counts was learned (`quotes train nouns`)
and lies in `quotes/lexicon/noun_weights.tsv`.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.cast.ages import age_in
from quotes.cast.characters import Person
from quotes.cast.clauses import is_subject
from quotes.cast.descriptions import brought_in, spelt, telling_words
from quotes.cast.epithets import is_demonym, is_epithet, taken_up
from quotes.cast.families import is_of_other_family
from quotes.cast.names import core, fold, noun_gender
from quotes.cast.nearness import features as nearness
from quotes.cast.nearness import probabilities
from quotes.cast.nouns import is_person_word, noun_kind
from quotes.cast.organisations import Organisation, can_be, is_company, key_words
from quotes.cast.people_or_bodies import is_one_person
from quotes.cast.phrases import Phrase
from quotes.cast.posts import is_other_post, same_posts, wider
from quotes.cast.reading import Reading
from quotes.cast.roles import Role
from quotes.domain import Span
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

Row = dict[str, float]
THINGS = ("document", "poll", "place", "crowd", "part")  # kinds of nouns that stand for no one person
TIES = ("post", "post, one of several", "post, more words", "wider post", "epithet", "age", "spoke last, the same")
CLUBS = word_class("club_words")
FAR = 9  # sentences
SEEN = 0.05  # as likely as that somebody in view is meant


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the article names, with the places where it does."""

    name: str
    places: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody whom a noun may mean: a person, a body, where an unnamed person was brought in, or None for nobody of
    these."""

    who: Person | Body | Span | None
    row: Row

    @property
    def name(self) -> str | None:
        return self.who.name if isinstance(self.who, (Person, Body)) else None


def antecedents(reading: Reading, phrase: Phrase) -> list[Antecedent]:
    """Every candidate with its features, nobody the last."""
    kind = noun_kind(phrase.noun, phrase.noun, False)
    found: list[Antecedent] = []
    if is_body_noun(reading, phrase):
        kind = "body"
        found += _bodies(reading, phrase)
    else:
        found += _brought_in(reading, phrase)
        if kind not in THINGS and (kind not in (None, "rhetorical") or _may_be_person(reading, phrase)):
            unnamed = max((a.who.start for a in found if isinstance(a.who, Span)), default=-1)
            found += _people(reading, phrase, unnamed)
        else:
            kind = "thing"
    kind = "age" if age_in(reading.scene, phrase) is not None else kind
    return [*found, Antecedent(None, _of_nobody(phrase, kind))]


def chances(found: Sequence[Antecedent], weighing: Mapping[str, float]) -> list[float]:
    """How likely each is; they add up to one."""
    scores = [sum(weighing.get(name, 0.0) * value for name, value in a.row.items()) for a in found]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


@cache
def weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in table("noun_weights").items()}


def is_body_noun(reading: Reading, phrase: Phrase) -> bool:
    """The head is a common noun for a body."""
    is_kind = noun_kind(phrase.noun, phrase.noun, phrase.plural) == "organization"
    is_body = is_kind or body_kind(reading.scene, phrase) is not None
    return (
        reading.scene.tokens[phrase.head].text.islower() and is_body and not is_one_person(reading.scene, phrase.head)
    )


def body_kind(scene: Scene, phrase: Phrase) -> str | None:
    """What kind of body a general noun takes up, with the word before it first: "the editorial board"."""
    nouns = table("body_nouns")
    return nouns.get(f"{scene.tokens[phrase.head - 1].text.lower()} {phrase.noun}") or nouns.get(phrase.noun)


def _may_be_person(reading: Reading, phrase: Phrase) -> bool:
    token = reading.scene.tokens[phrase.head]
    return (
        age_in(reading.scene, phrase) is not None
        or is_person_word(token)
        or phrase.noun in table("epithets")
        or is_demonym(token)
    )


def _of_nobody(phrase: Phrase, kind: str | None) -> Row:
    row = {"nobody": 1.0, f"nobody, {kind or 'other'}": 1.0}
    if phrase.opening != "the":
        row["nobody, possessive"] = 1.0
    return row | _of_unnamed(phrase)


def _of_unnamed(phrase: Phrase) -> Row:
    return {"unnamed, as hardly ever named": float(phrase.noun in word_list("always_unnamed"))}


def _brought_in(reading: Reading, phrase: Phrase) -> Iterator[Antecedent]:
    scene, posts = reading.scene, same_posts(phrase.noun)
    same = brought_in(scene, phrase.first, phrase.noun, reading.roles)
    other = taken_up(scene, scene.tokens[phrase.head], reading.roles)
    for span, how in ((same, "the same noun"), (other if other != same else None, "another noun")):
        token = scene.token_at(span.start) if span is not None else None
        if span is not None and token is not None:
            back = min(scene.tokens[phrase.head].sentence - token.sentence, FAR)
            since = any(posts & r.nouns and span.start < r.span.start < phrase.span.start for r in reading.roles)
            row = {f"brought in, {how}": 1.0, "brought in, sentences back": back / FAR}
            row["brought in, somebody named since"] = float(since)
            yield Antecedent(span, row | _of_unnamed(phrase))


def _people(reading: Reading, phrase: Phrase, unnamed: int) -> Iterator[Antecedent]:
    """`unnamed`: where somebody whom the noun may take up was brought in last, -1 if nobody was."""
    inside = {id(reading.characters.owner[m.start]) for m in reading.names_in(phrase)}
    gender = noun_gender(phrase.noun)
    people = [p for p in reading.characters.people if id(p) not in inside and not all(m.quoted for m in p.mentions)]
    people = [p for p in people if gender is None or p.gender in (None, gender)]
    age = age_in(reading.scene, phrase)
    people = [p for p in people if age in p.ages] or [p for p in people if age is None or not p.ages]
    near = _nearness(reading, phrase, gender)
    most = max((len(p.mentions) for p in people), default=0)
    told = telling_words(reading.scene, phrase)
    for person in people:
        row = _of_role(reading, phrase, person, told)
        row["epithet"] = float(is_epithet(reading.scene, reading.scene.tokens[phrase.head], person, reading.roles))
        last = max((m.start for m in person.mentions if m.start < phrase.span.start), default=-1)
        row["somebody unnamed since"] = float(last < unnamed)
        row["age"] = float(age is not None and age in person.ages)
        row["near"] = near.get(id(person), 0.0)
        row["topic"] = (len(person.mentions) == most) / 2 + (core(person.words)[-1] in _headline(reading)) / 2
        row["named below only"] = float(person.mentions[0].start > phrase.span.start)
        row["spoke last"] = float(_spoke_last(reading, phrase, person.name))
        row["spoke last, the same"] = row["spoke last"] * ("same" in told)
        row["post, more words, out of view"] = row["post, more words"] * (row["near"] < SEEN)
        if not _is_barred(reading, phrase, person, row):
            yield Antecedent(person, row)


def _of_role(reading: Reading, phrase: Phrase, person: Person, told: set[str]) -> Row:
    """What the article says the person is, against what the noun and the words before it say."""
    scene, posts, wide = reading.scene, same_posts(phrase.noun), wider(phrase.noun)
    roles = [r for r in reading.roles if r.person is person]
    fitting = [r for r in roles if posts & r.nouns and not _is_another(reading, phrase, r)]
    others = [r for r in reading.roles if r.person is not person]
    holding = [r for r in others if posts & r.nouns and not is_other_post(scene, phrase, r)]
    holders = {id(r.person) for r in holding}
    facts = spelt({w for r in roles for w in r.words})
    fits = bool(fitting) or any(m.kin == phrase.noun for m in person.mentions)
    is_wide = not fits and any(wide & r.nouns for r in roles)
    is_office = table("source_nouns").get(phrase.noun) == "office"
    is_other = not fits and not is_wide and any(r.noun for r in roles)
    return {
        "post": float(fits and told <= facts and not holders),
        "post, one of several": float(fits and bool(holders)),
        "post, more words": float(fits and not told <= facts),
        "wider post": float(is_wide),
        f"another role, {'post' if is_office else 'epithet'}": float(is_other),
        "another's post": float(not fits and any(r.span.start < phrase.span.start for r in holding)),
        "words told": len(told & facts) / len(told) if told else 0.0,
        "words not told": len(told - facts) / len(told) if told else 0.0,
        "another's words": float(bool((told & spelt({w for r in others for w in r.words})) - facts)),
    }


def _is_barred(reading: Reading, phrase: Phrase, person: Person, row: Row) -> bool:
    """Not to be meant however near: the holder of another post of the name ("the deputy mayor" is not the mayor) or of
    another elected one; and whoever is told to be no such thing where only that ties a noun to a name: kin, trades,
    "the goalkeeper", "his lawyer", "the source". An official or a source has to be who spoke last, too."""
    same = same_posts(phrase.noun)
    held = [r for r in reading.roles if r.person is person and same & r.nouns]
    if held and all(_is_another(reading, phrase, r) for r in held):
        return True
    elected = word_list("elected_posts")
    if phrase.noun in elected and not held and any(r.nouns & elected for r in reading.roles if r.person is person):
        return True
    hardly_named = phrase.noun in word_list("always_unnamed")
    if hardly_named and row["wider post"] and not row["spoke last"]:
        return True
    needs_tie = (
        hardly_named
        or phrase.opening != "the"
        or phrase.noun in table("kin")
        or phrase.noun in table("epithets")
        or phrase.noun in word_list("trades")
        or (table("source_nouns").get(phrase.noun) == "insider" and not row["words told"])
    )
    loose = phrase.opening != "the" and row["post, more words"]
    return needs_tie and (bool(loose) or not any(row[tie] for tie in TIES))


def _is_another(reading: Reading, phrase: Phrase, role: Role) -> bool:
    return is_other_post(reading.scene, phrase, role) or is_of_other_family(
        reading.scene, reading.characters, reading.pronouns, phrase, role
    )


def _nearness(reading: Reading, phrase: Phrase, gender: str | None) -> dict[int, float]:
    """How likely each person would be meant by a pronoun that stood in the noun's place."""
    place, found = reading.pronouns.candidates(phrase.head, gender)
    rows = [nearness(reading.scene, place, c, found) for c in found]
    return {id(c.who): p for c, p in zip(found, probabilities(rows, reading.weighing), strict=True)}


def _bodies(reading: Reading, phrase: Phrase) -> Iterator[Antecedent]:
    named: dict[str, list[Organisation]] = {}
    for place in reading.organisations.places:
        if not phrase.span.start <= place.span.start < phrase.span.end:
            named.setdefault(reading.organisations.fullest(place.name)[0], []).append(place)
    most = max(map(len, named.values()), default=0)
    told = telling_words(reading.scene, phrase)
    here = reading.scene.tokens[phrase.head].sentence
    fits = {n: _of_noun(reading.scene, phrase, places[0], set(key_words(n))) for n, places in named.items()}
    fitting = [n for n, row in fits.items() if not row["body, misfit"]]
    for name, places in named.items():
        before = [p for p in places if p.span.start < phrase.span.start and not p.quoted]
        words = set(key_words(name))
        row = fits[name]
        row["body, alone"] = float(fitting == [name])
        row["body, words told"] = float(bool(told & words))
        row["body, near"] = 1 / (1 + min(here - before[-1].sentence, FAR)) if before else 0.0
        row["body, subject last"] = float(bool(before) and is_subject(reading.scene, before[-1].head))
        row["body, told"] = float(bool(before) and reading.organisations.is_told(before[-1]))
        row["body, topic"] = (len(places) == most) / 2 + bool(words & _headline(reading)) / 2
        row["body, not named before"] = float(not before)
        row["body, spoke last"] = float(_spoke_last(reading, phrase, name))
        yield Antecedent(Body(name, tuple(places)), row)


def _of_noun(scene: Scene, phrase: Phrase, place: Organisation, words: set[str]) -> Row:
    """How the noun fits a body's name."""
    kind = body_kind(scene, phrase)
    is_press = place.name in word_list("outlets") or not word_list("outlet_words").isdisjoint(place.name.split())
    nouns = CLUBS if phrase.noun == "club" else {phrase.noun}
    holds = bool(nouns & words) and len(words) > 1
    misfit = not can_be(place, phrase.noun) or (kind == "press" and not is_press) if kind is not None else not holds
    return {
        "body, a company": float(kind == "company" and is_company(place.name)),
        "body, press for another noun": float(is_press and kind != "press"),
        "body, holds the noun": float(holds),
        "body, press": float(kind == "press" and is_press),
        "body, misfit": float(misfit and not holds),
    }


def _headline(reading: Reading) -> set[str]:
    return {fold(w.strip(".,:;’'")) for w in (reading.article.title or "").split()}


def _spoke_last(reading: Reading, phrase: Phrase, name: str) -> bool:
    """Quoted last, in the noun's paragraph or the one before."""
    latest = reading.latest
    if latest is None or latest[0].name != name:
        return False
    return reading.scene.paragraph_of(phrase.span.start) - latest[1] <= 1
