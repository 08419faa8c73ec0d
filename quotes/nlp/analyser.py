"""Texts in, analyses out: the one door to the language models."""

from __future__ import annotations

import os
import threading
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.domain import Analysis, Span
from quotes.nlp.convert import AnalysisBuilder
from quotes.nlp.layout import PROCESSORS
from quotes.nlp.models import ModelSet, find_models
from quotes.text.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from quotes.nlp.draft import Draft
    from quotes.nlp.stages import Stages
    from quotes.nlp.tokens import Piece

MOST_THREADS = 4
GROUP_CHARACTERS = 60_000  # short texts are read together until they have so many
WINDOW_CHARACTERS = 120_000

Look = Callable[[str, Sequence[Span]], Sequence[Span]]


class Analyser:
    """Reads texts with the packaged models, or with those that `quotes.nlp.models.find_models` is to find.

    Constructing touches neither disk nor network; models are loaded at first use and kept. Only those are loaded that
    `processors` and what they build on need; what the others would tell of a token stays "" or -1.

    `threads` is how many of the machine's processors to use, by default all that this process may use, up to four;
    `look` is given a text and its paragraphs, and tells the stretches, in order, within which whole sentences need no
    tree: the heads of their words are -1, their relations "", as `Sentence.has_tree` tells. By default all have one.

    torch's own number of threads is set to one. One analyser may be shared among threads: they wait for one another.

    Raises ModelError at first use when a model is missing or damaged.
    """

    def __init__(
        self,
        models: Path | str | None = None,
        threads: int | None = None,
        processors: Iterable[str] = PROCESSORS,
        look: Look | None = None,
    ) -> None:
        self._choice = models
        self._wanted = tuple(processors)
        self._look = look
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

            look = self._look
            skipped = [look(text, spans) if look else [] for text, spans in zip(texts, paragraphs, strict=True)]
            with self._lock:
                stages = self._loaded()
                for pieces in _windows(cut_pieces(texts, paragraphs)):
                    found = stages.read(texts, pieces, lambda number, draft: not _stands_in(draft, skipped[number]))
                    for piece, drafts in zip(pieces, found, strict=True):
                        for draft in drafts:
                            builders[piece.text].add(draft)
        return [builder.build() for builder in builders]


def _stands_in(draft: Draft, stretches: Sequence[Span]) -> bool:
    """Whether one of the stretches, which are in order and apart, holds the whole sentence."""
    start, end = draft.spans[0].start, draft.spans[-1].end
    before = bisect_right(stretches, start, key=lambda span: span.start)
    return before > 0 and end <= stretches[before - 1].end


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
