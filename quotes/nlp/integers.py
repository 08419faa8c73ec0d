"""Networks that read with eight-bit weights: a third of the time of 32-bit ones, and nearly the same answers.

Weights are rounded per output, inputs per row, so that what comes out for a word does not depend on which other words
share its batch (torch's own `quantize_dynamic` takes one scale for a whole batch). Inputs take seven bits only: so no
processor's 16-bit sums overflow, and all give the same (compare the `reduce_range` of torch's FBGEMM).
"""

import warnings
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import PackedSequence

_MULTIPLY = "linear_with_input_q_dq_qweight_dq_output_fp32"
_STEPS = 63  # on either side of zero
_ZERO = 64
_WORTH_IT = 64  # inputs and outputs of a layer below which rounding costs more than it saves


def is_supported() -> bool:
    """Whether torch has the arithmetic, and for this processor."""
    has = hasattr(torch, "quantize_per_channel") and hasattr(torch.ops.quantized, _MULTIPLY)
    return has and "fbgemm" in torch.backends.quantized.supported_engines


class IntegerLinear(nn.Module):
    """A linear layer (rows x inputs to rows x outputs) of `weight` (outputs x inputs).

    `limit` is what no input is larger than, if that is known; otherwise each row is measured.
    """

    def __init__(self, weight: Tensor, bias: Tensor | None, limit: float | None = None) -> None:
        super().__init__()
        weight = weight.detach()
        scales = weight.abs().amax(1).clamp(min=1e-8) / 127
        zeros = torch.zeros(len(weight), dtype=torch.int64)
        with warnings.catch_warnings():  # torch means to drop such tensors; `is_supported` sees when it has
            warnings.simplefilter("ignore", UserWarning)
            rounded = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        self._limit = limit
        self._bias = None if bias is None else bias.detach()
        self._packed = torch.ops.quantized.linear_prepack(rounded, self._bias if limit is not None else None)

    def forward(self, rows: Tensor) -> Tensor:
        multiply = getattr(torch.ops.quantized, _MULTIPLY)
        product: Tensor
        if self._limit is not None:
            product = multiply(rows, self._limit / _STEPS, _ZERO, self._packed)
            return product
        largest = rows.abs().amax(-1, keepdim=True).clamp(min=1e-8)
        product = multiply(rows / largest, 1 / _STEPS, _ZERO, self._packed)
        return product.mul_(largest) if self._bias is None else torch.addcmul(self._bias, product, largest)


class IntegerLSTM(nn.Module):
    """An `nn.LSTM` over packed sequences."""

    def __init__(self, lstm: nn.LSTM) -> None:
        super().__init__()
        self._size = lstm.hidden_size
        suffixes = ("", "_reverse") if lstm.bidirectional else ("",)
        self._layers = [[_Direction(lstm, f"l{i}{suffix}") for suffix in suffixes] for i in range(lstm.num_layers)]

    def forward(self, packed: PackedSequence, hx: tuple[Tensor, Tensor]) -> tuple[PackedSequence, Any]:
        """As `nn.LSTM`; `hx` is what the states are at first (layers and directions x sentences x size)."""
        sizes = packed.batch_sizes.tolist()
        rows, states = packed.data, [(h.clone(), c.clone()) for h, c in zip(*hx, strict=True)]
        state = iter(states)
        for layer in self._layers:
            output = rows.new_empty(len(rows), self._size * len(layer))
            for number, direction in enumerate(layer):
                part = output[:, number * self._size : (number + 1) * self._size]
                direction.read(rows, sizes, *next(state), part, backwards=number == 1)
            rows = output
        last = torch.stack([h for h, _ in states]), torch.stack([c for _, c in states])
        return PackedSequence(rows, packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices), last


class _Direction:
    """One way through a sentence; the gates stand in the order input, forget, output, cell."""

    def __init__(self, lstm: nn.LSTM, name: str) -> None:
        size = self._size = lstm.hidden_size
        order = torch.cat([torch.arange(2 * size), torch.arange(3 * size, 4 * size), torch.arange(2 * size, 3 * size)])
        inputs, hidden = getattr(lstm, f"weight_ih_{name}"), getattr(lstm, f"weight_hh_{name}")
        bias = getattr(lstm, f"bias_ih_{name}") + getattr(lstm, f"bias_hh_{name}")
        self._inputs = IntegerLinear(inputs[order], bias[order])
        self._hidden = IntegerLinear(hidden[order], None, limit=1.0)

    def read(
        self, rows: Tensor, sizes: Sequence[int], h: Tensor, c: Tensor, output: Tensor, *, backwards: bool
    ) -> None:
        """Fill `output`; `h` and `c` are what the states are at first, and in the end the last ones."""
        gates, size = self._inputs(rows), self._size
        starts = list(accumulate(sizes[:-1], initial=0))
        steps = list(zip(starts, sizes, strict=True))
        for start, count in reversed(steps) if backwards else steps:
            gate = gates[start : start + count].add_(self._hidden(h[:count]))
            i, f, o = gate[:, : 3 * size].sigmoid_().chunk(3, 1)
            cell = c[:count].mul_(f).addcmul_(i, gate[:, 3 * size :].tanh_())
            torch.mul(o, cell.tanh(), out=h[:count])
            output[start : start + count] = h[:count]


def with_integers(network: nn.Module) -> nn.Module:
    """The network, with its recurrent and its larger linear layers replaced in place."""
    if isinstance(network, nn.LSTM):
        return IntegerLSTM(network)
    if isinstance(network, nn.Linear):
        worth_it = min(network.in_features, network.out_features) >= _WORTH_IT
        return IntegerLinear(network.weight, network.bias) if worth_it else network
    for name, part in list(network.named_children()):
        setattr(network, name, with_integers(part))
    return network


def shrink(model: Any) -> None:
    """Do so, in place, with the costly parts of a Stanza tagger or parser."""
    for name in ("taggerlstm", "parserlstm"):
        if hasattr(model, name):
            setattr(model, name, with_integers(getattr(model, name)))
    model.charmodel.charlstm = with_integers(model.charmodel.charlstm)
    for name in ("unlabeled", "deprel", "linearization", "distance"):
        if hasattr(model, name):
            scorer = getattr(model, name)
            scorer.W1, scorer.W2 = with_integers(scorer.W1), with_integers(scorer.W2)
