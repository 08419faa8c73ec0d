"""Parquet by pyarrow: typed columns, written a batch at a time; what each column holds is in its metadata."""

from itertools import islice
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from quotes.export.source import Source
from quotes.store.fields import FIELDS, to_columns

_ROWS = 20_000  # in a row group
_TYPES = {
    "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
    "list of text": pa.list_(pa.string()),
}  # fmt: skip
SCHEMA = pa.schema([pa.field(f.name, _TYPES[f.type], metadata={"description": f.holds}) for f in FIELDS])


def write(source: Source, stream: IO[bytes]) -> None:
    records = source.quotations()
    with pq.ParquetWriter(stream, SCHEMA, compression="zstd") as writer:
        while batch := list(islice(records, _ROWS)):
            writer.write_table(pa.table(to_columns(batch), schema=SCHEMA))
