"""Opening a database, and what is said when that, or reading, or writing, does not work."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.domain import ParsedArticle, Source
from quotes.errors import StoreError
from quotes.store import open_store
from quotes.store.connect import parse_url

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron")


@pytest.fixture
def path(tmp_path: Path, build: Build) -> Path:
    """A database file with one article."""
    path = tmp_path / "quotes.db"
    with open_store(f"sqlite:///{path}") as store:
        store.add(build("a1", ("One", CAMERON)))
    return path


def test_asking_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    with pytest.raises(StoreError, match=f"no database at {path}; run quotes ingest with --db {path} first"):
        open_store(f"sqlite:///{path}", create=False)
    assert list(tmp_path.iterdir()) == []


def test_asking_makes_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match=r"no quotations are stored in .*empty\.db; run quotes ingest"):
        open_store(f"sqlite:///{path}", create=False)
    assert path.read_bytes() == b""
    assert list(tmp_path.iterdir()) == [path]


def test_a_closed_store_is_one_file_that_readers_do_not_lock(path: Path) -> None:
    assert list(path.parent.iterdir()) == [path]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*nowhere of the database is not there; create it"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'quotes.db'}")


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"is a folder; name a file in it, as in --db .*quotes\.db"):
        open_store(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(StoreError, match=r"letter\.txt is not a database; choose another --db"):
        open_store(f"sqlite:///{path}", create=create)


def test_tables_that_another_version_made(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (id TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="was not made by this version of quotes; ingest into a new --db"):
        open_store(f"sqlite:///{path}", create=False)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("articles",)]
    connection.close()


def test_a_database_that_is_read_only(path: Path, build: Build) -> None:
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert len(store.who("Cameron")) == 1
        assert store.add(build("a1", ("One", CAMERON))) == "same"
        with pytest.raises(StoreError, match="may be read but not written; change its permissions"):
            store.add(build("a2", ("Two", CAMERON)))


def test_a_database_on_a_read_only_disk(path: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_store(f"sqlite:///{path}", create=False) as store:
        assert len(store.who("Cameron")) == 1
        assert list(path.parent.iterdir()) == [path]
        with pytest.raises(StoreError, match=r"quotes\.db may be read but not written"):
            store.add(build("a2", ("Two", CAMERON)))


def test_a_database_that_another_program_locks(path: Path, build: Build) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(f"sqlite:///{path}", patience=0.05) as store:
        assert len(store.who("Cameron")) == 1  # readers do not wait for writers
        with pytest.raises(StoreError, match=r"quotes\.db is locked by another program; wait until"):
            store.add(build("a2", ("Two", CAMERON)))
        other.execute("ROLLBACK")
        assert store.add(build("a2", ("Two", CAMERON))) == "added"
    other.close()


def test_a_server_that_another_program_locks(empty_postgresql: str, build: Build) -> None:
    import psycopg

    with open_store(empty_postgresql, patience=0.05) as store:
        with psycopg.connect(empty_postgresql) as other:
            other.execute("LOCK TABLE articles IN EXCLUSIVE MODE")
            with pytest.raises(StoreError, match="is locked by another program; wait until that is done"):
                store.add(build("a2", ("Two", CAMERON)))
        assert store.add(build("a2", ("Two", CAMERON))) == "added"


def test_a_server_without_such_a_database(postgresql: str) -> None:
    url = postgresql.replace("/postgres?", "/elsewhere?")
    with pytest.raises(StoreError, match="elsewhere does not exist on its server; create it there"):
        open_store(url)


def test_a_server_without_quotations(empty_postgresql: str) -> None:
    with pytest.raises(StoreError, match="no quotations are stored in postgresql"):
        open_store(empty_postgresql, create=False)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://ann:s3cret@127.0.0.1:1/news", r"ann:\*\*\*@127\.0\.0\.1:1/news cannot be reached; check that"),
        ("postgresql://127.0.0.1:1/news?password=s3cret&user=ann", "news cannot be reached; check that"),
        ("oracel://ann:s3cret@host/news", "there is no kind of database 'oracel'; write sqlite:///quotes.db or"),
        ("mysql+pymysql://ann:s3cret@host/news", r"the driver of mysql\+pymysql is missing; pip install"),
        ("://ann:s3cret@host/news", "is not a database URL; write sqlite:///quotes.db or postgresql"),
        ("postgresql://ann:s3cret@host:port/news", "is not a database URL; write sqlite:///quotes.db or"),
    ],
)
def test_a_url_that_leads_nowhere_is_told_without_its_password(url: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence) as caught:
        open_store(url)
    assert "s3cret" not in str(caught.value)


def test_the_missing_driver_of_postgresql_is_in_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(
        StoreError, match=r"driver of postgresql\+psycopg is missing; pip install .*who-said-what\[postg"
    ):
        open_store("postgresql://ann:s3cret@host/news")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_the_usual_names_of_postgresql_mean_the_driver_that_we_bring(scheme: str) -> None:
    assert parse_url(f"{scheme}://host/news").drivername == "postgresql+psycopg"


def test_asking_loads_neither_models_nor_tables(path: Path) -> None:
    code = (
        "import sys; from quotes.store import open_store\n"
        f"with open_store('sqlite:///{path}', create=False) as store: print(len(store.who('cameron')[0].quotations))\n"
        "print([name for name in ('torch', 'stanza', 'networkx', 'sqlmodel', 'pydantic') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split("\n") == ["1", "[]", ""]
