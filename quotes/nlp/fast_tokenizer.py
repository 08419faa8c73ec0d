"""Tokens and sentences with a Stanza tokenizer's weights, many paragraphs at once.

Stanza's own way looks every token up in the text again and works through features character by character. Here a
character's id and features are looked up in a table, and tokens are cut by position, so that offsets cannot slip.
Labels of a character are those of `quotes.nlp.character_network`.
"""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import torch
from stanza.models.tokenization.data import PER_CHAR_FEAT_FUNCS, STRUCTURAL_FEATURES
from stanza.models.tokenization.utils import MASK_RE

from quotes.nlp.character_network import CharacterNetwork

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


class RawToken(NamedTuple):
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
        self._network = CharacterNetwork(processor.trainer.model)
        self._characters = _Characters(processor.vocab, list(processor.trainer.args["feat_funcs"]))

    @staticmethod
    def fits(processor: Any) -> bool:
        """Whether this way gives what the processor itself would give."""
        args = processor.trainer.args
        known = {*PER_CHAR_FEAT_FUNCS, *STRUCTURAL_FEATURES, "end_of_para", "start_of_para"}
        plain = not args.get("use_dictionary") and set(args["feat_funcs"]) <= known
        return plain and CharacterNetwork.fits(processor.trainer.model)

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
        encoded = [self._characters.encode(text) for text in texts]  # the longest first
        lengths = [len(ids) for ids, _ in encoded]
        ids = torch.from_numpy(np.concatenate([ids for ids, _ in encoded]))
        values = torch.from_numpy(np.concatenate([values for _, values in encoded]))
        best = self._network.label(ids, values, lengths).numpy()
        first = 0
        for text, length in zip(texts, lengths, strict=True):
            yield _correct(text, best[first : first + len(text)])
            first += length


class _Characters:
    """Ids and features of the characters of a text, and of the padding behind it, which stood there in training."""

    def __init__(self, vocab: Any, features: Sequence[str]) -> None:
        self._vocab = vocab
        self._names = features
        self._lock = threading.Lock()
        self._numbers: dict[str, int] = {}
        self._rows: list[list[int]] = []  # id and features by number
        self._table = np.empty((0, len(features) + 1), dtype=np.int64)
        self._padding = vocab.unit2id("<PAD>")

    def encode(self, text: str) -> tuple[Labels, npt.NDArray[np.float32]]:
        rows = self._look_up(text)
        ids = np.append(rows[:, 0], self._padding)
        values = np.zeros((len(text) + 1, len(self._names)), dtype=np.float32)
        values[:-1] = rows[:, 1:]
        for column, name in enumerate(self._names):
            if name == "end_of_para":
                values[len(text) - 1, column] = 1
            elif name == "start_of_para":
                values[0, column] = 1
            elif name in STRUCTURAL_FEATURES:
                for match in STRUCTURAL_FEATURES[name].finditer(text):
                    values[match.start() : match.end(), column] = 1
        return ids, values

    def _look_up(self, text: str) -> Labels:
        with self._lock:
            for character in set(text).difference(self._numbers):
                functions = [PER_CHAR_FEAT_FUNCS.get(name) for name in self._names]
                features = [int(function(character)) if function else 0 for function in functions]
                self._numbers[character] = len(self._rows)
                self._rows.append([self._vocab.unit2id(character), *features])
            if len(self._table) < len(self._rows):
                self._table = np.array(self._rows, dtype=np.int64)
            table, numbers = self._table, list(map(self._numbers.__getitem__, text))
        found: Labels = table[numbers]
        return found


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
