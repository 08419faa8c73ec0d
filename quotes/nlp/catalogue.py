"""What there is to know about sets of models without loading them."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from quotes.errors import ModelError
from quotes.nlp.layout import RESOURCES
from quotes.nlp.models import NAMED, PACKAGED, ModelSet, find_models, folder_of
from quotes.nlp.verify import read_metadata

State = Literal["complete", "incomplete", "absent"]


@dataclass(frozen=True, slots=True)
class SetEntry:
    """A set that `--models` can name; `size` in bytes, None like `version` where the set is not complete."""

    name: str
    state: State
    size: int | None
    version: str | None
    folder: Path
    in_use: bool
    problem: str | None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self) | {"folder": str(self.folder)}


def list_sets(chosen: Path | None) -> list[SetEntry]:
    """The sets with names of their own, and the one that is chosen, which alone is `in_use`."""
    name = str(chosen) if chosen else PACKAGED
    return [_entry(one, one == name) for one in dict.fromkeys([*NAMED, name])]


def describe_models(models: ModelSet) -> dict[str, Any]:
    """A set as its files and its metadata.json have it, as a wire dict."""
    metadata = read_metadata(models)
    sha256 = metadata.get("sha256", {})
    files = [
        {
            "kind": file.kind,
            "package": file.package,
            "path": file.path,
            "size": (models.folder / file.path).stat().st_size,
            "sha256": sha256.get(file.path),
            "md5": file.md5,
            **_of_model(metadata, file.kind),
        }
        for file in models.files
    ]
    return {
        "name": models.name,
        "folder": str(models.folder),
        "version": models.version,
        "processors": models.packages,
        "files": files,
        "scores": metadata.get("scores", {}),
        "made_with": metadata.get("versions", {}),
    }


def _entry(name: str, in_use: bool) -> SetEntry:
    folder = folder_of(name)
    try:
        models = find_models(name)
        size = sum(path.stat().st_size for path in models.paths)
        return SetEntry(name, "complete", size, models.version, folder, in_use, None)
    except ModelError as error:
        state: State = "incomplete" if (folder / RESOURCES).is_file() else "absent"
        return SetEntry(name, state, None, None, folder, in_use, str(error))


def _of_model(metadata: dict[str, Any], kind: str) -> dict[str, Any]:
    model = metadata.get("models", {}).get(kind, {})
    return {"data": model.get("data", []), "development": model.get("development", {})}
