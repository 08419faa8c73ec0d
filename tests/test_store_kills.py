"""Whatever happens to an ingest, nothing is lost, nothing doubled and nothing half there."""

import json
import multiprocessing
import sqlite3
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event

from quotes.cli import main
from quotes.errors import StoreError, UsageError
from quotes.store import open_store
from tests.fake_parser import FakeParser, fake_parser
from tests.store_contents import contents
from tests.store_killing import (
    clean_run,
    different,
    empty,
    ingest,
    killed_and_fed_again,
    passes,
    watch,
)

__all__ = ["fake_parser"]

KILLS = 20
GIVEN = passes()


def test_an_ingest_that_is_killed_and_begun_again_ends_as_if_nothing_had_been(shared_url: str) -> None:
    clean = clean_run(shared_url, GIVEN)
    for moment in Random(13).sample(range(sum(clean.moments)), KILLS):
        left = killed_and_fed_again(shared_url, GIVEN, clean, moment)
        assert (moment, different(clean.contents, left)) == (moment, [])


def test_two_ingests_of_the_same_articles_at_once_store_each_once(shared_url: str) -> None:
    clean = clean_run(shared_url, GIVEN[:1])
    empty(shared_url)
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=ingest, args=(shared_url, GIVEN[:1])) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    with open_store(shared_url, create=False) as store:
        assert different(clean.contents, contents(store)) == []


def test_a_reader_sees_all_of_an_article_or_nothing_at_every_moment_of_its_writing(shared_url: str) -> None:
    first, again = GIVEN[0][1], GIVEN[1][1]
    states = []

    def look() -> tuple[str, int, int] | None:
        try:
            article = reader.article(first.article.id)
        except UsageError:
            return None
        of_article = [one for one in reader.records(indirect=True) if one.article_id == first.article.id]
        return article.article.text, len(article.quotations), len(of_article)

    with open_store(shared_url) as writer, open_store(shared_url, create=False) as reader:
        writer.add(GIVEN[0][0])
        watch(writer, lambda: states.append(look()))
        for parsed in (first, again):
            writer.add(parsed)
            states.append(look())
    seen = list(dict.fromkeys(states))
    assert len(seen) == 3
    assert seen[0] is None
    for state, parsed in zip(seen[1:], (first, again), strict=True):
        assert state is not None
        assert state[:2] == (parsed.article.text, len(parsed.quotations))


def test_a_full_disk_is_told_and_costs_nothing_that_was_stored(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'quotes.db'}"
    clean = clean_run(url, GIVEN[:1])
    pages = _pages(tmp_path / "quotes.db")
    for share in (0.5, 0.7, 0.9):
        empty(url)
        _store_until_full(url, int(pages * share))
        ingest(url, GIVEN[:1])
        with open_store(url, create=False) as store:
            assert different(clean.contents, contents(store)) == []


def _store_until_full(url: str, pages: int) -> None:
    """No page more than these fits on the disk."""
    with open_store(url) as store:

        @event.listens_for(store._engine, "connect")
        def _connected(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages}")

        store.close()
        done, told = 0, ""
        try:
            for parsed in GIVEN[0]:
                store.add(parsed)
                done += 1
        except StoreError as error:
            told = str(error)
        assert done > 0
        assert told.endswith("is full; make room and try again")
        stored = [store.article(parsed.article.id).article for parsed in GIVEN[0][:done]]
        assert [article.text for article in stored] == [parsed.article.text for parsed in GIVEN[0][:done]]
        with pytest.raises(UsageError):
            store.article(GIVEN[0][done].article.id)


def _pages(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])


def test_a_file_that_was_cut_is_stored_as_far_as_it_goes_and_mended_by_the_whole_one(
    shared_url: str, tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": f"a{number}", "text": f"“We won {number} matches,” said Ann Lee."}) for number in range(5)
    ]
    whole = "\n".join(lines) + "\n"
    path = tmp_path / "articles.jsonl"
    path.write_text(whole[: whole.index("won 3 matches")], encoding="utf-8")
    assert main(["ingest", str(path), "--db", shared_url]) == 1
    first = json.loads(capsys.readouterr().out)
    assert (first["added"], len(first["rejects"])) == (3, 1)
    with open_store(shared_url, create=False) as store:
        (reject,) = store.rejects()
        assert reject.origin == f"{path}:4"
        assert reject.raw is not None
        assert lines[3].startswith(reject.raw)
    path.write_text(whole, encoding="utf-8")
    assert main(["ingest", str(path), "--db", shared_url]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["added"], again["same"]) == (2, 3)
    with open_store(shared_url, create=False) as store:
        assert len(list(store.records())) == 5
        assert store.rejects() == []
