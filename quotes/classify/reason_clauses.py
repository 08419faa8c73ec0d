"""Where an article says why it withholds a name: the clause, verbatim."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quotes.classify.reason_owners import Hidden, is_of
from quotes.domain import Sentence, Span
from quotes.lexicon import table
from quotes.lexicon import words as word_list
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
TAKEN_UP = frozenset(("they", "both", "all"))


@cache
def any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in sorted(word_list(name))), re.IGNORECASE)


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
        if is_of(scene, clause, sentence, hidden)
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
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
