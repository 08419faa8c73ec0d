"""Definite descriptions: "the Vermont senator", "the prime minister", "the spokesman" → whom the article ties the
role to."""

from collections.abc import Sequence

from quotes.domain import Span, Token
from quotes.lexicon import table
from quotes.resolve.characters import Person
from quotes.resolve.names import fold
from quotes.resolve.phrases import Phrase
from quotes.resolve.roles import Role
from quotes.scene import Scene

SAME_POST = {
    "congressman": {"representative", "congressman", "lawmaker"},
    "congresswoman": {"representative", "congresswoman", "lawmaker"},
    "lawmaker": {"senator", "representative", "congressman", "congresswoman", "mp", "legislator", "lawmaker"},
    "representative": {"representative", "congressman", "congresswoman"},
    "premier": {"minister", "premier"},
    "spokesman": {"spokesman", "spokesperson"},
    "spokeswoman": {"spokeswoman", "spokesperson"},
    "spokesperson": {"spokesman", "spokeswoman", "spokesperson"},
    "chair": {"chair", "chairman", "chairwoman", "chairperson"},
    "ceo": {"ceo", "executive", "chief"},
    "lawyer": {"lawyer", "attorney", "counsel"},
    "attorney": {"lawyer", "attorney", "counsel"},
    "doctor": {"doctor", "physician", "dr"},
    "physician": {"doctor", "physician", "dr"},
    "professor": {"professor"},
    "nominee": {"nominee", "candidate"},
    "candidate": {"nominee", "candidate"},
    "democrat": {"democrat"},
    "republican": {"republican"},
}
IGNORED = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "her",
        "their",
        "its",
        "former",
        "then",
        "late",
        "current",
        "of",
        "and",
        "for",
        "to",
        "in",
        "s",
    ]
)


def person_in_role(scene: Scene, phrase: Phrase, roles: Sequence[Role]) -> tuple[Person, Role] | None:
    """The one person whom the article ties the described role to; of several, the one that the description's other
    words fit; of several like that, the one named last before it, if named within the two paragraphs before. Else
    None."""
    nouns = SAME_POST.get(phrase.noun, {phrase.noun})
    fitting = [r for r in roles if nouns & r.nouns]
    if not fitting:
        return None
    told = _telling_words(scene, phrase)
    facts: dict[int, set[str]] = {}
    for role in roles:
        facts.setdefault(id(role.person), set()).update(role.words)
    people = list({id(r.person): r.person for r in fitting}.values())
    if told:
        exact = [p for p in people if told <= _spelt(facts[id(p)])]
        if exact:
            people = exact
        elif len(people) > 1 or any(w in _spelt_all(roles) for w in told):
            return None
    if len(people) > 1:
        people = _latest(scene, people, phrase)
    if len(people) != 1:
        return None
    person = people[0]
    return person, max((r for r in fitting if r.person is person), key=lambda r: r.weight)


def _telling_words(scene: Scene, phrase: Phrase) -> set[str]:
    tokens = scene.tokens[phrase.first : phrase.last]
    core: list[Token] = []
    for token in tokens:
        if token.upos in ("PUNCT", "ADP", "SCONJ", "VERB") and core and token.text not in ("-", ".", "–"):
            break
        core.append(token)
    words = {fold(t.text) for t in core if t.upos in ("NOUN", "PROPN", "ADJ")} - IGNORED
    return {w for w in words if w and w != phrase.noun and w != fold(scene.tokens[phrase.head].text)}


def _spelt(words: set[str]) -> set[str]:
    states = {fold(k): v for k, v in table("states").items()}
    spelt = set(words)
    for word in words:
        spelt.update(states.get(word, "").split())
        spelt.add(table("title_nouns").get(word, word))
    return spelt


def _spelt_all(roles: Sequence[Role]) -> set[str]:
    return _spelt({w for r in roles for w in r.words})


def _latest(scene: Scene, people: Sequence[Person], phrase: Phrase) -> list[Person]:
    paragraph = scene.paragraph_of(phrase.span.start)
    latest: list[tuple[int, int, Person]] = []
    for number, person in enumerate(people):
        before = [m for m in person.mentions if m.start < phrase.span.start and paragraph - m.paragraph <= 2]
        if before:
            latest.append((before[-1].start, number, person))
    return [max(latest)[2]] if latest else []


def introduced(scene: Scene, phrase: Phrase, roles: Sequence[Role]) -> Span | None:
    """Where an unnamed source that the phrase takes up again was brought in: "a source close to the talks … the
    source"."""
    held = {i for r in roles for i in range(*scene.token_range(r.span))}
    for i in range(phrase.first - 1, -1, -1):
        token = scene.tokens[i]
        if token.upos != "NOUN" or scene.quoted_by[i] >= 0 or i in held:
            continue
        if (token.lemma.lower() or token.text.lower()) != phrase.noun and token.text.lower() != phrase.noun:
            continue
        if any(scene.tokens[c].text.lower() in ("a", "an", "one", "another") for c in scene.children[i]):
            return Span(token.start, token.end)
    return None
