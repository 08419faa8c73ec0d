"""Part files: one a shard, in a folder of this machine or of any store that fsspec knows (`s3://…`).

A part is named by what it was made of and by what made it: `<articles>-<reader>.jsonl.gz`, two hashes. So parts
that are there need not be made again, and those of other models or settings stand beside them. Its first line says what
made it,

    {"part", "parser", "models", "fingerprint", "indirect_speech"}

and each other is an article as `quotes parse --with-text` writes it, or {"reject": {"origin", "reason", "raw"}}. The
same articles and the same reader give the same bytes. `manifest.json` lists the parts of the newest run in order.
"""

import gzip
import hashlib
import io
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from quotes.domain import ParsedArticle, Reject
from quotes.errors import InputError
from quotes.parts.shards import Shard
from quotes.wire import from_dict, to_dict

if TYPE_CHECKING:
    from quotes.parser import Parser

_ENDING = ".jsonl.gz"
_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is in a part."""

    part: str  # its name
    articles: int
    quotations: int
    rejects: int
    characters: int  # of the texts


@dataclass(frozen=True, slots=True)
class Head:
    """What made a part."""

    parser: str
    models: str
    fingerprint: str
    indirect_speech: str

    @classmethod
    def of(cls, parser: "Parser") -> "Head":
        return cls(parser.version, parser.models, parser.fingerprint, parser.indirect)

    @property
    def version(self) -> str:
        """The parser's, as a parser itself calls it."""
        return self.parser

    def name(self, shard: Shard) -> str:
        """The name of the part that this reader makes of the shard."""
        made = hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:12]
        return f"{shard.digest}-{made}{_ENDING}"


class PartsFolder:
    """A folder of parts; raises InputError where it cannot be reached."""

    def __init__(self, place: str) -> None:
        from fsspec.core import url_to_fs

        try:
            self._files, self._root = url_to_fs(place)
        except (ImportError, ValueError) as error:
            raise InputError(f"{place} cannot be reached as a folder of parts ({error}).") from error
        self.place = place

    def has(self, name: str) -> bool:
        return bool(self._files.exists(self._path(name)))

    def write(self, head: Head, shard: Shard, found: Sequence[ParsedArticle | Reject]) -> Receipt:
        """Write a part, whole or not at all."""
        name = head.name(shard)
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=6, mtime=0) as stream:
            for line in ({"part": name, **asdict(head)}, *map(_to_line, found)):
                stream.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        self._put(name, packed.getvalue())
        return _receipt(name, found)

    def head(self, name: str) -> Head:
        """What made a part; raises InputError when it is damaged."""
        head = dict(self._lines(name)[0])
        del head["part"]
        return Head(**head)

    def receipt(self, name: str) -> Receipt:
        """What is in a part that is there; raises InputError."""
        return _receipt(name, list(self.read(name)))

    def read(self, name: str) -> Iterator[ParsedArticle | Reject]:
        """What is in a part; raises InputError when it is damaged."""
        head, *lines = self._lines(name)
        for line in lines:
            if "reject" in line:
                yield Reject(**line["reject"])
            else:
                yield replace(from_dict(line), fingerprint=head["fingerprint"])

    def _lines(self, name: str) -> list[dict[str, Any]]:
        try:
            with self._files.open(self._path(name), "rb") as stream:
                lines = gzip.decompress(stream.read()).decode("utf-8", "surrogatepass").split("\n")
            return [json.loads(line) for line in lines[:-1]]
        except (OSError, EOFError, ValueError, zlib.error) as error:
            reason = f"{self.place}/{name} cannot be read as a part ({error})"
            raise InputError(f"{reason}; delete it and run `quotes parse --parts` again.") from error

    def names(self) -> list[str]:
        """The parts of the manifest in its order, else all that are there; raises InputError where there are none."""
        if self.has(_MANIFEST):
            with self._files.open(self._path(_MANIFEST), "rb") as stream:
                return [part["part"] for part in json.loads(stream.read())["parts"]]
        found = sorted(path.rsplit("/", 1)[-1] for path in self._files.glob(self._path(f"*{_ENDING}")))
        if not found:
            raise InputError(f"{self.place} holds no parts; make some with `quotes parse --parts {self.place}`.")
        return found

    def write_manifest(self, head: Head, receipts: Sequence[Receipt]) -> None:
        parts = [asdict(receipt) for receipt in receipts]
        self._put(_MANIFEST, json.dumps({**asdict(head), "parts": parts}, indent=1).encode() + b"\n")

    def _put(self, name: str, data: bytes) -> None:
        """On a disk under another name first, and then by its own; a store of objects does as much by itself."""
        self._files.makedirs(self._root, exist_ok=True)
        path = self._path(name)
        if "file" not in self._files.protocol:
            self._files.pipe_file(path, data)
            return
        unready = Path(f"{path}.{uuid4().hex}.unready")
        with unready.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unready.replace(path)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"


def _to_line(one: ParsedArticle | Reject) -> dict[str, Any]:
    if isinstance(one, Reject):
        return {"reject": {"origin": one.origin, "reason": one.reason, "raw": one.raw}}
    return to_dict(one, with_text=True)


def _receipt(name: str, found: Sequence[ParsedArticle | Reject]) -> Receipt:
    parsed = [one for one in found if isinstance(one, ParsedArticle)]
    quotations = sum(len(one.quotations) for one in parsed)
    characters = sum(len(one.article.text) for one in parsed)
    return Receipt(name, len(parsed), quotations, len(found) - len(parsed), characters)
