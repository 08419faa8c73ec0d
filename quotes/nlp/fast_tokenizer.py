"""Tokens and sentences with a Stanza tokenizer's weights, many paragraphs at once.

Stanza's own way looks every token up in the text again and works through features character by character. Here a
character's id and features are looked up in a table, and tokens are cut by position, so that offsets cannot slip.
Labels of a character: 0 goes on, 1 ends a token, 2 also a sentence, 3 and 4 the same for a multi-word token.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import torch
from stanza.models.tokenization.data import PER_CHAR_FEAT_FUNCS, STRUCTURAL_FEATURES
from stanza.models.tokenization.utils import MASK_RE

Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
Labels = npt.NDArray[np.int64]

BATCH_CHARACTERS = 20_000  # padding included
_ADDRESS_HINTS = (
    "@",
    "http",
    "www.",
    ".gov.",
    ".org.",
    ".edu.",
    ".net.",
    ".com.",
    ".co.",
)  # all that MASK_RE can match


@dataclass(frozen=True, slots=True)
class RawToken:
    """Characters `[start, end)` of the tokenized text."""

    start: int
    end: int
    is_multi: bool  # a token of several words: "don't"
    ends_sentence: bool


class Tokenizer(Protocol):
    """Finds the tokens of each text; the last one of a text always ends a sentence. `apply` may work in parallel."""

    def tokenize(self, texts: Sequence[str], apply: Map = map) -> list[list[RawToken]]: ...


class FastTokenizer:
    """Runs the network of a loaded `stanza.pipeline.tokenize_processor.TokenizeProcessor`.

    Texts must hold no space but single blanks and begin and end with ink, as `Reading.text` does.
    """

    def __init__(self, processor: Any) -> None:
        self._trainer = processor.trainer
        self._vocab = processor.vocab
        self._padding = self._vocab.unit2id("<PAD>")
        self._feature_names = list(self._trainer.args["feat_funcs"])
        self._rows: dict[str, tuple[int, list[int]]] = {}

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether this way gives what the processor itself would give."""
        args = processor.trainer.args
        known = {*PER_CHAR_FEAT_FUNCS, *STRUCTURAL_FEATURES, "end_of_para", "start_of_para"}
        return not args.get("use_dictionary") and set(args["feat_funcs"]) <= known

    def tokenize(self, texts: Sequence[str], apply: Map = map) -> list[list[RawToken]]:
        found: list[list[RawToken]] = [[] for _ in texts]
        batches = list(_batches(texts))
        for batch, tokens in zip(
            batches, apply(lambda batch: self._cut([texts[i] for i in batch]), batches), strict=True
        ):
            for i, cut in zip(batch, tokens, strict=True):
                found[i] = cut
        return found

    def _cut(self, texts: Sequence[str]) -> list[list[RawToken]]:
        return [list(_cut_tokens(text, labels)) for text, labels in zip(texts, self._label(texts), strict=True)]

    def _label(self, texts: Sequence[str]) -> Iterator[Labels]:
        length = len(texts[0]) + 1  # longest first; each row ends in padding, as in training
        units = torch.full((len(texts), length), self._padding, dtype=torch.int64)
        features = torch.zeros((len(texts), length, len(self._feature_names)), dtype=torch.float32)
        for row, text in enumerate(texts):
            ids, values = self._encode(text)
            units[row, : len(text)] = torch.from_numpy(ids)
            features[row, : len(text)] = torch.from_numpy(values)
        raw = [[*text, "<PAD>"] for text in texts]
        best = self._trainer.predict((units, None, features, raw)).argmax(axis=2)
        for row, text in enumerate(texts):
            yield _correct(text, best[row, : len(text)])

    def _encode(self, text: str) -> tuple[Labels, npt.NDArray[np.float32]]:
        rows = [self._rows.get(c) or self._look_up(c) for c in text]
        ids = np.array([unit for unit, _ in rows], dtype=np.int64)
        values = np.array([features for _, features in rows], dtype=np.float32)
        for column, name in enumerate(self._feature_names):
            if name == "end_of_para":
                values[-1, column] = 1
            elif name == "start_of_para":
                values[0, column] = 1
            elif name in STRUCTURAL_FEATURES:
                for match in STRUCTURAL_FEATURES[name].finditer(text):
                    values[match.start() : match.end(), column] = 1
        return ids, values

    def _look_up(self, character: str) -> tuple[int, list[int]]:
        functions = [PER_CHAR_FEAT_FUNCS.get(name) for name in self._feature_names]
        row = self._vocab.unit2id(character), [f(character) if f else 0 for f in functions]
        self._rows[character] = row
        return row


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Positions of texts of like length, the longest first."""
    batch: list[int] = []
    for i in sorted(range(len(texts)), key=lambda i: len(texts[i]), reverse=True):
        if not texts[i]:
            continue
        if batch and (len(batch) + 1) * (len(texts[batch[0]]) + 1) > BATCH_CHARACTERS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _correct(text: str, labels: Labels) -> Labels:
    """End a sentence with the text, and keep addresses whole."""
    if labels[-1] < 2:
        labels[-1] = 2
    elif labels[-1] > 2:
        labels[-1] = 4
    if any(hint in text.lower() for hint in _ADDRESS_HINTS):
        for match in MASK_RE.finditer(text):
            labels[match.start() : match.end() - 1] = 0
            labels[match.end() - 1] = max(labels[match.end() - 1], 1)
    return labels


def _cut_tokens(text: str, labels: Labels) -> Iterator[RawToken]:
    start = 0
    for last in np.flatnonzero(labels).tolist():
        end = last + 1
        if text[start] == " ":
            start += 1
        if start < end:
            label = int(labels[last])
            yield RawToken(start, end, label in (3, 4), label in (2, 4))
        start = end
