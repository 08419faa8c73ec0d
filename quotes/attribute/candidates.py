"""Who could be speaking: the noun phrases and pronouns near a quotation, with the predicates they belong to.

A candidate is a head word with its mention as worded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quotes.attribute.mentions import begins_name, mention_range
from quotes.attribute.predicates import NOMINAL, Predicate, Role, find_predicates
from quotes.attribute.strengths import cue_strength
from quotes.domain import Span, Token
from quotes.find.labels import Label, find_labels, is_dateline
from quotes.lexicon import words
from quotes.scene import Scene

FAINT = -4.0  # log-odds from which a predicate may report at all
PARAGRAPHS_BEFORE = 2
PARAGRAPHS_AFTER = 1
REACH = 2_000  # characters from the quotation to those who may have said it

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_STAND_INS = frozenset(("another", "one", "others", "some", "many", "most", "both", "several"))
_INSIDE_NAME = frozenset(("compound", "flat", "fixed", "goeswith", "list"))
_UNHEARD: frozenset[Role] = frozenset(("object", "oblique", "controlled", "shared over object"))
_BAD_PRONOUNS = words("speechless_pronouns")


@dataclass(frozen=True, slots=True)
class Candidate:
    head: int
    first: int  # tokens[first:last] are the mention
    last: int
    span: Span
    predicates: tuple[Predicate, ...]
    label: Label | None = None  # the label or signature that it is: "LEE:", "— Ann Lee"


def find_candidates(scene: Scene) -> tuple[Candidate, ...]:
    """All candidates of the article, in order of the text; of quoted words only the labels of lines ("MR. LEE: …")."""
    labels = dict(_labels(scene))
    inside = {i for label in labels.values() for i in range(label.first, label.last)}
    if len(labels) == 1 and is_dateline(scene.text, next(iter(labels.values())).span):
        labels = {}
    return tuple(
        labels.get(t.index) or _candidate(scene, t)
        for t in scene.tokens
        if t.index in labels or (t.index not in inside and scene.quoted_by[t.index] < 0 and _can_head(scene, t))
    )


def _labels(scene: Scene) -> Iterator[tuple[int, Candidate]]:
    """The last word of each paragraph's label or signature, and that as a candidate."""
    for paragraph in scene.analysis.paragraphs:
        for label in find_labels(scene.text, paragraph):
            first, last = scene.token_range(label.name)
            if first < last:
                first, last = _author(scene, first, last)
                span = Span(scene.tokens[first].start, scene.tokens[last - 1].end)
                yield last - 1, Candidate(last - 1, first, last, span, (), label)


