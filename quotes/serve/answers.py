"""A list as a file to download: CSV, a workbook, JSON or JSON Lines, as `?format=` asks for it."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import TextIOWrapper
from typing import IO, Any

from starlette.requests import Request
from starlette.responses import StreamingResponse

from quotes.answers import Answer
from quotes.errors import UsageError
from quotes.spreadsheet import write_csv, write_xlsx

_IN_MEMORY, _PIECE = 1 << 20, 1 << 16  # bytes
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
Write = Callable[[Answer[Any], IO[bytes]], None]


def download(request: Request, answer: Answer[Any], name: str) -> StreamingResponse:
    """The rows in the format that the address asks for, to be kept as `name` with its ending; raises UsageError.

    All rows are written before the first is sent, so that what goes wrong is told and no half file arrives.
    """
    return write_as(request.query_params.get("format", ""), answer, name)


def write_as(wanted: str, answer: Answer[Any], name: str) -> StreamingResponse:
    """As `download`, in a format that a form asked for."""
    if wanted not in FORMATS:
        raise UsageError(f"format={wanted} is not known; give one of {', '.join(FORMATS)}")
    media, write = FORMATS[wanted]
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it is sent
    try:
        write(answer, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    headers = {"content-disposition": f'attachment; filename="{name}.{wanted}"'}
    return StreamingResponse(_pieces(file), media_type=media, headers=headers)


def wants_file(request: Request) -> bool:
    return "format" in request.query_params


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece


def _dicts(answer: Answer[Any]) -> Iterable[Mapping[str, Any]]:
    return map(answer.to_dict or answer.cells, answer.rows)


def _write_csv(answer: Answer[Any], file: IO[bytes]) -> None:
    text = TextIOWrapper(file, encoding="utf-8-sig", errors="backslashreplace", newline="")
    write_csv(map(answer.cells, answer.rows), text, [column.name for column in answer.columns])
    text.detach()


def _write_xlsx(answer: Answer[Any], file: IO[bytes]) -> None:
    write_xlsx(map(answer.cells, answer.rows), file, [column.name for column in answer.columns])


def _write_jsonl(answer: Answer[Any], file: IO[bytes]) -> None:
    for row in _dicts(answer):
        file.write(_JSON.encode(row).encode("utf-8", "backslashreplace") + b"\n")


def _write_json(answer: Answer[Any], file: IO[bytes]) -> None:
    file.write(b"[")
    for number, row in enumerate(_dicts(answer)):
        file.write((b",\n" if number else b"\n") + _JSON.encode(row).encode("utf-8", "backslashreplace"))
    file.write(b"\n]\n")


FORMATS: Mapping[str, tuple[str, Write]] = {
    "csv": ("text/csv; charset=utf-8", _write_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _write_xlsx),
    "json": ("application/json", _write_json),
    "jsonl": ("application/jsonl", _write_jsonl),
}
