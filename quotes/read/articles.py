"""The one way in: paths to articles."""

import gzip
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from quotes.configuration import EMPTY, Configuration
from quotes.domain import Article, Reject, identify
from quotes.errors import InputError
from quotes.read.bounded import Counted, unpacked
from quotes.read.containers import Kind, container_kind, iter_members
from quotes.read.decoding import is_binary
from quotes.read.formats import IN_FOLDERS, Format, Taken, format_named, format_of, split_name, take_no_note
from quotes.read.healing import healed
from quotes.read.incoming import Incoming, Say, say_nothing
from quotes.read.language import refusal
from quotes.read.position import Position, Reached, look_away
from quotes.read.record import check_fields
from quotes.read.showing import printable, shown
from quotes.read.sources import Given, Source, iter_sources, unreadable
from quotes.read.zstandard_file import ZSTANDARD, Unpacked
from quotes.wire import article_to_json

_HEAD = 1 << 16  # bytes to know a format by
_GZIP = b"\x1f\x8b"
_WHOLE = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")  # media types of single articles
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}  # others show what they are
_DEEPEST = 2  # a container in a container


def read_articles(
    paths: Iterable[Given],
    *,
    fields: Mapping[str, str] | None = None,
    outlet: str | None = None,
    format: str | None = None,
    records: str | None = None,
    any_language: bool = False,
    say: Say = say_nothing,
    taken: Taken = take_no_note,
    reached: Reached = look_away,
    house: Configuration = EMPTY,
) -> Iterator[Article | Reject]:
    """Read articles one by one, in order, from files, folders, standard input (`-`) and what was fetched; nothing is
    read ahead.

    `fields` maps our names (`quotes.read.FIELDS`) to those of the records ({"text": "body"}). `outlet` is for articles
    whose record names none; a web page's own site name comes only after it. `format` names one of `FORMATS` for all;
    else the content tells where it leaves no doubt, then the suffix, then what the content is like. Anything may be
    gzipped, whatever its name. From folders only files with known suffixes are taken, and no hidden ones.
    `records` says where in a JSON document the articles are ("response.results").
    What is surely not in English becomes a Reject that keeps it, unless `any_language` lets it pass.
    `taken` hears what each file was taken for, and `say`, in a sentence, what a reader decided that a user should know;
    `reached`, before each article, how many bytes of the input were read with it. `house` knows outlets by addresses,
    which hold before all else, outlets of files, and what records in some files call our fields.

    The text is as received, code point for code point, save where a wrong decoding is healed, which the article's
    notes say. A record keeps its id; without one it gets a hash of its url or,
    failing that, of its text. A text or page takes the file's name without suffixes, below a walked folder with the
    path to it ("2011/libya"); from a pipe, the hash. Within one call, an article that comes again with the same id and
    text is left out, unless something else is told of it; the same id with another text is rejected.

    What cannot be read becomes a Reject, missing paths too, and never stops the rest. Raises UsageError at once, before
    anything is read, for a name in `fields` that no article has and for a format that there is not.
    """
    chosen = dict(fields or {})
    check_fields(chosen)

    def say_plainly(note: str) -> None:
        say(printable(note))

    files = _Files(
        Incoming("", None, chosen, outlet, records, say_plainly),
        format_named(format) if format else None,
        taken,
        any_language,
        Position(reached),
        house,
    )
    return (shown(item) if isinstance(item, Reject) else item for item in _iter_articles(paths, files))


@dataclass(frozen=True, slots=True)
class _Files:
    """How all files of one call are read."""

    incoming: Incoming
    format: Format | None
    taken: Taken
    any_language: bool
    position: Position
    house: Configuration

    def incoming_of(self, source: Source) -> Incoming:
        """What the reader of a source is told; what the call says comes before what the house does."""
        path, known = source.path, self.incoming
        outlet = known.outlet or (source.fetched.outlet if source.fetched else None)
        fields = known.fields
        if path is not None:
            outlet = outlet or self.house.outlet_of_file(path)
            fields = {**self.house.fields_of_file(path), **fields}
        return replace(known, origin=source.origin, name=source.name, outlet=outlet, fields=fields)


def _iter_articles(paths: Iterable[Given], files: _Files) -> Iterator[Article | Reject]:
    seen: dict[str, tuple[str, set[int]]] = {}  # by id, the text's hash and what was told of it
    for source in iter_sources(paths):
        if isinstance(source, Reject):
            yield source
            continue
        for received in _read(source, files):
            if isinstance(received, Reject):
                yield received
                continue
            item = healed(received)
            if outlet := files.house.outlet_of(item.url):
                item = replace(item, outlet=outlet)
            files.position.tell()
            if not files.any_language and (why := refusal(item)):
                yield Reject(source.origin, why, article_to_json(item))
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
        files.position.leave()


