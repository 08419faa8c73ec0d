"""The same weights at work in Stanza's own classes and in ours, one processor after another.

Seconds are processor time for one thread, which a busy machine disturbs least, and time on the wall for pipelines.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import torch
from stanza.models.common.doc import Document

from quotes.nlp.analyser import Analyser
from quotes.nlp.fast_names import FastNames
from quotes.nlp.fast_parser import FastParser
from quotes.nlp.fast_tagger import FastTagger
from quotes.nlp.fast_tokenizer import FastTokenizer
from quotes.nlp.fast_words import FastLemmatizer, WordExpander
from quotes.nlp.tokens import cut_pieces, draft_sentences
from quotes.text.paragraphs import find_paragraphs

STAGES: dict[str, Any] = {"pos": FastTagger, "lemma": FastLemmatizer, "depparse": FastParser, "ner": FastNames}

Seconds = dict[str, float]


class Stopwatch:
    """Seconds by name."""

    def __init__(self) -> None:
        self.seconds: Seconds = {}

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        result = work()
        self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - begin
        return result


def time_stanza(processors: Mapping[str, Any], texts: Iterable[str]) -> Seconds:
    """Each processor over all articles at once, as `Pipeline.bulk_process` does."""
    watch = Stopwatch()
    documents = [Document([], text=text) for text in texts]
    for name, processor in processors.items():
        documents = watch.time(name, partial(processor.bulk_process, documents))
    return watch.seconds


def time_ours(processors: Mapping[str, Any], texts: list[str], *, flush_denormals: bool = True) -> Seconds:
    """The same in the order of `quotes.nlp.stages`; nothing is known of any word at the start."""
    watch = Stopwatch()
    torch.set_flush_denormal(flush_denormals)
    pieces = cut_pieces(texts, [find_paragraphs(text) for text in texts])
    expander = WordExpander(processors["mwt"])
    with torch.inference_mode():
        tokenizer = FastTokenizer(processors["tokenize"])
        found = watch.time(
            "tokenize",
            lambda: draft_sentences(
                texts, pieces, tokenizer, lambda tokens: dict(watch.time("mwt", lambda: expander(tokens)))
            ),
        )
        drafts = [draft for sentences in found for draft in sentences]
        for name, kind in STAGES.items():
            watch.time(name, partial(kind(processors[name]).annotate, drafts))
    torch.set_flush_denormal(False)
    watch.seconds["tokenize"] -= watch.seconds["mwt"]
    return watch.seconds


def best(rounds: Iterable[Seconds]) -> Seconds:
    """The fewest seconds of each."""
    result: Seconds = {}
    for seconds in rounds:
        result = {name: min(value, result.get(name, value)) for name, value in seconds.items()}
    return result


def time_pipelines(pipeline: Any, texts: list[str], threads: int, rounds: int) -> Seconds:
    """Seconds on the wall: Stanza's pipeline article by article (its default use) and in bulk, and the Analyser."""
    ways: dict[str, Callable[[], Any]] = {
        "one by one": lambda: [pipeline(text) for text in texts],
        "in bulk": lambda: pipeline.bulk_process(texts),
    }
    seconds: list[Seconds] = []
    for _ in range(rounds):
        analyser = Analyser(threads=threads)
        analyser.analyse("Warm.")  # loads the models and sets torch to one thread
        ours = _wall(partial(_exhaust, analyser, texts))
        torch.set_num_threads(threads)
        seconds.append({"here": ours} | {name: _wall(work) for name, work in ways.items()})
        torch.set_num_threads(1)
    return best(seconds)


def _exhaust(analyser: Analyser, texts: list[str]) -> None:
    for _ in analyser.analyse_all(texts):
        pass


def _wall(work: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
