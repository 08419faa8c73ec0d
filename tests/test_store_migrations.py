"""Stores that earlier versions made: brought up to date when they are opened, and nothing is lost."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from quotes.domain import ParsedArticle, Source
from quotes.errors import StoreError
from quotes.store import derived, open_store, schema
from quotes.store.connect import PAGE, connect, parse_url, writing
from quotes.store.migrate import HEAD, create, drop_views, only_writer, prepare
from quotes.store.migrations import differences, revisions, upgrade
from quotes.store.schema import create_views

Build = Callable[..., ParsedArticle]
Load = Callable[[str], str]

STORES = Path(__file__).parent / "stores"
VERSIONS = ("ac1934e", "db4f853", "1e79d20", "e44913e", "016c833", "5f06388", "f0636f5")  # oldest first
ENGINES = ("sqlite", "postgresql")
NEWEST_OLD = VERSIONS[-1]
RECORD = "34965d3"  # the first version of the record: the second of the schema
MENTIONED = "b776cbb"  # the fifth of the schema


@pytest.fixture(params=ENGINES)
def load(request: pytest.FixtureRequest, tmp_path: Path) -> Load:
    """Loads the dump of a version into an empty database; gives the URL."""
    kind = request.param
    empty = request.getfixturevalue("empty_postgresql") if kind == "postgresql" else None
    return lambda version: load_dump(version, tmp_path / "quotes.db", empty)


def load_dump(version: str, path: Path, postgresql: str | None = None) -> str:
    if postgresql is None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.executescript((STORES / f"{version}.sqlite.sql").read_text(encoding="utf-8"))
        return f"sqlite:///{path}"
    import psycopg

    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute((STORES / f"{version}.postgresql.sql").read_bytes())
    return postgresql


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An SQLite file of the newest version before revisions."""
    load_dump(NEWEST_OLD, tmp_path / "quotes.db")
    return tmp_path / "quotes.db"


def engine_of(url: str) -> Engine:
    return connect(parse_url(url), create=True, patience=10)


def all_rows(url: str) -> dict[str, list[str]]:
    """All that a database holds, table by table."""
    engine = create_engine(parse_url(url))
    with engine.connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if "quotation_words" not in name]
        found = {
            name: sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {name}").all())) for name in sorted(names)
        }
    engine.dispose()
    return found


def plain(value: Any) -> Any:
    """As JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def answers(version: str) -> dict[str, Any]:
    """What the version itself told of its store."""
    found: dict[str, Any] = json.loads((STORES / f"{version}.json").read_text(encoding="utf-8"))
    return found


def test_head_is_the_newest_revision() -> None:
    assert str(HEAD) == revisions().get_current_head()


@pytest.mark.parametrize("version", [*VERSIONS, RECORD, MENTIONED])
def test_every_article_of_an_old_store_comes_back(load: Load, version: str) -> None:
    """All that the version itself told: text, details, quotations, who said them, why, and through whom."""
    with open_store(load(version), create=False) as store:
        for expected in answers(version)["articles"]:
            found = store.article(expected["article"]["id"])
            told = plain(found)
            before = expected["quotations"]
            for quotation, record, old in zip(told["quotations"], found.quotations, before, strict=True):
                quotation["confidence"] = record.confidence
                if record.corrected:  # what the machine saw is no longer told of what people corrected
                    [told_by_people] = quotation["evidence"]
                    assert told_by_people.startswith("corrected by ")
                    assert (record.mention, record.confidence) == (None, 1)
                    of_another = ("evidence", "count", "mention", "reason_class", "standing", "sure")
                    quotation |= {name: old[name] for name in of_another if name in old}
            assert as_far_as(expected, told) == expected


def as_far_as(expected: Any, found: Any) -> Any:
    """What was found, without what versions before did not tell."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: as_far_as(expected[key], value) for key, value in found.items() if key in expected}
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [as_far_as(*pair) for pair in zip(expected, found, strict=True)]
    return found


