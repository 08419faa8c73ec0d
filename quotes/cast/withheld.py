"""Where an article says why it withholds a name, and of whom: the clause, verbatim.

"An official, who asked not to be named, said …": the clause belongs to the source whose noun the parse hangs it on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.cast.phrases import PLURAL_PRONOUNS, RELATIVE, THIRD, singular
from quotes.domain import Sentence, Span, Token
from quotes.lexicon import any_of, table, word_class
from quotes.scene import Scene

CLAUSE_START = re.compile(
    r"(?:^|[,;:(—–]\s*|\s--?\s*|\s)"
    r"((?:who|whose|and|but|all of whom|both of whom|speaking|spoke|talking|asking|requesting|citing|"
    r"declining|insisting|granted|on)\b[^,;:()—–\"“”]*)$",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(
    r"(?=[.;:!?](?:\s|$)|[\"“”]|\s--?\s|—|\)|$"
    r"|, (?:said|told|says|added)\b|,(?! (?:because|as|since|out of|due|for fear|citing)\b))"
)
TAKEN_UP = word_class("words_for_all")
POINTING = word_class("pointing_words")
NAMES = word_class("words_for_names")  # "his name was withheld" tells of him
STEPS = 8  # verbs that are gone up through to one with a subject


@dataclass(frozen=True, slots=True)
class Hidden:
    """A source whose reason is looked for."""

    mention: Span
    noun: str  # lower case and singular
    several: bool
    others: tuple[Span, ...]  # the mentions of other sources


def find_reason(scene: Scene, hidden: Hidden, near: Span, phrases: str = "anonymity_phrases") -> Span | None:
    """The clause that tells why a source's name is withheld, in the sentence of its mention or of the quotation
    `near` or between them, else in the sentence after them; cut at the clause's own ends, with its "because …".
    `phrases` is the list of what such clauses say."""
    low = min(hidden.mention.start, near.start)
    high = max(hidden.mention.end, near.end)
    sentences = [s for s in scene.analysis.sentences if s.start < high and low < s.end]
    if not sentences:
        return None
    following = sentences[-1].index + 1
    if (
        following < len(scene.analysis.sentences)
        and scene.analysis.sentences[following].paragraph == sentences[-1].paragraph
    ):
        sentences.append(scene.analysis.sentences[following])
    own = (
        clause
        for sentence in sentences
        for clause in _clauses(scene, sentence.start, sentence.end, phrases)
        if _is_of(scene, clause, sentence, hidden)
    )
    return next(own, None)


def find_reasons(scene: Scene) -> list[tuple[Sentence, Span]]:
    """The sentences of the article that say why a name is withheld, each with its first clause that does."""
    firsts = ((s, next(_clauses(scene, s.start, s.end), None)) for s in scene.analysis.sentences)
    return [(sentence, clause) for sentence, clause in firsts if clause is not None]


def shared_reason(scene: Scene, reasons: Sequence[tuple[Sentence, Span]], noun: str, near: Span) -> Span | None:
    """Of an article's `reasons` that which is told once for several quotations, in a sentence of its own: "The
    officials spoke on condition of anonymity", "The two asked not to be named". A plural noun stands for all sources
    with that noun; a number or a plural pronoun, for those quoted in the two paragraphs before it, a number also for
    those after it."""
    here = scene.paragraph_of(near.start)
    for sentence, clause in reasons:
        before = [t for t in scene.tokens[sentence.first : sentence.last] if t.start < clause.start]
        plural = {t.lemma.lower() for t in before if t.xpos in ("NNS", "NNPS")}
        away = sentence.paragraph - here
        opening = [t.text.lower() for t in before[:2]]
        if noun and noun in plural:
            return clause
        if plural or not opening:
            continue
        if opening[0] in TAKEN_UP and near.end <= sentence.start and away <= 2:
            return clause
        if opening[0] == "the" and opening[-1] in table("number_words") and -2 <= away <= 2:
            return clause
    return None


def _clauses(scene: Scene, start: int, end: int, phrases: str = "anonymity_phrases") -> Iterator[Span]:
    for match in any_of(phrases).finditer(scene.text, start, end):
        token = scene.token_at(match.start())
        if token is not None and scene.quoted_by[token.index] < 0:
            yield _clause(scene.text, match, max(start, scene.analysis.sentences[token.sentence].start), end)


def _clause(text: str, match: re.Match[str], low: int, high: int) -> Span:
    before = CLAUSE_START.search(text[low : match.start()])
    start = low + before.start(1) if before else match.start()
    after = CLAUSE_END.search(text, match.end(), high)
    end = after.start() if after else match.end()
    return Span(start, start + len(text[start:end].rstrip()))


def _is_of(scene: Scene, clause: Span, sentence: Sentence, hidden: Hidden) -> bool:
    """Whether a clause is told of this source. In the mention's own sentence it is, unless it is another's; in a
    sentence beside it, only if it is told of a pronoun or of the source's noun taken up again: "The official asked …",
    not "An official asked …"."""
    if any(o.overlaps(clause) for o in hidden.others):
        return False
    owner = _owner(scene, clause, sentence)
    if owner is not None:
        if hidden.mention.contains(owner.span):
            return True
        if any(o.contains(owner.span) for o in hidden.others):
            return False
    low, high = sorted((hidden.mention, clause))
    between = any(low.end <= o.start < high.start for o in hidden.others)
    if sentence.start <= hidden.mention.start < sentence.end:
        return not between
    if owner is None or (owner.upos == "PRON" and between):
        return False
    word = owner.text.lower()
    if word in THIRD | PLURAL_PRONOUNS:
        return word in PLURAL_PRONOUNS or not hidden.several
    before = [scene.tokens[c].text.lower() for c in scene.children[owner.index]]
    is_noun = singular(owner) == hidden.noun or table("bare_source_words").get(word) == "noun"
    return is_noun and not POINTING.isdisjoint(before)


def _owner(scene: Scene, clause: Span, sentence: Sentence) -> Token | None:
    """The noun or pronoun that a clause is told of: the noun that it is added to, else the subject of the verb that
    governs it; where the parse gives none, the first before it."""
    first, last = scene.token_range(clause)
    at = scene.head_of(first, last)
    for _ in range(STEPS):
        if at is None or at < 0:
            break
        token = scene.tokens[at]
        if token.deprel.split(":")[0] == "acl" and token.head >= 0:
            return scene.tokens[token.head]
        if (subject := _subject(scene, at)) is not None:
            return _named_by(scene, subject)
        at = token.head
    inside = scene.tokens[sentence.first : first]
    return next((t for t in inside if t.upos in ("NOUN", "PROPN", "PRON") and scene.quoted_by[t.index] < 0), None)


def _subject(scene: Scene, verb: int) -> Token | None:
    for child in scene.children[verb]:
        token = scene.tokens[child]
        if token.deprel.startswith("nsubj") and token.text.lower() not in RELATIVE and scene.quoted_by[child] < 0:
            return token
    return None


def _named_by(scene: Scene, subject: Token) -> Token:
    """Whose name it is, of a subject that is a name."""
    if subject.lemma.lower() not in NAMES:
        return subject
    owners = [scene.tokens[c] for c in scene.children[subject.index] if scene.tokens[c].deprel.startswith("nmod")]
    return owners[0] if owners else subject
