"""The first of a selection are the first of all that it selects, however they are found."""

from dataclasses import replace
from datetime import date

import pytest

from quotes.store import Selection, Store
from quotes.store.reading import paging
from quotes.store.selection import Sort
from tests.bench.archive.stream import Archive

SELECTIONS = (
    Selection(),
    Selection(words="council"),
    Selection(words="council plan", indirect=True, said=False),
    Selection(since=date(2014, 1, 1), until=date(2017, 1, 1)),
    Selection(words="council", since=date(2014, 1, 1)),
    Selection(words="council", until=date(2014, 1, 1)),
    Selection(anonymous=True),
    Selection(words="xyzzy"),
    Selection(outlet=("Copperwell Times",)),
    Selection(outlet=("Copperwell Times",), words="council"),
    Selection(outlet=("Copperwell Times", "the burnster observer"), since=date(2014, 1, 1), anonymous=True),
    Selection(outlet=("Nowhere Gazette",)),
    Selection(desk=("politics",), indirect=True),
    Selection(byline=("Akina Larkleigh",)),
    Selection(via=("Radio Walmouth",)),
    Selection(via=("Radio Walmouth",), outlet=("Copperwell Times",)),
)


@pytest.mark.parametrize("sort", ["date", "newest"])
def test_the_first_are_the_first_of_all(store: Store, sort: Sort, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_all(Archive(1200))
    monkeypatch.setattr(paging, "_FEW", 20)
    monkeypatch.setattr(paging, "_ARTICLES", 7)
    for selection in SELECTIONS:
        sorted_so = replace(selection, sort=sort)
        everything = [record.id for record in store.select(sorted_so)]
        for limit in (1, 10, 100, 5000):
            some = [record.id for record in store.select(replace(sorted_so, limit=limit))]
            assert some == everything[:limit]
