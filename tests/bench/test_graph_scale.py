"""The network at ten thousand quotations: `make bench`. For more, see `graph_scale`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quotes.store import open_store
from tests.bench import asking
from tests.bench.archive.stream import Archive
from tests.bench.graph_scale import measure, to_line

QUOTATIONS = 10_000


def test_network(figures: list[str]) -> None:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.db'}"
        with open_store(url) as store:
            asking.add_all(store, list(Archive(QUOTATIONS)))
        measured = dict(measure(url))
    figures.extend(to_line(name, run) for name, run in measured.items())
    assert {name for name, run in measured.items() if run.code} == set()
