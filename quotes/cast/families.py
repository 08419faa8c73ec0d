"""Whose kin is meant: "her daughter" of one mother is not the daughter of another."""

from quotes.cast.characters import Characters, Person
from quotes.cast.names import core
from quotes.cast.phrases import THIRD, Phrase
from quotes.cast.pronouns import Pronouns
from quotes.cast.roles import Role
from quotes.domain import Span
from quotes.lexicon import table
from quotes.scene import Scene


def is_of_other_family(scene: Scene, characters: Characters, pronouns: Pronouns, phrase: Phrase, role: Role) -> bool:
    """Whether a mention of somebody's kin and the role that it may take up belong to two people, of two surnames."""
    if phrase.noun not in table("kin"):
        return False
    owner = _owner(scene, characters, pronouns, phrase.span, phrase.head)
    first, last = scene.token_range(role.span)
    noun = next((i for i in range(first, last) if scene.tokens[i].text.lower() in table("kin")), None)
    if owner is None or noun is None:
        return False
    other = _owner(scene, characters, pronouns, role.span, noun) or _last_before(scene, characters, noun, role.person)
    if other is None or other is owner or owner is role.person:
        return False
    surnames = {core(p.words)[-1] for p in (owner, other) if not p.single}
    return len(surnames) > 1 or owner.single or other.single


def _owner(scene: Scene, characters: Characters, pronouns: Pronouns, span: Span, noun: int) -> Person | None:
    """The person named or meant right before a noun for kin, or behind it with "of"."""
    tokens = scene.tokens
    first = scene.token_range(span)[0]
    for i in range(noun - 1, max(first - 2, noun - 5, -1), -1):
        if tokens[i].text.lower() in THIRD:
            who = pronouns.who(i)
            return who if isinstance(who, Person) else None
        if tokens[i].xpos == "POS":
            return next((characters.owner[m.start] for m in characters.names if m.end == tokens[i].start), None)
        if tokens[i].upos not in ("ADJ", "NOUN", "NUM", "ADV"):
            break
    if noun + 2 < len(tokens) and tokens[noun + 1].text == "of":
        return characters.owner.get(tokens[noun + 2].start)
    return None


def _last_before(scene: Scene, characters: Characters, noun: int, kin: Person) -> Person | None:
    """The last person named before a noun for kin that nobody is told to own, in its sentence."""
    sentence = scene.tokens[noun].sentence
    own = (m for m in reversed(characters.names) if m.start < scene.tokens[noun].start and m.sentence == sentence)
    return next((p for m in own if (p := characters.owner[m.start]) is not kin), None)
