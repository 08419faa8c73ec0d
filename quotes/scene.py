"""An article laid out for questions: which words are quoted, what governs what, what stands between two places.

Built once an article; finding and attributing both read it.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from quotes.domain import Analysis, Quotation, Span, Token

_LINE_BREAK = str.maketrans("\n\r\v\f\u2028", "     ")


def _in_one_line(text: str, paragraphs: Sequence[Span]) -> str:
    """The text, as long as before, with blanks for the line breaks inside its paragraphs: a name or a phrase may run
    over one."""
    pieces, done = [], 0
    for start, end in paragraphs:
        pieces += [text[done:start], text[start:end].translate(_LINE_BREAK)]
        done = end
    return "".join([*pieces, text[done:]])


class Scene:
    """Lookups over one analysis and its quoted stretches (outermost ones; those inside them share their place)."""

    def __init__(self, analysis: Analysis, quotations: Sequence[Quotation]) -> None:
        self.analysis = analysis
        self.text = _in_one_line(analysis.text, analysis.paragraphs)
        self.lowered = self.text.lower() if len(self.text.lower()) == len(self.text) else self.text
        self.tokens = analysis.tokens
        self.quotations = tuple(quotations)
        self.starts = [t.start for t in analysis.tokens]
        self.paragraph_starts = [p.start for p in analysis.paragraphs]
        self.children: list[list[int]] = [[] for _ in analysis.tokens]
        for token in analysis.tokens:
            if token.head >= 0:
                self.children[token.head].append(token.index)
        outermost = [q for q in self.quotations if q.parent is None]
        self.quoted_by = self._quoted_by(outermost)
        self._outside_before = self._count_outside()
        self.unquoted_words = [self.outside_between(*self.token_range(p)) for p in analysis.paragraphs]
        self.frequency = Counter(t.text for t in self.tokens if self.quoted_by[t.index] < 0)
        self.entity_at: dict[int, str] = {
            i: entity.type for entity in analysis.entities for i in range(entity.first, entity.last)
        }

    def _quoted_by(self, outermost: Sequence[Quotation]) -> list[int]:
        """For each token the number of the outermost stretch it stands in (marks included), or -1."""
        inside = [-1] * len(self.tokens)
        for number, q in enumerate(outermost):
            for i in range(*self.token_range(q.span)):
                inside[i] = number
        return inside

    def _count_outside(self) -> list[int]:
        counts, total = [0], 0
        for number in self.quoted_by:
            total += number < 0
            counts.append(total)
        return counts

    def token_range(self, span: Span) -> tuple[int, int]:
        """Tokens that begin inside the span, as `[first, last)`."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """Tokens that stand in `[start, end)` in part or whole, as `[first, last)`; at least one."""
        token = self.token_at(start)
        first = token.index if token is not None else len(self.tokens) - 1
        return first, max(first + 1, bisect_left(self.starts, end))

    def paragraph_of(self, offset: int) -> int:
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def outside_between(self, first: int, last: int) -> int:
        """How many unquoted tokens stand between two token positions, in either order."""
        low, high = (first, last) if first <= last else (last, first)
        return self._outside_before[high] - self._outside_before[low]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the offset, or the next one after it."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        while index < len(self.tokens) and self.tokens[index].end <= offset:
            index += 1
        return self.tokens[index] if index < len(self.tokens) else None

    def head_of(self, first: int, last: int) -> int | None:
        """The word of `tokens[first:last]` whose governor stands outside it; the first where there are several."""
        for i in range(first, last):
            head = self.tokens[i].head
            if (head < first or head >= last) and self.tokens[i].upos != "PUNCT":
                return i
        return None
