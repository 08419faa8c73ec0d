"""Whether model files are what they were: their checksums against metadata.json or resources.json."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from quotes.errors import ModelError
from quotes.nlp.layout import METADATA, ModelFile
from quotes.nlp.models import ModelSet, remedy

State = Literal["good", "damaged", "missing", "unchecked"]


@dataclass(frozen=True, slots=True)
class FileCheck:
    """`size` in bytes; `unchecked` is a file that is there and whose checksum nothing tells."""

    path: str
    state: State
    size: int | None
    algorithm: Literal["sha256", "md5"] | None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def verify_models(models: ModelSet) -> list[FileCheck]:
    """Read every file of the set and compare; sha256 of metadata.json goes before md5 of resources.json."""
    known = read_metadata(models).get("sha256", {})
    return [_check(models.folder, file, known.get(file.path)) for file in models.files]


def is_good(path: Path, md5: str) -> bool:
    """Whether there is a file with this checksum."""
    return path.is_file() and _checksum(path, "md5") == md5


def broken(checks: list[FileCheck]) -> list[FileCheck]:
    return [check for check in checks if check.state in ("damaged", "missing")]


def damage(models: ModelSet, checks: list[FileCheck]) -> ModelError:
    """The error that names what is broken."""
    found = ", ".join(f"{check.path} is {check.state}" for check in broken(checks))
    return ModelError(f"Of the language models in {models.folder} {found}; {remedy(models.name)}.")


def require_whole(models: ModelSet) -> None:
    """Raises ModelError when a file is missing or is not what it was."""
    checks = verify_models(models)
    if broken(checks):
        raise damage(models, checks)


def unloadable(models: ModelSet, cause: BaseException) -> ModelError:
    """The error for models that cannot be loaded: the broken files by name, or else what the libraries said."""
    checks = verify_models(models)
    if broken(checks):
        return damage(models, checks)
    detail = " ".join(str(cause).split())[:200] or type(cause).__name__
    return ModelError(f"The language models in {models.folder} cannot be loaded ({detail}); {remedy(models.name)}.")


def read_metadata(models: ModelSet) -> dict[str, Any]:
    """What metadata.json says, nothing where there is none; raises ModelError when it is damaged."""
    path = models.folder / METADATA
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ModelError(f"{path} is damaged; {remedy(models.name)}.") from error
    return content if isinstance(content, dict) else {}


def _check(folder: Path, file: ModelFile, sha256: str | None) -> FileCheck:
    path = folder / file.path
    expected, algorithm = (sha256, "sha256") if sha256 else (file.md5, "md5")
    if not path.is_file():
        return FileCheck(file.path, "missing", None, None)
    size = path.stat().st_size
    if expected is None:
        return FileCheck(file.path, "unchecked", size, None)
    state: State = "good" if _checksum(path, algorithm) == expected else "damaged"
    return FileCheck(file.path, state, size, "sha256" if sha256 else "md5")


def _checksum(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()
