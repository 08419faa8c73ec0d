"""JSON: an article a line, or one document that holds an article or a list of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader
from itertools import chain
from typing import Any

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.decoding import iter_lines
from quotes.read.incoming import Incoming
from quotes.read.record import has_text, to_article

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
    first = _object(begin[-1]) if begin else None
    if first is not None and has_text(first, incoming.fields):  # the first of many, perhaps, that are still to come
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
    records = _records(document, incoming)
    for number, record in enumerate(records, start=1):
        yield _to_article(record, f"{incoming.origin}:{number}" if len(records) > 1 else incoming.origin, incoming)


def _records(document: Any, incoming: Incoming) -> list[Any]:
    """The articles of a document: what `records` leads to, or else the document itself, or the only list of articles,
    or object with an article for each id, that stands in it (as in a service's {"status": …, "articles": […]})."""
    if incoming.records:
        return _listed(_reach(document, incoming.records), incoming.fields)
    if isinstance(document, list) or has_text(document, incoming.fields):
        return _listed(document, incoming.fields)
    found = list(_iter_collections(document, incoming.fields))
    return _listed(found[0] if len(found) == 1 else document, incoming.fields)


def _reach(document: Any, path: str) -> Any:
    for part in path.split("."):
        if not isinstance(document, dict) or part not in document:
            there = ", ".join(document) if isinstance(document, dict) else "no object"
            raise InputError(f"--records {path} leads nowhere: there is no {part!r} (there is: {there}).")
        document = document[part]
    return document


def _listed(found: Any, fields: Mapping[str, str]) -> list[Any]:
    if isinstance(found, list):
        return found
    if isinstance(found, dict) and found and all(has_text(value, fields) for value in found.values()):
        return [{"id": key, **value} for key, value in found.items()]
    return [found]


def _iter_collections(document: Any, fields: Mapping[str, str]) -> Iterator[Any]:
    """The lists of articles, and objects with an article for each id, inside a document's objects."""
    if not isinstance(document, dict):
        return
    if document and all(has_text(value, fields) for value in document.values()):
        yield document
        return
    for value in document.values():
        if isinstance(value, list):
            if value and has_text(value[0], fields):
                yield value
        else:
            yield from _iter_collections(value, fields)


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
