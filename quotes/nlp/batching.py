"""Sentences of like length together, the longest first, as packed sequences want them."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence, pack_sequence

from quotes.nlp.draft import Draft


def by_length(drafts: Sequence[Draft], words: int) -> Iterator[list[Draft]]:
    """Batches of at most about so many words."""
    batch: list[Draft] = []
    size = 0
    for draft in sorted(drafts, key=lambda draft: len(draft.words), reverse=True):
        if batch and size + len(draft.words) > words:
            yield batch
            batch, size = [], 0
        batch.append(draft)
        size += len(draft.words)
    if batch:
        yield batch


def pack_rows(rows: Tensor, lengths: Sequence[int]) -> PackedSequence:
    """Rows of all words (words x size), sentence after sentence, the longest first, as a packed sequence."""
    return pack_sequence(list(torch.split(rows, list(lengths))))


def start_states(model: torch.nn.Module, name: str, sentences: int) -> tuple[Tensor, Tensor]:
    """The learned first states of a Stanza LSTM, one copy for each sentence."""
    h: Tensor = getattr(model, f"{name}_h_init")
    c: Tensor = getattr(model, f"{name}_c_init")
    shape = (h.shape[0], sentences, h.shape[2])
    return h.expand(shape).contiguous(), c.expand(shape).contiguous()
