"""Web archives (WARC): each web page in them is an article, with the address that it came from."""

import io
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from typing import Any, cast

from quotes.domain import Article, Reject, identify
from quotes.errors import InputError
from quotes.read.incoming import Incoming
from quotes.read.optional import load
from quotes.read.pages import read_page
from quotes.read.seeking import seekable

WARC = b"WARC/"
_LARGEST = 50_000_000  # bytes of a page
_PAGES = ("text/html", "application/xhtml+xml")


def read_web_archive(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The pages that a server answered with; all other records are passed over, and counted aloud."""
    warc = load("fastwarc.warc", "a web archive (WARC)")
    passed_over = count = 0
    try:
        with seekable(stream) as file:
            for record in warc.ArchiveIterator(file, parse_http=True, auto_decode="all"):
                if _is_page(record, warc):
                    count += 1
                    yield _read_record(record, incoming)
                else:
                    passed_over += 1
    except InputError:
        raise
    except BaseException as error:  # damaged records make it raise many kinds, Rust's panics too
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise InputError(
            f"The web archive breaks off or is damaged after {count} pages ({type(error).__name__}); get it again."
        ) from error
    if passed_over:
        incoming.say(f"{incoming.origin}: {passed_over} records of the web archive are no pages and were passed over")


def _is_page(record: Any, warc: Any) -> bool:
    if record.record_type != warc.WarcRecordType.response or record.http_headers is None:
        return False
    kind = str(record.http_content_type or "").partition(";")[0].strip().lower()
    return kind in _PAGES and record.http_headers.status_code in (200, None)


def _read_record(record: Any, incoming: Incoming) -> Article | Reject:
    url = str(record.headers.get("WARC-Target-URI") or "").strip("<>")
    origin = f"{incoming.origin}:{url or record.record_id}"
    data = record.reader.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        return Reject(origin, "The page is larger than 50 megabytes; leave it out.")
    page: BufferedReader = io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data)))
    try:
        item = next(read_page(page, replace(incoming, origin=origin, name=None)))
    except InputError as error:
        return Reject(origin, str(error))
    if isinstance(item, Reject) or not url:
        return item
    return replace(item, id=identify(url), url=url)
