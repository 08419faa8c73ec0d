"""The formats that `quotes export` writes. A new one is a module with `write(source, stream)` and a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO

from quotes.errors import UsageError
from quotes.export.source import Source

Write = Callable[[Source, IO[bytes]], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write quotations."""

    name: str
    module: str  # in quotes.export
    suffixes: tuple[str, ...]  # by which a file's name tells the format
    holds: str
    binary: bool = False

    def load(self) -> Write:
        """The function that writes it; raises ImportError where a package that it needs is missing."""
        write: Write = import_module(f"quotes.export.{self.module}").write
        return write


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("csv", "csv", (".csv",), "a row a quotation, for spreadsheets and R"),
        Format("jsonl", "jsonl", (".jsonl", ".ndjson"), "an object a quotation, with all there is, for programs"),
        Format("xlsx", "xlsx", (".xlsx",), "a workbook: quotations, people, articles, what the columns mean", True),
        Format("parquet", "parquet", (".parquet",), "typed columns, for pandas, polars, DuckDB and Spark", True),
        Format("annotation", "annotation", (".anno.jsonld",), "W3C Web Annotations"),
        Format("schema-org", "schema_org", (".jsonld",), "schema.org Quotations, for web pages and search engines"),
        Format("tei", "tei", (".tei.xml", ".tei"), "TEI P5 with the articles' texts, for editions and corpora"),
        Format("brat", "brat", (".brat.zip",), "brat's texts and annotations, zipped", True),
        Format("doccano", "doccano", (".doccano.jsonl",), "texts with labelled spans, for doccano"),
        Format("label-studio", "label_studio", (".label-studio.json",), "tasks with predictions, for Label Studio"),
        Format("cas", "cas", (".xmi.zip",), "UIMA CAS XMI with its type system, zipped, for INCEpTION", True),
    )
}


def format_of(name: str | None, output: Path | None) -> Format:
    """The format of this name, else the one by the file's name; raises UsageError where neither tells."""
    if name is not None:
        if name.lower() not in FORMATS:
            raise UsageError(f"--format {name!r} is not known; give one of {', '.join(FORMATS)}")
        return FORMATS[name.lower()]
    if output is None or str(output) == "-":
        raise UsageError(f"say in which format, as in --format csv: one of {', '.join(FORMATS)}")
    file = output.name.lower().removesuffix(".gz")
    fits = [(len(end), format) for format in FORMATS.values() for end in format.suffixes if file.endswith(end)]
    if not fits:
        ends = ", ".join(end for format in FORMATS.values() for end in format.suffixes)
        raise UsageError(f"-o {output} has no name of a known format; let it end in {ends}, or give --format")
    return max(fits, key=lambda fit: fit[0])[1]