@pytest.mark.parametrize("version", [*VERSIONS[1:], RECORD, MENTIONED])
def test_every_judgement_and_known_person_of_an_old_store_comes_back(load: Load, version: str) -> None:
    """With what the machine adds about them when it matches people anew."""
    expected = answers(version)
    with open_store(url := load(version), create=False):
        pass
    log = rows_of(url, "SELECT * FROM judgements WHERE about = 'identity' ORDER BY number")
    named = {"left": "left_id", "right": "right_id", "by": "made_by", "when": "made"}
    old, new = log[: len(expected["log"])], log[len(expected["log"]) :]
    assert [{key: row[named.get(key, key)] for key in expected["log"][0]} for row in old] == expected["log"]
    assert {row["made_by"] for row in new} <= {"machine"}
    people = rows_of(url, "SELECT * FROM known_people ORDER BY id")
    for person in people:
        person |= {name: listed(person[name]) for name in ("aliases", "roles")}
        assert person.pop("person") is not None
    assert people == expected["known"]
    judged = rows_of(url, "SELECT * FROM judged_names ORDER BY id")
    assert [row for row in judged if row in expected.get("judged", [])] == expected.get("judged", [])


def rows_of(url: str, query: str) -> list[dict[str, Any]]:
    engine = create_engine(parse_url(url))
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(text(query)).mappings()]
    engine.dispose()
    return found


def listed(value: Any) -> Any:
    """SQLite gives JSON as it is written."""
    return json.loads(value) if isinstance(value, str) else value


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_store_is_asked_and_added_to_like_a_new_one(load: Load, build: Build, version: str) -> None:
    with open_store(load(version), create=False) as store:
        assert {q.article_id for q in store.who("Ada Quill")[0].quotations} == {"harbour"}
        assert [q.text for q in store.search("hard week")] == ["“It will be a hard week.”"]
        assert [store.article(one).article.id for one in ("harbour", "market", "market-copy", "plain")] == [
            "harbour",
            "market",
            "market-copy",
            "plain",
        ]
        harbour = store.article("harbour").parsed()
        assert store.add(harbour) == "same"
        assert store.add(build("new", ("One", Source("named_person", "Ada Quill")))) == "added"
        assert {q.article_id for q in store.who("Ada Quill")[0].quotations} == {"harbour", "new"}


def as_read(row: dict[str, Any]) -> dict[str, Any]:
    """Without what is told otherwise now of quotations that people corrected."""
    return row if not row["corrected"] else {name: row[name] for name in ("quotation_id", "words")}


def test_of_a_store_of_the_record_every_row_stays(load: Load) -> None:
    """But for what is told by other columns now: the words of quotations, cut out of the text of their version,
    mentions that are the name, confidences that are products, and the place of each among those who spoke as one."""
    before = all_rows(url := load(RECORD))
    kept = "SELECT number, id, version, length, span_start, span_end, words, fingerprint, follows, change"
    quotations, said = (
        f"{kept}, text FROM quotations",
        "SELECT quotation_id, words, corrected, mention, confidence FROM said ORDER BY 1",
    )
    readings = rows_of(url, "SELECT * FROM readings ORDER BY number")
    voices = rows_of(url, "SELECT * FROM voices ORDER BY number")
    old, told = rows_of(url, quotations), rows_of(url, said)
    assert {row["quotation_id"]: row["words"] for row in answers(RECORD)["said"]} == {
        row["quotation_id"]: row["words"] for row in told
    }
    with open_store(url, create=False) as store:
        assert [q.text for q in store.search("hard week")] == ["“It will be a hard week.”"]
        assert plain(store.runs()) == answers(RECORD)["runs"]
        assert plain(store.rejects()) == answers(RECORD)["rejects"]
    after = all_rows(url)
    changed = {name for name in before if after[name] != before[name]}
    later = {"fingerprints", "mentioned", "mentioned_names", "mentioned_words"}
    anew = {"corrections"}  # with who corrected
    assert changed == {"quotations", "readings", "voices", "sketches", "alembic_version"} | anew
    assert set(after) == before.keys() | later
    told_elsewhere = {"confidence": None, "mention_text": None}
    assert [row | told_elsewhere for row in readings] == [
        row | told_elsewhere for row in rows_of(url, "SELECT * FROM readings ORDER BY number")
    ]
    held = [{name: value for name, value in row.items() if name != "number"} for row in voices]
    now = rows_of(url, "SELECT * FROM voices ORDER BY quotation, place")
    assert [{name: value for name, value in row.items() if name != "place"} for row in now] == held
    assert all(after[name] for name in later), "derived anew of what was there"
    assert list(map(as_read, rows_of(url, said))) == list(map(as_read, told))
    cut = "substr(v.text, q.span_start + 1, q.span_end - q.span_start) AS text"
    columns = kept.removeprefix("SELECT ").replace(", ", ", q.")
    joined = f"SELECT q.{columns}, {cut} FROM quotations q JOIN versions v ON v.number = q.version"
    assert sorted(rows_of(url, joined), key=str) == sorted(old, key=str)


