"""Full stops that end a sentence though the tokenizer kept them with their word, as if it were an abbreviation.

"… in the capital La Paz. Mesa announced …": the network takes a short word with a capital for one like "Mr." or "Gen.".
What is no known abbreviation is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.lexicon import table, words
from quotes.nlp.fast_tokenizer import RawToken

_WORD = re.compile(r"[^\W\d_]{2,}\.")
_OPENING = frozenset("\"“‘«'")


def with_sentence_ends(text: str, tokens: Sequence[RawToken]) -> Iterator[RawToken]:
    """The tokens of a text; a full stop behind a word with a capital is cut off and ends its sentence where the word is
    no abbreviation and the next one has a capital or a mark before it."""
    for place, token in enumerate(tokens):
        following = text[tokens[place + 1].start] if place + 1 < len(tokens) else ""
        goes_on = not (following.isupper() or following in _OPENING)
        if token.ends_sentence or goes_on or not _is_whole_word(text[token.start : token.end]):
            yield token
        else:
            yield replace(token, end=token.end - 1)
            yield RawToken(token.end - 1, token.end, is_multi=False, ends_sentence=True)


def _is_whole_word(surface: str) -> bool:
    if not surface[0].isupper() or not _WORD.fullmatch(surface):
        return False
    word = surface[:-1].lower()
    return word not in words("abbreviations") and word not in table("titles")
