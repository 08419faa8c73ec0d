"""Where words go: data to standard output or a file, everything else to standard error."""

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.table import Table

from quotes.cli.options import Format
from quotes.errors import UsageError

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)


def wants_table(chosen: Format | None) -> bool:
    """What `--format` says, else a table on a terminal and JSON Lines anywhere else."""
    return sys.stdout.isatty() if chosen is None else chosen == "table"


def write_either(
    chosen: Format | None, show: Callable[[], object], to_rows: Callable[[], Iterable[Mapping[str, Any]]]
) -> None:
    """What is no list of rows: as `show` prints it for people, else as JSON Lines."""
    if wants_table(chosen):
        show()
    else:
        write_jsonl(to_rows())


class Plain(Console):
    """A console that no article can steer: control characters and marks of direction in what it prints are left out."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(_STEERING.sub("", segment.text), segment.style)


def out() -> Console:
    return Plain(highlight=False, markup=False, emoji=False, soft_wrap=False)


def notes() -> Console:
    return Plain(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def plain_table(*columns: str) -> Table:
    """A table without a frame, its headings over a line."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column)
    return table


def write_jsonl(rows: Iterable[Mapping[str, Any]], stream: TextIO | None = None, *, at_once: bool = True) -> None:
    """`at_once`: let each row be seen when it is there, for those that take a while."""
    target = sys.stdout if stream is None else stream
    for row in rows:
        target.write(_JSON.encode(row) + "\n")
        if at_once:
            target.flush()


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """The file to write to, gzipped when it ends in .gz; standard output for None and `-`."""
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    try:
        stream = _open(path)
    except OSError as error:
        raise unwritable(path, error) from error
    with stream:
        yield stream


def unwritable(path: Path, error: OSError, option: str = "-o") -> UsageError:
    """Folders are not made: a slip in a name would hide what was written."""
    if not path.parent.exists():
        return UsageError(f"the folder {path.parent} is not there; make it, or choose another place with {option}")
    return UsageError(f"{path} cannot be written ({error.strerror}); choose another place with {option}")


def _open(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "wt", encoding="utf-8", errors="backslashreplace")
    return path.open("w", encoding="utf-8", errors="backslashreplace")
