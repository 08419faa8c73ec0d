"""An unnamed source's descriptor in its parts: "a | senior | White House | official"."""

import re
from collections.abc import Collection
from itertools import pairwise

from quotes.cast.phrases import PARTS, Phrase
from quotes.domain import Description, Span, Token
from quotes.lexicon import any_of, table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

NOT_WHERE = re.compile(
    r"\b(?:condition|anonymity|background|knowledge|room|talks|matter|discussions?|plans?)\b", re.IGNORECASE
)
LOOSE = frozenset(("ADP", "AUX", "CCONJ", "DET", "PRON", "SCONJ"))  # words that end no description
INNER = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP", "DET", "CCONJ"))  # inside "Ministry of the Interior"
STEPS = 12  # words up from one that may hang on a noun
# Adjectives of a place, a trade or a kind of office, not of a person's looks: "federal", "Western".
WHERE_FROM = re.compile(r"^[A-Z]|(?:al|ic|ern|ary|ish|ese|an|i|ch)$")


def read_descriptor(scene: Scene, phrase: Phrase) -> Description | None:
    """The parts of a noun phrase; None of a pronoun or a bare number. Words are as the article has them."""
    if phrase.form != "noun" and phrase.form != "name":
        return None
    tokens, head = scene.tokens, _noun_behind_part(scene, phrase)
    if tokens[head].text.lower() in PARTS:
        return None  # "one of them"
    before = [t for t in tokens[phrase.first : head] if t.upos in ("ADJ", "NOUN", "PROPN", "PART", "VERB", "ADV")]
    own = next((i for i, t in enumerate(before) if t.xpos == "POS" or t.text in ("'s", "’s", "'", "’")), None)
    owner, before = (before[:own], before[own + 1 :]) if own is not None else ([], before)
    ranks = word_list("seniority")
    seniority = [t for t in before if t.text.lower() in ranks]
    status = [t for t in before if t.text.lower() in word_list("status_words")]
    rest = [t for t in before if t not in seniority and t not in status]
    rest = [
        t for t in rest if t.text.lower() not in PARTS and (t.upos in ("NOUN", "PROPN") or WHERE_FROM.search(t.text))
    ]
    affiliation = _joined(scene, owner) or _joined(scene, rest) or _behind(scene, head, phrase.last)
    if rest and not owner and all(t.upos == "ADJ" for t in rest) and (behind := _behind(scene, head, phrase.last)):
        affiliation = behind
    role = " ".join(t.text for t in (*status, tokens[head]))
    return Description(role, _joined(scene, seniority), affiliation)


def whole_description(scene: Scene, phrase: Phrase, stops: Collection[Span]) -> Span:
    """A noun phrase with what is said of the source right behind it, where the mention was cut before that: "a person"
    with "familiar with the talks", "someone" with "who was in the room"; not beyond any of `stops`."""
    if phrase.form not in ("noun", "name") and table("openings").get(phrase.opening) != "somebody":
        return phrase.span
    tokens, last, end = scene.tokens, phrase.last, _clause_end(scene, phrase, stops)
    if last < end and tokens[last].xpos not in ("VBD", "VBZ", "VBP", "MD"):
        while last < end and _belongs_to(scene, last, phrase):
            last += 1
        if last == end < len(tokens) and scene.quoted_by[end] >= 0:
            last = phrase.last  # a clause that goes on in somebody's words
    told = Span(phrase.span.start, tokens[end - 1].end)
    if last < end and (sign := any_of("insider_signs").search(told.of(scene.text))) is not None:
        last = end if phrase.span.start + sign.end() > phrase.span.end else last
    while last > phrase.last and tokens[last - 1].upos in LOOSE:
        last -= 1
    return Span(phrase.span.start, tokens[last - 1].end) if last > phrase.last else phrase.span


def _clause_end(scene: Scene, phrase: Phrase, stops: Collection[Span]) -> int:
    """The token where the words after a phrase end: at a mark or at a stop."""
    end, sentence = phrase.last, scene.tokens[phrase.head].sentence
    for token in scene.tokens[phrase.last :]:
        is_stop = any(s.start <= token.start < s.end for s in stops)
        if token.sentence != sentence or token.upos == "PUNCT" or is_stop:
            break
        end += 1
    return end


def _belongs_to(scene: Scene, index: int, phrase: Phrase) -> bool:
    """Whether a word hangs on the phrase's noun by the parse."""
    for _ in range(STEPS):
        if phrase.first <= index < phrase.last:
            return True
        if index < 0:
            return False
        index = scene.tokens[index].head
    return False


def _noun_behind_part(scene: Scene, phrase: Phrase) -> int:
    """The noun of "one of the aides"."""
    head = phrase.head
    if scene.tokens[head].text.lower() not in PARTS:
        return head
    nouns = [t.index for t in scene.tokens[head + 1 : min(phrase.last, head + 6)] if t.upos in ("NOUN", "PROPN")]
    return nouns[0] if nouns else head


def _behind(scene: Scene, head: int, last: int) -> str | None:
    """The noun phrase after "of", "at", "in …" right behind the noun."""
    tokens = scene.tokens
    if head + 1 >= last or tokens[head + 1].upos != "ADP":
        return None
    first = head + 2
    while first < last and tokens[first].upos == "DET":
        first += 1
    end = first
    while end < last and tokens[end].upos in INNER:
        end += 1
    while end > first and tokens[end - 1].upos in LOOSE:
        end -= 1
    if end == first:
        return None
    words = scene.text[tokens[first].start : tokens[end - 1].end]
    return None if NOT_WHERE.search(words) else " ".join(words.split())


def _joined(scene: Scene, tokens: list[Token]) -> str | None:
    if not tokens:
        return None
    if all(b.index == a.index + 1 for a, b in pairwise(tokens)):
        return " ".join(scene.text[tokens[0].start : tokens[-1].end].split())
    return " ".join(t.text for t in tokens)
