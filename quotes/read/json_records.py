"""JSON: an article a line, or one document that holds an article or a list of them."""

import json
from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain

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
    if begin and _is_object(begin[-1]):
        yield from parse_json_lines(chain(begin, lines), incoming)
        return
    rest = list(lines)
    try:
        document = json.loads("".join(begin + rest))
    except _FAILURES as error:
        if any(map(_is_object, rest)):
            yield from parse_json_lines(begin + rest, incoming)
        else:
            yield Reject(incoming.origin, _broken(error))
        return
    records = document if isinstance(document, list) else [document]
    for number, record in enumerate(records, start=1):
        yield _to_article(record, f"{incoming.origin}:{number}" if len(records) > 1 else incoming.origin, incoming)


def parse_json_lines(lines: Iterable[str], incoming: Incoming) -> Iterator[Article | Reject]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        origin = f"{incoming.origin}:{number}"
        try:
            record = json.loads(line)
        except _FAILURES as error:
            yield Reject(origin, _broken(error))
        else:
            yield _to_article(record, origin, incoming)


def _to_article(record: object, origin: str, incoming: Incoming) -> Article | Reject:
    if not isinstance(record, dict):
        return Reject(origin, 'This is JSON but no object; write each article as {"id": …, "text": …}.')
    return to_article(record, origin, incoming)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except _FAILURES:
        return False


def _broken(error: Exception) -> str:
    detail = (
        f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else "too deep or big"
    )
    return f"This is broken JSON ({detail}); write one complete object a line."
