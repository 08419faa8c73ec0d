"""Articles that are stored together are stored as one after another."""

from pathlib import Path

import pytest

from quotes.store import Store, open_store
from tests.bench.archive.stream import Archive
from tests.store_contents import contents
from tests.store_killing import different, passes

TOLD = tuple(Archive(700))
FIRST, AGAIN = passes(200)


def test_many_at_once_are_stored_as_one_by_one(shared_url: str, tmp_path: Path) -> None:
    with open_store(shared_url) as many, open_store(f"sqlite:///{tmp_path / 'one.db'}") as alone:
        assert many.add_all(TOLD) == [alone.add(parsed) for parsed in TOLD]
        assert different(contents(alone), contents(many) | {"stems": contents(alone)["stems"]}) == []


@pytest.mark.parametrize("size", [1, 7])
def test_how_many_are_stored_at_once_makes_no_difference(size: int) -> None:
    def fill(store: Store, articles: int) -> list[str]:
        given = (*FIRST, *AGAIN)
        batches = [given[start : start + articles] for start in range(0, len(given), articles)]
        return [outcome for batch in batches for outcome in store.add_all(batch)]

    with open_store("sqlite://") as few, open_store("sqlite://") as many:
        assert fill(few, size) == fill(many, len(FIRST))
        assert few.info() == many.info()
        assert [one.to_dict() for one in few.records()] == [one.to_dict() for one in many.records()]
