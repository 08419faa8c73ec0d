"""Who could be speaking: the noun phrases and pronouns near a quotation, with the predicates they belong to.

A candidate is a head word with its mention as worded. Its predicates are the verbs (or nouns of speech) that it is
the subject, agent or owner of, directly or through coordination and open clauses ("stood up and said", "went on to
say", "…, adding"), each with the role that ties them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from quotes.attribute.mentions import mention_range
from quotes.domain import Span, Token
from quotes.find.labels import find_label
from quotes.lexicon import words
from quotes.scene import Scene

Role = Literal[
    "subject",
    "shared subject",
    "passive subject",
    "agent",
    "according to",
    "owner",
    "relative",
    "object",
    "oblique",
    "beside",
]

FAINT = -4.0  # log-odds from which a predicate may report at all
PARAGRAPHS_BEFORE = 2
PARAGRAPHS_AFTER = 1
REACH = 2_000  # characters from the quotation to those who may have said it

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_STAND_INS = frozenset(("another", "one", "others", "some", "many", "most", "both", "several"))
_INSIDE_NAME = frozenset(("compound", "flat", "fixed", "goeswith", "list"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "parataxis"))
_BAD_PRONOUNS = words("speechless_pronouns")


@dataclass(frozen=True, slots=True)
class Predicate:
    index: int  # the verb's or noun's token
    role: Role


@dataclass(frozen=True, slots=True)
class Candidate:
    head: int
    first: int  # tokens[first:last] are the mention
    last: int
    span: Span
    predicates: tuple[Predicate, ...]
    is_label: bool = False  # stands before the colon of its line


def find_candidates(scene: Scene) -> tuple[Candidate, ...]:
    """All candidates of the article, in order of the text; of quoted words only the labels of lines ("MR. LEE: …")."""
    labels = dict(_labels(scene))
    return tuple(
        labels.get(t.index) or _candidate(scene, t)
        for t in scene.tokens
        if t.index in labels or (scene.quoted_by[t.index] < 0 and _can_head(scene, t))
    )


def _labels(scene: Scene) -> Iterator[tuple[int, Candidate]]:
    """The last word of each paragraph's label, and the label as a candidate."""
    for paragraph in scene.analysis.paragraphs:
        span = find_label(scene.text, paragraph)
        first, last = scene.token_range(span) if span else (0, 0)
        if span and first < last:
            yield last - 1, Candidate(last - 1, first, last, span, (), is_label=True)


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
    high = paragraphs[min(len(paragraphs) - 1, scene.paragraph_of(around.end - 1) + PARAGRAPHS_AFTER)].end
    own = Span(paragraphs[here].start, paragraphs[scene.paragraph_of(around.end - 1)].end)
    first, last = max(paragraphs[low].start, around.start - REACH), min(high, around.end + REACH)
    return [
        c
        for c in candidates
        if first <= c.span.start < last and (own.start <= c.span.start < own.end or c.head in heard)
    ]


def find_heard(scene: Scene, candidates: tuple[Candidate, ...], strengths: Mapping[str, float]) -> frozenset[int]:
    """Head words of the candidates that may speak in another paragraph than they stand in.

    They are subjects, agents or owners of what may report, or stand at the start of a line or behind a dash.
    """
    return frozenset(c.head for c in candidates if _begins_line(scene, c) or _reports(scene, c, strengths))


def _begins_line(scene: Scene, candidate: Candidate) -> bool:
    start = candidate.span.start
    before = scene.text[max(0, start - 3) : start].rstrip(" \u00a0")[-1:]
    return candidate.is_label or before in ("", "\n", "—", "–", "―", "-")


def _reports(scene: Scene, candidate: Candidate, strengths: Mapping[str, float]) -> bool:
    return any(
        p.role not in ("object", "oblique") and strengths.get(scene.tokens[p.index].lemma.lower(), -6.0) >= FAINT
        for p in candidate.predicates
    )


def _can_head(scene: Scene, token: Token) -> bool:
    relation = token.deprel.split(":")[0]
    if token.upos in _NOMINAL:
        if relation in _INSIDE_NAME and token.head >= 0 and scene.tokens[token.head].upos in _NOMINAL:
            return False
        return not (token.upos == "PRON" and token.lemma.lower() in _BAD_PRONOUNS and relation != "nsubj")
    # "Two said", "others added", "the elderly say"
    if token.upos in ("ADJ", "NUM", "DET") and token.deprel in ("nsubj", "nsubj:pass"):
        return True
    return _may_be_name(scene, token) and any(_verb_beside(scene, token.index, token.index + 1))


