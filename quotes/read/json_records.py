"""JSON: an article a line, or one document that holds an article or a list of them."""

import json
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from typing import Any

from quotes.domain import Article, Reject
from quotes.read.decoding import iter_lines
from quotes.read.incoming import Incoming
from quotes.read.record import to_article

_FAILURES = (ValueError, RecursionError)  # no JSON, a number beyond all bounds, brackets nested too deeply


def read_json_lines(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """Each line as it arrives; a line that cannot be read costs only itself."""
    yield from parse_json_lines(iter_lines(stream), incoming)


def read_json(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """A JSON document with an article or a list of articles, or, where the first line is an object, JSON Lines."""
    lines = iter_lines(stream)
    begin: list[str] = []
    for line in lines:
        begin.append(line)
        if line.strip():
            break
    text_field = incoming.fields.get("text", "text").split(".")[0]
    first = _object(begin[-1]) if begin else None
    if first is not None and text_field in first:  # the first of many, perhaps, that are still to come
        yield from parse_json_lines(chain(begin, lines), incoming)
        return
    rest = list(lines)
    if first is not None and any(map(str.strip, rest)):
        yield from parse_json_lines(begin + rest, incoming)
        return
    try:
        document = json.loads("".join(begin + rest))
    except _FAILURES as error:
        if any(_object(line) is not None for line in rest):
            yield from parse_json_lines(begin + rest, incoming)
        else:
            yield Reject(incoming.origin, _broken(error))
        return
    records = _records(document, text_field)
    for number, record in enumerate(records, start=1):
        yield _to_article(record, f"{incoming.origin}:{number}" if len(records) > 1 else incoming.origin, incoming)


def _records(document: Any, text_field: str) -> list[Any]:
    """The articles of a document: a list, an object for each by its id, or either as the only one of its kind inside
    the answer of a service ({"status": …, "articles": […]})."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict) or text_field in document:
        return [document]
    objects = {key: value for key, value in document.items() if isinstance(value, dict)}
    if len(objects) == len(document) and all(text_field in value for value in objects.values()):
        return [{"id": key, **value} for key, value in objects.items()]
    lists = [v for v in document.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
    if len(lists) == 1:
        return list(lists[0])
    if len(objects) == 1 and not lists:
        return _records(next(iter(objects.values())), text_field)
    return [document]


def parse_json_lines(lines: Iterable[str], incoming: Incoming) -> Iterator[Article | Reject]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        origin = f"{incoming.origin}:{number}"
        try:
            record = json.loads(line)
        except _FAILURES as error:
            yield Reject(origin, _broken(error), line)
        else:
            yield _to_article(record, origin, incoming)


def _to_article(record: object, origin: str, incoming: Incoming) -> Article | Reject:
    if not isinstance(record, dict):
        return Reject(origin, 'This is JSON but no object; write each article as {"id": …, "text": …}.')
    return to_article(record, origin, incoming)


def _object(line: str) -> dict[str, Any] | None:
    try:
        read = json.loads(line)
    except _FAILURES:
        return None
    return read if isinstance(read, dict) else None


def _broken(error: Exception) -> str:
    detail = (
        f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else "too deep or big"
    )
    return f"This is broken JSON ({detail}); write one complete object a line."
