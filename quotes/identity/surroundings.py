"""What stands around a name in a text: roles beside it, and the names of everything else. No parse is needed."""

import re
from collections.abc import Iterable, Sequence

from quotes.domain import Span
from quotes.identity.folding import fold
from quotes.identity.roles import read_role
from quotes.lexicon import words as word_list

_BEFORE = re.compile(r"(?:[\w.’'&/-]+ ){1,6}$")
_AFTER = re.compile(
    r"(?:, (?:who is |who was )?| is | was | \()(?:(?:the|a|an|its|his|her) )?((?:[\w.’'&/-]+ ){0,8}[\w’'&/-]+)"
)
_CLAUSE = re.compile(r" (?:who|which|and|said|told|has|had|was|is|are|were|after|when|while|in|at|on|to|with|by) ")
_LONGEST = 7  # words of a role after a name
_NO_ROLE = frozenset(["he", "she", "it", "they", "we", "you", "i", "there", "one", "some", "to"])
_CUT = re.compile(r"[.!?;:\n“”\"()] |, ")
_RUN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'&-]*(?:[ -](?:of |the |de |van |von |al-|bin )?[A-ZÀ-ÞĀ-Ž][\w’'&-]*)*")
_LOWER = re.compile(r"[a-zà-þ]+")
_POSSESSIVES = ("'s", "’s")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n“”\"] ?|\n)$")


def find_roles(text: str, mentions: Iterable[Span]) -> tuple[str, ...]:
    """Roles worded right before a name ("Foreign Minister X") or after it ("X, the mayor of Y"), each once."""
    found: dict[str, None] = {}
    for mention in mentions:
        if before := _before(text[max(0, mention.start - 80) : mention.start]):
            found.setdefault(before)
        if after := _after(text[mention.end : mention.end + 100]):
            found.setdefault(after)
    return tuple(found)


def _before(text: str) -> str | None:
    near = _CUT.split(text)[-1]
    match = _BEFORE.search(near)
    if match is None:
        return None
    words = match.group().split()
    start = len(words)
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.lower() in ("the", "a", "an", "that", "said", "with", "by", "when", "and", "as", "told", "but", "for"):
            break
        if word[0].isupper() or read_role(word).nouns or place == len(words) - 1 or word in ("of", "party"):
            start = place
        else:
            break
    role = " ".join(words[start:])
    return role if role and read_role(role).nouns else None


def _after(text: str) -> str | None:
    match = _AFTER.match(text)
    if match is None:
        return None
    words = _CLAUSE.split(f"{match.group(1)} ")[0].split()[:_LONGEST]
    if len(words) > 1 and words[0][0].isupper() and words[1][0].isupper() and read_role(words[0]).nouns:
        return None  # a title before the next name in a list
    role = " ".join(words)
    return role if words and words[0].lower() not in _NO_ROLE and read_role(role).nouns else None


def find_entities(text: str) -> frozenset[str]:
    """Folded capitalised names in a text, a word at the beginning of a sentence only if it stands elsewhere too."""
    certain, doubtful = set[str](), set[str]()
    for match in _RUN.finditer(text):
        words = [word for word in match.group().split() if fold(word) not in word_list("identity_frame_words")]
        if not words:
            continue
        name = entity_key(words)
        starts = _SENTENCE_START.search(text[max(0, match.start() - 2) : match.start()]) is not None
        (doubtful if starts and len(words) == 1 else certain).add(name)
    if not any(name in text for name in doubtful):
        return frozenset(certain | doubtful)
    lower = set(_LOWER.findall(text))
    return frozenset(certain | {name for name in doubtful if name not in lower})


def entity_key(words: Sequence[str]) -> str:
    """A name as it is compared between articles: folded, without a possessive."""
    return " ".join([fold(word[:-2] if word.endswith(_POSSESSIVES) else word) for word in words])