def _may_be_name(scene: Scene, token: Token) -> bool:
    """Names that read like other words ("Will said", "added Early"), and "another" and "one" in their place."""
    if token.upos in ("NUM", "DET", "ADJ") and token.text.lower() in _STAND_INS:
        return True
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
        yield from _finite_reporting(scene, last)
        if (
            scene.tokens[last].xpos == "VBG"
            and scene.tokens[last - 1].upos == "PROPN"
            and _reports_by_lexicon(scene, last)
        ):
            yield last  # "footage of Ann Lee saying"


def _finite_reporting(scene: Scene, index: int) -> Iterator[int]:
    if scene.tokens[index].xpos in _FINITE and _reports_by_lexicon(scene, index):
        yield index


def _reports_by_lexicon(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    return token.upos == "VERB" and token.lemma.lower() in words("reporting_verbs")


def _candidate(scene: Scene, token: Token) -> Candidate:
    first, last = mention_range(scene, token.index)
    span = Span(scene.tokens[first].start, max(scene.tokens[last - 1].end, scene.tokens[first].start))
    predicates = _predicates(scene, token)
    tied = {p.index for p in predicates}
    beside = (Predicate(i, "beside") for i in _verb_beside(scene, first, last) if i not in tied)
    return Candidate(token.index, first, last, span, (*predicates, *beside))


def _governing(scene: Scene, word: Token) -> list[Predicate]:
    """What a noun phrase's head word hangs on as an argument."""
    if word.head < 0:
        return []
    if word.deprel in ("nsubj", "csubj"):
        return [Predicate(word.head, "subject")]
    if word.deprel == "nsubj:pass":
        return [Predicate(word.head, "passive subject")]
    if word.deprel.startswith("obl"):
        return [Predicate(word.head, _oblique_role(scene, word))]
    return [Predicate(word.head, "object")] if word.deprel in ("obj", "iobj") else []


def _predicates(scene: Scene, token: Token) -> tuple[Predicate, ...]:
    anchor = _top_of_phrase(scene, token)
    found = _governing(scene, anchor)
    if anchor.deprel in ("nmod:poss", "nmod") and anchor.head >= 0:
        owned = scene.tokens[anchor.head]
        if owned.lemma.lower() in words("reporting_nouns"):
            found.append(Predicate(owned.index, "owner"))
            found.extend(_governing(scene, owned))  # "according to a tweet by X", "X's statement said"
    for child in scene.children[token.index]:
        if _shares_subject_with_noun(scene, child):
            found.append(Predicate(child, "relative"))
    return tuple(_with_shared(scene, found))


def _top_of_phrase(scene: Scene, token: Token) -> Token:
    """The first word of a coordination or apposition that the token ends: it carries the relation."""
    for _ in range(4):
        if token.deprel.split(":")[0] not in ("conj", "appos", "flat", "compound") or token.head < 0:
            break
        above = scene.tokens[token.head]
        if above.upos not in _NOMINAL:
            break
        token = above
    return token


def _oblique_role(scene: Scene, token: Token) -> Role:
    cases = {scene.tokens[c].lemma.lower() for c in scene.children[token.index] if scene.tokens[c].deprel == "case"}
    cases |= {scene.tokens[c].text.lower() for c in scene.children[token.index] if scene.tokens[c].deprel == "case"}
    if cases & {"accord", "according", "per"}:
        return "according to"
    return "agent" if "by" in cases else "oblique"


def _shares_subject_with_noun(scene: Scene, verb: int) -> bool:
    """ "the man who said", "officials saying": a clause on a noun whose subject is that noun."""
    clause = scene.tokens[verb]
    if clause.deprel == "acl":
        return clause.xpos == "VBG"
    if clause.deprel != "acl:relcl":
        return False
    subjects = [c for c in scene.children[verb] if scene.tokens[c].deprel.startswith("nsubj")]
    return not subjects or scene.tokens[subjects[0]].xpos in ("WP", "WDT")


def _with_shared(scene: Scene, direct: list[Predicate]) -> list[Predicate]:
    """Adds the verbs that share a subject: coordinated ones and open clauses without a subject of their own."""
    found = list(direct)
    for predicate in direct:
        if predicate.role not in ("subject", "passive subject", "relative"):
            continue
        queue = [(predicate.index, 0)]
        while queue:
            index, depth = queue.pop()
            for child in scene.children[index]:
                token = scene.tokens[child]
                if (
                    token.deprel.split(":")[0] in _SHARED
                    and token.upos in ("VERB", "AUX")
                    and depth < 3
                    and not any(scene.tokens[c].deprel.startswith("nsubj") for c in scene.children[child])
                ):
                    found.append(Predicate(child, "shared subject"))
                    queue.append((child, depth + 1))
    return found