def test_a_store_of_the_record_is_asked_and_added_to_like_a_new_one(load: Load, build: Build) -> None:
    with open_store(load(RECORD), create=False) as store:
        assert store.article("market-copy").article.id == "market"
        assert store.add(build("new", ("One", Source("named_person", "Ada Quill")))) == "added"
        assert "new" in {q.article_id for one in store.who("Ada Quill") for q in one.quotations}
        assert {q.speaker for q in store.search("übermorgen")} == {None, "Gil Marsh"}  # two wordings are current


def test_of_one_text_under_two_ids_the_later_is_a_copy(load: Load) -> None:
    url = load(NEWEST_OLD)
    with open_store(url, create=False):
        pass
    query = (
        "SELECT a.id, b.id AS original FROM versions v JOIN articles a ON a.number = v.article"
        " LEFT JOIN versions w ON w.number = v.copy_of LEFT JOIN articles b ON b.number = w.article ORDER BY a.id"
    )
    found = {row["id"]: row["original"] for row in rows_of(url, query)}
    assert found == {"harbour": None, "market": None, "market-copy": "market", "plain": None}


def test_what_read_an_old_article_stays_known(load: Load) -> None:
    url = load(NEWEST_OLD)
    with open_store(url, create=False):
        pass
    query = (
        "SELECT a.id, n.parser, n.models, n.command FROM parses m JOIN runs n ON n.number = m.run"
        " JOIN versions v ON v.number = m.version JOIN articles a ON a.number = v.article ORDER BY a.id"
    )
    assert [tuple(row.values()) for row in rows_of(url, query)] == [
        ("harbour", "0.1.0", "en-1", "upgrade"),
        ("market", "0.2.0", "en-2", "upgrade"),
        ("market-copy", "0.2.0", "en-1", "upgrade"),
        ("plain", "0.1.0", "en-2", "upgrade"),
    ]


# The schema


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    on_server = request.param == "postgresql"
    url = request.getfixturevalue("empty_postgresql") if on_server else f"sqlite:///{tmp_path / 'empty.db'}"
    engine = engine_of(url)
    yield engine
    engine.dispose()


def test_a_new_store_has_what_the_tables_say(engine: Engine) -> None:
    with writing(engine) as connection:
        create(connection)
        assert differences(connection) == []
        connection.execute(text("ALTER TABLE outlets ADD COLUMN surplus VARCHAR"))
        assert [change[0] for change in differences(connection)] == ["remove_column"]


