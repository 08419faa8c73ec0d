"""The loaded models in the order in which they work on a sentence."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import torch

from quotes.domain import Span
from quotes.nlp.draft import Draft
from quotes.nlp.fast_names import FastNames
from quotes.nlp.fast_parser import FastParser
from quotes.nlp.fast_tagger import FastTagger
from quotes.nlp.fast_tokenizer import FastTokenizer
from quotes.nlp.fast_words import FastLemmatizer, WordExpander
from quotes.nlp.models import ModelSet
from quotes.nlp.pipeline import load_pipeline
from quotes.nlp.stanza_stage import StanzaLemmatizer, StanzaNames, StanzaParser, StanzaTagger
from quotes.nlp.tokens import draft_sentences

BATCH_WORDS = 8_000


class Stage(Protocol):
    """Fills in some columns of all drafts."""

    def annotate(self, drafts: Sequence[Draft]) -> None: ...


class Stages:
    """Loads a set of models and runs them; raises ModelError when a file is damaged."""

    def __init__(self, models: ModelSet, threads: int | None = None) -> None:
        if threads is not None:
            torch.set_num_threads(threads)
        torch.set_flush_denormal(True)
        self.processors: dict[str, Any] = load_pipeline(models).processors
        self._tokenizer = FastTokenizer(self.processors["tokenize"])
        self._expand = WordExpander(self.processors["mwt"]) if "mwt" in self.processors else None
        self._stages = list(self._choose())

    def tokenize(self, text: str, paragraphs: Sequence[Span]) -> list[Draft]:
        with torch.inference_mode():
            return draft_sentences(text, paragraphs, self._tokenizer, self._expand)

    def annotate(self, drafts: Sequence[Draft]) -> None:
        with torch.inference_mode():
            for batch in _batches(drafts):
                for stage in self._stages:
                    stage.annotate(batch)
        for draft in drafts:
            _complete(draft)

    def _choose(self) -> Iterator[Stage]:
        if "pos" in self.processors:
            tagger = self.processors["pos"]
            yield FastTagger(tagger) if FastTagger.fits(tagger) else StanzaTagger(tagger)
        if "lemma" in self.processors:
            lemmatizer = self.processors["lemma"]
            yield FastLemmatizer(lemmatizer) if FastLemmatizer.fits(lemmatizer) else StanzaLemmatizer(lemmatizer)
        if "depparse" in self.processors:
            parser = self.processors["depparse"]
            yield FastParser(parser) if FastParser.fits(parser) else StanzaParser(parser)
        if "ner" in self.processors:
            names = self.processors["ner"]
            yield FastNames(names) if FastNames.fits(names) else StanzaNames(names)


def _batches(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Some thousands of words at a time; stages sort the sentences as they like."""
    batch: list[Draft] = []
    words = 0
    for draft in drafts:
        batch.append(draft)
        words += len(draft.words)
        if words >= BATCH_WORDS:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _complete(draft: Draft) -> None:
    """Neutral values where a set of models has no processor for a column."""
    length = len(draft.words)
    draft.upos = draft.upos or ["X"] * length
    draft.xpos = draft.xpos or [""] * length
    draft.feats = draft.feats or [""] * length
    draft.lemmas = draft.lemmas or [word.lower() for word in draft.words]
    draft.heads = draft.heads or [-1] + [0] * (length - 1)
    draft.deprels = draft.deprels or ["root"] + ["dep"] * (length - 1)
