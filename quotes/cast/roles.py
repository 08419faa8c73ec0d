"""What people are, as the article says beside their names: titles before ("British Prime Minister David Cameron"),
appositions after ("Jane Doe, the mayor of X,") and before ("the mayor, Jane Doe,"), party and state in brackets, "X
is the …"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.cast.characters import Characters, Person
from quotes.cast.names import fold
from quotes.cast.namings import NameMention
from quotes.cast.nouns import is_role
from quotes.cast.principals import tie_of_principal
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

PARTY = re.compile(
    r",? ?\(([RDI]|DFL|Lab|Con|Rep|Dem)\.?(?:[-–—, ]+([A-Z][A-Za-z. ]+?))?\.?\)"
    r"|,? ([RDI])-([A-Z][a-z]+\.?|[A-Z][.A-Z]+)(?=,)"
)
STATE = re.compile(r" \(([A-Z][A-Za-z.]{1,5}?)\.?\)")
PARTIES = {
    "R": "republican",
    "D": "democrat",
    "I": "independent",
    "Rep": "republican",
    "Dem": "democrat",
    "Lab": "labour",
    "Con": "conservative",
}
CIVIL = frozenset(("m", "f", "honour", "civil"))
INNER = word_class("words_inside_roles")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as worded, whose it is, and the words that a later description may repeat."""

    text: str
    span: Span
    noun: str  # its head noun, lower case and long ("senator" for "Sen.")
    nouns: frozenset[str]  # every noun in it that says what somebody is, long
    words: frozenset[str]  # all its words, folded
    person: Person
    weight: int  # 3 for an apposition, 2 for a title before the name, 1 for brackets


def find_roles(scene: Scene, characters: Characters) -> list[Role]:
    """Every role that the article ties to a named person, in order of the text."""
    roles: list[Role] = []
    for person in characters.people:
        for mention in person.mentions:
            roles += _roles_at(scene, person, mention)
    return sorted(roles, key=lambda r: r.span)


def role_of(roles: Sequence[Role], person: Person, mention: NameMention | None) -> Role | None:
    """The role beside this mention, else the weightiest one given anywhere, the earliest of equals."""
    own = [r for r in roles if r.person is person and r.noun]
    if not own:
        return None
    if mention is not None:
        near = [r for r in own if abs(r.span.start - mention.end) < 12 or abs(mention.start - r.span.end) < 8]
        if near:
            return max(near, key=lambda r: r.weight)
    return max(own, key=lambda r: (r.weight, -r.span.start))


def _roles_at(scene: Scene, person: Person, mention: NameMention) -> Iterable[Role]:
    token = scene.token_at(mention.start)
    if token is None:
        return
    start = token.index
    if (title := _title_before(scene, start)) is not None:
        yield _role(scene, person, *title, weight=2)
    elif start > 1 and scene.tokens[start - 1].text == "," and scene.tokens[start - 2].sentence == token.sentence:
        before = _title_before(scene, start - 1)
        follows = scene.text[mention.end : mention.end + 1]
        own = tie_of_principal(scene, start) is None
        if before is not None and follows in (",", ".") and own and _is_post(scene, before):
            yield _role(scene, person, *before, weight=3)
    rest = mention.end
    if bracket := PARTY.match(scene.text, rest) or STATE.match(scene.text, rest):
        groups = [g for g in bracket.groups() if g]
        facts = {PARTIES.get(groups[0], "")} | {
            table("states").get(g.strip().rstrip("."), g.casefold()) for g in groups[-1:]
        }
        words = frozenset(w for fact in facts for w in fact.split())
        yield Role(
            bracket.group().strip(" ,()"),
            Span(bracket.start(), bracket.end()),
            "",
            words & {"republican", "democrat"},
            words,
            person,
            1,
        )
        rest = bracket.end()
    if (apposition := _apposition_after(scene, rest)) is not None:
        yield _role(scene, person, *apposition, weight=3)
    elif mention.head is not None and (predicate := _predicate(scene, mention.head)) is not None:
        yield _role(scene, person, *predicate, weight=1)


def _is_post(scene: Scene, found: tuple[int, int, int]) -> bool:
    """Ends in the post, or begins with it: "the union's head", "the head of the union"."""
    first, last, head = found
    return is_role(scene.tokens[last - 1]) or (scene.tokens[head + 1].text in ("of", "for") and head - first < 3)


def _role(scene: Scene, person: Person, first: int, last: int, head: int, weight: int) -> Role:
    span = Span(scene.tokens[first].start, scene.tokens[last - 1].end)
    words = {fold(t.text) for t in scene.tokens[first:last]} | {
        table("title_nouns").get(t.text.lower().rstrip("."), "") for t in scene.tokens[first:last]
    }
    nouns = {_long(t) for t in scene.tokens[first:last] if is_role(t)} | {_long(scene.tokens[head])}
    return Role(
        span.of(scene.text), span, _long(scene.tokens[head]), frozenset(nouns), frozenset(words - {""}), person, weight
    )


def _long(token: Token) -> str:
    noun = (token.lemma or token.text).lower().rstrip(".")
    return table("title_nouns").get(noun, noun)


