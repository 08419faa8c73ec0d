"""Stanza's official English models, fetched on request: the one place that touches the network.

Stanza lists its models in `resources_VERSION.json`: the field `url` is the template of a model file's address, and each
package has an md5. Its own downloader prints, and loses a file that breaks off.
"""

from pathlib import Path
from typing import Protocol

import requests

from quotes.errors import ModelError, UsageError
from quotes.nlp.layout import LANGUAGE, OPTIONAL, PROCESSORS, RESOURCES, Layout, ModelFile, parse_layout
from quotes.nlp.verify import is_good

PARTIAL = ".part"

_AGAIN = "try again with: quotes models download (it goes on where it stopped)"
_TIMEOUT = (15, 60)  # seconds to connect, and between two pieces of data
_PIECE = 1 << 17  # bytes
_GOES_ON, _NO_SUCH_RANGE = 206, 416  # status codes


class Watch(Protocol):
    """Hears of each file how many bytes of how many are here; how many there are may not be known."""

    def __call__(self, file: ModelFile, done: int, total: int | None) -> None: ...


def ignore(file: ModelFile, done: int, total: int | None) -> None:
    pass


def download_models(folder: Path, mirror: str | None = None, watch: Watch = ignore) -> tuple[ModelFile, ...]:
    """Fetch the default packages of our processors, and what they depend on, into a folder in Stanza's layout.

    `mirror` is the address of such a folder that somebody else serves. A file that is there already with the right
    checksum stays. What is fetched has another name until its checksum was right; resources.json comes last, so that a
    set that was never complete does not look like one. What broke off is taken up where it ended if the server can do
    that.

    Returns all files of the set. Raises ModelError when the network, a checksum or the disk fails.
    """
    if mirror and not mirror.startswith(("http://", "https://")):
        raise UsageError(f"{mirror} is no address that begins with http:// or https://; give one with --from")
    with requests.Session() as session:
        session.headers["Accept-Encoding"] = "identity"  # so that lengths are those of the file
        content, layout, addresses = _read_list(session, mirror)
        try:
            for file, url in addresses.items():
                _fetch(session, url, file, folder / file.path, watch)
            _write(folder / RESOURCES, content)
        except ModelError:
            raise
        except OSError as error:
            reason = f"{error.filename or folder} cannot be written ({error.strerror or error})"
            raise ModelError(f"{reason}; choose another folder with STANZA_RESOURCES_DIR.") from error
    return layout.files_of(PROCESSORS)


def _read_list(session: requests.Session, mirror: str | None) -> tuple[bytes, Layout, dict[ModelFile, str]]:
    """The list of models as it came and as it is read, and the address of each file that is needed."""
    url, template, version = _places(mirror)
    try:
        response = session.get(url, timeout=_TIMEOUT)
        response.raise_for_status()
    except requests.RequestException as error:
        raise _unreachable(url, error) from error
    try:
        layout = _parse(response.content)
        template = template or layout.url
        if template is None:
            raise ValueError("it does not say where the models are")
        addresses = {
            file: template.format(lang=LANGUAGE, filename=f"{file.kind}/{file.package}.pt", resources_version=version)
            for file in layout.files_of(PROCESSORS)
        }
    except (ValueError, LookupError) as error:
        raise ModelError(f"{url} is of no use ({error}); name another server with --from.") from error
    return response.content, layout, addresses


def _places(mirror: str | None) -> tuple[str, str | None, str]:
    """The address of the list, the template of a file's address unless the list has it, and the models' version."""
    if mirror:
        base = mirror.rstrip("/")
        return f"{base}/{RESOURCES}", f"{base}/{{lang}}/{{filename}}", ""
    from stanza.resources.common import DEFAULT_RESOURCES_URL, DEFAULT_RESOURCES_VERSION

    return f"{DEFAULT_RESOURCES_URL}/resources_{DEFAULT_RESOURCES_VERSION}.json", None, DEFAULT_RESOURCES_VERSION


def _parse(content: bytes) -> Layout:
    layout = parse_layout(content)
    lacking = [name for name in PROCESSORS if name not in layout.packages and name not in OPTIONAL]
    lacking += [f"the md5 of {file.path}" for file in layout.files_of(PROCESSORS) if not file.md5]
    if lacking:
        raise ValueError(f"it lacks {', '.join(lacking)}")
    return layout


def _fetch(session: requests.Session, url: str, file: ModelFile, target: Path, watch: Watch) -> None:
    """One file; where what was taken up from an earlier try turns out wrong, once more from the start."""
    md5 = file.md5 or ""
    if is_good(target, md5):
        size = target.stat().st_size
        watch(file, size, size)
        return
    part = target.with_name(target.name + PARTIAL)
    target.parent.mkdir(parents=True, exist_ok=True)
    while True:
        begun = part.stat().st_size if part.exists() else 0
        _load(session, url, file, part, begun, watch)
        if is_good(part, md5):
            part.replace(target)
            return
        part.unlink(missing_ok=True)
        if not begun:
            raise ModelError(f"What came from {url} is damaged (its md5 is not {md5}); {_AGAIN}.")


def _load(session: requests.Session, url: str, file: ModelFile, part: Path, begun: int, watch: Watch) -> None:
    """Append to the part what follows the bytes that are there, or write it anew where the server gives all."""
    wanted = {"Range": f"bytes={begun}-"} if begun else {}
    try:
        with session.get(url, stream=True, timeout=_TIMEOUT, headers=wanted) as response:
            if begun and response.status_code == _NO_SUCH_RANGE:  # no byte is missing, or it is another file
                return
            response.raise_for_status()
            done = begun if response.status_code == _GOES_ON else 0
            length = response.headers.get("Content-Length")
            total = done + int(length) if length else None
            with part.open("ab" if done else "wb") as target:
                for piece in response.iter_content(_PIECE):
                    target.write(piece)
                    done += len(piece)
                    watch(file, done, total)
    except requests.RequestException as error:
        raise _unreachable(url, error) from error


def _unreachable(url: str, error: requests.RequestException) -> ModelError:
    if error.response is not None:
        reason = f"{error.response.status_code} {error.response.reason}"
    elif isinstance(error, requests.Timeout):
        reason = "no answer in time"
    elif isinstance(error, requests.exceptions.ChunkedEncodingError):
        reason = "the connection broke off"
    elif isinstance(error, requests.ConnectionError):
        reason = "no connection"
    else:
        reason = str(error)
    return ModelError(f"{url} cannot be fetched ({reason}); {_AGAIN}, or name another server with --from.")


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + PARTIAL)
    part.write_bytes(content)
    part.replace(path)
