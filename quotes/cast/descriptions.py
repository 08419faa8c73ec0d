"""Definite descriptions: "the Vermont senator", "the prime minister", "the spokesman" → whom the article means."""

from collections.abc import Sequence

from quotes.cast.characters import Person
from quotes.cast.names import fold, noun_gender
from quotes.cast.phrases import Phrase
from quotes.cast.posts import is_other_post, same_posts
from quotes.cast.roles import Role
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.scene import Scene

IGNORED = word_class("telling_nothing")


def person_in_role(scene: Scene, phrase: Phrase, roles: Sequence[Role]) -> Person | None:
    """The one person whom the article ties the described role to; of several, the one that the description's other
    words fit. Else None."""
    nouns = same_posts(phrase.noun)
    fitting = [r for r in roles if nouns & r.nouns]
    told = telling_words(scene, phrase)
    if not fitting and not told:
        taken_up = set(table("general_posts").get(phrase.noun, "").split())
        fitting = [r for r in roles if taken_up & r.nouns]
    fitting = [r for r in fitting if not is_other_post(scene, phrase, r)]
    if not fitting:
        return None
    facts: dict[int, set[str]] = {}
    for role in roles:
        facts.setdefault(id(role.person), set()).update(role.words)
    gender = noun_gender(phrase.noun)
    fitting = [r for r in fitting if gender is None or r.person.gender in (None, gender)]
    people = list({id(r.person): r.person for r in fitting}.values())
    exact = [p for p in people if told <= spelt(facts[id(p)])] if told else people
    if exact:
        people = exact
    elif any(w in spelt({v for r in roles for v in r.words}) for w in told):
        return None  # the words that tell are somebody else's
    if len(people) != 1:
        return None
    person = people[0]
    if any(_is_post(w) for w in told - spelt(facts[id(person)])):
        return None  # it names another post too, which nobody ties to the person
    return person


def _is_post(word: str) -> bool:
    return table("source_nouns").get(word) == "office"


def telling_words(scene: Scene, phrase: Phrase) -> set[str]:
    """What a description says besides its head noun, folded: {"vermont"} of "the Vermont senator"."""
    core: list[Token] = []
    for token in scene.tokens[phrase.first : phrase.last]:
        if token.upos in ("PUNCT", "ADP", "SCONJ", "VERB") and core and token.text not in ("-", ".", "–"):
            break
        core.append(token)
    words = {fold(t.text) for t in core if t.upos in ("NOUN", "PROPN", "ADJ")} - IGNORED
    return {w for w in words if w and w != phrase.noun and w != fold(scene.tokens[phrase.head].text)}


def spelt(words: set[str]) -> set[str]:
    states = {fold(k): v for k, v in table("states").items()}
    spelt = set(words)
    for word in words:
        spelt.update(states.get(word, "").split())
        spelt.add(table("title_nouns").get(word, word))
    return spelt


def brought_in(scene: Scene, end: int, noun: str, roles: Sequence[Role]) -> Span | None:
    """The last place before a token where a noun brings in one person without a name: "a driver", "Jane Doe's agent",
    in words that are no role of somebody named."""
    held = {i for r in roles for i in range(*scene.token_range(r.span))}
    for i in range(end - 1, -1, -1):
        token = scene.tokens[i]
        if token.upos != "NOUN" or scene.quoted_by[i] >= 0 or i in held:
            continue
        if (token.lemma.lower() or token.text.lower()) != noun and token.text.lower() != noun:
            continue
        children = [scene.tokens[c] for c in scene.children[i]]
        if any(t.text.lower() in ("a", "an", "one", "another") for t in children):
            return Span(token.start, token.end)
        if any(t.deprel == "nmod:poss" and t.upos == "PROPN" for t in children):
            return Span(token.start, token.end)
    return None
