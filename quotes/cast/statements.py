"""Whose statement "the statement" is."""

from collections.abc import Iterator

from quotes.cast.clauses import outermost
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.domain import Token
from quotes.scene import Scene

REACH = 3  # sentences


def is_statement(phrase: Phrase) -> bool:
    return phrase.noun == "statement" and phrase.definite and not phrase.plural


def author_of(reading: Reading, phrase: Phrase) -> Token | None:
    """The head of whoever the article says made the statement before: "Jane Doe said in a statement", "a statement
    issued by the ministry", "the ministry's statement"."""
    scene = reading.scene
    for token in reversed(scene.tokens[: phrase.first]):
        if scene.tokens[phrase.head].sentence - token.sentence > REACH:
            return None
        if token.lemma.lower() == "statement" and scene.quoted_by[token.index] < 0:
            return next(_authors(scene, token), None)
    return None


def _authors(scene: Scene, statement: Token) -> Iterator[Token]:
    """Its owner, who issued it, whom it is from, and the subject of the verb that it stands with."""
    below = [scene.tokens[c] for c in scene.children[statement.index]]
    yield from (t for t in below if t.deprel == "nmod:poss" and t.upos != "PRON")
    for made in (t for t in below if t.deprel == "acl" and t.lemma != "sign"):
        yield from (t for t in _children(scene, made) if t.deprel in ("obl:agent", "obl") and _after(scene, t, "by"))
    yield from (t for t in below if t.deprel == "nmod" and (_after(scene, t, "from") or _after(scene, t, "by")))
    verb = scene.tokens[outermost(scene, statement.index)].head
    if verb >= 0:
        yield from (t for t in _children(scene, scene.tokens[verb]) if t.deprel == "nsubj")


def _children(scene: Scene, token: Token) -> list[Token]:
    return [scene.tokens[c] for c in scene.children[token.index]]


def _after(scene: Scene, token: Token, preposition: str) -> bool:
    return any(t.text.lower() == preposition for t in _children(scene, token))