def test_the_revisions_lead_to_the_same_schema_as_a_new_store_has(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        upgrade(connection)
        migrated = described(connection)
        assert differences(connection) == []
        transaction.rollback()
    with writing(engine) as connection:
        create(connection)
        assert described(connection) == migrated


@pytest.mark.parametrize("version", VERSIONS)
def test_what_an_old_store_lacks_is_added_before_all_else(load: Load, tmp_path: Path, version: str) -> None:
    """Its first revision is the same as the first revision of an empty database, but for the order of columns."""
    engine = engine_of(load(version))
    with writing(engine) as connection:
        upgrade(connection, "1")
        tables = inspect(connection).get_table_names()
        old = {name: columns_of(connection, name) for name in tables if "quotation_words" not in name}
    engine.dispose()
    fresh = engine_of(f"sqlite:///{tmp_path / 'fresh.db'}")
    with writing(fresh) as connection:
        upgrade(connection, "1")
        assert old == {name: columns_of(connection, name) for name in inspect(connection).get_table_names()}
    fresh.dispose()


def columns_of(connection: Connection, table: str) -> dict[str, bool]:
    return {column["name"]: column["nullable"] for column in inspect(connection).get_columns(table)}


def described(connection: Connection) -> dict[str, Any]:
    """Every table with its columns, keys, constraints and indexes, but for the index of words."""
    inspector = inspect(connection)

    def told(items: Any) -> list[str]:
        return sorted(repr(sorted({**item, "dialect_options": options(item)}.items())) for item in items)

    def options(item: Any) -> dict[str, str]:
        """A condition of an index is an object, whose text matters."""
        return {key: str(value) for key, value in item.get("dialect_options", {}).items()}

    return {
        name: (
            told(inspector.get_columns(name)),
            repr(inspector.get_pk_constraint(name)),
            told(inspector.get_foreign_keys(name)),
            told(inspector.get_unique_constraints(name)),
            told(inspector.get_check_constraints(name)),
            told(inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
        if "quotation_words" not in name
    }


def test_a_table_can_be_built_anew_without_emptying_those_that_refer_to_it(old: Path) -> None:
    """As a revision has to do it for what SQLite cannot change in place."""
    open_store(url := f"sqlite:///{old}").close()
    before = all_rows(url)
    engine = engine_of(url)
    with only_writer(engine) as connection:
        drop_views(connection)
        schema = described(connection)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("versions", recreate="always"):
            pass
        create_views(connection)
        assert described(connection) == schema
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    engine.dispose()
    assert all_rows(url) == before


# Opening


def test_opening_what_is_up_to_date_asks_once_and_loads_no_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'quotes.db'}"
    program = (
        "import sys; from sqlalchemy import Engine, event; from quotes.store import open_store; asked = []\n"
        "event.listen(Engine, 'before_cursor_execute', lambda *of: asked.append(of[2]))\n"
        f"open_store({url!r}, create=False).close()\n"
        "print(len(asked) - asked.count('BEGIN'), 'alembic' in sys.modules, 'sqlmodel' in sys.modules)"
    )
    open_store(url).close()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False", "False"]


def test_a_store_is_brought_up_to_date_once(load: Load) -> None:
    engine = engine_of(load(NEWEST_OLD))
    done = prepare(engine, "here", create=False)
    assert done is not None
    assert (done.former, done.now) == (0, HEAD)
    assert prepare(engine, "here", create=False) is None
    engine.dispose()


def test_the_file_as_it_was_is_kept_and_the_user_told(old: Path, caplog: pytest.LogCaptureFixture) -> None:
    before = all_rows(f"sqlite:///{old}")
    open_store(f"sqlite:///{old}").close()
    kept = old.with_name(f"quotes.db.before-{HEAD}")
    assert all_rows(f"sqlite:///{kept}") == before
    assert f"as it was, it is kept in {kept}" in caplog.text
    assert {path.name for path in old.parent.iterdir()} == {"quotes.db", f"quotes.db.before-{HEAD}"}


def test_a_file_has_large_pages_whether_it_is_new_or_brought_up_to_date(old: Path) -> None:
    new = old.with_name("new.db")
    for path in (old, new):
        open_store(f"sqlite:///{path}").close()
        with closing(sqlite3.connect(path)) as connection:
            found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "journal_mode")]
        assert found == [PAGE, "wal"]


