"""Which language models to use: one resolver for the packaged set, official Stanza packages, and any folder.

Nothing here touches the network; `quotes.nlp.download` alone does.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from quotes.errors import ModelError
from quotes.nlp.layout import METADATA, OPTIONAL, PROCESSORS, RESOURCES, Layout, ModelFile, parse_layout, with_needs
from quotes.settings import stanza_folder

PACKAGED, STANZA = "packaged", "stanza"


def packaged_folder() -> Path:
    """Where the models that come with the package lie."""
    return Path(str(files("quotes").joinpath("models")))


NAMED: dict[str, Callable[[], Path]] = {PACKAGED: packaged_folder, STANZA: stanza_folder}


@dataclass(frozen=True)
class ModelSet:
    """A set of models; `name` is what `--models` calls it, `packages` maps a processor to its package."""

    name: str
    folder: Path
    packages: dict[str, str]
    files: tuple[ModelFile, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(self.folder / file.path for file in self.files)

    @cached_property
    def version(self) -> str:
        """Twelve hex digits that change when the models change.

        Rests on metadata.json, or on the checksums in resources.json, or on the files where both are lacking.
        """
        metadata = self.folder / METADATA
        if metadata.is_file():
            return _digest([(METADATA, _sha256(metadata))])
        return _digest((file.path, file.md5 or _sha256(self.folder / file.path)) for file in self.files)

    def require(self) -> None:
        """Raises ModelError when a file is not there; does not look into the files."""
        for file in self.files:
            if not (self.folder / file.path).is_file():
                raise ModelError(f"The language model {self.folder / file.path} is missing; {remedy(self.name)}.")


def find_models(choice: Path | str | None = None, processors: Iterable[str] = PROCESSORS) -> ModelSet:
    """The models that a choice names, as far as the processors need them; checks that the files are there.

    `choice` is None or "packaged" for the packaged models, "stanza" for the official ones, else a folder in Stanza's
    layout. Raises ModelError, with the remedy, when something is missing.
    """
    models = read_models(choice, processors)
    models.require()
    return models


def read_models(choice: Path | str | None = None, processors: Iterable[str] = PROCESSORS) -> ModelSet:
    """As `find_models`, but the files need not be there."""
    name = PACKAGED if choice is None else str(choice)
    folder = folder_of(name)
    layout = _read_layout(name, folder)
    wanted = with_needs(processors)
    missing = [processor for processor in wanted if processor not in layout.packages and processor not in OPTIONAL]
    if missing:
        raise ModelError(f"The language models in {folder} lack {', '.join(missing)}; {remedy(name)}.")
    packages = {processor: layout.packages[processor] for processor in wanted if processor in layout.packages}
    return ModelSet(name, folder, packages, layout.files_of(packages))


def folder_of(name: str) -> Path:
    """Where the set with this name lies; every name that is not in NAMED is a folder's own."""
    return NAMED[name]() if name in NAMED else Path(name)


def remedy(name: str) -> str:
    """What mends a set that is incomplete or damaged, to follow a semicolon."""
    if name == PACKAGED:
        return "to mend it run: pip install --force-reinstall who-said-what"
    if name == STANZA:
        return "to mend it run: quotes models download"
    return f"copy the set there again (quotes models verify --models {name}) or leave out --models and QUOTES_MODELS"


def _read_layout(name: str, folder: Path) -> Layout:
    path = folder / RESOURCES
    try:
        content = path.read_bytes()
    except OSError as error:
        if name == STANZA:
            raise ModelError("Stanza's official models are not here yet; run: quotes models download.") from error
        raise ModelError(
            f"There are no language models in {folder} (no readable {RESOURCES}); {remedy(name)}."
        ) from error
    try:
        return parse_layout(content)
    except ValueError as error:
        raise ModelError(f"{path} is damaged ({error}); {remedy(name)}.") from error


def _digest(parts: Iterable[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for path, checksum in parts:
        digest.update(f"{path} {checksum}\n".encode())
    return digest.hexdigest()[:12]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
