"""`quotes people`: matching, reviewing, merging, splitting, undoing, importing."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import ParsedArticle, Source
from quotes.store import open_store

Build = Callable[..., ParsedArticle]
FLAVIA = Source("named_person", "Flavia Elphberg", role="Queen of Ruritania")
SENATOR = Source("named_person", "Michael Smith", role="senator")
COACH = Source("named_person", "Michael Smith", role="head coach")
SOMEONE = Source("unnamed_person", descriptor="a courtier", anonymous=True)


@pytest.fixture
def db(tmp_path: Path, build: Build) -> str:
    url = f"sqlite:///{tmp_path / 'quotes.db'}"
    with open_store(url) as store:
        store.add(build("1", ("One", FLAVIA), ("Two", SENATOR)))
        store.add(build("2", ("Three", FLAVIA), ("Four", COACH)))
        store.add(build("3", ("Five", SOMEONE)))
    return url


class People:
    """The commands, with what they print as JSON Lines read back."""

    def __init__(self, db: str, capsys: pytest.CaptureFixture[str]) -> None:
        self._db, self._capsys = db, capsys

    def __call__(self, *args: str) -> list[dict[str, Any]]:
        assert main(["people", *args, "--db", self._db]) == 0
        return [json.loads(line) for line in self._capsys.readouterr().out.splitlines()]

    def refused(self, *args: str) -> str:
        assert main(["people", *args, "--db", self._db]) == 2
        return self._capsys.readouterr().err

    def names(self) -> list[tuple[str, int]]:
        return [(somebody["name"], len(somebody["articles"])) for somebody in self("list")]


@pytest.fixture
def people(db: str, capsys: pytest.CaptureFixture[str]) -> People:
    return People(db, capsys)


def test_ingest_merges_the_sure_and_asks_about_the_doubtful(people: People) -> None:
    assert people.names() == [("Flavia Elphberg", 2), ("Michael Smith", 1), ("Michael Smith", 1)]
    (review,) = people("review")
    assert {review["left"]["name"], review["right"]["name"]} == {"Michael Smith"}
    assert "coach" in review["judgement"]["reason"]


def test_matching_what_ingest_matched_adds_nothing(people: People) -> None:
    before = people("log")
    people("match")
    assert people("log") == before


def test_match_tells_how_many_reviews_are_open(people: People, db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "match", "--db", db]) == 0
    assert "0 merged, 1 to review" in capsys.readouterr().err


def test_what_was_taken_back_is_not_taken_back_again(people: People) -> None:
    one, other = (somebody["id"] for somebody in people("list") if somebody["name"] == "Michael Smith")
    people("merge", one, other, "--as", "Jo")
    merge = people("log")[-1]
    people("undo", merge["id"], "--as", "Ada")
    undone = people("log")[-1]
    assert f"Ada has taken that back already; quotes people undo {undone['id']}" in people.refused("undo", merge["id"])
    people("undo", undone["id"], "--as", "Jo")
    assert ("Michael Smith", 2) in people.names()


def test_a_former_id_leads_to_its_person(people: People, db: str, build: Build) -> None:
    former = next(somebody["id"] for somebody in people("list") if somebody["name"] == "Flavia Elphberg")
    people("match")
    fuller = Source("named_person", "Flavia Maria Elphberg", role="Queen of Ruritania")
    with open_store(db) as store:
        store.add(build("1", ("One", fuller), parser="2"), replace=True)
        store.add(build("2", ("Three", fuller), parser="2"), replace=True)
    assert people("show", former)[0]["name"] == "Flavia Maria Elphberg"


def test_show_tells_names_roles_and_judgements(people: People) -> None:
    people("match")
    (shown,) = people("show", "flavia elphberg")
    assert shown["names"] == [
        {"text": "Flavia Elphberg", "articles": ["1", "2"], "first": "2011-04-01", "last": "2011-04-01"}
    ]
    assert [judgement["by"] for judgement in shown["judgements"]] == ["machine"]


def test_an_id_once_shown_leads_to_its_person_for_ever(people: People) -> None:
    before = [somebody["id"] for somebody in people("list") if somebody["name"] == "Flavia Elphberg"]
    people("match")
    found = {people("show", identity)[0]["id"] for identity in before}
    assert len(found) == 1
    assert found <= set(before)


def test_a_persons_merge_stands_until_a_person_undoes_it(people: People) -> None:
    people("match")
    one, other = (somebody["id"] for somebody in people("list") if somebody["name"] == "Michael Smith")
    people("merge", one, other, "--as", "Jo", "--reason", "he was both")
    people("match")
    assert ("Michael Smith", 2) in people.names()
    assert people("review") == []
    verdicts = people("show", "Michael Smith")[0]["judgements"]
    (merge,) = [judgement for judgement in verdicts if judgement["who"] == "Jo"]
    people("undo", merge["id"])
    people("match")
    assert people.names().count(("Michael Smith", 1)) == 2


def test_a_split_is_kept_by_the_machine_and_guards_against_a_merge(people: People) -> None:
    people("match")
    people("split", "Flavia Elphberg", "2", "--as", "Jo")
    people("match")
    assert people.names().count(("Flavia Elphberg", 1)) == 2
    one, other = (somebody["id"] for somebody in people("list") if somebody["name"] == "Flavia Elphberg")
    assert "Jo keeps them apart" in people.refused("merge", one, other)


def test_an_undo_of_the_machines_merge_lasts(people: People) -> None:
    people("match")
    (shown,) = people("show", "Flavia Elphberg")
    people("undo", shown["judgements"][0]["id"])
    people("match")
    assert people.names().count(("Flavia Elphberg", 1)) == 2


def test_known_people_give_their_ids(people: People, tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text("id,name,aliases,role,wikidata\nroyal-1,Flavia Elphberg,Queen Flavia,queen,Q42\n", "utf-8")
    people("import", str(path))
    people("match")
    (shown,) = people("show", "royal-1")
    assert (shown["id"], shown["wikidata"], shown["articles"]) == ("royal-1", "Q42", ["1", "2"])
    assert "Queen Flavia" in [name["text"] for name in shown["names"]]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", "Nobody"), "nobody called"),
        (("show", "Michael Smith"), "can be any of 2"),
        (("merge", "Michael", "Flavia"), "can be any of 2"),
        (("undo", "ffff"), "no judgement is called"),
        (("split", "Michael", "9"), "can be any of 2"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(people: People, args: tuple[str, ...], said: str) -> None:
    assert said in people.refused(*args)


def test_a_person_and_an_organisation_are_never_one(people: People, db: str, build: Build, tmp_path: Path) -> None:
    office = Source("named_organization", "Elphberg Trust")
    with open_store(db) as store:
        store.add(build("4", ("Six", office), ("Seven", Source("named_person", "Rudolf Elphberg"))))
    assert "only two of a kind" in people.refused("merge", "Rudolf", "Elphberg Trust")
    known = tmp_path / "known.csv"
    known.write_text("id,name\nroyal-2,Rudolf\n", "utf-8")
    people("import", str(known))
    people("merge", "royal-2", "Rudolf Elphberg", "--as", "Jo")
    known.write_text("id,name,kind\nroyal-2,Rudolf,organization\n", "utf-8")
    assert "royal-2 becomes an organisation, and is joined with a person" in people.refused("import", str(known))
    people("undo", people("log")[-1]["id"], "--as", "Jo")
    people("import", str(known))
    assert people("show", "royal-2")[0]["kind"] == "organization"


def test_a_part_that_is_none_is_refused_and_case_does_not_count(people: People) -> None:
    people("match")
    assert "nothing of Flavia Elphberg is '22'" in people.refused("split", "Flavia Elphberg", "2", "22")
    assert "all of Flavia Elphberg is" in people.refused("split", "Flavia Elphberg", "FLAVIA  elphberg")
    assert len(people("log")) == 2
    people("split", "Flavia Elphberg", "2", "--as", "Jo")
    assert people.names().count(("Flavia Elphberg", 1)) == 2


def test_an_account_without_a_name_is_told_to_give_one(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr("getpass.getuser", nobody)
    one, other = (somebody["id"] for somebody in people("list") if somebody["name"] == "Michael Smith")
    assert "say who judges with --as" in people.refused("merge", one, other)


def test_ids_stay_whole_in_narrow_tables(
    people: People, db: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    people("match")
    ids = [row["id"] for row in people("log")]
    for columns in ("80", "60"):
        monkeypatch.setenv("COLUMNS", columns)
        assert main(["people", "log", "--format", "table", "--db", db]) == 0
        printed = capsys.readouterr().out
        assert all(identity in printed for identity in ids)


def test_tables_are_for_people(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    for args in (["match"], ["list"], ["show", "Flavia"], ["review"]):
        table = [] if args == ["match"] else ["--format", "table"]
        assert main(["people", *args, *table, "--db", db]) == 0
    printed = capsys.readouterr().out
    assert "Flavia Elphberg" in printed
    assert "positive" in printed


def test_known_people_come_through_standard_input(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "\ufeffid,name\nroyal-1,Flavia Elphberg\n".encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    people("import", "-")
    assert people("show", "royal-1")[0]["name"] == "Flavia Elphberg"


def test_two_are_kept_apart_by_a_persons_word(people: People) -> None:
    people("match")
    one, other = (somebody["id"] for somebody in people("list") if somebody["name"] == "Michael Smith")
    people("apart", one, other, "--as", "Jo", "--reason", "met both")
    assert people("review") == []
    assert "Jo keeps them apart" in people.refused("merge", one, other)
    assert "quotes people split takes them apart" in people.refused("apart", one, one)
    people("match")
    assert people.names().count(("Michael Smith", 1)) == 2
    people("undo", people("log")[-1]["id"], "--as", "Jo")
    people("match")
    assert len(people("review")) == 1


def test_the_log_lists_all_in_order(
    people: People, capsys: pytest.CaptureFixture[str], db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    people("split", "Flavia Elphberg", "2", "--as", "Jo")
    rows = people("log")
    assert [(row["verdict"], row["by"]) for row in rows] == [
        ("positive", "machine"), ("unsure", "machine"), ("negative", "human"),
    ]  # fmt: skip
    assert main(["people", "log", "--format", "table", "--db", db]) == 0
    printed = capsys.readouterr().out
    assert "Flavia Elphberg in 1" in printed
    assert "Michael Smith in 2" in printed


def test_what_people_hold_goes_on_to_hold_when_articles_are_read_anew(people: People, db: str, build: Build) -> None:
    """A better parser finds a fuller name, and so another id; the verdicts follow the person."""
    people("match")
    people("split", "Flavia Elphberg", "2", "--as", "Jo")
    fuller = Source("named_person", "Flavia Maria Elphberg", role="Queen of Ruritania")
    smith = Source("named_person", "Michael J. Smith", role="senator")
    with open_store(db) as store:
        store.add(build("1", ("One", fuller), ("Two", smith), parser="2"), replace=True)
    assert sorted(people.names())[:2] == [("Flavia Elphberg", 1), ("Flavia Maria Elphberg", 1)]
    people("match")
    assert ("Flavia Elphberg", 1) in people.names()
    assert "Jo keeps them apart" in people.refused("merge", "Flavia Maria Elphberg", "Flavia Elphberg")
    assert [judgement["who"] for judgement in people("show", "Flavia Maria Elphberg")[0]["judgements"]][-1] == "Jo"