def test_a_copy_from_before_is_not_written_over(old: Path) -> None:
    other = old.with_name(f"quotes.db.before-{HEAD}")
    other.write_bytes(b"something else")
    open_store(f"sqlite:///{old}").close()
    assert other.read_bytes() == b"something else"
    second = old.with_name(f"quotes.db.before-{HEAD}.2")
    assert len(all_rows(f"sqlite:///{second}")["articles"]) == 4


def test_without_room_for_a_copy_nothing_is_touched(old: Path) -> None:
    before = all_rows(f"sqlite:///{old}")
    old.with_name(f"quotes.db.before-{HEAD}.part").mkdir()
    with pytest.raises(StoreError, match=r"no copy of it can be made beside it .*; make room there, or"):
        open_store(f"sqlite:///{old}")
    assert all_rows(f"sqlite:///{old}") == before


def test_two_that_open_an_old_store_at_once_bring_it_up_to_date_once(load: Load) -> None:
    url = load(NEWEST_OLD)

    def open_it(_: int) -> bool:
        engine = engine_of(url)
        try:
            return prepare(engine, "here", create=False) is not None
        finally:
            engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(open_it, range(4))) == [False, False, False, True]


@pytest.mark.parametrize(
    ("version", "room", "step"), [(NEWEST_OLD, derived, "rebuild"), (RECORD, schema, "create_views")]
)
def test_an_upgrade_that_fails_leaves_the_old_store(
    load: Load, monkeypatch: pytest.MonkeyPatch, version: str, room: ModuleType, step: str
) -> None:
    before = all_rows(url := load(version))

    def fail(_: Connection) -> None:
        raise RuntimeError("the lights went out")

    with monkeypatch.context() as broken:
        broken.setattr(room, step, fail)
        with pytest.raises(RuntimeError):
            open_store(url)
    assert all_rows(url) == before
    assert not list(Path(url.removeprefix("sqlite:///")).parent.glob("*.before-*"))
    with open_store(url, create=False) as store:
        assert store.article("harbour").quotations


@pytest.mark.parametrize(
    ("version", "place"),
    [(NEWEST_OLD, "folding.fold_words"), (NEWEST_OLD, "derived.rebuild"), (RECORD, "schema.create_views")],
)
def test_an_upgrade_that_is_killed_leaves_the_old_store(load: Load, version: str, place: str) -> None:
    """Among the quotations that are moved, and when all but the last step is done."""
    before = all_rows(url := load(version))
    program = (
        "import os, signal; from quotes.store import derived, folding, open_store, schema\n"
        f"{place} = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"open_store({url!r})"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGKILL
    assert all_rows(url) == before
    with open_store(url, create=False) as store:
        assert store.article("harbour").quotations


@pytest.mark.parametrize("create_it", [True, False])
def test_a_store_of_a_newer_version_says_what_to_do(engine: Engine, create_it: bool) -> None:
    with writing(engine) as connection:
        create(connection)
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{HEAD + 1}'"))
    with pytest.raises(StoreError, match=r"here was made by a newer version .*; pip install --upgrade who-said-what"):
        prepare(engine, "here", create=create_it)


def test_an_old_store_on_a_read_only_disk_says_what_to_do(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.store.connect._is_frozen", lambda _: True)
    with pytest.raises(StoreError, match=r"quotes\.db was made by an older version .* read but not written.*; change"):
        open_store(f"sqlite:///{old}", create=False)


def test_an_old_store_on_a_server_that_takes_no_writes_says_what_to_do(empty_postgresql: str) -> None:
    url = load_dump(NEWEST_OLD, Path(), empty_postgresql)
    reading = f"{url}{'&' if '?' in url else '?'}options=-cdefault_transaction_read_only%3Don"
    with pytest.raises(StoreError, match=r"was made by an older version .* read but not written"):
        open_store(reading, create=False)
