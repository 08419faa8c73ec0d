"""What drafts are held against: a store, and texts that are given."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from quotes.check.utterances import Utterance, of_parsed, of_store
from quotes.check.windows import Windows
from quotes.check.words import Word, folded, keys_of
from quotes.domain import ParsedArticle
from quotes.store import Store
from quotes.store.alike.places import StandsIn


class Library(Protocol):
    """Whatever can be asked for utterances."""

    def utterances(self, words: Sequence[Word]) -> Iterable[Utterance]:
        """Those that may hold these words, or most of them."""

    def places(self, quotation_ids: Sequence[str]) -> list[StandsIn]:
        """Where these quotations stand, the first appearance first."""

    def called(self, name: str) -> frozenset[str]:
        """Ids of the people that a name can mean."""


class Record:
    """What is stored."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._called: dict[str, frozenset[str]] = {}

    def utterances(self, words: Sequence[Word]) -> Iterable[Utterance]:
        for source in self._store.alike(folded(words)):
            yield from of_store(source)

    def places(self, quotation_ids: Sequence[str]) -> list[StandsIn]:
        return self._store.places(quotation_ids) if quotation_ids else []

    def called(self, name: str) -> frozenset[str]:
        if name not in self._called:
            self._called[name] = self._store.called(name)
        return self._called[name]


class GivenTexts:
    """Source texts that are named on the spot: what is quoted in them, and every other word too."""

    def __init__(self, parsed: Iterable[ParsedArticle]) -> None:
        texts = list(parsed)
        self._quoted = [utterance for text in texts for utterance in of_parsed(text)]
        self._windows = [Windows(text.article.text, text.article.id) for text in texts]

    def utterances(self, words: Sequence[Word]) -> Iterable[Utterance]:
        keys = keys_of(words)
        yield from self._quoted
        for windows in self._windows:
            yield from windows.find(keys)

    def places(self, quotation_ids: Sequence[str]) -> list[StandsIn]:
        return []

    def called(self, name: str) -> frozenset[str]:
        return frozenset()
