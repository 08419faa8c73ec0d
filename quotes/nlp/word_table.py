"""What a network makes of a word by itself, computed once for each kind of word.

Before the first recurrent layer over a sentence, Stanza's taggers and parsers look at a word alone: its embeddings
and a character LSTM over its letters. That part depends on the spelling only, so it is kept in a table.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence, pad_sequence

from quotes.nlp.batching import start_states

TABLE_WORDS = 40_000  # the table is begun anew when it is full
ENCODE_WORDS = 1_000
LONGEST = 100  # characters of a word that the character LSTM reads


class WordTable:
    """Rows of numbers by word; `encode` computes the rows (words x size) of words that are new.

    Threads may share one.
    """

    def __init__(self, encode: Callable[[Sequence[str]], Tensor]) -> None:
        self._encode = encode
        self._positions: dict[str, int] = {}
        self._rows = torch.empty(0)
        self._lock = threading.Lock()

    def rows(self, words: Sequence[str]) -> Tensor:
        """One row for each word, repeated words included."""
        with self._lock:
            new = [word for word in dict.fromkeys(words) if word not in self._positions]
            if len(self._positions) + len(new) > TABLE_WORDS:
                self._positions, self._rows = {}, torch.empty(0)
                new = list(dict.fromkeys(words))
            if new:
                self._add(new)
            rows, positions = self._rows, torch.tensor([self._positions[word] for word in words])
        return rows.index_select(0, positions)

    def _add(self, words: list[str]) -> None:
        words.sort(key=len)  # like lengths together: less padding
        parts = [self._encode(words[i : i + ENCODE_WORDS]) for i in range(0, len(words), ENCODE_WORDS)]
        filled = len(self._positions)
        needed = filled + len(words)
        if needed > len(self._rows):
            rows = torch.empty((max(needed, 2 * filled), parts[0].shape[1]))
            if filled:
                rows[:filled] = self._rows[:filled]
            self._rows = rows
        self._rows[filled:needed] = torch.cat(parts)
        self._positions.update(zip(words, range(filled, needed), strict=True))


def encode_characters(model: Any, ids: Iterable[Sequence[int]]) -> Tensor:
    """The output of a Stanza `CharacterModel` (words x size), given the ids of each word's characters."""
    words = [torch.tensor(word[:LONGEST]) for word in ids]
    lengths = torch.tensor([len(word) for word in words])
    order = lengths.argsort(descending=True)
    padded = pad_sequence(words, batch_first=True)[order]
    packed = pack_padded_sequence(model.char_emb(padded), lengths[order], batch_first=True)
    output, (last, _) = model.charlstm(packed, None, hx=start_states(model, "charlstm", len(words)))
    if not model.attn:
        final: Tensor = last[-2:].transpose(0, 1).reshape(len(words), -1)
        return final[order.argsort()]
    weighted = output.data * torch.sigmoid(model.char_attn(output.data))
    sums: Tensor = pad_packed_sequence(PackedSequence(weighted, output.batch_sizes), batch_first=True)[0].sum(1)
    return sums[order.argsort()]
