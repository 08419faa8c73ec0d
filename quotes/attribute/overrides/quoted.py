"""Whoever is quoted goes before who quotes them: "the agency quoted a diplomat as saying", "Reuters said, citing …"."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.pair import Pair, is_reporting
from quotes.attribute.predicates import OBJECTS, is_as_saying
from quotes.attribute.ranker import Ranked
from quotes.domain import Span, Token
from quotes.lexicon import words
from quotes.scene import Scene

_QUOTING = frozenset(("quote", "cite"))
_PUBLISHERS = frozenset(("agency", "newspaper", "paper", "daily", "magazine", "tabloid", "broadcaster", "website"))


def cited_in(scene: Scene, verb: Token) -> int | None:
    """The head word of whom a verb's subject cites for what it reports: "…, Reuters reported, citing two officials"."""
    for child in scene.children[verb.index]:
        clause = scene.tokens[child]
        if clause.xpos == "VBG" and clause.lemma.lower() in _QUOTING:
            return next((c for c in scene.children[child] if scene.tokens[c].deprel in OBJECTS), None)
    return None


def is_publisher(scene: Scene, mention: Span, head: Token) -> bool:
    """An outlet by its name, or by the noun that it is called."""
    name = mention.of(scene.text).removeprefix("the ").removeprefix("The ")
    last = name.rsplit(" ", 1)[-1]
    listed = not words("outlets").isdisjoint((name, f"The {name}")) or name in words("agencies")
    return listed or last in words("outlet_words") or head.lemma.lower() in _PUBLISHERS


def _choose_quoted(some: Sequence[Ranked]) -> Ranked | None:
    top = some[0].pair
    if top.verb is None or top.predicate is None or top.predicate.role != "subject":
        return None
    clauses = [c for c in top.scene.children[top.verb.index] if is_as_saying(top.scene, c)]
    return next((r for r in some[1:] if any(p.index in clauses for p in r.pair.candidate.predicates)), None)


def _choose_cited(some: Sequence[Ranked]) -> Ranked | None:
    top = some[0].pair
    if top.verb is None or not _reports(top) or not is_publisher(top.scene, top.candidate.span, top.head):
        return None
    cited = cited_in(top.scene, top.verb)
    return next((r for r in some[1:] if r.pair.head.index == cited), None)


def _reports(pair: Pair) -> bool:
    return pair.predicate is not None and pair.predicate.role == "subject" and is_reporting(pair.verb)


QUOTED = chosen_by("quoted", "whoever is “quoted as saying” it goes before who quotes", _choose_quoted)
CITED = chosen_by("cited", "the outlet cites this one for it", _choose_cited)