def _author(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Who wrote what a label names: of "Tweet from Ann Lee to Bo Day:" the tokens of "Ann Lee", else all."""
    tokens = scene.tokens
    of_writing = any(t.lemma.lower() in words("reporting_nouns") for t in tokens[first:last])
    start = next((i + 1 for i in range(first, last - 1) if tokens[i].text.lower() in ("from", "by")), None)
    if start is None or not of_writing:
        return first, last
    end = start
    while end < last and (tokens[end].upos in NOMINAL or tokens[end].text.lower() in ("the", "of")):
        end += 1
    return (start, end) if end > start else (first, last)


def near(scene: Scene, around: Span, candidates: tuple[Candidate, ...], heard: frozenset[int]) -> list[Candidate]:
    """The candidates in the quotation's paragraphs; in the one after and the two before only those that are `heard`.

    Paragraphs that are nothing but quotation do not count. A text without breaks is one paragraph: hence the reach.
    """
    here = scene.paragraph_of(around.start)
    paragraphs = scene.analysis.paragraphs
    low, seen = here, 0
    while low > 0 and seen < PARAGRAPHS_BEFORE:
        low -= 1
        seen += scene.unquoted_words[low] > 0
    below = scene.paragraph_of(around.end - 1) + PARAGRAPHS_AFTER
    while below < len(paragraphs) - 1 and paragraphs[below].of(scene.text) == ">":  # an empty line of a block quote
        below += 1
    high = paragraphs[min(len(paragraphs) - 1, below)].end
    own = Span(paragraphs[here].start, paragraphs[scene.paragraph_of(around.end - 1)].end)
    first, last = max(paragraphs[low].start, around.start - REACH), min(high, around.end + REACH)
    return [
        c
        for c in candidates
        if first <= c.span.start < last and (own.start <= c.span.start < own.end or c.head in heard)
    ]


def find_heard(scene: Scene, candidates: tuple[Candidate, ...], strengths: Mapping[str, float]) -> frozenset[int]:
    """Head words of the candidates that may speak in another paragraph than they stand in.

    They are subjects, agents or owners of what may report, people who are the subject of any verb, or stand at the
    start of a line or behind a dash.
    """
    return frozenset(
        c.head for c in candidates if _begins_line(scene, c) or _reports(scene, c, strengths) or _acts(scene, c)
    )


def _acts(scene: Scene, candidate: Candidate) -> bool:
    head = scene.tokens[candidate.head]
    is_person = scene.entity_at.get(head.index) == "PERSON" or head.text.lower() in ("he", "she")
    return is_person and any(p.role in ("subject", "passive subject") for p in candidate.predicates)


def _begins_line(scene: Scene, candidate: Candidate) -> bool:
    start = candidate.span.start
    before = scene.text[max(0, start - 3) : start].rstrip(" \u00a0")[-1:]
    return candidate.label is not None or before in ("", "\n", "—", "–", "―", "-")


def _reports(scene: Scene, candidate: Candidate, strengths: Mapping[str, float]) -> bool:
    return any(
        p.role not in _UNHEARD and cue_strength(scene.tokens[p.index].lemma, strengths) >= FAINT
        for p in candidate.predicates
    )


def _can_head(scene: Scene, token: Token) -> bool:
    relation = token.deprel.split(":")[0]
    if token.upos in NOMINAL:
        inside = relation in _INSIDE_NAME and token.head >= 0 and scene.tokens[token.head].upos in NOMINAL
        if inside and not begins_name(scene, token.index):
            return False
        return token.upos != "PRON" or not _is_speechless(scene, token)
    # "Two said", "others added", "the elderly say"
    if token.upos in ("ADJ", "NUM", "DET") and token.deprel in ("nsubj", "nsubj:pass"):
        return True
    return _may_be_name(scene, token) and any(_verb_beside(scene, token.index, token.index + 1))


def _is_speechless(scene: Scene, token: Token) -> bool:
    """A pronoun that stands for a thing, unless it is the subject of a verb; "what" and "This shows" even then; not
    "those in the room"."""
    if token.text.lower() == "those" and any(c > token.index for c in scene.children[token.index]):
        return False
    lemma = token.lemma.lower()
    points = token.xpos == "DT" and lemma in ("this", "that")
    return points or (lemma in _BAD_PRONOUNS and (not token.deprel.startswith("nsubj") or lemma == "what"))


def _may_be_name(scene: Scene, token: Token) -> bool:
    """Names that read like other words ("Will said", "added Early"), and "another" and "one" in their place."""
    if token.upos in ("NUM", "DET", "ADJ") and token.text.lower() in _STAND_INS:
        return not (token.head > token.index and scene.tokens[token.head].upos in NOMINAL)  # "wrote one reader"
    opens = token.index == 0 or scene.tokens[token.index - 1].sentence != token.sentence
    follows_quotation = token.index > 0 and scene.quoted_by[token.index - 1] >= 0
    return (
        token.text[:1].isupper() and token.text.isalpha() and len(token.text) > 1 and (not opens or follows_quotation)
    )


def _verb_beside(scene: Scene, first: int, last: int) -> Iterator[int]:
    """The reporting verb in front of tokens[first:last] where a quotation ends before it, and the one behind them."""
    if first >= 2 and scene.quoted_by[first - 2] >= 0 and scene.quoted_by[first - 1] < 0:
        yield from _finite_reporting(scene, first - 1)
    if last < len(scene.tokens) and scene.quoted_by[last] < 0:
        yield from _finite_reporting(scene, last, behind=last - 1)
        if (
            scene.tokens[last].xpos == "VBG"
            and (scene.tokens[last - 1].upos == "PROPN" or _follows_with(scene, first))
            and _reports_by_lexicon(scene, last)
        ):
            yield last  # "footage of Ann Lee saying", "with some critics saying"


def _finite_reporting(scene: Scene, index: int, behind: int | None = None) -> Iterator[int]:
    """The verb if it is finite, by its tag or by its form: "Will urged" reads like a future, yet "urged" is a past."""
    token = scene.tokens[index]
    mistaken = behind is not None and scene.tokens[behind].upos == "AUX" and token.text.lower() != token.lemma.lower()
    if (token.xpos in _FINITE or mistaken) and _reports_by_lexicon(scene, index):
        yield index


def _follows_with(scene: Scene, index: int) -> bool:
    """Behind "with", or beginning with it, where the tree does not tie the two (else `find_predicates` does)."""
    return any(i >= 0 and scene.tokens[i].text.lower() == "with" for i in (index - 1, index))


def _reports_by_lexicon(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.upos == "VERB" and token.lemma.lower() in words("reporting_verbs")


def _candidate(scene: Scene, token: Token) -> Candidate:
    first, last = mention_range(scene, token.index)
    span = Span(scene.tokens[first].start, max(scene.tokens[last - 1].end, scene.tokens[first].start))
    predicates = find_predicates(scene, token)
    tied = {p.index for p in predicates}
    beside = (Predicate(i, "beside") for i in _verb_beside(scene, first, last) if i not in tied)
    return Candidate(token.index, first, last, span, (*predicates, *beside))
