"""Paragraphs to drafts: readings, tokens, sentences, and the words of multi-word tokens with their own spans."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotes.domain import Span
from quotes.nlp.draft import Draft
from quotes.nlp.fast_tokenizer import Map, RawToken, Tokenizer
from quotes.nlp.reading import Reading, read_stretch
from quotes.nlp.sentence_ends import with_sentence_ends
from quotes.text.paragraphs import cut_paragraph

PIECE_CHARACTERS = 3_000  # longer paragraphs are cut before they are tokenized
SENTENCE_WORDS = 200  # longer sentences are cut before they are parsed: a parser weighs every pair of words
_PLACES_TO_CUT = (frozenset(";:"), frozenset(",—–"))
# Last words of what is written together without an apostrophe: "cannot", "gonna", "dunno", "didnt".
_WRITTEN_TOGETHER = frozenset(("not", "na", "ta", "no", "nt"))

Expander = Callable[[Sequence[str]], dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or a part of an over-long one, of the text with a number."""

    text: int
    paragraph: int
    span: Span


def cut_pieces(texts: Sequence[str], paragraphs: Sequence[Sequence[Span]]) -> list[Piece]:
    """All texts in pieces that are short enough to be tokenized, in order."""
    return [
        Piece(number, paragraph, piece)
        for number, (text, spans) in enumerate(zip(texts, paragraphs, strict=True))
        for paragraph, span in enumerate(spans)
        for piece in cut_paragraph(text, span, PIECE_CHARACTERS)
    ]


def draft_sentences(
    texts: Sequence[str],
    pieces: Sequence[Piece],
    tokenizer: Tokenizer,
    expand: Expander | None,
    apply: Map = map,
) -> list[list[Draft]]:
    """For each piece its sentences, in order, with their words and the words' spans."""
    readings = [read_stretch(texts[piece.text], piece.span) for piece in pieces]
    raw = tokenizer.tokenize([reading.text for reading in readings], apply)
    tokens = [list(with_sentence_ends(reading.text, found)) for reading, found in zip(readings, raw, strict=True)]
    multi = {
        reading.text[token.start : token.end]
        for reading, found in zip(readings, tokens, strict=True)
        for token in found
        if token.is_multi
    }
    expansions = expand(sorted(multi)) if expand is not None and multi else {}
    return [
        list(_drafts(piece.paragraph, reading, found, expansions))
        for piece, reading, found in zip(pieces, readings, tokens, strict=True)
    ]


def _drafts(
    paragraph: int, reading: Reading, tokens: list[RawToken], expansions: dict[str, list[str]]
) -> Iterator[Draft]:
    draft = Draft(paragraph, [], [])
    done = 0
    for token in tokens:
        span = reading.span(token.start, token.end)
        if span.start < done:  # one letter of the article, read as two that fell into two tokens
            span = Span(done, span.end)
        if span.start < span.end:
            surface = reading.text[token.start : token.end]
            words = _believed(surface, expansions.get(surface, [surface])) if token.is_multi else [surface]
            draft.words += words
            draft.spans += word_spans(span, surface, words, reading, token.start)
            done = span.end
        if token.ends_sentence:
            yield from cut_sentence(draft)
            draft = Draft(paragraph, [], [])
    yield from cut_sentence(draft)


def _believed(surface: str, words: list[str]) -> list[str]:
    """The words of a token; itself where they would need an apostrophe that an edited text would not leave out.

    Treebanks hold reviews that write "its" for "it's", and models learn it; in news "Its director" is one word each.
    """
    return words if not surface.isalpha() or words[-1].lower() in _WRITTEN_TOGETHER else [surface]


def word_spans(span: Span, surface: str, words: list[str], reading: Reading, start: int) -> list[Span]:
    """Divide a token's characters among its words where they spell it, else give each word the whole token."""
    spelled = "".join(words)
    if len(words) == 1 or len(spelled) != len(surface) or spelled.lower() != surface.lower():
        return [span] * len(words)
    spans = []
    for word in words:
        spans.append(reading.span(start, start + len(word)))
        start += len(word)
    divided = all(one.end <= other.start for one, other in pairwise(spans))
    return spans if divided else [span] * len(words)


def cut_sentence(draft: Draft) -> Iterator[Draft]:
    """The sentence, in pieces of at most SENTENCE_WORDS words if it is longer; nothing if it is empty."""
    first = 0
    while len(draft.words) - first > SENTENCE_WORDS:
        last = _place_to_cut(draft, first, first + SENTENCE_WORDS)
        yield Draft(draft.paragraph, draft.words[first:last], draft.spans[first:last])
        first = last
    if first < len(draft.words):
        yield Draft(draft.paragraph, draft.words[first:], draft.spans[first:])


def _place_to_cut(draft: Draft, first: int, last: int) -> int:
    for marks in _PLACES_TO_CUT:
        for i in range(last - 1, first + (last - first) // 2, -1):
            if draft.words[i] in marks:
                return i + 1
    while last > first + 1 and draft.spans[last].start < draft.spans[last - 1].end:  # words of one token
        last -= 1
    return last
