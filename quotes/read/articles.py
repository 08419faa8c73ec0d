"""The one way in: paths to articles."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.decoding import is_binary
from quotes.read.formats import foreign_document, reader_of, split_name
from quotes.read.incoming import Incoming
from quotes.read.record import check_fields
from quotes.read.sources import Source, iter_sources, unreadable
from quotes.read.word import ZIP, read_word

_HEAD = 1 << 16  # bytes to know a format by
_GZIP = b"\x1f\x8b"


def read_articles(
    paths: Iterable[str | Path], *, fields: Mapping[str, str] | None = None, outlet: str | None = None
) -> Iterator[Article | Reject]:
    """Read articles one by one, in order, from files, folders and standard input (`-`); nothing is read ahead.

    `fields` maps our names (`quotes.read.FIELDS`) to those of the records ({"text": "body"}). `outlet` is for articles
    whose record names none; a web page's own site name comes only after it. The format follows the suffix (.txt, .html,
    .htm, .jsonl, .ndjson, .json, .csv, .tsv), else the content; anything may be gzipped, whatever its name.
    From folders only files with these suffixes are taken, and no hidden ones.

    The text is as received, code point for code point. A record keeps its id; without one it gets a hash of its url or,
    failing that, of its text. A text or page takes the file's name without suffixes, below a walked folder with the
    path to it ("2011/libya"); from a pipe, the hash. Within one call, an article that comes again with the same id and
    text is left out, unless something else is told of it; the same id with another text is rejected.

    What cannot be read becomes a Reject, missing paths too, and never stops the rest. Raises UsageError at once, before
    anything is read, for a name in `fields` that no article has.
    """
    chosen = dict(fields or {})
    check_fields(chosen)
    return _iter_articles(paths, chosen, outlet)


def _iter_articles(
    paths: Iterable[str | Path], fields: Mapping[str, str], outlet: str | None
) -> Iterator[Article | Reject]:
    seen: dict[str, tuple[str, set[int]]] = {}  # by id, the text's hash and what was told of it
    for source in iter_sources(paths):
        if isinstance(source, Reject):
            yield source
            continue
        incoming = Incoming(source.origin, source.name, fields, outlet)
        for item in _read(source, incoming):
            if isinstance(item, Reject):
                yield item
                continue
            text_hash, told = seen.setdefault(item.id, (item.text_hash, set()))
            details = hash((item.title, item.url, item.outlet, item.published, item.byline, item.section))
            if text_hash == item.text_hash:
                if details not in told:
                    told.add(details)
                    yield item
            else:
                yield Reject(
                    source.origin, f"The id {item.id!r} came before with another text; give each article its own."
                )


def _read(source: Source, incoming: Incoming) -> Iterator[Article | Reject]:
    """All that one source holds, its failure turned into a Reject; at least one item."""
    count = 0
    try:
        with ExitStack() as stack:
            for item in _dispatch(_open(source, stack), source, incoming):
                count += 1
                yield item
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Reject(source.origin, "The gzip file is broken or cut short; get it again or compress it anew.")
    except OSError as error:
        yield Reject(source.origin, unreadable(error))
    except InputError as error:
        yield Reject(source.origin, str(error))
    else:
        if not count:
            yield Reject(source.origin, "It holds no article; leave it out or fill it in.")


def _open(source: Source, stack: ExitStack) -> io.BufferedReader:
    """The bytes of a source, unzipped where they are gzip; the stack closes what was opened here."""
    raw: BinaryIO = sys.stdin.buffer if source.path is None else stack.enter_context(source.path.open("rb", _HEAD))
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    if not stream.peek(len(_GZIP)).startswith(_GZIP):
        return stream
    unzipped = gzip.GzipFile(fileobj=stream, mode="rb")
    return stack.enter_context(io.BufferedReader(cast(io.RawIOBase, unzipped), _HEAD))


def _dispatch(stream: io.BufferedReader, source: Source, incoming: Incoming) -> Iterator[Article | Reject]:
    """Hand the bytes to the reader of their format, unless they are none of ours."""
    head = stream.peek(_HEAD)
    if not head:
        raise InputError("It is empty; leave it out or fill it in.")
    if head.startswith(ZIP):
        yield from read_word(stream, incoming)
        return
    if document := foreign_document(head):
        raise InputError(f"It is {document}; save its text as .txt or .html first.")
    if is_binary(head):
        raise InputError("It is a binary file and holds no text; save its text as .txt (UTF-8) or .html first.")
    suffix = split_name(source.path)[1] if source.path else ""
    yield from reader_of(suffix, head, incoming.fields)(stream, incoming)
