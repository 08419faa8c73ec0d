"""The paragraphs around a mistake as HTML, gold and prediction marked in them."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from quotes.domain import Span
from quotes.evaluate.gold import GoldQuote
from quotes.evaluate.mistakes import Mistake
from quotes.text.paragraphs import find_paragraphs

Mark = tuple[Span, str]

MEANINGS = {
    "gold": "said, by the gold",
    "found": "said, by the prediction",
    "gold-who": "speaker by the gold",
    "found-who": "speaker by the prediction",
}


def marks_of(mistake: Mistake) -> list[Mark]:
    """The stretches that gold and prediction speak of; the class of a mark is a key of `MEANINGS`."""
    marks: list[Mark] = []
    if mistake.gold is not None:
        spans = (mistake.gold.span,) if isinstance(mistake.gold, GoldQuote) else mistake.gold.content
        marks += [(span, "gold") for span in spans]
        marks += [(span, "gold-who") for span in mistake.gold.sources]
    if mistake.predicted is not None:
        quote = mistake.predicted
        spans = quote.content if quote.kind == "indirect" and quote.content else (quote.span,)
        marks += [(span, "found") for span in spans]
        if quote.mention:
            marks.append((quote.mention, "found-who"))
    return marks


def generate_context(text: str, marks: list[Mark]) -> str:
    """The paragraphs that hold marks, with an ellipsis where others are left out between them."""
    lines: list[str] = []
    last = None
    for number, paragraph in enumerate(find_paragraphs(text)):
        if not any(paragraph.overlaps(span) for span, _ in marks):
            continue
        if last is not None and number > last + 1:
            lines.append('<p class="gap">[…]</p>')
        last = number
        lines.append(f"<p>{''.join(_generate_pieces(text, paragraph, marks))}</p>")
    return "\n".join(lines)


def _generate_pieces(text: str, paragraph: Span, marks: list[Mark]) -> Iterator[str]:
    for piece, classes in cut(paragraph, marks):
        words = escape(piece.of(text))
        if classes:
            meaning = escape("; ".join(MEANINGS[name] for name in classes))
            yield f'<mark class="{" ".join(classes)}" title="{meaning}">{words}</mark>'
        else:
            yield words


def cut(whole: Span, marks: Iterable[Mark]) -> list[tuple[Span, tuple[str, ...]]]:
    """The stretch in pieces, each with the classes of all marks that cover it; marks may cross one another.

    >>> cut(Span(0, 6), [(Span(1, 4), "a"), (Span(3, 9), "b")])  # doctest: +NORMALIZE_WHITESPACE
    [(Span(start=0, end=1), ()), (Span(start=1, end=3), ('a',)), (Span(start=3, end=4), ('a', 'b')),
     (Span(start=4, end=6), ('b',))]
    """
    inside = [(span, name) for span, name in marks if span.overlaps(whole)]
    ends = {whole.start, whole.end}
    ends |= {end for span, _ in inside for end in span if whole.start < end < whole.end}
    pieces = [Span(start, end) for start, end in pairwise(sorted(ends))]
    return [(piece, tuple(dict.fromkeys(name for span, name in inside if span.contains(piece)))) for piece in pieces]
