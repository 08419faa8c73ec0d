"""Whoever is quoted goes before who quotes them: "the agency quoted a diplomat as saying", "Reuters said, citing …"."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.mentions import mention_range
from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.pair import Pair, is_person, is_reporting
from quotes.attribute.predicates import OBJECTS, is_as_saying
from quotes.attribute.ranker import Ranked
from quotes.domain import Span, Token
from quotes.find.reports import Report
from quotes.lexicon import words
from quotes.scene import Scene

_QUOTING = frozenset(("quote", "cite"))
_PUBLISHERS = frozenset(("agency", "newspaper", "paper", "daily", "magazine", "tabloid", "broadcaster", "website"))


def cited_in(scene: Scene, verb: Token) -> int | None:
    """The head word of whom a verb's subject cites for what it reports: "…, Reuters reported, citing two officials",
    "The paper, citing two officials, said …"."""
    subjects = [c for c in scene.children[verb.index] if scene.tokens[c].deprel == "nsubj"]
    for above in (verb.index, *subjects):
        for child in scene.children[above]:
            if _is_quoting(scene.tokens[child]):
                return next((c for c in scene.children[child] if scene.tokens[c].deprel in OBJECTS), None)
    return None


def passes_on(scene: Scene, subject: tuple[Span, Token], cited: int) -> bool:
    """Whether what a subject says is that of whom it cites: an outlet's is, an organisation's where it cites people."""
    mention, head = subject
    if is_publisher(scene, mention, head):
        return True
    is_somebody = is_person(scene.tokens[cited]) or scene.entity_at.get(cited) == "PERSON"
    return is_somebody and scene.entity_at.get(head.index) == "ORG"


def is_publisher(scene: Scene, mention: Span, head: Token) -> bool:
    """An outlet by its name, or by the noun that it is called."""
    name = mention.of(scene.text).removeprefix("the ").removeprefix("The ")
    last = name.rsplit(" ", 1)[-1]
    listed = not words("outlets").isdisjoint((name, f"The {name}")) or name in words("agencies")
    return listed or last in words("outlet_words") or head.lemma.lower() in _PUBLISHERS


def from_cited(scene: Scene, report: Report) -> tuple[Report, Span | None]:
    """A report with whom its outlet cites for its source, and without the words that cite: "Reuters reported that he
    will resign, citing two officials"; and the outlet's mention."""
    inside = next((i for i in range(report.first + 1, report.last) if _is_quoting(scene.tokens[i])), None)
    if inside is not None and scene.tokens[inside - 1].text == ",":
        cited = next((c for c in scene.children[inside] if scene.tokens[c].deprel in OBJECTS), None)
        end, last = scene.tokens[inside - 2].end, inside - 1
    else:
        cited = cited_in(scene, scene.tokens[report.cue])
        end, last = report.content[-1].end, report.last
    if report.source is None or cited is None:
        return report, None
    first, behind = mention_range(scene, report.source)
    mention = Span(scene.tokens[first].start, scene.tokens[behind - 1].end)
    if not passes_on(scene, (mention, scene.tokens[report.source]), cited):
        return report, None
    content = tuple(Span(start, min(stop, end)) for start, stop in report.content if start < end)
    return replace(report, source=cited, content=content, last=last), mention


def names_cited(scene: Scene, report: Report) -> bool:
    """Nothing but whom somebody cites: "citing two officials", "quoted the minister"."""
    if any(_is_quoting(scene.tokens[i]) for i in (report.content_head, report.first)):
        return True
    head = scene.tokens[report.content_head]
    is_somebody = is_person(head) or head.lemma == "source" or head.index in scene.entity_at
    return report.tie == "object" and scene.tokens[report.cue].lemma.lower() in _QUOTING and is_somebody


def _is_quoting(token: Token) -> bool:
    return token.xpos == "VBG" and token.lemma.lower() in _QUOTING


def _choose_quoted(some: Sequence[Ranked]) -> Ranked | None:
    top = some[0].pair
    if top.verb is None or top.predicate is None or top.predicate.role != "subject":
        return None
    if top.verb.lemma.lower() not in _QUOTING:
        return None
    clauses = [c for c in top.scene.children[top.verb.index] if is_as_saying(top.scene, c)]
    return next((r for r in some[1:] if any(p.index in clauses for p in r.pair.candidate.predicates)), None)


def _choose_cited(some: Sequence[Ranked]) -> Ranked | None:
    top = some[0].pair
    cited = cited_in(top.scene, top.verb) if top.verb is not None and _reports(top) else None
    if cited is None or not passes_on(top.scene, (top.candidate.span, top.head), cited):
        return None
    return next((r for r in some[1:] if r.pair.head.index == cited), None)


def _reports(pair: Pair) -> bool:
    return pair.predicate is not None and pair.predicate.role == "subject" and is_reporting(pair.verb)


QUOTED = chosen_by("quoted", "whoever is “quoted as saying” it goes before who quotes", _choose_quoted, passes_on=True)
CITED = chosen_by("cited", "the outlet cites this one for it", _choose_cited, passes_on=True)
