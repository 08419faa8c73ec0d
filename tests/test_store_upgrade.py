"""Stores that an older version made: they are brought up to date when they are opened, and lose nothing."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.domain import ParsedArticle, Source
from quotes.errors import StoreError
from quotes.store import open_store
from quotes.store.tables import TABLES
from quotes.store.upgrade import ADDED

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron")


@pytest.fixture
def old(tmp_path: Path, build: Build) -> Path:
    """A database as it was before the columns came."""
    path = tmp_path / "old.db"
    with open_store(f"sqlite:///{path}") as store:
        store.add(build("a1", ("One", CAMERON)))
    with sqlite3.connect(path) as connection:
        for table, column, _ in ADDED:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.close()
    return path


@pytest.mark.parametrize("create", [True, False])
def test_an_old_store_is_brought_up_to_date(old: Path, build: Build, create: bool) -> None:
    with open_store(f"sqlite:///{old}", create=create) as store:
        assert [(head.id, head.section) for head in store.heads()] == [("a1", None)]
        assert [record.text for record in store.who("Cameron")[0].quotations] == ["“One”"]
        later = build("a2", ("Two", CAMERON))
        store.add(replace(later, article=replace(later.article, section="Politics")))
        assert [head.section for head in store.heads()] == [None, "Politics"]


def test_an_old_server_store_is_brought_up_to_date(empty_postgresql: str, build: Build) -> None:
    import psycopg

    with open_store(empty_postgresql) as store:
        store.add(build("a1", ("One", CAMERON)))
    with psycopg.connect(empty_postgresql) as connection:
        for table, column, _ in ADDED:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    with open_store(empty_postgresql, create=False) as store:
        assert [(head.id, head.section) for head in store.heads()] == [("a1", None)]


def test_an_old_store_on_a_read_only_disk_says_what_to_do(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match=r"old\.db may be read but not written; change its permissions"):
        open_store(f"sqlite:///{old}", create=False)


def test_what_is_added_is_what_the_tables_have() -> None:
    for table, column, _ in ADDED:
        assert column in TABLES[table].c
