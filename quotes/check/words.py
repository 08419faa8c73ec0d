"""Words as they are compared, each with its place in the text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes import lexicon
from quotes.domain import Span
from quotes.store.folding import fold_words

_NO_WIDTH = "\u00ad\u200b-\u200d\u2060\ufeff"
# A word; an apostrophe inside joins, so do the marks inside a figure; "[t]he" and "provide[d]" are one word each.
_WORD = re.compile(
    rf"(?:\[[^\W_]{{1,3}}\](?=[^\W_]))?[^\W_](?:[^\W_]|[{_NO_WIDTH}\u0300-\u036f]+(?=[^\W_])"
    r"|(?<=\d)[.,:](?=\d)|['’ʼ‘](?=[^\W_]))*(?:\[[^\W_]{1,3}\])?|[$£€¥₹₦%]"
)
_BRACKETS = re.compile(r"\[[^\[\]]{1,300}\]|\([^()]{1,300}\)")
_ELLIPSIS = re.compile(r"…|\.(?:\s?\.){2,}")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»›)\]]*\s+[\"'“‘«‹(\[\s]*$")
_PARAGRAPH = re.compile(r"\n\s*\n")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_PIECES = re.compile(r"[.,:]|[^.,:]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word between other words of one text."""

    key: str  # folded: without case, accents, apostrophes and the commas of thousands
    start: int
    end: int
    sentence: int  # which sentence of these words it belongs to, counted from nought
    bracketed: bool = False  # an editor's, at least in part
    is_editors: bool = False  # all of it

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def split_words(text: str, spans: Iterable[Span]) -> tuple[Word, ...]:
    """The words within these stretches of a text, in order.

    A sentence ends where the text between two words says so, be it within a stretch or between two.

    >>> [word.key for word in split_words("“It’s 1,000 miles [off]…”", [Span(0, 25)])]
    ['its', '1000', 'miles', 'off']
    """
    words: list[Word] = []
    sentence, last = 0, None
    for span in spans:
        brackets = [Span(*found.span()) for found in _BRACKETS.finditer(text, span.start, span.end)]
        for found in _WORD.finditer(text, span.start, span.end):
            key = _key(found[0])
            if not key:
                continue
            if last is not None and _ends_sentence(words[-1].key, text[last : found.start()], found[0]):
                sentence += 1
            place = Span(*found.span())
            is_editors = any(bracket.contains(place) for bracket in brackets)
            words.append(Word(key, *place, sentence, is_editors or "[" in found[0], is_editors))
            last = found.end()
    return tuple(words)


def find_ellipses(text: str, spans: Iterable[Span], words: Sequence[Word]) -> frozenset[int]:
    """Before which of the words an ellipsis stands; their number, where one stands behind the last."""
    places = [found.start() for span in spans for found in _ELLIPSIS.finditer(text, span.start, span.end)]
    return frozenset(sum(word.start < place for word in words) for place in places)


def keys_of(words: Iterable[Word]) -> list[str]:
    """The words as they are compared: whether it is "a" or "an" is the next word's affair."""
    return ["a" if word.key == "an" else word.key for word in words]


def folded(words: Iterable[Word]) -> list[str]:
    """The words as the store's indexes fold them."""
    return [folded for word in words for folded in fold_words(word.key)]


def _key(word: str) -> str:
    pieces = _PIECES.findall(_THOUSANDS.sub("", word).replace("[", "").replace("]", ""))
    return "".join(_fold(piece) for piece in pieces)


def _fold(piece: str) -> str:
    return piece if piece in ".,:$£€¥₹₦%" else "".join(fold_words(piece))


def _ends_sentence(before: str, between: str, after: str) -> bool:
    if _PARAGRAPH.search(between):
        return True
    if any(c.isalnum() for c in between) and after[0].isupper() and before != "i" and not after.startswith("I"):
        return True  # behind an attribution, a new sentence or a name
    if not _SENTENCE_END.search(between) or not (after.lstrip("[")[0].isupper() or after[0].isdigit()):
        return False
    is_short = before in lexicon.words("drafts/titles_with_a_dot") or (len(before) == 1 and before != "i")
    return not (is_short and between.startswith("."))
