"""The names that a mention is, of all the names in it."""

from collections.abc import Sequence

from quotes.cast.joint import joined
from quotes.cast.names import is_title
from quotes.cast.namings import NameMention
from quotes.cast.nouns import is_role, noun_kind
from quotes.cast.phrases import LIKE, RELATIVE, Phrase
from quotes.cast.principals import is_principal
from quotes.domain import Token
from quotes.scene import Scene

THINGS = frozenset(("document", "poll", "part", "organization", "place"))


def is_thing(scene: Scene, phrase: Phrase, names: Sequence[NameMention]) -> bool:
    """The head is a text's, a body's or a number's noun: names in the phrase are its authors' or members', unless only
    a post stands between ("panel Chairman Jane Doe")."""
    head = scene.tokens[phrase.head]
    kind = noun_kind(head.text.lower(), phrase.noun, phrase.plural)
    if head.upos != "NOUN" or not head.text.islower() or kind not in THINGS:
        return False
    name = next((m for m in names if head.end < m.start < phrase.span.end), None)
    between = [t for t in scene.tokens[head.index + 1 : phrase.last] if name is not None and t.start < name.start]
    posts = (is_role(t) or is_title(t.text) for t in between if t.upos != "PUNCT")
    return not between or not all(posts)


def carried_name(scene: Scene, phrase: Phrase, names: Sequence[NameMention]) -> list[NameMention]:
    """The names that the phrase is: one ("campaign manager Jane Doe"), several joined by "and", or none where all
    names in it only belong to somebody else ("a spokesman for Trump", "Clinton's campaign")."""
    own: list[NameMention] = []
    for name in names:
        if own:
            if joined(scene, own[-1], name):
                own.append(name)
                continue
            break
        if not _is_modifier(scene, phrase, name) and _stands_free(scene, phrase, name):
            own.append(name)
    if len(own) == 1 and (holder := _after_post(scene, names)) is not None and holder.start > own[0].end:
        between = scene.text[own[0].end : holder.start]
        if "," not in between and not {"for", "to", "with", "who"} & set(between.split()):
            return [holder]
    head = scene.tokens[phrase.head]
    if len(own) == 1 and head.upos == "NOUN" and phrase.plural and not own[0].start <= head.start < own[0].end:
        return []  # one of several: "candidates, including Smith"
    return own


def _after_post(scene: Scene, names: Sequence[NameMention]) -> NameMention | None:
    """The last of the names, where a post in lower case stands right before it: "the Council of Doe chair Jane Roe"."""
    token = scene.token_at(names[-1].start) if names else None
    before = scene.tokens[token.index - 1] if token is not None and token.index > 0 else None
    if before is None or before.upos != "NOUN" or not before.text.islower() or not is_role(before):
        return None
    return names[-1]


def _is_modifier(scene: Scene, phrase: Phrase, name: NameMention) -> bool:
    """Followed by a possessive or by the noun that it modifies."""
    token = scene.token_at(name.end)
    if token is None or token.index >= phrase.last:
        return False
    if token.start == name.end and (token.text.lower() in ("'s", "’s", "´s", "'", "’")):
        return token.index + 1 < phrase.last and scene.tokens[token.index + 1].upos not in ("PUNCT", "ADP")
    if scene.text[name.end : token.start].strip():
        return False
    if token.upos in ("NOUN", "PROPN") and token.text.lower() != "jr.":
        return True
    following = scene.tokens[token.index + 1] if token.index + 1 < phrase.last else None
    return token.upos == "ADJ" and following is not None and following.upos == "NOUN"


def _stands_free(scene: Scene, phrase: Phrase, name: NameMention) -> bool:
    """Not the object of a preposition inside the phrase ("an aide to Smith"); a name after somebody's post is no
    object, even where the post holds a preposition ("Secretary of State Jane Doe", "the mayor of London Jane Doe")."""
    token = scene.token_at(name.start)
    if token is None or is_principal(scene, phrase, name.start):
        return False
    between: list[Token] = []  # what stands between the preposition and the name, titles left off
    for i in range(token.index - 1, phrase.first - 1, -1):
        before = scene.tokens[i]
        word = before.text.lower()
        if word in LIKE:
            return False
        if before.upos == "ADP" or word in ("with", "to", "than", "as", "of", "for"):
            if not between or between[0].upos == "DET" or word not in ("of", "to", "for") or i == phrase.first:
                return False
            post = scene.tokens[i - 1]
            if post.upos in ("VERB", "AUX") or not (is_role(post) or post.text[:1].isupper()):
                return False
            return not (is_role(post) and any(is_role(t) for t in between))
        if before.upos in ("PUNCT", "CCONJ") and before.text not in ("-", ".", "&"):
            return True
        if before.upos in ("PRON", "SCONJ") and before.xpos != "PRP$":
            return i == phrase.first
        if before.upos in ("VERB", "AUX") and any(t.text.lower() in RELATIVE for t in scene.tokens[phrase.first : i]):
            return False
        if between or word.rstrip(".") not in name.titles:
            between.append(before)
    return True
