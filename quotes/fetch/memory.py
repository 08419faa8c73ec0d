"""What was fetched before: a JSON file, written whole or not at all."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import InputError

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one address."""

    etag: str | None = None
    modified: str | None = None  # as the server words it
    digest: str | None = None  # of what it gave
    mark: str | None = None  # of the feed's item that led to it, by which a change is known

    @property
    def conditions(self) -> dict[str, str]:
        """Headers by which the server may say that nothing is new."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in told.items() if value}


class Memory:
    """`learn` keeps something for the next `save`; until then nothing is written, so that what a run fetched and did
    not store is fetched again. Without a path, it lasts as long as the process.

    Raises InputError for a file that holds something else.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._seen = dict(_read(path)) if path else {}
        self._new: dict[str, Seen] = {}

    def of(self, url: str) -> Seen:
        return self._new.get(url) or self._seen.get(url) or Seen()

    def forget(self) -> None:
        """Know nothing: what the pages were stored in is empty."""
        self._seen = {}

    def learn(self, url: str, seen: Seen) -> None:
        self._new[url] = seen

    def save(self) -> None:
        """Raises InputError where the file cannot be written."""
        self._seen |= self._new
        self._new = {}
        if self._path is None:
            return
        told = {url: {name: getattr(seen, name) for name in Seen.__slots__} for url, seen in self._seen.items()}
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"version": _VERSION, "seen": told}, indent=0), encoding="utf-8")
            part.replace(self._path)
        except OSError as error:
            raise InputError(
                f"{self._path} cannot be written ({error.strerror}); give another file with --state."
            ) from error


def _read(path: Path) -> Mapping[str, Seen]:
    try:
        told: Any = json.loads(path.read_text(encoding="utf-8"))
        if told["version"] != _VERSION:
            raise ValueError(f"version {told['version']}")
        return {str(url): Seen(**seen) for url, seen in told["seen"].items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); give another file with --state.") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            f"{path} does not hold what was fetched before ({error}); delete it, or give another."
        ) from error
