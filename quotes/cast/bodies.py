"""Mentions that are organisations: by their name, by a noun with somebody's name before it, by a noun that stands
for one."""

import re
from dataclasses import replace

from quotes.cast.characters import Person
from quotes.cast.identity import Identity
from quotes.cast.names import capitalised_runs, without_titles
from quotes.cast.namings import DEMONYM
from quotes.cast.nouns import noun_kind
from quotes.cast.organisations import CALLED_AFTER, FORCES, names_organisation, plain, whole_name
from quotes.cast.people_or_bodies import is_one_person
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.domain import Entity, Span, Token
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

ENDS = (None, "organization", "place", "part", "document")  # what an organisation's name may end in
PEOPLE = ("spokesperson", "media", "kin")  # after whose nouns an organisation's name is somebody else's
OF_NAME = re.compile(
    r"(?: \([A-Z][\w.&-]*\))?(?:,? (?:of|for|and)(?: the)?(?: [A-Z][\w’'&-]*)+(?: \([A-Z][\w.&-]*\))?)+"
)


def body_beside(reading: Reading, phrase: Phrase) -> Identity | None:
    """A body named right behind its noun: "the advocacy group XYZ", "the company, XYZ Corp,"."""
    scene, head = reading.scene, reading.scene.tokens[phrase.head]
    kind = noun_kind(head.text.lower(), phrase.noun, phrase.plural)
    if head.upos != "NOUN" or kind in PEOPLE or (kind == "organization" and phrase.plural):
        return None
    entity = _beside(scene, phrase)
    span = entity.span if entity is not None else None
    if span is None and _is_bodys(reading, phrase):
        span = _apposed(scene, phrase) or _behind(scene, phrase)
    return _named(reading, span, phrase) if span is not None else None


def body_by_owner(reading: Reading, phrase: Phrase) -> Identity | None:
    """A body called after somebody or some place: "Byron's campaign", "his campaign", "China's foreign ministry"."""
    if not _stands_for_body(reading, phrase) and phrase.noun not in FORCES:
        return None
    scene = reading.scene
    owner = reading.pronouns.who(phrase.first) if phrase.noun in CALLED_AFTER else None
    if isinstance(owner, Person):
        name = f"{owner.name}'s {scene.text[scene.tokens[phrase.first].end : scene.tokens[phrase.head].end].strip()}"
        return Identity("organization", name, reason="the body of the person whom the pronoun means")
    before = scene.tokens[phrase.first : phrase.head]
    of_country = phrase.noun in FORCES and any(t.upos == "ADJ" and t.text[:1].isupper() for t in before)
    if not of_country and not any(t.upos == "PROPN" and not _is_compounded(scene, t) for t in before):
        return None
    start = next(t.start for t in before if t.upos not in ("DET", "CCONJ"))
    name = plain(scene.text[start : scene.tokens[phrase.head].end])
    return _called_after(reading, Identity("organization", name, reason="named beside the quotation"), phrase)


def unnamed_body(reading: Reading, phrase: Phrase) -> Identity | None:
    """A body that the article does not name."""
    if not _stands_for_body(reading, phrase):
        return None
    return reading.unnamed(phrase.span, "the article names no organisation that fits")


def named_body(reading: Reading, phrase: Phrase) -> Identity | None:
    """A body's name, as the language model reads it."""
    scene, head = reading.scene, reading.scene.tokens[phrase.head]
    if plain(phrase.span.of(scene.text)) in word_list("outlets"):
        return _named(reading, phrase.span, phrase)
    if not head.text[:1].isupper() or _is_office(scene, phrase):
        return None
    for entity in scene.analysis.entities:
        around = entity.first <= phrase.head < entity.last and entity.type in ("ORG", "LOC")
        if around and (_holds_its_article(scene, phrase) or _is_body(scene, entity, head)):
            whole = Span(min(entity.start, head.start), max(entity.end, head.end))
            return _named(reading, whole, phrase)
    return None


def capitalised_body(reading: Reading, phrase: Phrase) -> Identity | None:
    """Capitalised words that hold a body's word, or that the article or a list knows for a body's name."""
    scene, head = reading.scene, reading.scene.tokens[phrase.head]
    if not head.text[:1].isupper() or _is_office(scene, phrase):
        return None
    if scene.entity_at.get(phrase.head) in ("ORG", "LOC"):
        return None
    organisations = reading.organisations
    for run in capitalised_runs(phrase.span.of(scene.text)):
        _, words = without_titles(run)
        span = Span(phrase.span.start + words[0].start, phrase.span.start + words[-1].end)
        name = span.of(scene.text)
        if not span.start <= head.start < span.end:
            continue
        if name in word_list("outlets") or (phrase.opening == "the" and words[-1].text in word_list("outlet_words")):
            return _named(reading, span, phrase)
        if _kind_of(words[-1].text) not in ENDS:
            continue
        one = name.removesuffix("s")
        is_people = DEMONYM.search(one) is not None or one.lower() in word_list("demonyms")
        if len(words) == 1 and is_people and not organisations.knows(name):
            continue
        plainly = words[0].text.isupper() or phrase.opening == "the" or organisations.knows(name)
        if plainly or names_organisation([w.text for w in words]):
            return _named(reading, span, phrase)
    return None


