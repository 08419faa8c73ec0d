"""Packs trained models into Stanza's folder layout: half precision, compressed, free of this machine's paths."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PACKAGE = "who"
PRETRAIN = "glove"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
_USES_VECTORS = frozenset(("pos", "depparse", "ner"))
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TRAINING_ONLY = frozenset(("optimizer_state_dict", "scheduler_state_dict", "dev_score_history"))


def pack_model(content: Mapping[str, Any], target: Path) -> None:
    """Writes a checkpoint's content for use: half-precision weights, no optimizer, no paths in its settings.

    Stanza copies the weights into single-precision networks when it loads them.
    """
    packed = {key: value for key, value in content.items() if key not in _TRAINING_ONLY}
    if packed.get("model") is not None:
        packed["model"] = {name: _halved(weight) for name, weight in packed["model"].items()}
    packed["config"] = {key: _without_folder(value) for key, value in packed["config"].items()}
    _save_compressed(packed, target)


def pack_vectors(content: Mapping[str, Any], target: Path) -> None:
    """Writes a pretrain file whose values are rounded to 16 bits (bfloat16).

    They stay single-precision tensors, which Stanza's networks need; the rounding makes them compressible.
    """
    _save_compressed({"vocab": content["vocab"], "emb": content["emb"].bfloat16().float()}, target)


def _halved(weight: Any) -> Any:
    return weight.half() if weight.is_floating_point() else weight


def _without_folder(value: Any) -> Any:
    return Path(value).name if isinstance(value, str) and Path(value).is_absolute() else value


def _save_compressed(content: Mapping[str, Any], target: Path) -> None:
    """torch's own zip format, deflated, with fixed dates: the same content gives the same bytes."""
    import torch

    plain = io.BytesIO()
    torch.save(dict(content), plain)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".part")
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed,
    ):
        for entry in source.infolist():
            renamed = zipfile.ZipInfo(entry.filename, date_time=_EPOCH)
            packed.writestr(renamed, source.read(entry.filename), zipfile.ZIP_DEFLATED, 9)
    partial.replace(target)


def write_resources(folder: Path) -> None:
    """Writes resources.json for the processors that the folder holds."""
    present = [name for name in PROCESSORS if (folder / f"en/{name}/{PACKAGE}.pt").exists()]
    english: dict[str, Any] = {
        "lang_name": "English",
        "packages": {"default": dict.fromkeys(present, PACKAGE)},
        "default_processors": dict.fromkeys(present, PACKAGE),
        "pretrain": {PRETRAIN: {}},
    }
    for name in present:
        needs = [{"model": "pretrain", "package": PRETRAIN}] if name in _USES_VECTORS else []
        english[name] = {PACKAGE: {"dependencies": needs} if needs else {}}
    text = json.dumps({"en": english}, indent=2, sort_keys=True) + "\n"
    (folder / "resources.json").write_text(text, encoding="utf-8")


def checksums(folder: Path) -> dict[str, str]:
    """The sha256 of every model file, by its path within the folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.pt"))
    }
