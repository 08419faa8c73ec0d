"""Other nouns for somebody in view: "a shareholder … the investor", "Jane Doe, 17, … the teenager"."""

from collections.abc import Sequence

from quotes.cast.characters import Person
from quotes.cast.clauses import outermost
from quotes.cast.names import noun_gender
from quotes.cast.noun_phrase import whole_word
from quotes.cast.nouns import is_person_word
from quotes.cast.roles import Role, same_posts, wider
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.scene import Scene

SOON = 3  # sentences, within which somebody is taken up by another noun
INDEFINITE = word_class("indefinite_articles")
ANYBODY = word_class("anybody")
TEENS = range(11, 20)
TEAM = word_class("team_members")
YOUNG = word_class("young_people")


def taken_up(scene: Scene, token: Token, roles: Sequence[Role]) -> Span | None:
    """The latest unnamed person brought in within a few sentences before a definite noun that may go on about the same
    one: "a former headmaster" of "the former administrator"."""
    held = {i for r in roles for i in range(*scene.token_range(r.span))}
    passed: set[int] = set()  # sentences that are not wholly quoted
    for i in range(token.index - 1, -1, -1):
        before = scene.tokens[i]
        if scene.quoted_by[i] >= 0 or before.upos == "PUNCT":
            continue
        if before.sentence != token.sentence:
            passed.add(before.sentence)
        if len(passed) > SOON:
            return None
        if i not in held and _is_brought_in(scene, before) and _goes_on(scene, before, token):
            return Span(before.start, before.end)
    return None


def _is_brought_in(scene: Scene, token: Token) -> bool:
    """A single person after "a", as one who acts or speaks."""
    if token.xpos not in ("NN", "NNP") or not is_person_word(token) or token.deprel in ("appos", "compound"):
        return False
    acts = scene.tokens[outermost(scene, token.index)].deprel in ("nsubj", "nsubj:pass", "obl:agent", "root", "conj")
    return acts and any(scene.tokens[c].text.lower() in INDEFINITE for c in scene.children[token.index])


def _goes_on(scene: Scene, brought_in: Token, token: Token) -> bool:
    noun, earlier = token.lemma.lower(), brought_in.lemma.lower()
    before = {scene.tokens[c].text.lower() for c in scene.children[brought_in.index]}
    if ({earlier} | before) & (wider(noun) | same_posts(noun)) or noun in wider(earlier):
        return True
    if noun in ANYBODY and len({noun_gender(noun), noun_gender(earlier)} - {None}) < 2:
        return True
    again = {scene.tokens[c].text.lower() for c in scene.children[token.index]}
    return "former" in before & again


def is_epithet(scene: Scene, token: Token, person: Person, roles: Sequence[Role]) -> bool:
    """What people are called by in place of their names ("the centre-half", "the teenager"), as far as it fits what the
    article says of the person."""
    noun = whole_word(scene, token)
    own = {r.noun for r in roles if r.person is person and r.noun}
    kind = table("epithets").get(noun)
    if kind == "age":
        told = person.ages
        return all(int(age) in TEENS for age in told) if told else bool(own & YOUNG)
    return kind == "position" and own <= TEAM | {noun}
