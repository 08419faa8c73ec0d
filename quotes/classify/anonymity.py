"""Whether a source is anonymous, and where the article says why.

Anonymous is information on the word of somebody real whose identity the article withholds. Named sources, documents and
groups spoken of rhetorically ("critics say", "voters want") are not. A described person nearly always is; a group is
when it is in a position to know (officials, aides) and is said to have spoken, or when the article says that it
hides ("people familiar with the talks", "on condition of anonymity").
"""

import re
from functools import cache

from quotes.classify.source_type import Kind
from quotes.domain import Cue, Span
from quotes.lexicon import words as word_list
from quotes.resolve.phrases import Phrase
from quotes.scene import Scene

HYPOTHETICAL = re.compile(r"\b(?:would|could|might|should|may|must)\b", re.IGNORECASE)
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
OWN_KIN = frozenset(("my", "our"))
GENERIC = frozenset(["reader", "anyone", "anybody", "nobody", "someone", "somebody", "everyone", "everybody"])


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in sorted(word_list(name))), re.IGNORECASE)


def is_anonymous(scene: Scene, phrase: Phrase | None, kind: Kind, cue: Cue | None, reason: Span | None) -> bool:
    if kind.type not in ("unnamed_person", "unnamed_group"):
        return False
    if reason is not None:
        return True
    if kind.type == "unnamed_person":
        return not _generic(phrase, kind, cue, scene)
    if phrase is not None and _any_of("insider_signs").search(phrase.span.of(scene.text)):
        return True
    return kind.noun_kind in ("insider", "spokesperson") and not _believes(scene, cue)


def _generic(phrase: Phrase | None, kind: Kind, cue: Cue | None, scene: Scene) -> bool:
    """Nobody in particular, or the writer's own people."""
    if kind.noun in GENERIC or (phrase is not None and phrase.opening in OWN_KIN):
        return True
    return cue is not None and HYPOTHETICAL.search(cue.span.of(scene.text)) is not None


def _believes(scene: Scene, cue: Cue | None) -> bool:
    """The cue tells of a thought or a wish, not of words."""
    if cue is None:
        return False
    first, last = scene.token_range(cue.span)
    verbs = [t.lemma.lower() for t in scene.tokens[first:last] if t.upos in ("VERB", "AUX", "NOUN")]
    return (
        bool(verbs)
        and any(v in word_list("belief_verbs") for v in verbs)
        and not any(v in ("say", "tell") for v in verbs)
    )


def find_reason(scene: Scene, mention: Span, near: Span) -> Span | None:
    """The clause that tells why the name is withheld, in the sentence of the mention or of the quotation `near`,
    else in the sentence after the mention's; cut at the clause's own ends, with its "because …"."""
    low = min(mention.start, near.start)
    high = max(mention.end, near.end)
    sentences = [s for s in scene.analysis.sentences if s.start < high and low < s.end]
    if not sentences:
        return None
    start, end = sentences[0].start, sentences[-1].end
    following = sentences[-1].index + 1
    if (
        following < len(scene.analysis.sentences)
        and scene.analysis.sentences[following].paragraph == sentences[-1].paragraph
    ):
        end = scene.analysis.sentences[following].end
    for match in _any_of("anonymity_phrases").finditer(scene.text, start, end):
        if not _quoted(scene, match.start()):
            return _clause(scene.text, match, start, end)
    return None


def _quoted(scene: Scene, offset: int) -> bool:
    token = scene.token_at(offset)
    return token is not None and scene.quoted_by[token.index] >= 0


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
