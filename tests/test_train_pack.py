"""Packing: small files that Stanza's loader takes, the same bytes each time, no path of the training machine."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.train import averaging, pack

torch = pytest.importorskip("torch")


def checkpoint(value: float) -> dict[str, Any]:
    return {
        "model": {"weight": torch.full((3, 2), value), "count": torch.tensor([1, 2])},
        "vocab": {"char": ["a", "b"]},
        "config": {"hidden_dim": 3, "save_dir": str(Path("/somewhere/work/pos")), "lr": 0.1},
        "optimizer_state_dict": {"step": 5},
    }


def test_a_packed_model_is_halved_and_knows_no_folder(tmp_path: Path) -> None:
    pack.pack_model(checkpoint(0.5), tmp_path / "en/pos/who.pt")
    content = torch.load(tmp_path / "en/pos/who.pt", weights_only=True)
    assert content["model"]["weight"].dtype == torch.float16
    assert content["model"]["count"].tolist() == [1, 2]
    assert content["config"]["save_dir"] == "pos"
    assert "optimizer_state_dict" not in content


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pack.pack_model(checkpoint(0.25), tmp_path / name / "who.pt")
    assert (tmp_path / "a/who.pt").read_bytes() == (tmp_path / "b/who.pt").read_bytes()


def test_vectors_stay_single_precision(tmp_path: Path) -> None:
    vectors = torch.randn(20, 5)
    pack.pack_vectors({"vocab": {"_id2unit": ["x"]}, "emb": vectors}, tmp_path / "glove.pt")
    packed = torch.load(tmp_path / "glove.pt", weights_only=True)["emb"]
    assert packed.dtype == torch.float32
    assert torch.allclose(packed, vectors, rtol=0.01)


def test_weights_are_averaged_and_counts_are_not(tmp_path: Path) -> None:
    for value in (1.0, 2.0):
        torch.save(checkpoint(value), tmp_path / f"{value}.pt")
    content = averaging.averaged([tmp_path / "1.0.pt", tmp_path / "2.0.pt"])
    assert content["model"]["weight"].tolist() == [[1.5, 1.5]] * 3
    assert content["model"]["count"].tolist() == [1, 2]


def test_resources_name_what_is_there(tmp_path: Path) -> None:
    for name in ("tokenize", "pos"):
        pack.pack_model(checkpoint(1.0), tmp_path / f"en/{name}/who.pt")
    pack.write_resources(tmp_path)
    english = json.loads((tmp_path / "resources.json").read_text())["en"]
    assert english["packages"]["default"] == {"tokenize": "who", "pos": "who"}
    assert english["pos"]["who"]["dependencies"] == [{"model": "pretrain", "package": "glove"}]
    assert set(pack.checksums(tmp_path)) == {"en/pos/who.pt", "en/tokenize/who.pt"}


def test_the_fast_bilinear_form_is_torchs_own() -> None:
    from quotes.train.accelerated import bilinear

    left, right, weight, bias = torch.randn(2, 7, 5), torch.randn(2, 7, 4), torch.randn(3, 5, 4), torch.randn(3)
    ours = bilinear(left, right, weight, bias)
    assert torch.allclose(ours, torch.nn.functional.bilinear(left, right, weight, bias), atol=1e-5)
