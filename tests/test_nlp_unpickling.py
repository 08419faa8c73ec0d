"""The quicker loader reads what torch's own reads, and calls nothing that stands in a file."""

import collections
import os
import pickle
from pathlib import Path
from typing import Any

import pytest
import torch

from quotes.nlp import Analyser
from quotes.nlp.models import packaged_folder
from quotes.nlp.unpickling import quicker

OWN = torch.load


class Harmful:
    """Makes a folder when it is unpickled without care."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, torch.Tensor):
        return one.dtype == other.dtype and torch.equal(one, other)
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


@pytest.mark.parametrize("path", sorted(packaged_folder().rglob("*.pt")), ids=lambda path: path.parent.name)
def test_every_packaged_file_reads_the_same(path: Path) -> None:
    quick = quicker(_refusing_python)(path)
    assert same(quick, OWN(path, weights_only=True))


def _refusing_python(*args: Any, weights_only: bool, **options: Any) -> Any:
    assert not weights_only, "this file went to torch's own loader"
    return OWN(*args, weights_only=weights_only, **options)


def test_what_a_file_calls_is_not_called(tmp_path: Path) -> None:
    made = tmp_path / "made"
    torch.save({"weights": torch.ones(2), "more": Harmful(made)}, tmp_path / "bad.pt")
    with pytest.raises(pickle.UnpicklingError):
        quicker(OWN)(str(tmp_path / "bad.pt"))
    assert not made.exists()


def test_what_only_torch_knows_to_be_harmless_goes_to_torch(tmp_path: Path) -> None:
    counted = collections.Counter("aab")
    torch.save({"counted": counted}, tmp_path / "counter.pt")
    assert quicker(OWN)(str(tmp_path / "counter.pt"))["counted"] == counted


def test_torch_has_its_own_loader_again(analyser: Analyser) -> None:
    analyser.analyse("It rained.")
    assert torch.load is OWN
