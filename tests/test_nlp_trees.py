import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

from quotes.nlp.trees import are_trees, best_tree


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([0, 0], True),
        ([0, 2, 0, 2], True),
        ([0, 2, 3, 0], True),
        ([0, 0, 0], False),  # two roots
        ([0, 2, 1], False),  # no root
        ([0, 0, 3, 2], False),  # a cycle beside the root
    ],
)
def test_trees_are_told_from_others(heads: list[int], expected: bool) -> None:
    padded = torch.tensor([heads + [1] * 3])
    assert are_trees(padded, torch.tensor([len(heads)])).tolist() == [expected]


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 9), st.integers(0, 10_000), st.sampled_from([0.0, 2.0, 6.0]))
def test_the_best_tree_is_as_good_as_stanzas(size: int, seed: int, towards_root: float) -> None:
    scores = np.random.default_rng(seed).normal(scale=3, size=(size, size)).astype(np.float32)
    scores[:, 0] += towards_root
    np.fill_diagonal(scores, -np.inf)
    scores = torch.log_softmax(torch.from_numpy(scores), 1).numpy()
    ours, stanzas = best_tree(scores), chuliu_edmonds_one_root(scores)
    words = np.arange(1, size)
    assert scores[words, ours[words]].sum() == pytest.approx(scores[words, stanzas[words]].sum(), abs=1e-4)
    assert are_trees(torch.from_numpy(ours)[None], torch.tensor([size])).all()
