"""Texts in, analyses out: the one door to the language models."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.domain import Analysis
from quotes.nlp.convert import AnalysisBuilder
from quotes.nlp.layout import PROCESSORS
from quotes.nlp.models import ModelSet, find_models
from quotes.text.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from quotes.nlp.stages import Stages
    from quotes.nlp.tokens import Piece

MOST_THREADS = 4
GROUP_CHARACTERS = 60_000  # short texts are read together until they have so many
WINDOW_CHARACTERS = 120_000


class Analyser:
    """Reads texts with the packaged models, or with those that `quotes.nlp.models.find_models` is to find.

    Constructing touches neither disk nor network; models are loaded at first use and kept. Only those are loaded that
    `processors` and what they build on need; what the others would tell of a token stays "" or -1.

    `threads` is how many of the machine's processors to use, by default all that this process may use, up to four;
    torch's own number of threads is set to one. One analyser may be shared among threads: they wait for one another.

    Raises ModelError at first use when a model is missing or damaged.
    """

    def __init__(
        self, models: Path | str | None = None, threads: int | None = None, processors: Iterable[str] = PROCESSORS
    ) -> None:
        self._choice = models
        self._wanted = tuple(processors)
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
            if size >= GROUP_CHARACTERS:
                yield from self._analyse_group(group)
                group, size = [], 0
        yield from self._analyse_group(group)

    def _found(self) -> ModelSet:
        if self._models is None:
            self._models = find_models(self._choice, self._wanted)
        return self._models

    def _loaded(self) -> Stages:
        if self._stages is None:
            from quotes.nlp.stages import Stages

            self._stages = Stages(self._found(), self._threads)
        return self._stages

    def _analyse_group(self, texts: Sequence[str]) -> list[Analysis]:
        paragraphs = [find_paragraphs(text) for text in texts]
        builders = [AnalysisBuilder(text, spans) for text, spans in zip(texts, paragraphs, strict=True)]
        if any(paragraphs):
            from quotes.nlp.tokens import cut_pieces

            with self._lock:
                stages = self._loaded()
                for pieces in _windows(cut_pieces(texts, paragraphs)):
                    for piece, drafts in zip(pieces, stages.read(texts, pieces), strict=True):
                        for draft in drafts:
                            builders[piece.text].add(draft)
        return [builder.build() for builder in builders]


def _windows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """So much at once that the batches are full, and so little that a text of megabytes does not fill the memory."""
    window: list[Piece] = []
    size = 0
    for piece in pieces:
        window.append(piece)
        size += piece.span.end - piece.span.start
        if size >= WINDOW_CHARACTERS:
            yield window
            window, size = [], 0
    if window:
        yield window


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):  # not on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
