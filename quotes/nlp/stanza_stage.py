"""Any Stanza processor as a stage over drafts: the plain way, for models that no faster way knows."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from stanza.models.common.doc import Document

from quotes.nlp.draft import Draft
from quotes.nlp.fast_tokenizer import Map, RawToken
from quotes.nlp.names import decode_names


def build_document(drafts: Sequence[Draft]) -> Any:
    """A Stanza Document of the drafts' words and what is known of them; each word is a token of its own."""
    return Document([_rows(draft) for draft in drafts])


def _rows(draft: Draft) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{"id": (i + 1,), "text": word} for i, word in enumerate(draft.words)]
    for key, column in (("upos", draft.upos), ("xpos", draft.xpos), ("feats", draft.feats), ("lemma", draft.lemmas)):
        for row, value in zip(rows, column, strict=False):
            row[key] = value or None
    return rows


class StanzaTokenizer:
    """Tokens and sentences by Stanza's own processor."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def tokenize(self, texts: Sequence[str], apply: Map = map) -> list[list[RawToken]]:
        document = self._processor.process("\n\n".join(texts))
        starts = list(accumulate((len(text) + 2 for text in texts), initial=0))
        found: list[list[RawToken]] = [[] for _ in texts]
        for sentence in document.sentences:
            for i, token in enumerate(sentence.tokens, 1):
                text = bisect_right(starts, token.start_char) - 1
                start, end = token.start_char - starts[text], token.end_char - starts[text]
                is_multi = "MWT=Yes" in (token.misc or "")
                found[text].append(RawToken(start, end, is_multi, i == len(sentence.tokens)))
        return found


class StanzaTagger:
    """UPOS, XPOS and features by Stanza's own processor."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def annotate(self, drafts: Sequence[Draft]) -> None:
        document = self._processor.process(build_document(drafts))
        for draft, sentence in zip(drafts, document.sentences, strict=True):
            draft.upos = [word.upos or "X" for word in sentence.words]
            draft.xpos = [word.xpos or "" for word in sentence.words]
            draft.feats = [word.feats or "" for word in sentence.words]


class StanzaLemmatizer:
    """Lemmas by Stanza's own processor."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def annotate(self, drafts: Sequence[Draft]) -> None:
        document = self._processor.process(build_document(drafts))
        for draft, sentence in zip(drafts, document.sentences, strict=True):
            draft.lemmas = [word.lemma or word.text for word in sentence.words]


class StanzaParser:
    """Dependencies by Stanza's own processor."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def annotate(self, drafts: Sequence[Draft]) -> None:
        document = self._processor.process(build_document(drafts))
        for draft, sentence in zip(drafts, document.sentences, strict=True):
            draft.heads = [int(word.head) - 1 for word in sentence.words]
            draft.deprels = [word.deprel for word in sentence.words]


class StanzaNames:
    """Names by Stanza's own processor."""

    def __init__(self, processor: Any) -> None:
        self._processor = processor

    def annotate(self, drafts: Sequence[Draft]) -> None:
        document = self._processor.process(build_document(drafts))
        for draft, sentence in zip(drafts, document.sentences, strict=True):
            draft.names = decode_names([token.ner for token in sentence.tokens])
