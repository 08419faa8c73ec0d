"""Model files of boosted trees: what is written reads back, what is damaged is said in a sentence."""

from pathlib import Path

import lightgbm
import numpy as np
import pytest

from quotes.boosted import BoostedTrees
from quotes.errors import ModelError

NAMES = ("near", "far")


@pytest.fixture(scope="module")
def text() -> str:
    return trained(3)


def trained(most: int) -> str:
    """A model that holds for likely what has more than `most` of the first feature."""
    x = np.asarray([[i % 7, i % 3] for i in range(200)], dtype=float)
    data = lightgbm.Dataset(x, (x[:, 0] > most).astype(int), feature_name=list(NAMES))
    return str(lightgbm.train({"objective": "binary", "verbosity": -1, "num_threads": 1}, data, 10).model_to_string())


def test_a_model_reads_back_with_its_threshold(text: str, tmp_path: Path) -> None:
    path = tmp_path / "model.txt"
    path.write_text(BoostedTrees.serialise(text, 0.25), encoding="utf-8")
    trees = BoostedTrees.read(path, NAMES)
    low, high = trees.probabilities([[0.0, 0.0], [6.0, 0.0]])
    assert trees.threshold == 0.25
    assert low < 0.5 < high


def test_several_models_in_one_file_are_averaged(text: str) -> None:
    rows = [[0.0, 0.0], [3.0, 0.0]]
    one, other = BoostedTrees(text, 0.5, NAMES), BoostedTrees(trained(2), 0.5, NAMES)
    both = BoostedTrees(text + trained(2), 0.5, NAMES)
    log_odds = [np.log(p / (1 - p)) for p in np.asarray([t.probabilities(rows) for t in (one, other, both)])]
    assert np.mean(log_odds[:2], axis=0) == pytest.approx(log_odds[2])
    assert both.contributions(rows) == one.contributions(rows)


def test_contributions_name_the_features_that_moved_a_row(text: str) -> None:
    (shares,) = BoostedTrees(text, 0.5, NAMES).contributions([[6.0, 0.0]])
    assert shares["near"] > shares["far"]


def test_no_rows_give_no_probabilities(text: str) -> None:
    trees = BoostedTrees(text, 0.5, NAMES)
    assert trees.probabilities([]) == []
    assert trees.contributions([]) == []


def test_a_model_of_other_features_is_refused(text: str) -> None:
    with pytest.raises(ModelError, match="other features"):
        BoostedTrees(text, 0.5, ("near", "else"))


@pytest.mark.parametrize(
    "content", ["", "# threshold=0.5\n", "tree\nversion=v4\n", "# threshold=0.5\nnonsense", "# threshold=high\ntree"]
)
def test_a_damaged_file_is_a_sentence(content: str, tmp_path: Path) -> None:
    path = tmp_path / "model.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        BoostedTrees.read(path, NAMES)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="missing"):
        BoostedTrees.read(tmp_path / "model.txt", NAMES)
