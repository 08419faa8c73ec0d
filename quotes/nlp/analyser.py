"""Texts in, analyses out: the one door to the language models."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.domain import Analysis, Span
from quotes.nlp.convert import build_analysis
from quotes.nlp.models import ModelSet, find_models
from quotes.nlp.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from quotes.nlp.draft import Draft
    from quotes.nlp.stages import Stages

MOST_THREADS = 4
BATCH_CHARACTERS = 60_000  # how much text is analysed at once: enough to fill the batches, little to hold


class Analyser:
    """Reads texts with the packaged models, or with those in a folder.

    Constructing touches neither disk nor network; models are loaded at first use and kept. `threads` is how many
    processors to use, by default all that this process may use, up to four; torch's own number of threads is set to
    one. One analyser may be shared among threads: they wait for one another.

    Raises ModelError at first use when a model is missing or damaged.
    """

    def __init__(self, models: Path | None = None, threads: int | None = None) -> None:
        self._folder = models
        self._threads = threads or min(MOST_THREADS, _processors())
        self._models: ModelSet | None = None
        self._stages: Stages | None = None
        self._lock = threading.RLock()

    @property
    def version(self) -> str:
        """Twelve hex digits that identify the set of models; does not load them."""
        return self._found().version

    def analyse(self, text: str) -> Analysis:
        """Tokens, sentences, tags, dependencies and names of one text, whatever it holds; empty for an empty one."""
        return next(self.analyse_all([text]))

    def analyse_all(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """One analysis for each text, in order. Short texts are read together, which is faster."""
        group: list[str] = []
        size = 0
        for text in texts:
            group.append(text)
            size += len(text)
            if size >= BATCH_CHARACTERS:
                yield from self._analyse_group(group)
                group, size = [], 0
        yield from self._analyse_group(group)

    def _found(self) -> ModelSet:
        if self._models is None:
            self._models = find_models(self._folder)
        return self._models

    def _loaded(self) -> Stages:
        if self._stages is None:
            from quotes.nlp.stages import Stages

            self._stages = Stages(self._found(), self._threads)
        return self._stages

    def _analyse_group(self, texts: Sequence[str]) -> list[Analysis]:
        paragraphs = [find_paragraphs(text) for text in texts]
        if not any(paragraphs):
            return [_empty(text) for text in texts]
        with self._lock:
            return [
                build_analysis(text, spans, drafts) if spans else _empty(text)
                for text, spans, drafts in zip(texts, paragraphs, self._drafts(texts, paragraphs), strict=True)
            ]

    def _drafts(self, texts: Sequence[str], paragraphs: Sequence[tuple[Span, ...]]) -> list[list[Draft]]:
        stages = self._loaded()
        drafts = stages.tokenize(texts, paragraphs)
        stages.annotate([draft for sentences in drafts for draft in sentences])
        return drafts


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _empty(text: str) -> Analysis:
    return Analysis(text, (), (), (), ())
