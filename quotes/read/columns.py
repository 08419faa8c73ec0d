"""Parquet, Arrow and Feather: a row is an article, the columns are its fields."""

from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from typing import IO, Any

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.decoding import decode_unmarked
from quotes.read.field_names import match_fields
from quotes.read.incoming import Incoming
from quotes.read.optional import load
from quotes.read.record import missing_text, to_article
from quotes.read.seeking import seekable

PARQUET, ARROW, FEATHER = b"PAR1", b"ARROW1\0\0", b"FEA1"
ARROW_STREAM = b"\xff\xff\xff\xff"  # and four bytes of the schema's length, at most 16 MB
_ROWS = 256  # in memory at a time

Batches = Callable[[Any, IO[bytes], Incoming], Iterator[Any]]


def is_arrow(head: bytes) -> bool:
    """Whether data that begins so is an Arrow file or stream, or an old Feather file."""
    return head.startswith((ARROW, FEATHER)) or (head.startswith(ARROW_STREAM) and head[7:8] == b"\0")


def read_parquet(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """Rows in order, some hundred at a time, and only the columns that hold something of an article."""
    return _read(stream, incoming, "a Parquet file", _parquet_batches)


def read_arrow(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """Rows in order, of a file (Feather) or a stream; in memory is one batch, as large as it was written."""
    return _read(stream, incoming, "an Arrow file", _arrow_batches)


def _read(stream: BufferedReader, incoming: Incoming, called: str, batches: Batches) -> Iterator[Article | Reject]:
    with seekable(stream) as file:
        for number, row in enumerate(_rows(file, incoming, called, batches), start=1):
            record = {name: _decoded(value) for name, value in row.items()}
            yield to_article(record, f"{incoming.origin}:{number}", incoming)


def _rows(file: IO[bytes], incoming: Incoming, called: str, batches: Batches) -> Iterator[dict[str, object]]:
    arrow = load("pyarrow", called)
    number = 0
    try:
        for batch in batches(arrow, file, incoming):
            batch.validate(full=True)  # else offsets that lead out of a broken file end the program
            yield from batch.to_pylist()
            number += batch.num_rows
    except InputError:
        raise
    except Exception as error:  # pyarrow's own, and what becomes of absurd sizes and time zones
        raise InputError(
            f"It is {called}, but broken or cut short after {number} rows ({_first_line(error)}); write it again."
        ) from error


def _parquet_batches(arrow: Any, file: IO[bytes], incoming: Incoming) -> Iterator[Any]:
    table = load("pyarrow.parquet", "a Parquet file").ParquetFile(file, buffer_size=1 << 16, pre_buffer=False)
    wanted = _wanted(arrow, table.schema_arrow, incoming)
    for batch in table.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
        yield _in_microseconds(arrow, batch)


def _arrow_batches(arrow: Any, file: IO[bytes], incoming: Incoming) -> Iterator[Any]:
    head = file.read(len(ARROW))
    file.seek(0)
    batches: Iterable[Any]
    if head.startswith(FEATHER):
        table = load("pyarrow.feather", "a Feather file").read_table(file)
        schema, batches = table.schema, table.to_batches()
    elif head.startswith(ARROW):
        reader = arrow.ipc.open_file(file)
        schema, batches = reader.schema, (reader.get_batch(i) for i in range(reader.num_record_batches))
    else:
        reader = arrow.ipc.open_stream(file)
        schema, batches = reader.schema, reader
    wanted = _wanted(arrow, schema, incoming)
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            yield _in_microseconds(arrow, batch.select(wanted).slice(start, _ROWS))


def _wanted(arrow: Any, schema: Any, incoming: Incoming) -> list[str]:
    """The columns that hold a field of an article; raises InputError where none holds the text."""
    names = [name for field in schema for name in _paths(arrow, field)]
    matched = match_fields(names, incoming.fields)
    text = matched.get("text", "text")
    columns = list(dict.fromkeys(schema.names))
    if text.partition(".")[0] not in columns and text not in columns:
        raise InputError(missing_text(text, dict.fromkeys(names), "table"))
    taken = {name for found in matched.values() for name in (found, found.partition(".")[0])}
    return [name for name in columns if name in taken]


def _paths(arrow: Any, field: Any) -> list[str]:
    """A column by its name, or by those of what its objects hold."""
    if not arrow.types.is_struct(field.type):
        return [field.name]
    return [f"{field.name}.{field.type.field(i).name}" for i in range(field.type.num_fields)]


def _in_microseconds(arrow: Any, batch: Any) -> Any:
    """Times to the nanosecond, as pandas writes them, have no counterpart in Python."""
    for i, field in enumerate(batch.schema):
        if arrow.types.is_timestamp(field.type) and field.type.unit == "ns":
            cut = batch.column(i).cast(arrow.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(i, field.name, cut)
    return batch


def _decoded(value: object) -> object:
    return decode_unmarked(value) if isinstance(value, bytes) else value


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120].rstrip(" .:")