def _read(source: Source, files: _Files) -> Iterator[Article | Reject]:
    """All that one source holds, its failure turned into a Reject; at least one item."""
    count = 0
    try:
        with ExitStack() as stack:
            for item in _dispatch(_open(source, stack, files.position), source, files):
                count += 1
                yield _under_its_address(item, source)
    except OSError as error:
        yield Reject(source.origin, unreadable(error))
    except InputError as error:
        yield Reject(source.origin, str(error))
    else:
        if not count:
            yield Reject(source.origin, "It holds no article; leave it out or fill it in.")


def _under_its_address(item: Article | Reject, source: Source) -> Article | Reject:
    """An article that is all of what was fetched has the address for its identity, as it may have other words later."""
    if source.fetched is None or source.fetched.kind not in _WHOLE or isinstance(item, Reject):
        return item
    url = source.fetched.url
    return replace(item, id=identify(url), url=url)


def _open(source: Source, stack: ExitStack, position: Position) -> io.BufferedReader:
    """The bytes of a source, unzipped where they are gzip; the stack closes what was opened here."""
    raw: BinaryIO
    if source.fetched is not None:
        raw = io.BytesIO(source.fetched.data)
    else:
        raw = sys.stdin.buffer if source.path is None else stack.enter_context(source.path.open("rb", _HEAD))
    position.enter(source, raw)
    stream = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    return _unpack(stream, stack)


def _unpack(stream: io.BufferedReader, stack: ExitStack) -> io.BufferedReader:
    """The bytes themselves, or what they hold where they are gzip or Zstandard."""
    head = stream.peek(len(ZSTANDARD))
    if head.startswith(_GZIP):
        packed = Counted(stream)
        unzipped = gzip.GzipFile(fileobj=io.BufferedReader(packed, _HEAD), mode="rb")
        return stack.enter_context(unpacked(cast(BinaryIO, unzipped), lambda: packed.count, "gzip file"))
    if head.startswith(ZSTANDARD):
        packed = Counted(stream)
        return stack.enter_context(
            unpacked(cast(BinaryIO, Unpacked(io.BufferedReader(packed, _HEAD))), lambda: packed.count, "Zstandard file")
        )
    return stream


def _dispatch(stream: io.BufferedReader, source: Source, files: _Files, depth: int = 0) -> Iterator[Article | Reject]:
    """Hand the bytes to the reader of their format, unless they are none of ours."""
    head = stream.peek(_HEAD)
    if not head:
        raise InputError("It is empty; leave it out or fill it in.")
    suffix = split_name(source.path)[1] if source.path else _suffix_of(source)
    kind = (
        None
        if suffix in (".docx", ".xlsx", ".xlsm") or (files.format and files.format.is_binary)
        else container_kind(head)
    )
    if kind:
        yield from _read_members(kind, stream, source, files, depth + 1)
        return
    incoming = files.incoming_of(source)
    format = files.format or format_of(suffix, head, incoming.fields)
    if not format.is_binary and is_binary(head):
        raise InputError("It is a binary file and holds no text; save its text as .txt (UTF-8) or .html first.")
    files.taken(source.origin, format)
    yield from format.read(stream, incoming)


def _suffix_of(source: Source) -> str:
    """What a file of the kind that a server names would end in."""
    return _SUFFIXES.get(source.fetched.kind, "") if source.fetched else ""


def _read_members(
    kind: Kind, stream: io.BufferedReader, source: Source, files: _Files, depth: int
) -> Iterator[Article | Reject]:
    """What a container holds, each member as a file of its own, save hidden ones and those of unknown suffix."""
    if depth > _DEEPEST:
        raise InputError("It is a container in a container in a container; unpack it and give what it holds.")
    passed_over = 0
    for member in iter_members(kind, stream, replace(files.incoming, origin=source.origin)):
        if isinstance(member, Reject):
            yield member
            continue
        path = Path(member.path)
        name, suffix = split_name(path)
        if suffix not in IN_FOLDERS or any(part.startswith((".", "__MACOSX")) for part in path.parts):
            passed_over += 1
            continue
        inner = Source(member.origin, path, path.with_name(name).as_posix())
        try:
            with ExitStack() as stack:
                yield from _dispatch(_unpack(member.stream, stack), inner, files, depth)
        except InputError as error:
            yield Reject(member.origin, str(error))
    if passed_over:
        told = "1 member was" if passed_over == 1 else f"{passed_over} members were"
        files.incoming.say(f"{source.origin}: {told} passed over, being of no known kind")
