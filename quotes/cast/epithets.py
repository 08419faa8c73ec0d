"""Other nouns for somebody in view: "a shareholder … the investor", "Jane Doe, 17, … the teenager"."""

from collections.abc import Sequence

from quotes.cast.characters import Person
from quotes.cast.clauses import outermost
from quotes.cast.names import is_title, noun_gender
from quotes.cast.noun_phrase import whole_word
from quotes.cast.nouns import is_person_word, is_role
from quotes.cast.posts import LEADING, same_posts, wider
from quotes.cast.roles import Role
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

SOON = 3  # sentences, within which somebody is taken up by another noun
INDEFINITE = word_class("indefinite_articles")
ANYBODY = word_class("anybody")
DEMONYM_ENDINGS = ("man", "woman", "ian", "ese")
TEENS = range(11, 20)
CLOSE = 60  # words
BESIDE = 25  # characters between a word and the name of whom it is said
MODIFIERS = frozenset(("amod", "compound", "nmod", "nmod:poss"))
TEAM = word_class("team_members")
PLEAS = word_class("pleas")
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


def may_be_called(scene: Scene, token: Token, person: Person, roles: Sequence[Role]) -> bool:
    """Whether a definite noun may stand for the person who has just spoken: by a post that the article gave, or as an
    epithet."""
    own = {r.noun for r in roles if r.person is person and r.noun}
    noun = whole_word(scene, token)
    facts = {w for r in roles if r.person is person for w in r.words}
    if not _modifiers(scene, token) <= facts:
        return False
    return bool(own & (wider(noun) | same_posts(noun))) or is_epithet(scene, token, person, roles)


def _modifiers(scene: Scene, token: Token) -> set[str]:
    """What tells more of a noun: "senior" of "the senior official", "party" of "the party leader"."""
    children = (scene.tokens[c] for c in scene.children[token.index])
    return {t.text.lower() for t in children if t.deprel in MODIFIERS and t.upos in ("NOUN", "PROPN", "ADJ")}


def is_epithet(scene: Scene, token: Token, person: Person, roles: Sequence[Role]) -> bool:
    """What people are called by in place of their names ("the centre-half", "the Scot"), as far as it fits what the
    article says of the person."""
    noun = whole_word(scene, token)
    own = {r.noun for r in roles if r.person is person and r.noun}
    if is_demonym(token):
        return not _is_from_elsewhere(token, person, roles) and not _is_of_another(scene, token, person)
    kinds = table("epithets")
    kind = kinds.get(noun)
    if kind == "age":
        told = person.ages
        return all(int(age) in TEENS for age in told) if told else bool(own & YOUNG) and not _has_young(scene, token)
    if kind == "position":
        return own <= TEAM | {noun}
    return kind == "court" and not own and _is_tried(scene, person)


def _is_from_elsewhere(token: Token, person: Person, roles: Sequence[Role]) -> bool:
    """The article told where the person is from, by another word."""
    told = {w for r in roles if r.person is person for w in r.words if w in word_list("demonyms")}
    return bool(told - {token.text.lower()})


def _is_of_another(scene: Scene, token: Token, person: Person) -> bool:
    """The word was said before of somebody else."""
    for before in scene.tokens[: token.index]:
        if before.text == token.text and not any(0 <= m.start - before.end <= BESIDE for m in person.mentions):
            return True
    return False


def _has_young(scene: Scene, token: Token) -> bool:
    """Somebody's child or another young one without a name stands shortly before."""
    before = scene.tokens[max(0, token.index - CLOSE) : token.index]
    return any(t.upos == "NOUN" and t.lemma.lower() in YOUNG and scene.quoted_by[t.index] < 0 for t in before)


def _is_tried(scene: Scene, person: Person) -> bool:
    """The subject of what defendants do or undergo."""
    for mention in person.mentions:
        token = scene.token_at(mention.start)
        head = outermost(scene, mention.head if mention.head is not None else token.index) if token is not None else -1
        if head < 0:
            continue
        verbs = [c for c in scene.children[head] if scene.tokens[c].deprel == "acl:relcl"]  # "who pleaded guilty"
        verbs += [scene.tokens[head].head] if scene.tokens[head].deprel.startswith("nsubj") else []
        if any(_undergoes(scene, v) for v in verbs):
            return True
    return False


def _undergoes(scene: Scene, verb: int) -> bool:
    """Something is done to its subject, or only a defendant does it: "was charged", "pleaded", "appeared in court"."""
    lemma = scene.tokens[verb].lemma.lower()
    children = [scene.tokens[c] for c in scene.children[verb]]
    if lemma in PLEAS:
        return True
    if lemma == "appear":
        return any(t.deprel == "obl" and t.text.lower() in ("court", "dock") for t in children)
    return lemma in word_list("trial_verbs") and any(t.deprel in ("nsubj:pass", "aux:pass") for t in children)


def may_hold(person: Person, noun: str, roles: Sequence[Role]) -> bool:
    """Whether a noun may be said of somebody, by what the article says the person is."""
    own = {n for r in roles if r.person is person for n in r.nouns}
    return not own or bool(own & (same_posts(noun) | wider(noun))) or (noun in LEADING and bool(own & LEADING))


def is_demonym(token: Token) -> bool:
    """Somebody by where he or she is from: "Scot", "Ulsterman"."""
    if not token.text[:1].isupper() or not token.text[1:].islower() or token.xpos in ("NNS", "NNPS"):
        return False
    lower = token.text.lower()
    if is_role(token) or is_title(token.text):
        return False
    return lower in word_list("demonyms") or (len(lower) > 5 and lower.endswith(DEMONYM_ENDINGS))
