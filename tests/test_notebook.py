"""docs/python.ipynb runs from top to bottom, and shows what it shows; `make notebook` keeps what it shows now."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).parents[1] / "docs" / "python.ipynb"


def run() -> Any:
    """The notebook with its outputs."""
    nbformat: Any = pytest.importorskip("nbformat")
    nbclient: Any = pytest.importorskip("nbclient")
    book = nbformat.read(NOTEBOOK, as_version=4)
    client = nbclient.NotebookClient(book, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}})
    client.execute(env={**os.environ, "PYTHONPATH": str(NOTEBOOK.parents[1])})
    for cell in book.cells:
        if cell.cell_type == "code":
            cell.outputs = [one for one in cell.outputs if one.get("name") != "stderr"]  # warnings of other packages
            for one in cell.outputs:
                if "<iframe" in one.get("data", {}).get("text/html", ""):
                    one.data["text/plain"] = "an article"  # instead of all that is in it
    return book


def shown(book: Any) -> list[str]:
    """What each cell shows as text; digits of a confidence do not count, nor where in memory a thing lies."""
    told = []
    for cell in book.cells:
        if cell.cell_type == "code":
            parts = [one.get("text") or one.get("data", {}).get("text/plain", "") for one in cell.outputs]
            told.append(re.sub(r"\d+%|0x[0-9a-f]+|\d\.\d{4,}", "…", "".join(parts)))
    return told


def test_the_notebook_shows_what_it_shows() -> None:
    pytest.importorskip("pandas")
    nbformat: Any = pytest.importorskip("nbformat")
    before, now = shown(nbformat.read(NOTEBOOK, as_version=4)), run()
    assert shown(now) == before, "run make notebook"
    pictures = [one.data["text/html"] for cell in now.cells for one in cell.get("outputs", ()) if "data" in one
                and "<iframe" in one.data.get("text/html", "")]  # fmt: skip
    assert len(pictures) == 2
    assert all("Graham Tully" in one or "Abdul-Jalil" in one for one in pictures)


def update() -> None:
    nbformat: Any = __import__("nbformat")
    book = run()
    for cell in book.cells:
        cell.metadata.pop("execution", None)  # the times at which cells ran
    book.metadata.pop("language_info", None)
    nbformat.write(book, NOTEBOOK)


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.test_notebook --update")
    update()
