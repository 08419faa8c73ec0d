"""The options by which every command is told which quotations it is about."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from quotes.cli import main
from quotes.cli.filters import OPTIONS, to_selection, with_selection
from quotes.domain import Source
from quotes.errors import UsageError
from quotes.store import Selection, Store
from tests.conftest import Build, build_article
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]


def test_without_options_everything_that_was_said() -> None:
    assert to_selection() == Selection()


@pytest.mark.parametrize(
    ("given", "selection"),
    [
        ({"speaker": ["Ann Lee", "Bob"]}, Selection(speaker=("Ann Lee", "Bob"))),
        ({"kind": ["Direct"], "type": ["named-person"]}, Selection(kind=("direct",), type=("named_person",))),
        ({"since": "2024", "until": "2024"}, Selection(since=date(2024, 1, 1), until=date(2024, 12, 31))),
        ({"since": "2023-02", "until": "2023-02"}, Selection(since=date(2023, 2, 1), until=date(2023, 2, 28))),
        ({"since": "2024-03-31"}, Selection(since=date(2024, 3, 31))),
        ({"anonymous": False}, Selection(anonymous=False)),
        (
            {"anonymous": True, "indirect": True, "min_confidence": 0.0},
            Selection(anonymous=True, indirect=True, min_confidence=0),
        ),
        ({"sort": "newest", "limit": 3}, Selection(sort="newest", limit=3)),
    ],
)
def test_options_make_a_selection(given: dict[str, Any], selection: Selection) -> None:
    assert to_selection(**given) == selection


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kind": ["spoken"]}, "--kind 'spoken' is not known; give one of direct, mixed, indirect"),
        ({"sort": "size"}, "--sort 'size' is not known; give one of date, newest, confidence, relevance"),
        ({"since": "2024-13"}, "--since '2024-13' is no date; write 2024, 2024-03 or 2024-03-31"),
        ({"since": "soon"}, "--since 'soon' is no date; write 2024, 2024-03 or 2024-03-31"),
        ({"since": "2024", "until": "2023"}, "--since 2024-01-01 is after --until 2023-12-31; exchange them"),
        ({"limit": 0}, "--limit 0 shows nothing; give 1 or more"),
        ({"min_confidence": 3.0}, "--min-confidence 3.0 is no share; give a number from 0 to 1, as in 0.9"),
        ({"outlet": [" "]}, "--outlet is empty; give a name"),
    ],
)
def test_values_that_cannot_be_are_told_with_those_that_can(given: dict[str, Any], told: str) -> None:
    with pytest.raises(UsageError) as raised:
        to_selection(**given)
    assert str(raised.value) == told


@given(st.dates())
def test_every_day_reads_as_itself(day: date) -> None:
    assert to_selection(since=day.isoformat(), until=day.isoformat()) == Selection(since=day, until=day)


def test_a_command_has_its_own_options_and_the_selections() -> None:
    found: list[object] = []
    tried = typer.Typer()

    @tried.command()
    @with_selection(without={"sort"})
    def ask(
        words: Annotated[list[str], typer.Argument(help="Words.")], selection: Selection, loud: bool = False
    ) -> None:
        found.extend([words, selection, loud])

    tried(["a", "--speaker", "Ann", "b", "--speaker", "Bob", "--loud", "--named"], standalone_mode=False)
    assert found == [["a", "b"], Selection(speaker=("Ann", "Bob"), anonymous=False), True]
    options = {option for parameter in typer.main.get_command(tried).params for option in parameter.opts}
    assert options >= {f"--{name.replace('_', '-')}" for name in OPTIONS if name != "sort"}
    assert "--sort" not in options


def test_speakers_are_people_by_name_and_by_id(store: Store, build: Build) -> None:
    ann, bob = Source("named_person", "Ann Lee"), Source("named_person", "Bob Lee")
    store.add(build_article("a", ("one", ann), ("two", bob)))
    [identity] = [one.id for one in store.people("Ann Lee")]
    for name, texts in (("ann lee", ["“one”"]), ("Lee", ["“one”", "“two”"]), (identity, ["“one”"])):
        assert [record.text for record in store.select(Selection(speaker=(name,)))] == texts
        assert store.count(Selection(speaker=(name,)))[()]["quotations"].total == len(texts)
    with pytest.raises(UsageError, match="nobody called 'Anne Lee' is stored; did you mean Ann Lee"):
        store.select(Selection(speaker=("Anne Lee",)))


def test_an_outlet_that_is_not_stored_is_told_with_those_that_nearly_are(
    tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    db, path = str(tmp_path / "store.db"), tmp_path / "a.txt"
    path.write_text("“It rained,” said Ann Lee.", encoding="utf-8")
    assert main(["ingest", str(path), "--db", db, "--outlet", "The Guardian"]) == 0
    capsys.readouterr()
    for asked in (["search", "rained"], ["who"], ["stats"], ["anonymous"], ["timeline"], ["export", "--format", "csv"]):
        assert main([*asked, "--db", db, "--outlet", "gardian"]) == 2
        assert "no outlet called 'gardian' is stored; did you mean The Guardian?" in capsys.readouterr().err
    assert main(["search", "--db", db, "--via", "Zebra Wire"]) == 2
    assert "quotes anonymous --by outlet lists them" in capsys.readouterr().err
    assert main(["search", "rained", "--db", db, "--outlet", "guardian"]) == 0
