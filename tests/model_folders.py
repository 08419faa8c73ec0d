"""Folders in Stanza's layout whose files are no models, and a server for them."""

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from quotes.nlp.layout import PROCESSORS

FILES = (*((name, "toy") for name in PROCESSORS), ("pretrain", "vec"))
PATHS = [f"en/{kind}/{package}.pt" for kind, package in FILES]


def content_of(kind: str) -> bytes:
    return f"weights of {kind} ".encode() * 20_000


def toy_resources(*, md5: bool = True, url: str | None = None) -> dict[str, Any]:
    """A list of models as Stanza writes it, with a package that nobody needs and a language that nobody asked for."""
    sums = {kind: {"md5": hashlib.md5(content_of(kind)).hexdigest()} if md5 else {} for kind, _ in FILES}
    needs = {"dependencies": [{"model": "pretrain", "package": "vec"}]}
    english: dict[str, Any] = {name: {"toy": {**sums[name], **needs}, "other": {}} for name in PROCESSORS}
    english["pretrain"] = {"vec": sums["pretrain"]}
    english["packages"] = {"default": {**dict.fromkeys(PROCESSORS, "toy"), "coref": "huge"}}
    english["coref"] = {"huge": {"md5": "0" * 32}}
    return {"en": english, "xx": {}, **({"url": url} if url else {})}


def make_folder(folder: Path, *, md5: bool = True) -> Path:
    for (kind, _), name in zip(FILES, PATHS, strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_of(kind))
    (folder / "resources.json").write_text(json.dumps(toy_resources(md5=md5)))
    return folder


@dataclass
class Server:
    """Serves files by path, notes what was asked for, and breaks off after `limits[path]` bytes."""

    url: str
    files: dict[str, bytes]
    limits: dict[str, int] = field(default_factory=dict)
    takes_up: bool = True  # whether it can begin in the middle
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, wanted = self.path.lstrip("/"), self.headers.get("Range")
            server.asked.append(f"{path} {wanted}" if wanted else path)
            body = server.files.get(path)
            if body is None:
                self.send_error(404)
                return
            begin = int(re.findall(r"\d+", wanted)[0]) if wanted and server.takes_up else 0
            if begin and begin >= len(body):
                self.send_error(416)
                return
            self.send_response(206 if begin else 200)
            self.send_header("Content-Length", str(len(body) - begin))
            self.end_headers()
            self.wfile.write(body[begin : server.limits.get(path, len(body))])

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server = Server(f"http://127.0.0.1:{listening.server_port}", dict(files))
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            listening.shutdown()
            thread.join()


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
