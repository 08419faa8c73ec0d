"""Whose messenger speaks: "a spokesman for Health Minister Jane Doe" and "an aide to the mayor, Jane Doe," are not
Jane Doe."""

from quotes.cast.names import is_title
from quotes.cast.nouns import is_person_word, is_role
from quotes.cast.phrases import Phrase
from quotes.domain import Token
from quotes.scene import Scene

TIES = frozenset(("for", "to", "of"))
REACH = 12  # words from the messenger's noun to the name


def is_principal(scene: Scene, phrase: Phrase, start: int) -> bool:
    """Whether the name at `start`, in a mention or right behind it, is likely theirs for whom a messenger speaks."""
    name = scene.token_at(start)
    return name is not None and tie_of_principal(scene, name.index, phrase.first) is not None


def tie_of_principal(scene: Scene, name: int, first: int = 0) -> int | None:
    """The preposition that ties a messenger's noun, from token `first` on, to a post right before the name, with or
    without a comma between. In "a spokesman for the governor, Jane Doe," either may be meant, and none is named."""
    tokens = scene.tokens
    for i in range(name - 2, max(first, name - REACH) - 1, -1):
        tied = tokens[i].sentence == tokens[name].sentence and tokens[i + 1].text.lower() in TIES
        if tied and _is_messenger(scene, tokens[i]) and _are_post(scene, i + 2, name):
            return i + 1
    return None


def _are_post(scene: Scene, first: int, name: int) -> bool:
    between = [t for t in scene.tokens[first:name] if t.upos != "DET"]
    if between and between[-1].text == ",":
        between = between[:-1]
        if any(scene.entity_at.get(t.index) == "PERSON" for t in between):
            return False  # "a spokesman for Mayor Jane Roe, John Doe"
    apart = any(t.text == "," for t in between)  # "a friend of the owner, teacher Jane Doe"
    one = bool(between) and between[-1].xpos == "NN" and is_person_word(between[-1])
    return bool(between) and not apart and (one or _is_post(between[-1]) or _ends_post(between))


def _is_messenger(scene: Scene, token: Token) -> bool:
    """A noun for a person that is no title ("Special Adviser to the President, Jane Doe,")."""
    opens = scene.analysis.sentences[token.sentence].first == token.index
    return is_person_word(token) and (token.text.islower() or opens)


def _ends_post(between: list[Token]) -> bool:
    """A post with what it is for behind it: "Minister for Finance"."""
    ties = [i for i, t in enumerate(between) if t.text.lower() in ("of", "for") and i > 0]
    after = between[ties[0] + 1 :] if ties else []
    inner = ("NOUN", "PROPN", "ADJ", "CCONJ", "ADP")
    return bool(ties) and _is_post(between[ties[0] - 1]) and all(t.upos in inner for t in after)


def _is_post(token: Token) -> bool:
    return is_role(token) or is_title(token.text)
