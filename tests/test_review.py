"""The screen of quotes review, by its keys."""

import asyncio
from collections.abc import Sequence

import pytest

from quotes.domain import Source
from quotes.store import Selection, Store, open_store
from tests.conftest import build_article

pytest.importorskip("textual")

ANN, BEN = Source("named_person", "Ann Lee"), Source("named_person", "Ben Okafor")


def review(store: Store, keys: Sequence[str], who: str = "desk", *, second: bool = False) -> int | None:
    from quotes.review.queue import read_queue
    from quotes.review.screen import ReviewScreen

    screen = ReviewScreen(store, read_queue(store, Selection(), who, second=second), who)

    async def press() -> None:
        async with screen.run_test() as pilot:
            await pilot.press(*keys)

    asyncio.run(press())
    return screen.return_value


@pytest.fixture
def reviewed(tmp_path: object) -> Store:
    store = open_store(f"sqlite:///{tmp_path}/quotes.db")
    store.add(build_article("a1", ("The road stays shut.", ANN), ("It is open.", BEN), ("So it is.", None)))
    return store


def test_one_key_a_verdict_and_on_to_the_next(reviewed: Store) -> None:
    assert review(reviewed, ["2", "x", *"sCy", "space", *"Dunn", "enter", "q"]) == 3
    assert [(one.text, one.speaker) for one in reviewed.records()] == [
        ("“The road stays shut.”", "Ben Okafor"), ("“So it is.”", "Cy Dunn"),
    ]  # fmt: skip


def test_u_undoes_and_it_goes_on_where_it_stopped(reviewed: Store) -> None:
    assert review(reviewed, ["x", "u", "space", "q"]) == 1
    assert len(list(reviewed.records())) == 3
    assert review(reviewed, ["n", "space", "q"]) == 2
    assert review(reviewed, ["space", "q"]) == 0


def test_a_second_pass_has_what_others_saw_once(reviewed: Store) -> None:
    review(reviewed, ["space", "space", "q"])
    assert review(reviewed, ["space", "q"], second=True) == 0
    assert review(reviewed, ["space", "space", "space", "q"], "chief", second=True) == 2
    assert review(reviewed, ["space", "q"], "third", second=True) == 0
