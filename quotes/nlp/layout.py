"""Stanza's folder layout: what resources.json lists, and which files a processor needs.

resources.json                 which package of each processor makes up the set, and what each package depends on
metadata.json                  what the models were made from, with their sha256; optional
en/<kind>/<package>.pt         a kind is a processor, or what processors share: pretrain, forward_charlm, …
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quotes.errors import UsageError

LANGUAGE = "en"
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse", "ner")
OPTIONAL = frozenset({"mwt"})  # a treebank without multi-word tokens needs no expander
RESOURCES, METADATA = "resources.json", "metadata.json"

_NEEDS = {"pos": ("mwt",), "lemma": ("mwt", "pos"), "depparse": ("mwt", "pos", "lemma"), "ner": ("mwt",)}
_NAME = re.compile(r"\w[\w.+-]*")  # a name from a list must not lead out of the folder


@dataclass(frozen=True, slots=True)
class ModelFile:
    kind: str
    package: str
    md5: str | None  # as resources.json has it

    @property
    def path(self) -> str:
        """Relative to the folder, with slashes."""
        return f"{LANGUAGE}/{self.kind}/{self.package}.pt"


@dataclass(frozen=True, slots=True)
class Layout:
    """What resources.json says of English; `files` of a processor are its own and those that it depends on."""

    packages: dict[str, str]
    files: dict[str, tuple[ModelFile, ...]]
    url: str | None  # of a model file, as a template

    def files_of(self, processors: Iterable[str]) -> tuple[ModelFile, ...]:
        """Each file once."""
        return tuple(dict.fromkeys(file for name in processors for file in self.files.get(name, ())))


def parse_layout(content: bytes) -> Layout:
    """Reads resources.json; raises ValueError when it is none or lists no English models."""
    try:
        resources = json.loads(content)
        english = resources[LANGUAGE]
        default = english["packages"]["default"]
        packages = {name: str(default[name]) for name in PROCESSORS if name in default}
        files = {name: tuple(_files(english, name, package)) for name, package in packages.items()}
        return Layout(packages, files, resources.get("url"))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("it lists no English models") from error


def with_needs(processors: Iterable[str]) -> tuple[str, ...]:
    """The processors and those whose work they build on, in the order in which they work.

    Raises UsageError for a name that is none.

    >>> with_needs(["pos"])
    ('tokenize', 'mwt', 'pos')
    """
    wanted = {"tokenize", *processors}
    if unknown := wanted.difference(PROCESSORS):
        raise UsageError(f"there is no processor {', '.join(sorted(unknown))}; there are {', '.join(PROCESSORS)}")
    wanted.update(need for name in tuple(wanted) for need in _NEEDS.get(name, ()))
    return tuple(name for name in PROCESSORS if name in wanted)


def _files(english: dict[str, Any], processor: str, package: str) -> Iterable[ModelFile]:
    yield _file(english, processor, package)
    for dependency in english.get(processor, {}).get(package, {}).get("dependencies", []):
        yield _file(english, dependency["model"], dependency["package"])


def _file(english: dict[str, Any], kind: str, package: str) -> ModelFile:
    if not (_NAME.fullmatch(kind) and _NAME.fullmatch(package)):
        raise ValueError(f"'{kind}/{package}' is no name of a model")
    return ModelFile(kind, package, english.get(kind, {}).get(package, {}).get("md5"))
