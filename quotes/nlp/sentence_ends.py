"""Puts right where the tokenizer's network, which takes one character after another, ends sentences.

"… in the capital La Paz. Mesa announced …": it takes a short word with a capital for an abbreviation like "Gen."; what
is no known one is none. "Superintendent Marcus Feld told …": now and then it ends a sentence inside a name, without a
full stop.
"""

import re
from collections.abc import Iterator, Sequence

from quotes.lexicon import table, words
from quotes.nlp.fast_tokenizer import RawToken

_WORD = re.compile(r"[^\W\d_]{2,}\.")
_OPENING = frozenset("\"“‘«'")
# What does end a sentence without a mark: a heading in capitals that runs into its text.
_HEADING = re.compile(r"\b[A-Z][A-Z'’-]+ [A-Z][A-Z'’-]+$")
_LONGEST_END = 60  # characters of a heading's last two words


def with_sentence_ends(text: str, tokens: Sequence[RawToken]) -> Iterator[RawToken]:
    """The tokens of a text; a full stop behind a word with a capital is cut off and ends its sentence where the word is
    no abbreviation and the next one has a capital or a mark before it. A word without a mark ends no sentence but the
    last."""
    for place, token in enumerate(tokens):
        following = text[tokens[place + 1].start] if place + 1 < len(tokens) else ""
        if token.ends_sentence:
            yield token._replace(ends_sentence=not following or _may_end(text, token.end))
        elif (following.isupper() or following in _OPENING) and _is_whole_word(text[token.start : token.end]):
            yield token._replace(end=token.end - 1)
            yield RawToken(token.end - 1, token.end, is_multi=False, ends_sentence=True)
        else:
            yield token


def _may_end(text: str, end: int) -> bool:
    return not text[end - 1].isalnum() or _HEADING.search(text[max(0, end - _LONGEST_END) : end]) is not None


def _is_whole_word(surface: str) -> bool:
    if not surface[0].isupper() or not _WORD.fullmatch(surface):
        return False
    word = surface[:-1].lower()
    return word not in words("abbreviations") and word not in table("titles")
