"""Multi-word tokens and lemmas by Stanza's own processors, each kind of word once.

Both look at a word alone (its spelling, its part of speech) and never at its neighbours, so what they said of a word
can be kept. The store is emptied when it is full, so that a long run does not fill the memory.
"""

import threading
from collections.abc import Callable, Hashable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from stanza.models.common.doc import Document

from quotes.nlp.draft import Draft

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

STORE_SIZE = 100_000
LONGEST = 60  # characters; a longer "word" is a web address or noise, and is left as it is


class _Store(Generic[K, V]):
    """Values by key; those of new keys are computed together. Threads may share it."""

    def __init__(self, compute: Callable[[list[K]], list[V]]) -> None:
        self._compute = compute
        self._known: dict[K, V] = {}
        self._lock = threading.Lock()

    def values(self, keys: Sequence[K]) -> list[V]:
        with self._lock:
            new = [key for key in dict.fromkeys(keys) if key not in self._known]
            if len(self._known) + len(new) > STORE_SIZE:
                self._known = {}
                new = list(dict.fromkeys(keys))
            if new:
                self._known.update(zip(new, self._compute(new), strict=True))
            return [self._known[key] for key in keys]


class WordExpander:
    """The words of multi-word tokens: "don't" to "do", "n't"."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._store = _Store(self._expand)

    def __call__(self, tokens: Sequence[str]) -> dict[str, list[str]]:
        return dict(zip(tokens, self._store.values(tokens), strict=True))

    def _expand(self, tokens: list[str]) -> list[list[str]]:
        short = [token for token in tokens if len(token) <= LONGEST]
        rows = [{"id": (i + 1,), "text": token, "misc": "MWT=Yes"} for i, token in enumerate(short)]
        sentences = self._processor.process(Document([rows])).sentences if short else []
        expanded = {t.text: [word.text for word in t.words] for s in sentences for t in s.tokens}
        return [expanded.get(token, [token]) for token in tokens]


class FastLemmatizer:
    """Lemmas; does what `StanzaLemmatizer` does as long as the lemmatizer ignores context."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._store = _Store(self._lemmatize)

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether this way gives what the processor itself would give."""
        return bool(processor.use_identity) or not processor.trainer.has_contextual_lemmatizers()

    def annotate(self, drafts: Sequence[Draft]) -> None:
        pairs = [pair for draft in drafts for pair in zip(draft.words, draft.upos, strict=True)]
        lemmas = iter(self._store.values(pairs))
        for draft in drafts:
            draft.lemmas = list(islice(lemmas, len(draft.words)))

    def _lemmatize(self, pairs: list[tuple[str, str]]) -> list[str]:
        short = [pair for pair in pairs if len(pair[0]) <= LONGEST]
        rows = [{"id": (i + 1,), "text": word, "upos": upos} for i, (word, upos) in enumerate(short)]
        words = self._processor.process(Document([rows])).iter_words() if short else []
        lemmas = {pair: word.lemma for pair, word in zip(short, words, strict=True)}
        return [lemmas.get(pair) or pair[0] for pair in pairs]
