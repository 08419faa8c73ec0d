"""Which language models to use: the packaged set, or a folder in Stanza's layout.

resources.json                 which package of each processor makes up the set
metadata.json                  what the models were made from; optional
en/<processor>/<package>.pt
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from quotes.errors import ModelError

LANGUAGE = "en"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
OPTIONAL = frozenset({"mwt"})  # a treebank without multi-word tokens needs no expander


@dataclass(frozen=True)
class ModelSet:
    """The models of one folder; `packages` maps a processor to its package, `paths` are all files they need."""

    folder: Path
    packages: dict[str, str]
    paths: tuple[Path, ...]

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change when the models change; reads metadata.json, or all files where it lacks."""
        digest = hashlib.sha256()
        metadata = self.folder / "metadata.json"
        for path in [metadata] if metadata.is_file() else self.paths:
            digest.update(path.relative_to(self.folder).as_posix().encode())
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()[:12]


def packaged_folder() -> Path:
    """Where the models that come with the package lie."""
    return Path(str(files("quotes").joinpath("models")))


def find_models(folder: Path | None = None) -> ModelSet:
    """Look up the models in a folder, or the packaged ones; checks that the files are there, not what is in them.

    Raises ModelError, with the remedy, when something is missing.
    """
    place = folder or packaged_folder()
    remedy = _remedy(folder)
    resources = _read_resources(place, remedy)
    packages = _default_packages(resources)
    missing = [name for name in PROCESSORS if name not in packages and name not in OPTIONAL]
    if missing:
        raise ModelError(f"The language models in {place} lack {', '.join(missing)}; {remedy}.")
    paths = _model_paths(place, resources, packages)
    for path in paths:
        if not path.is_file():
            raise ModelError(f"The language model {path} is missing; {remedy}.")
    return ModelSet(place, packages, paths)


def damaged(models: ModelSet, cause: BaseException) -> ModelError:
    """The error to raise when models that are there cannot be loaded."""
    detail = " ".join(str(cause).split())[:200] or type(cause).__name__
    remedy = _remedy(None if models.folder == packaged_folder() else models.folder)
    return ModelError(f"The language models in {models.folder} cannot be loaded ({detail}); {remedy}.")


def _remedy(folder: Path | None) -> str:
    if folder is None:
        return "install who-said-what again, or name a folder with models in Stanza's layout (--models, QUOTES_MODELS)"
    return (
        "name a folder with a complete set in Stanza's layout (--models, QUOTES_MODELS), or none for the packaged set"
    )


def _read_resources(place: Path, remedy: str) -> dict[str, Any]:
    path = place / "resources.json"
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"There are no language models in {place} (no readable resources.json); {remedy}.") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged; {remedy}.") from error
    language = resources.get(LANGUAGE) if isinstance(resources, dict) else None
    if not isinstance(language, dict):
        raise ModelError(f"{path} lists no English models; {remedy}.")
    return language


def _default_packages(resources: dict[str, Any]) -> dict[str, str]:
    packages = resources.get("packages", {}).get("default", {})
    return {name: str(packages[name]) for name in PROCESSORS if name in packages}


def _model_paths(place: Path, resources: dict[str, Any], packages: dict[str, str]) -> tuple[Path, ...]:
    wanted = dict.fromkeys(packages.items())
    for processor, package in packages.items():
        for dependency in resources.get(processor, {}).get(package, {}).get("dependencies", []):
            wanted[dependency["model"], dependency["package"]] = None
    return tuple(place / LANGUAGE / kind / f"{package}.pt" for kind, package in wanted)
