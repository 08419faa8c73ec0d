"""Runs a Stanza program with faster kernels: `python -m quotes.train.accelerated MODULE …`.

Stanza itself is not changed: only this process calls other kernels. The bilinear forms have the same value as
before. Dropout is drawn from bytes, so that a rate is rounded to 1/256; it is drawn once a word for all the
places of that word in a batch where the characters' network is run once a word. With QUOTES_TRAIN_CHECKPOINT in the
environment, training goes on from that file, and keeps the weights of as many checkpoints as QUOTES_TRAIN_WEIGHTS says
(see `quotes.train.resuming`).
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from stanza.models.common import biaffine, char_model
from stanza.models.common.utils import tensor_unsort
from stanza.models.depparse.model import GraphParser
from torch import Tensor
from torch.nn.utils.rnn import pack_sequence, pad_packed_sequence

from quotes.train import resuming

_characters = char_model.CharacterModel.forward
_pairs: Callable[..., Tensor] = biaffine.PairwiseBilinear.forward
_parse = GraphParser.forward


def bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """y[…, o] = input1[…, i] weight[o, i, j] input2[…, j] + bias[o], as `torch.nn.functional.bilinear`.

    torch computes it output by output on the CPU, which is half of the tagger's training time.
    """
    outputs, size1, size2 = weight.shape
    matrix = weight.permute(1, 0, 2).reshape(size1, outputs * size2)
    product = (input1.reshape(-1, size1) @ matrix).view(-1, outputs, size2)
    result = torch.bmm(product, input2.reshape(-1, size2, 1)).squeeze(-1).view(*input1.shape[:-1], outputs)
    return result if bias is None else result + bias


class ByteDropout:
    """`torch.nn.functional.dropout` with random bytes instead of torch's slow Bernoulli numbers."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.Generator(np.random.SFC64(seed))

    def __call__(self, input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
        dropped = round(p * 256)
        if not training or dropped == 0:
            return input
        drawn = np.frombuffer(self.random.bytes(input.numel()), dtype=np.uint8) >= dropped
        mask = torch.from_numpy(drawn).view(input.shape).to(input.dtype).mul_(256 / (256 - dropped))
        return input.mul_(mask) if inplace else input * mask


def once_a_word(model: Any, chars: Tensor, mask: Tensor, word_order: Any, sentences: Any, lengths: Any) -> Any:
    """`CharacterModel.forward`, run once for each different word of the batch."""
    words, place = torch.unique(chars, dim=0, return_inverse=True)
    word_lengths = (words != 0).sum(dim=1)
    order = word_lengths.argsort(descending=True, stable=True)
    packed = _characters(model, words[order], None, list(range(len(words))), [len(words)], word_lengths[order].tolist())
    vectors = packed[0].squeeze(0) if model.pad else packed.data
    everywhere = tensor_unsort(vectors[order.argsort()][place], word_order)
    result = pack_sequence(everywhere.split(sentences))
    return pad_packed_sequence(result, batch_first=True)[0] if model.pad else result


def labels_of_heads(scorer: Any, dependents: Tensor, heads: Tensor) -> Tensor:
    """`PairwiseBilinear.forward`; where the true heads are known, only their scores are computed, and repeated."""
    true_heads = getattr(scorer, "true_heads", None)
    if true_heads is None:
        return _pairs(scorer, dependents, heads)
    chosen = heads.gather(1, true_heads.unsqueeze(2).expand(-1, -1, heads.size(2)))
    scores: Tensor = bilinear(dependents, chosen, scorer.weight.permute(2, 0, 1)) + scorer.bias
    return scores.unsqueeze(2).expand(-1, -1, heads.size(1), -1)


def parse(parser: Any, *inputs: Any, **named: Any) -> Any:
    """`GraphParser.forward`; in training, labels are scored for the true heads only."""
    heads = inputs[9]
    root = heads.new_zeros(heads.size(0), 1)
    parser.deprel.scorer.W_bilin.true_heads = torch.cat([root, heads], dim=1) if parser.training else None
    return _parse(parser, *inputs, **named)


def main() -> None:
    """Runs the module named by the first argument as `__main__`, with the remaining arguments."""
    seed = int(sys.argv[sys.argv.index("--seed") + 1]) if "--seed" in sys.argv else 0
    torch.nn.functional.bilinear = bilinear
    torch.nn.functional.dropout = ByteDropout(seed)
    char_model.CharacterModel.forward = once_a_word
    biaffine.PairwiseBilinear.forward = labels_of_heads
    GraphParser.forward = parse
    checkpoint = os.environ.get("QUOTES_TRAIN_CHECKPOINT")
    if checkpoint:
        resuming.install(Path(checkpoint), int(os.environ.get("QUOTES_TRAIN_WEIGHTS", "0")))
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
