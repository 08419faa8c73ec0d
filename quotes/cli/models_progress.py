"""How far a download is: a bar for each file on a terminal, a line for each file elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from quotes.cli.output import notes
from quotes.nlp.download import Watch
from quotes.nlp.layout import ModelFile


@contextmanager
def watch_download() -> Iterator[Watch]:
    console = notes()
    seen: dict[ModelFile, TaskID] = {}
    if not console.is_terminal:
        yield lambda file, done, total: _tell(file, seen)
        return
    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console) as progress:

        def watch(file: ModelFile, done: int, total: int | None) -> None:
            if file not in seen:
                seen[file] = progress.add_task(file.path)
            progress.update(seen[file], completed=done, total=total)

        yield watch


def _tell(file: ModelFile, seen: dict[ModelFile, TaskID]) -> None:
    if file not in seen:
        seen[file] = TaskID(len(seen))
        notes().print(file.path)
