"""A store is looked over, and copied whole between engines."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from quotes.cli import main
from quotes.domain import Source
from quotes.errors import UsageError
from quotes.store import Store, Verdict, open_store
from tests.conftest import Build
from tests.store_contents import contents


@pytest.fixture
def filled(store: Store, build: Build) -> Store:
    """A store with wordings, copies, a verdict and a reject, on each engine."""
    ann, bob = Source("named_person", "Ann Quill"), Source("named_organization", "Bell & Co")
    store.add(build("one", ("The dam will hold for another year or so", ann), ("So be it", bob)))
    store.add(build("two", ("The dam will hold for another year or so", ann)))
    store.add(build("one", ("The dam will hold for another year", ann), ("So be it then", None)))
    [first, *_] = store.records()
    store.correct(first.id, Verdict(said=False), who="ida", reason="a film's line")
    return store


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_copy_is_the_same_row_for_row(
    filled: Store, engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if engine == "postgresql" and filled._engine.dialect.name == "postgresql":
        pytest.skip("one server is one database here")
    url = f"sqlite:///{tmp_path / 'copy.db'}"
    if engine == "postgresql":
        url = request.getfixturevalue("empty_postgresql")
    before = contents(filled)
    with open_store(url) as other:
        assert filled.copy_to(other) == len(before["quotations"])
        after = contents(other)
        assert {name: rows for name, rows in after.items() if name != "stems"} == {
            name: rows for name, rows in before.items() if name != "stems"
        }
        assert [record.id for record in other.search("dam")] == [record.id for record in filled.search("dam")]
        assert other.faults() == []
        with pytest.raises(UsageError, match="holds a store already"):
            filled.copy_to(other)
        assert contents(other) == after


def test_a_sound_store_has_no_faults(filled: Store) -> None:
    assert filled.faults() == []
    filled.vacuum()
    assert filled.faults() == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("DELETE FROM voices", "quotations are said by nobody who is counted; quotes db rebuild derives it anew"),
        ("UPDATE appearances SET first = FALSE", "shown nowhere; restore the store from a copy"),
        ("UPDATE parses SET current = FALSE", "nothing read them; restore the store from a copy"),
    ],
)
def test_what_is_amiss_is_said_with_the_remedy(filled: Store, damage: str, fault: str) -> None:
    with filled._engine.begin() as connection:
        connection.execute(text(damage))
    assert any(fault in found for found in filled.faults())


def test_the_commands(tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    db, other = str(tmp_path / "a.db"), str(tmp_path / "b.db")
    with open_store(f"sqlite:///{db}") as store:
        store.add(build("one", ("It rained", Source("named_person", "Ann Quill"))))
    run: Callable[..., tuple[int, str, str]] = lambda *args: (main(["db", *args]), *capsys.readouterr())  # noqa: E731
    assert run("check", "--db", db) == (0, "The store is sound.\n", "")
    assert run("upgrade", "--db", db) == (0, "", f"{db} is up to date\n")
    assert run("vacuum", "--db", db) == (0, "", f"{db} holds no empty room\n")
    assert run("copy", other, "--db", db) == (0, "", f"{other}: 1 quotations, and all that belongs to them\n")
    code, _, err = run("copy", other, "--db", db)
    assert (code, "holds a store already" in err) == (2, True)
    with open_store(f"sqlite:///{other}") as store, store._engine.begin() as connection:
        connection.execute(text("DELETE FROM voices"))
    code, told, _ = run("check", "--db", other)
    assert (code, " ".join(told.split())) == (
        1,
        "1 quotations are said by nobody who is counted; quotes db rebuild derives it anew",
    )
    assert run("rebuild", "--db", other)[0] == 0
    assert run("check", "--db", other)[0] == 0
