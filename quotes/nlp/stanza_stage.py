"""Any Stanza processor as a stage over drafts: the plain way, for models that no faster way knows."""

from collections.abc import Sequence
from typing import Any

from quotes.nlp.draft import Draft


def build_document(drafts: Sequence[Draft]) -> Any:
    """A Stanza Document of the drafts' words and what is known of them; each word is a token of its own."""
    from stanza.models.common.doc import Document

    return Document([_rows(draft) for draft in drafts])


def _rows(draft: Draft) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [{"id": (i + 1,), "text": word} for i, word in enumerate(draft.words)]
    for key, column in (("upos", draft.upos), ("xpos", draft.xpos), ("feats", draft.feats), ("lemma", draft.lemmas)):
        for row, value in zip(rows, column, strict=False):
            row[key] = value or None
    return rows


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
        from quotes.nlp.names import decode_names

        document = self._processor.process(build_document(drafts))
        for draft, sentence in zip(drafts, document.sentences, strict=True):
            draft.names = decode_names([token.ner for token in sentence.tokens])
