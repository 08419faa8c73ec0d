"""Mentions that are organisations: by their name, by a noun with somebody's name before it, by a noun that stands
for one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quotes.cast.characters import Characters
from quotes.cast.identity import Identity
from quotes.cast.names import capitalised_runs, without_titles
from quotes.cast.namings import DEMONYM, NameMention
from quotes.cast.nouns import noun_kind
from quotes.cast.organisations import FORCES, Organisations, names_organisation, plain, whole_name
from quotes.cast.people_or_bodies import is_one_person
from quotes.cast.phrases import Phrase
from quotes.domain import Entity, Span, Token
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

ENDS = (None, "organization", "place", "part", "document")  # what an organisation's name may end in
PEOPLE = ("spokesperson", "media", "kin")  # after whose nouns an organisation's name is somebody else's
OF_NAME = re.compile(
    r"(?: \([A-Z][\w.&-]*\))?(?:,? (?:of|for|and)(?: the)?(?: [A-Z][\w’'&-]*)+(?: \([A-Z][\w.&-]*\))?)+"
)


def speaking_body(scene: Scene, organisations: Organisations, phrase: Phrase) -> Identity | None:
    """The organisation that a mention names or stands for; None where it is no organisation's. A noun for one that the
    article does not name gives an unnamed identity."""
    head = scene.tokens[phrase.head]
    kind = noun_kind(head.text.lower(), phrase.noun, phrase.plural)
    if head.text.lower() == "police" and phrase.last - phrase.first <= 2 and phrase.first >= phrase.head - 1:
        return _police(scene, organisations, phrase)
    if kind == "organization" and head.text.islower():
        return None if phrase.plural else _by_noun(scene, organisations, phrase)
    if head.upos == "NOUN" and (beside := _beside(scene, phrase)) is not None and kind not in PEOPLE:
        return _named(scene, organisations, beside.span, phrase)
    if not head.text[:1].isupper() or _is_office(scene, phrase):
        return None
    for entity in scene.analysis.entities:
        if entity.first <= phrase.head < entity.last and entity.type in ("ORG", "LOC"):
            whole = Span(min(entity.start, head.start), max(entity.end, head.end))
            return _named(scene, organisations, whole, phrase) if _is_body(scene, entity, head) else None
    for run in capitalised_runs(phrase.span.of(scene.text)):
        _, words = without_titles(run)
        span = Span(phrase.span.start + words[0].start, phrase.span.start + words[-1].end)
        name = span.of(scene.text)
        if not span.start <= head.start < span.end or _kind_of(words[-1].text) not in ENDS:
            continue
        if len(words) == 1 and DEMONYM.search(name) and not organisations.knows(name):
            continue
        plainly = words[0].text.isupper() or phrase.opening == "the" or organisations.knows(name)
        if plainly or names_organisation([w.text for w in words]) or name in word_list("outlets"):
            return _named(scene, organisations, span, phrase)
    return None


def _is_office(scene: Scene, phrase: Phrase) -> bool:
    """A post alone, which one person holds: "the Taoiseach"."""
    words = [t.text for t in scene.tokens[phrase.first : phrase.last] if t.upos != "DET"]
    return len(words) == 1 and table("titles").get(words[0].lower()) == "office"


def _is_body(scene: Scene, entity: Entity, head: Token) -> bool:
    """A name that does not end in a word for people ("… Republicans"), unless that is what the body is of."""
    words = entity.span.of(scene.text).split()
    if _kind_of(words[-1]) in ENDS or names_organisation(words[-1:]):
        return True
    inside = head.index < entity.last - 1
    return inside and ("of" in words[1:-1] or names_organisation([head.text]))


def _kind_of(word: str) -> str | None:
    """What a capitalised word at the end of a name says: people, a body, nothing."""
    lower = word.lower()
    return noun_kind(lower, lower.removesuffix("s"), lower.endswith("s"))


def _named(scene: Scene, organisations: Organisations, span: Span, phrase: Phrase) -> Identity:
    """The organisation named at `span`, with what belongs to its name within the phrase ("Secretariat of …")."""
    rest = OF_NAME.match(scene.text, span.end, phrase.span.end)
    whole = Span(span.start, rest.end()) if rest is not None else span
    name, reason = organisations.fullest(whole_name(scene, whole, plain(whole.of(scene.text))))
    return Identity("organization", name, reason=reason)


def called_after(body: Identity, names: Sequence[NameMention], characters: Characters) -> Identity:
    """With the full name of the person whose body it is: "Jane Doe's office", of "Doe's office"."""
    for mention in names:
        short = mention.words[0]
        if body.name is not None and body.name.startswith((f"{short}'s ", f"{short}’s ")):
            return replace(body, name=characters.owner[mention.start].name + body.name[len(short) :])
    return body


def _police(scene: Scene, organisations: Organisations, phrase: Phrase) -> Identity:
    force = organisations.police
    if force is not None:
        return Identity("organization", force, reason="the one police force that the article names")
    wording = " ".join(phrase.span.of(scene.text).split())
    return Identity("unnamed", descriptor=wording, reason="the article names no one police force")


def _beside(scene: Scene, phrase: Phrase) -> Entity | None:
    """The organisation named right after the noun: "the prison authority XYZ", "the event organizer XYZ"."""
    for entity in scene.analysis.entities:
        if entity.first == phrase.head + 1 and entity.last <= phrase.last and entity.type == "ORG":
            return entity
    return None


def _apposed(scene: Scene, phrase: Phrase) -> Span | None:
    """The name in commas after an organisation's noun, whatever the models take it for: "the company, XYZ Corp,"."""
    after = scene.tokens[phrase.head].end
    if scene.text[after : after + 2] != ", ":
        return None
    end = phrase.span.end
    run = next(capitalised_runs(scene.text[after + 2 : end]), None)
    if run is None or run[0].start > 4 or scene.text[after + 2 : after + 2 + run[0].start].strip() not in ("", "the"):
        return None
    return Span(after + 2 + run[0].start, after + 2 + run[-1].end)


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


def _by_noun(scene: Scene, organisations: Organisations, phrase: Phrase) -> Identity | None:
    """ "Byron's campaign" and "China's foreign ministry" are names; "the agency" stands for one given before."""
    if (beside := _beside(scene, phrase)) is not None:
        return _named(scene, organisations, beside.span, phrase)
    if (apposed := _apposed(scene, phrase)) is not None:
        return _named(scene, organisations, apposed, phrase)
    if (behind := _behind(scene, phrase)) is not None:
        return _named(scene, organisations, behind, phrase)
    if is_one_person(scene, phrase.head):
        return None
    before = scene.tokens[phrase.first : phrase.head]
    of_country = phrase.noun in FORCES and any(t.upos == "ADJ" and t.text[:1].isupper() for t in before)
    if of_country or any(t.upos == "PROPN" and not _is_compounded(scene, t) for t in before):
        start = next(t.start for t in before if t.upos not in ("DET", "CCONJ"))
        name = plain(scene.text[start : scene.tokens[phrase.head].end])
        return Identity("organization", name, reason="named beside the quotation")
    meant = organisations.meant_by(phrase) if phrase.definite else None
    if meant is not None:
        name, _ = organisations.fullest(meant.name)
        reason = "the organisation named last that the noun fits"
        return Identity("organization", name, reason=reason, antecedent=meant.span)
    wording = " ".join(phrase.span.of(scene.text).split())
    return Identity("unnamed", descriptor=wording, reason="the article names no organisation that fits")