def _is_bodys(reading: Reading, phrase: Phrase) -> bool:
    """The head is a common noun for a body."""
    head = reading.scene.tokens[phrase.head]
    return head.text.islower() and noun_kind(head.text.lower(), phrase.noun, phrase.plural) == "organization"


def _stands_for_body(reading: Reading, phrase: Phrase) -> bool:
    return _is_bodys(reading, phrase) and not phrase.plural and not is_one_person(reading.scene, phrase.head)


def _is_office(scene: Scene, phrase: Phrase) -> bool:
    """A post alone, which one person holds: "the Taoiseach"."""
    words = [t.text for t in scene.tokens[phrase.first : phrase.last] if t.upos != "DET"]
    is_office = len(words) == 1 and table("titles").get(words[0].lower()) == "office"
    return is_office and not _holds_its_article(scene, phrase)


def _holds_its_article(scene: Scene, phrase: Phrase) -> bool:
    """With a "The" that is capital in the middle of a sentence, as in names of bodies alone."""
    before, first = scene.tokens[phrase.first - 1], scene.tokens[phrase.first]
    return first.text == "The" and before.upos != "PUNCT" and before.sentence == first.sentence and phrase.first > 0


def _is_body(scene: Scene, entity: Entity, head: Token) -> bool:
    """A name that does not end in a word for people ("… Republicans"), unless that is what the body is of."""
    words = entity.span.of(scene.text).split()
    if _kind_of(words[-1]) in ENDS or names_organisation(words[-1:]) or words[-1] in word_list("outlet_words"):
        return True
    inside = head.index < entity.last - 1
    return inside and ("of" in words[1:-1] or names_organisation([head.text]))


def _kind_of(word: str) -> str | None:
    """What a capitalised word at the end of a name says: people, a body, nothing."""
    lower = word.lower()
    return noun_kind(lower, lower.removesuffix("s"), lower.endswith("s"))


def _named(reading: Reading, span: Span, phrase: Phrase) -> Identity:
    """The organisation named at `span`, with what belongs to its name within the phrase ("Secretariat of …")."""
    scene = reading.scene
    rest = OF_NAME.match(scene.text, span.end, phrase.span.end)
    whole = Span(span.start, rest.end()) if rest is not None else span
    name, reason = reading.organisations.fullest(whole_name(scene, whole, plain(whole.of(scene.text))))
    return _called_after(reading, Identity("organization", name, reason=reason), phrase)


def _called_after(reading: Reading, body: Identity, phrase: Phrase) -> Identity:
    """With the full name of the person whose body it is: "Jane Doe's office", of "Doe's office"."""
    for mention in reading.names_in(phrase):
        short = mention.words[0]
        if body.name is not None and body.name.startswith((f"{short}'s ", f"{short}’s ")):
            return replace(body, name=reading.characters.owner[mention.start].name + body.name[len(short) :])
    return body


def _beside(scene: Scene, phrase: Phrase) -> Entity | None:
    """The organisation named right after the noun: "the prison authority XYZ", "the event organizer XYZ"."""
    for entity in scene.analysis.entities:
        if entity.first == phrase.head + 1 and entity.last <= phrase.last and entity.type == "ORG":
            return entity
    return None


def _apposed(scene: Scene, phrase: Phrase) -> Span | None:
    """The name in commas after an organisation's noun, whatever the models take it for: "the company, XYZ Corp,"; where
    the mention was cut before it, only what is no person's or place's."""
    after = scene.tokens[phrase.head].end
    if scene.text[after : after + 2] != ", ":
        return None
    is_cut = phrase.span.end == after
    end = scene.analysis.sentences[scene.tokens[phrase.head].sentence].end if is_cut else phrase.span.end
    run = next(capitalised_runs(scene.text[after + 2 : end]), None)
    if run is None or run[0].start > 4 or scene.text[after + 2 : after + 2 + run[0].start].strip() not in ("", "the"):
        return None
    span = Span(after + 2 + run[0].start, after + 2 + run[-1].end)
    is_closed = scene.text[span.end : span.end + 1] in (",", ".")
    is_else = any(scene.entity_at.get(i) in ("PERSON", "LOC") for i in range(*scene.token_range(span)))
    return None if is_cut and (is_else or not is_closed) else span


def _behind(scene: Scene, phrase: Phrase) -> Span | None:
    """The capitalised name right behind an organisation's noun, in the mention: "the advocacy group XYZ"."""
    last = phrase.head + 1
    while last < phrase.last and scene.tokens[last].upos == "PROPN" and scene.tokens[last].text[:1].isupper():
        last += 1
    return Span(scene.tokens[phrase.head + 1].start, scene.tokens[last - 1].end) if last > phrase.head + 1 else None


def _is_compounded(scene: Scene, token: Token) -> bool:
    """Part of a compound that tells something of a body: "London" of "the London-listed firm"."""
    hyphen, rest = scene.tokens[token.index + 1], scene.tokens[min(token.index + 2, len(scene.tokens) - 1)]
    apart = hyphen.text in ("-", "‑", "–") and hyphen.start == token.end and rest.start == hyphen.end
    last = rest.text if apart else token.text.rpartition("-")[2]
    return (apart or "-" in token.text) and last.islower() and last.endswith("ed")
