"""The loaded models in the order in which they work on a sentence."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Protocol

import torch

from quotes.nlp.batching import by_length
from quotes.nlp.draft import Draft
from quotes.nlp.fast_names import FastNames
from quotes.nlp.fast_parser import FastParser
from quotes.nlp.fast_tagger import FastTagger
from quotes.nlp.fast_tokenizer import FastTokenizer, Map
from quotes.nlp.fast_words import FastLemmatizer, WordExpander
from quotes.nlp.integers import is_supported, shrink
from quotes.nlp.models import ModelSet
from quotes.nlp.pipeline import load_pipeline
from quotes.nlp.stanza_stage import StanzaLemmatizer, StanzaNames, StanzaParser, StanzaTagger, StanzaTokenizer
from quotes.nlp.tokens import Piece, draft_sentences

BATCH_WORDS = 4_000
WORDS_WORTH_A_THREAD = 250
TREES = "depparse"
ROUNDED = ("pos", TREES)  # names took too little time for even a few of them to be risked


def _always(text: int, draft: Draft) -> bool:
    return True


class Stage(Protocol):
    """Fills in some columns of all drafts."""

    def annotate(self, drafts: Sequence[Draft]) -> None: ...


class Stages:
    """Loads the processors of a set and runs them; raises ModelError when a file is damaged.

    torch itself is held to one thread, because such small networks gain nothing from more; `threads` batches of
    sentences are worked on at once instead.
    """

    def __init__(self, models: ModelSet, threads: int) -> None:
        torch.set_num_threads(1)
        self._threads = threads
        self.processors: dict[str, Any] = load_pipeline(models).processors
        tokenizer = self.processors["tokenize"]
        self._tokenizer = FastTokenizer(tokenizer) if FastTokenizer.fits(tokenizer) else StanzaTokenizer(tokenizer)
        self._expand = WordExpander(self.processors["mwt"]) if "mwt" in self.processors else None
        self._stages = list(self._choose())

    def read(
        self, texts: Sequence[str], pieces: Sequence[Piece], needs_tree: Callable[[int, Draft], bool] = _always
    ) -> list[list[Draft]]:
        """For each piece its sentences, with the columns that the processors fill.

        `needs_tree` is asked of each sentence, with the number of its text; by default all need one.
        """
        with self._workers(sum(end - start for start, end in (piece.span for piece in pieces)) // 6) as apply:
            drafts = draft_sentences(texts, pieces, self._tokenizer, self._expand, apply)
            for piece, sentences in zip(pieces, drafts, strict=True):
                for draft in sentences:
                    draft.needs_tree = needs_tree(piece.text, draft)
            self._annotate_all([draft for sentences in drafts for draft in sentences], apply)
        return drafts

    def _annotate_all(self, drafts: Sequence[Draft], apply: Map) -> None:
        words = sum(len(draft.words) for draft in drafts)
        size = min(BATCH_WORDS, max(WORDS_WORTH_A_THREAD, words // self._threads + 1))
        for _ in apply(self._annotate, by_length(drafts, size)):
            pass

    def _annotate(self, drafts: Sequence[Draft]) -> None:
        for name, stage in self._stages:
            wanted = [draft for draft in drafts if draft.needs_tree] if name == TREES else drafts
            if wanted:
                stage.annotate(wanted)

    @contextmanager
    def _workers(self, words: int) -> Iterator[Map]:
        """A `map` over threads, over one where more would not pay.

        Never the caller's own: denormal numbers, which slow the tokenizer by a fifth, are flushed thread by thread.
        """
        threads = self._threads if words >= 2 * WORDS_WORTH_A_THREAD else 1
        pool = ThreadPoolExecutor(threads, initializer=torch.set_flush_denormal, initargs=(True,))
        try:
            yield lambda function, items: pool.map(torch.inference_mode()(function), items)
        except BaseException:  # whoever stops the program is not to wait for a batch that nobody wants any more
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()

    def _choose(self) -> Iterator[tuple[str, Stage]]:
        ways: list[tuple[str, Any, Any]] = [
            ("pos", FastTagger, StanzaTagger),
            ("lemma", FastLemmatizer, StanzaLemmatizer),
            (TREES, FastParser, StanzaParser),
            ("ner", FastNames, StanzaNames),
        ]
        for name, fast, plain in ways:
            if name in self.processors:
                processor = self.processors[name]
                fits = fast.fits(processor)
                if fits and name in ROUNDED and is_supported():
                    with torch.inference_mode():
                        shrink(processor.trainer.model)
                yield name, fast(processor) if fits else plain(processor)
