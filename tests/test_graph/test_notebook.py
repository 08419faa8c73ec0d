"""docs/network.ipynb runs, and shows what it says it shows.

`python -m tests.test_graph.test_notebook --update` writes its outputs anew. Pictures are not compared: letters differ
from machine to machine.
"""

import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS: Any = nbformat  # whose functions have no types
ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "docs" / "network.ipynb"
CALLS = (
    "graph.build(",
    "graph.measure(",
    "graph.annotate(",
    "graph.backbone(",
    "graph.write(",
    "graph.read(",
    "graph.draw(",
)


def execute() -> Any:
    """The notebook with the outputs that it has now."""
    notebook = NOTEBOOKS.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    return notebook


def shown(cell: Any) -> list[str]:
    """What the cell prints and gives; of a picture that it is one."""
    found = []
    for output in cell.outputs:
        if output.get("name") == "stderr":
            continue  # what libraries warn of
        data = output.get("data", {})
        pictures = [kind for kind in data if kind.startswith("image/")]
        found.append(pictures[0] if pictures else output.get("text") or data["text/plain"])
    return found


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_cell_shows_what_it_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    kept, now = (code_cells(one) for one in (NOTEBOOKS.read(NOTEBOOK, as_version=4), execute()))
    for before, after in zip(kept, now, strict=True):
        assert shown(after) == shown(before), before.source


def test_it_shows_what_the_package_offers() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert [call for call in CALLS if call not in text] == []
    assert "](network.ipynb)" in (ROOT / "docs" / "network.md").read_text(encoding="utf-8")


def update() -> None:
    notebook = execute()
    for cell in notebook.cells:
        cell.metadata.clear()  # when it was run
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    NOTEBOOKS.write(notebook, NOTEBOOK)


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.test_graph.test_notebook --update")
    update()
