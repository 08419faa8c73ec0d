"""Eight-bit layers against the layers that they were made of."""

import pytest
import torch
from torch import nn
from torch.nn.utils.rnn import PackedSequence, pack_sequence

from quotes.nlp.integers import IntegerLSTM, is_supported, with_integers

pytestmark = pytest.mark.skipif(not is_supported(), reason="torch has no such arithmetic for this processor")
SIZE = 64


def sentences(*lengths: int) -> list[torch.Tensor]:
    draw = torch.Generator().manual_seed(len(lengths))
    return [torch.randn(length, SIZE, generator=draw) for length in lengths]


@pytest.fixture(scope="module")
def lstm() -> nn.LSTM:
    torch.manual_seed(7)
    return nn.LSTM(SIZE, SIZE, num_layers=2, bidirectional=True)


def read(network: nn.Module, rows: list[torch.Tensor]) -> tuple[PackedSequence, tuple[torch.Tensor, torch.Tensor]]:
    first = torch.full((4, len(rows), SIZE), 0.1)
    with torch.inference_mode():
        output, states = network(pack_sequence(rows), (first, -first))
    return output, states


def test_an_lstm_is_nearly_what_it_was(lstm: nn.LSTM) -> None:
    rows = sentences(9, 5, 5, 1)
    (exact, exact_states), (near, near_states) = read(lstm, rows), read(IntegerLSTM(lstm), rows)
    assert (exact.data - near.data).abs().max() < 0.02
    for one, other in zip(exact_states, near_states, strict=True):
        assert (one - other).abs().max() < 0.02


def test_a_sentence_is_read_alike_in_any_company(lstm: nn.LSTM) -> None:
    integers = IntegerLSTM(lstm)
    short, loud = sentences(4)[0], 50 * sentences(9, 2)[0]
    together = read(integers, [loud, short])[1][0][:, 1]
    assert torch.allclose(together, read(integers, [short])[1][0][:, 0], atol=1e-6)


def test_small_layers_stay_as_they_are() -> None:
    network = with_integers(nn.Sequential(nn.Linear(SIZE, SIZE), nn.Linear(SIZE, 3)))
    assert [type(part).__name__ for part in network.children()] == ["IntegerLinear", "Linear"]
