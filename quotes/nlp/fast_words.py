"""Multi-word tokens and lemmas by Stanza's own processors, each kind of word once.

Both look at a word alone (its spelling, its part of speech) and never at its neighbours, so what they said of a word
can be kept. The store is emptied when it is full, so that a long run does not fill the memory.
"""

from collections.abc import Sequence
from typing import Any

from quotes.nlp.draft import Draft

STORE_SIZE = 100_000
LONGEST = 60  # characters; a longer "word" is a web address or noise, and is left as it is


class WordExpander:
    """The words of multi-word tokens: "don't" to "do", "n't"."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known: dict[str, list[str]] = {}

    def __call__(self, tokens: Sequence[str]) -> dict[str, list[str]]:
        new = [token for token in dict.fromkeys(tokens) if token not in self._known]
        if len(self._known) + len(new) > STORE_SIZE:
            self._known.clear()
            new = list(dict.fromkeys(tokens))
        if new:
            self._known.update(zip(new, self._expand(new), strict=True))
        return {token: self._known[token] for token in tokens}

    def _expand(self, tokens: list[str]) -> list[list[str]]:
        from stanza.models.common.doc import Document

        short = [token for token in tokens if len(token) <= LONGEST]
        rows = [{"id": (i + 1,), "text": token, "misc": "MWT=Yes"} for i, token in enumerate(short)]
        sentences = self._processor.process(Document([rows])).sentences if short else []
        expanded = {t.text: [word.text for word in t.words] for s in sentences for t in s.tokens}
        return [expanded.get(token, [token]) for token in tokens]


class FastLemmatizer:
    """Lemmas; does what `StanzaLemmatizer` does as long as the lemmatizer ignores context."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor
        self._known: dict[tuple[str, str], str] = {}

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether this way gives what the processor itself would give."""
        return bool(processor.use_identity) or not processor.trainer.has_contextual_lemmatizers()

    def annotate(self, drafts: Sequence[Draft]) -> None:
        wanted = dict.fromkeys(pair for draft in drafts for pair in zip(draft.words, draft.upos, strict=True))
        new = [pair for pair in wanted if pair not in self._known]
        if len(self._known) + len(new) > STORE_SIZE:
            self._known.clear()
            new = list(wanted)
        if new:
            self._known.update(zip(new, self._lemmatize(new), strict=True))
        for draft in drafts:
            draft.lemmas = [self._known[pair] for pair in zip(draft.words, draft.upos, strict=True)]

    def _lemmatize(self, pairs: list[tuple[str, str]]) -> list[str]:
        from stanza.models.common.doc import Document

        short = [pair for pair in pairs if len(pair[0]) <= LONGEST]
        rows = [{"id": (i + 1,), "text": word, "upos": upos} for i, (word, upos) in enumerate(short)]
        words = self._processor.process(Document([rows])).iter_words() if short else []
        lemmas = {pair: word.lemma for pair, word in zip(short, words, strict=True)}
        return [lemmas.get(pair) or pair[0] for pair in pairs]
