"""Multi-word tokens and lemmas by Stanza's own processors, each kind of word once.

Both look at a word alone (its spelling, its part of speech) and never at its neighbours, so what they said of a word
can be kept. The store is emptied when it is full, so that a long run does not fill the memory.

Their dictionaries come first. Of what these lack, most is regular: "Obama's" is "Obama" and "'s", and a new noun in the
singular is its own lemma. Only the rest goes through the networks, which spell letter by letter, and slip at times.
"""

import re
import threading
from collections.abc import Callable, Container, Hashable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from stanza.models.common.doc import Document

from quotes.nlp.draft import Draft

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

STORE_SIZE = 100_000
LONGEST = 60  # characters; a longer "word" is a web address or noise, and is left as it is

_CONTRACTED = re.compile(r"(\w[\w.&-]*?)(n't|'(?:s|re|ve|ll|d|m)?)", re.IGNORECASE)
# Tags of words that are their own lemmas: as they are written, or in small letters.
_AS_WRITTEN = frozenset(("NNP", "FW", "SYM", "ADD", "NFP", "LS"))
_IN_SMALL_LETTERS = frozenset(("NN", "JJ", "RB", "VB", "VBP", "UH"))
_INITIALS = 3  # letters of an abbreviation at most; more capitals than that are a word that is shouted
_SMALL = frozenset(("NOUN", "ADJ", "ADV", "VERB", "INTJ"))


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
        listed = getattr(self._processor.trainer, "expansion_dict", {})
        regular = {token: words for token in tokens if (words := _contracted(token, listed))}
        short = [token for token in tokens if len(token) <= LONGEST and token not in regular]
        rows = [{"id": (i + 1,), "text": token, "misc": "MWT=Yes"} for i, token in enumerate(short)]
        sentences = self._processor.process(Document([rows])).sentences if short else []
        expanded = {t.text: [word.text for word in t.words] for s in sentences for t in s.tokens}
        return [regular.get(token) or expanded.get(token, [token]) for token in tokens]


def _contracted(token: str, listed: Container[str]) -> list[str]:
    """The two words of a regular contraction; none of those that are listed."""
    match = _CONTRACTED.fullmatch(token)
    return list(match.groups()) if match and token not in listed and token.lower() not in listed else []


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
        tagged = [row for draft in drafts for row in zip(draft.words, draft.upos, draft.xpos, strict=True)]
        lemmas = iter(self._store.values(tagged))
        for draft in drafts:
            draft.lemmas = list(islice(lemmas, len(draft.words)))

    def _lemmatize(self, tagged: list[tuple[str, str, str]]) -> list[str]:
        listed = self._processor.trainer.skip_seq2seq([(word, upos) for word, upos, _ in tagged])
        regular = [None if known else _regular_lemma(*row) for row, known in zip(tagged, listed, strict=True)]
        pairs = list(dict.fromkeys(row[:2] for row, lemma in zip(tagged, regular, strict=True) if lemma is None))
        short = [pair for pair in pairs if len(pair[0]) <= LONGEST]
        rows = [{"id": (i + 1,), "text": word, "upos": upos} for i, (word, upos) in enumerate(short)]
        words = self._processor.process(Document([rows])).iter_words() if short else []
        lemmas = {pair: word.lemma for pair, word in zip(short, words, strict=True)}
        return [
            lemma or lemmas.get((word, upos)) or word for (word, upos, _), lemma in zip(tagged, regular, strict=True)
        ]


def _regular_lemma(word: str, upos: str, xpos: str) -> str | None:
    """The lemma of a word whose tag says that it is no inflected form; None where it may be one."""
    if xpos in _AS_WRITTEN and upos in ("PROPN", "SYM", "X", "NUM") and not (word.isupper() and len(word) > _INITIALS):
        return word
    return word.lower() if xpos in _IN_SMALL_LETTERS and upos in _SMALL else None
