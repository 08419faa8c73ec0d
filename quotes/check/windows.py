"""Of a long text without quotations, such as a transcript, the sentences in which a draft's words may stand."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from quotes.check.speakers import Speaker
from quotes.check.utterances import Stretch, Utterance
from quotes.check.words import Word, split_words
from quotes.domain import Span

_SIZES = (3, 2)  # words that stand together in both, the more the better
_SLACK = 20  # words that the source may have between those of the draft
_WINDOWS = 3  # at most


class Windows:
    """A text, and where runs of words stand in it."""

    def __init__(self, text: str, source: str) -> None:
        self._text, self._source = text, source

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return split_words(self._text, (Span(0, len(self._text)),))

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        keys = [word.key for word in self._words]
        for size in _SIZES:
            for place in range(len(keys) - size + 1):
                found.setdefault(tuple(keys[place : place + size]), []).append(place)
        return found

    def find(self, keys: Sequence[str]) -> list[Utterance]:
        """The whole sentences around the places where most of these words stand together."""
        room = len(keys) + _SLACK
        hits: Counter[int] = Counter()
        for size in _SIZES:
            for run in {tuple(keys[at : at + size]) for at in range(len(keys) - size + 1)}:
                for place in self._places.get(run, ()):
                    hits[place // room] += size
        best = {at: hits[at] + hits[at + 1] for at in {*hits, *(at - 1 for at in hits)}}
        starts = sorted(best, key=lambda at: (-best[at], at))[:_WINDOWS]
        return [self._window(max(at, 0) * room, (at + 2) * room) for at in starts]

    def _window(self, start: int, end: int) -> Utterance:
        words = self._words
        start, end = min(start, len(words) - 1), min(end, len(words))
        while start and words[start - 1].sentence == words[start].sentence:
            start -= 1
        while end < len(words) and words[end].sentence == words[end - 1].sentence:
            end += 1
        span = Span(words[start].start, words[end - 1].end)
        return Utterance(self._text, self._source, (Stretch(None, (span,), Speaker(), is_quoted=False),))
