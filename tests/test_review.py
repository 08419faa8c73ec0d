"""The screen of quotes review, by its keys."""

import asyncio
import os
import select
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotes.domain import Source
from quotes.store import Selection, Store, open_store
from tests.conftest import build_article

pytest.importorskip("textual")

if TYPE_CHECKING:
    from quotes.review.screen import ReviewScreen

ANN, BEN = Source("named_person", "Ann Lee", role="mayor"), Source("named_person", "Ben Okafor")


def url_in(folder: Path) -> str:
    return f"sqlite:///{folder}/quotes.db"


def review(store: Store, keys: Sequence[str], who: str = "desk", *, second: bool = False) -> int | None:
    screen = open_screen(store, who, second=second)

    async def press() -> None:
        async with screen.run_test() as pilot:
            await pilot.press(*keys)

    asyncio.run(press())
    return screen.return_value


def open_screen(store: Store, who: str = "desk", *, second: bool = False) -> "ReviewScreen":
    from quotes.review.queue import count_seen, read_queue
    from quotes.review.screen import ReviewScreen

    queue = read_queue(store, Selection(), who, second=second)
    return ReviewScreen(store, queue, who, seen=count_seen(store, who))


def shown(screen: "ReviewScreen", size: tuple[int, int], *keys: str) -> list[str]:
    """The lines of the terminal after these keys."""
    found: list[str] = []

    async def look() -> None:
        async with screen.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            width = screen.size.width
            strips = screen.screen._compositor.render_strips()
            found.extend("".join(segment.text for segment in strip)[:width].rstrip() for strip in strips)

    asyncio.run(look())
    return found


@pytest.fixture
def reviewed(tmp_path: Path) -> Store:
    store = open_store(url_in(tmp_path))
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


@pytest.mark.parametrize("size", [(50, 20), (80, 24), (90, 24), (132, 40)])
def test_keys_candidates_and_the_quotation_are_always_in_sight(reviewed: Store, size: tuple[int, int]) -> None:
    lines = shown(open_screen(reviewed), size)
    told = " ".join(" ".join(lines).split())
    for wanted in (
        "space right", "s someone else", "n not known", "x no quotation", "a name withheld", "k later", "u undo",
        "q quit", "1-2 speaker", "1 of 3", "“The road stays shut.”", "Read as Ann Lee · mayor, 75%", "2 Ben Okafor",
    ):  # fmt: skip
        assert wanted in told
    assert max(map(len, lines)) <= size[0]


def test_a_quotation_far_down_its_passage_is_in_sight(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/long.db") as store:
        others = [(f"Sentence number {number} is about nothing.", BEN) for number in range(12)]
        store.add(build_article("a1", *others, ("It was the heron.", None)))
        screen = open_screen(store)
        screen._queue = [one for one in screen._queue if "heron" in one.text]
        assert any("heron" in line for line in shown(screen, (80, 20)))


def test_what_is_right_holds_whatever_is_read_later(reviewed: Store) -> None:
    assert review(reviewed, ["space", "q"]) == 1
    reviewed.add(build_article("a1", ("The road stays shut.", BEN), ("It is open.", BEN), parser="2"))
    record = next(reviewed.records())
    assert (record.speaker, record.confidence, record.evidence[0][:18]) == ("Ann Lee", 1.0, "confirmed by desk ")
    assert "1 of 1 · 1 seen before" in " ".join(shown(open_screen(reviewed), (80, 24)))


def test_a_withheld_name_makes_a_named_source_one_without(reviewed: Store) -> None:
    review(reviewed, ["a", "q"])
    record = next(reviewed.records())
    assert (record.speaker, record.descriptor, record.category) == (None, "mayor", "anonymous")


def test_a_part_of_a_name_is_whoever_the_article_names_so(reviewed: Store) -> None:
    review(reviewed, [*"sBen", "enter", "q"])
    assert next(reviewed.records()).speaker == "Ben Okafor"


def test_a_part_of_several_names_is_asked_again(reviewed: Store) -> None:
    reviewed.add(build_article("b1", ("It rains.", Source("named_person", "Bo Lee"))))
    reviewed.add(build_article("c1", ("It snows.", BEN)))
    screen = open_screen(reviewed)
    screen._queue = [one for one in screen._queue if one.article_id == "c1"]
    lines = shown(screen, (80, 24), *"sLee", "enter")
    assert "escape goes back" in lines[-1]
    assert not any(one.corrected for one in reviewed.records())


def test_it_runs_in_a_real_terminal(reviewed: Store, tmp_path: Path) -> None:
    """In a pseudo-terminal, as the command: it shows itself, takes a key, and says how many were reviewed."""
    fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    program = (
        f"from quotes.cli import main; raise SystemExit(main(['review', '--by', 'x', '--db', {url_in(tmp_path)!r}]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(theirs)
    for wanted, key in ((b"1 of 3", b" "), (b"2 of 3", b"q"), (b"1 of 3 reviewed", b"")):
        seen = b""
        while wanted not in seen:
            assert select.select([ours], [], [], 120)[0], f"{wanted!r} was not shown"
            seen += os.read(ours, 10_000)
        os.write(ours, key)
    assert process.wait(120) == 0
    os.close(ours)
    assert next(reviewed.records()).corrected
