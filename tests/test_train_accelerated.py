"""The faster kernels of training have the value of those that they stand in for."""

from typing import Any

import numpy as np
import torch
from stanza.models.common.biaffine import PairwiseBilinear
from stanza.models.common.char_model import CharacterModel
from torch import Tensor

from quotes.train import accelerated


def test_a_bilinear_form_in_one_product_is_the_same() -> None:
    torch.manual_seed(1)
    left, right, weight, bias = torch.randn(3, 4, 5), torch.randn(3, 4, 6), torch.randn(2, 5, 6), torch.randn(2)
    expected = torch.nn.functional.bilinear(left, right, weight, bias)
    assert torch.allclose(accelerated.bilinear(left, right, weight, bias), expected, atol=1e-5)


def test_labels_scored_for_the_true_heads_are_those_of_all_pairs() -> None:
    torch.manual_seed(2)
    scorer: Any = PairwiseBilinear(5, 5, 7)
    torch.nn.init.normal_(scorer.weight)
    torch.nn.init.normal_(scorer.bias)
    dependents, heads = torch.randn(2, 4, 5), torch.randn(2, 4, 5)
    all_pairs = accelerated.labels_of_heads(scorer, dependents, heads)
    true_heads = torch.tensor([[0, 2, 0, 1], [0, 0, 3, 2]])
    scorer.true_heads = true_heads
    chosen = accelerated.labels_of_heads(scorer, dependents, heads)
    assert all_pairs.shape == chosen.shape == (2, 4, 4, 7)
    index = true_heads[:, :, None, None].expand(-1, -1, 1, 7)
    assert torch.allclose(chosen.gather(2, index), all_pairs.gather(2, index), atol=1e-5)


def test_characters_run_once_a_word_give_every_place_its_vector() -> None:
    torch.manual_seed(3)
    vocab = {"char": range(9)}
    sizes = {"char_emb_dim": 4, "char_hidden_dim": 6, "char_num_layers": 1, "dropout": 0.0, "char_rec_dropout": 0.0}
    model = CharacterModel(sizes, vocab)
    chars = torch.tensor([[3, 4, 5], [3, 4, 5], [6, 7, 0], [6, 7, 0], [8, 0, 0]])
    call: tuple[Tensor, Tensor, list[int], list[int], list[int]] = (
        chars,
        chars == 0,
        [4, 0, 3, 1, 2],
        [3, 2],
        [3, 3, 2, 2, 1],
    )
    expected = accelerated._characters(model, *call)
    found = accelerated.once_a_word(model, *call)
    assert torch.equal(found.batch_sizes, expected.batch_sizes)
    assert torch.allclose(found.data, expected.data, atol=1e-6)


def test_dropout_keeps_the_mean_and_drops_the_share_asked_for() -> None:
    dropout = accelerated.ByteDropout(4)
    ones = torch.ones(200, 500)
    dropped = dropout(ones, 0.25)
    assert np.isclose(float((dropped == 0).float().mean()), 0.25, atol=0.01)
    assert np.isclose(float(dropped.mean()), 1.0, atol=0.01)
    assert dropout(ones, 0.25, training=False) is ones
