"""Gold and predictions as JSON Lines, one article a line; gzipped ones too, `-` for standard input.

A gold article has `id text quotes`, and may have `outlet published title url byline section`, `unattributed` and
`ignore` (`[[start, end]]`), and `indirect` (`[{"content": [[start, end]], "sources": [[start, end]]}]`; null or absent
where it was not annotated) with its class, `indirect_speech` ("all" if absent). Its quotations have `start end`, and
may have `sources` and `content` (`[[start, end]]`), `kind`, and together `speaker source_type anonymous`. What
`quotes parse --with-text` wrote, corrected by hand, is gold as well.
"""

import gzip
import io
import json
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO, TypeVar, cast, get_args

from quotes.domain import Article, IndirectScope, Span
from quotes.errors import InputError
from quotes.evaluate.gold import GoldArticle, GoldQuote, GoldReport, Labels, kind_of
from quotes.evaluate.predictions import PredictedArticle, to_predicted
from quotes.read.dates import parse_date
from quotes.read.decoding import iter_lines

T = TypeVar("T")

_GOLD = "a gold article has id, text and quotes with start and end"
_PREDICTED = "write predictions with `quotes parse`"


def read_gold_lines(path: Path) -> list[GoldArticle]:
    """Raises InputError, with the line, when one cannot be read as a gold article."""
    return list(read_lines(path, to_gold, _GOLD))


def read_predictions(path: Path) -> dict[str, PredictedArticle]:
    """By the article's id; of two lines on one article the later counts. Raises InputError as `read_gold_lines`."""
    return {article.id: article for article in read_lines(path, to_predicted, _PREDICTED)}


def to_gold(record: Mapping[str, Any]) -> GoldArticle:
    """Raises KeyError, TypeError or ValueError when a field is missing, of the wrong kind or outside the text."""
    text = record["text"]
    if not isinstance(text, str):
        raise TypeError("the text is no string")
    article = Article(
        id=str(record["id"]),
        text=text,
        title=record.get("title"),
        url=record.get("url"),
        outlet=record.get("outlet"),
        published=parse_date(record.get("published")),
        byline=record.get("byline"),
        section=record.get("section"),
    )
    quotes = [quote for quote in record["quotes"] if quote.get("kind") != "indirect"]
    reports, scope = record.get("indirect"), _to_scope(record.get("indirect_speech"))
    if "indirect" not in record:  # as `quotes parse` writes it, all in one list
        reports = [quote for quote in record["quotes"] if quote.get("kind") == "indirect"]
        reports = reports if reports or scope in ("speech", "all") else None
    return GoldArticle(
        article,
        quotes=tuple(_to_quote(quote, text) for quote in quotes),
        indirect=None if reports is None else tuple(_to_report(report, text) for report in reports),
        scope=scope or "all",
        unattributed=_spans(record.get("unattributed"), text),
        ignore=_spans(record.get("ignore"), text),
    )


def _to_scope(name: str | None) -> IndirectScope | None:
    """What `quotes parse` says that it looked for."""
    if name not in (None, *get_args(IndirectScope)):
        raise ValueError(f"indirect_speech is {name!r}, none of {', '.join(get_args(IndirectScope))}")
    return cast(IndirectScope | None, name)


def _to_quote(quote: Mapping[str, Any], text: str) -> GoldQuote:
    span = _span((quote["start"], quote["end"]), text)
    kind = quote.get("kind") or kind_of(text, span, _spans(quote.get("content"), text))
    return GoldQuote(span, _sources(quote, text), kind, _labels(quote))


def _to_report(report: Mapping[str, Any], text: str) -> GoldReport:
    content = _spans(report["content"], text)
    if not content:
        raise ValueError("an indirect report has no content")
    return GoldReport(content, _sources(report, text))


def _sources(quote: Mapping[str, Any], text: str) -> tuple[Span, ...]:
    if "sources" not in quote and (mention := quote.get("mention")):
        return (_span((mention["start"], mention["end"]), text),)
    return _spans(quote.get("sources"), text)


def _labels(quote: Mapping[str, Any]) -> Labels | None:
    if quote.get("source_type") is None:
        return None
    speaker = quote.get("speaker")
    name = speaker.get("name") if isinstance(speaker, Mapping) else speaker
    return Labels(quote["source_type"], name or None, bool(quote.get("anonymous")))


def _spans(pairs: Any, text: str) -> tuple[Span, ...]:
    return tuple(_span(pair, text) for pair in pairs or ())


def _span(pair: Any, text: str) -> Span:
    start, end = map(int, pair)
    if not 0 <= start < end <= len(text):
        raise ValueError(f"a stretch from {start} to {end} is not in its text of {len(text)} characters")
    return Span(start, end)


def read_lines(path: Path, to_item: Callable[[Mapping[str, Any]], T], remedy: str) -> Iterator[T]:
    """What each line holds. Raises InputError with the line, the fault and the remedy; for a file without lines too."""
    number, some = 0, False
    try:
        with ExitStack() as stack:
            for line in iter_lines(open_stream(path, stack)):
                number += 1
                if line.strip():
                    some = True
                    yield to_item(json.loads(line))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}); check the path") from error
    except (EOFError, zlib.error) as error:
        raise InputError(f"{path} is a broken gzip file; get it again") from error
    except KeyError as error:
        raise InputError(f"{path}:{number} lacks the field {error}; {remedy}") from error
    except (AttributeError, RecursionError, TypeError, ValueError) as error:
        reason = f"broken JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else f"not readable ({error})"
        raise InputError(f"{path}:{number} is {reason}; {remedy}") from error
    if not some:
        raise InputError(f"{path} holds nothing; {remedy}")


def open_stream(path: Path, stack: ExitStack) -> io.BufferedReader:
    """The bytes of a file, gzipped or not, or of standard input (`-`)."""
    raw: BinaryIO = sys.stdin.buffer if str(path) == "-" else stack.enter_context(path.open("rb"))
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    if not stream.peek(2).startswith(b"\x1f\x8b"):
        return stream
    unzipped = gzip.GzipFile(fileobj=stream, mode="rb")
    return stack.enter_context(io.BufferedReader(cast(io.RawIOBase, unzipped)))