def _title_before(scene: Scene, end: int) -> tuple[int, int, int] | None:
    """Tokens `[first, last)` and the head noun of the role that runs up to token `end`, or None."""
    tokens = scene.tokens
    i = end
    while i > 0 and end - i < 14:
        token = tokens[i - 1]
        if token.sentence != tokens[end].sentence or scene.paragraph_of(token.start) != scene.paragraph_of(
            tokens[end].start
        ):
            break
        inner = i < end and (
            (token.text.lower() in INNER and _may_hold(scene, i - 1, end))
            or (token.upos == "DET" and i > 1 and _ties_post(scene, i - 2))
        )
        if token.upos not in ("NOUN", "PROPN", "ADJ") and not inner:
            break
        i -= 1
    while i < end and (tokens[i].upos == "DET" or tokens[i].text.lower() in INNER | word_list("time_words")):
        i += 1
    last = end
    while last > i and _is_form_of_address(tokens[last - 1]):
        last -= 1
    nouns = [k for k in range(i, last) if is_role(tokens[k])]
    if not nouns:
        return None
    return i, last, nouns[-1]


def _is_form_of_address(token: Token) -> bool:
    """A title that tells no post: "Mr.", "Lady", "Brother", but not "Congressman"."""
    word = token.text.lower().rstrip(".")
    if table("titles").get(word) not in CIVIL:
        return False
    return not is_role(token) or table("source_nouns").get(word) == "kin" or word in ("lady", "king", "queen")


def _ties_post(scene: Scene, index: int) -> bool:
    """ "Of" or "for" right behind a post: "head of …"."""
    return scene.tokens[index].text.lower() in ("of", "for") and index > 0 and is_role(scene.tokens[index - 1])


def _may_hold(scene: Scene, index: int, end: int) -> bool:
    token = scene.tokens[index]
    if token.text.lower() in ("of", "for"):
        return _ties_post(scene, index) and tie_of_principal(scene, end) != index
    if token.text.lower() in ("and", "&"):
        return (
            0 < index < end - 1 and is_role(scene.tokens[index - 1]) and scene.tokens[index + 1].upos in ("NOUN", "ADJ")
        )
    return True


def _apposition_after(scene: Scene, offset: int) -> tuple[int, int, int] | None:
    """The role in commas after a name: from the comma at `offset` to the next comma, dash, relative or sentence end."""
    if scene.text[offset : offset + 2] not in (", ", ",\xa0"):
        return None
    comma = scene.token_at(offset)
    if comma is None or comma.text != ",":
        return None
    tokens = scene.tokens
    first = comma.index + 1
    if first + 1 < len(tokens) and tokens[first].upos == "NUM" and tokens[first + 1].text == ",":
        first += 2  # an age
    last = first
    while (
        last < len(tokens)
        and last - first < 28
        and tokens[last].sentence == comma.sentence
        and not _breaks(scene, last, first)
    ):
        last += 1
    head = _head_noun(tokens[first:last])
    if last < len(tokens) and tokens[last].upos in ("VERB", "AUX") and tokens[last].xpos in ("VBD", "VBZ", "VBP", "MD"):
        return None  # the subject of a new clause
    if head is None or scene.quoted_by[first] != scene.quoted_by[comma.index]:
        return None
    while first < head and (tokens[first].upos == "ADV" or tokens[first].text.lower() in ("a", "an", "the")):
        first += 1
    return first, last, head


def _breaks(scene: Scene, index: int, first: int) -> bool:
    token = scene.tokens[index]
    if token.text in (",", ";", ":", "--", "—", "(", ".") or token.text in '"“”' or token.text == "–":
        return True
    if token.upos in ("VERB", "AUX") and token.xpos in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return (
        token.text.lower() in ("who", "whose", "which", "whom", "said", "says", "told", "and", "but")
        and index > first
        and (
            token.text.lower() != "and"
            or scene.tokens[min(index + 1, len(scene.tokens) - 1)].upos in ("VERB", "AUX", "PRON", "DET")
        )
    )


def _head_noun(tokens: tuple[Token, ...]) -> int | None:
    """The role noun that heads a short phrase: the last noun before its first preposition or verb, if it is a role."""
    nouns: list[Token] = []
    for token in tokens:
        if token.upos in ("NOUN", "PROPN"):
            nouns.append(token)
        elif token.upos in ("ADP", "VERB", "AUX", "SCONJ", "PRON") and not (token.upos == "PRON" and not nouns):
            break
    return nouns[-1].index if nouns and is_role(nouns[-1]) else None


def _predicate(scene: Scene, head: int) -> tuple[int, int, int] | None:
    """The role in "X is the role", by the parse."""
    token = scene.tokens[head]
    if token.deprel != "nsubj" or token.head < 0:
        return None
    noun = scene.tokens[token.head]
    if (
        noun.upos != "NOUN"
        or not is_role(noun)
        or not any(scene.tokens[c].deprel == "cop" for c in scene.children[noun.index])
    ):
        return None
    if any(scene.tokens[c].lemma == "not" for c in scene.children[noun.index]):
        return None
    first = noun.index
    while first - 1 > head and scene.tokens[first - 1].upos in ("NOUN", "ADJ", "PROPN"):
        first -= 1
    return first, noun.index + 1, noun.index
