"""The registry beneath `quotes people`: its log, the known people, former ids."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import JSON, text

from quotes.domain import ParsedArticle, Source
from quotes.errors import InputError, UsageError
from quotes.identity import Appearance, JudgedName, Judgement, appearances_in, parse_known, undo
from quotes.identity.former import find_present
from quotes.identity.known import KnownPerson
from quotes.store import Store
from quotes.store.people.log import append
from quotes.store.people.registry import Registry

Build = Callable[..., ParsedArticle]
FLAVIA = Source("named_person", "Flavia Elphberg", role="Queen of Ruritania")
FLAVIA_AGAIN = Source("named_person", "Flavia Elfberg", role="the queen")
SENATOR = Source("named_person", "Michael Smith", role="senator")
SOMEONE = Source("unnamed_person", descriptor="a courtier", anonymous=True)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def row(left: str, right: str, minute: int = 0) -> Judgement:
    return Judgement(left, right, "positive", "human", "Jo", NOW.replace(minute=minute), "seen both", 0.5)


def verdicts(store: Store) -> list[Judgement]:
    return [row for row, _ in Registry(store).log()]


def test_the_log_comes_back_as_it_was_written(store: Store) -> None:
    first, second = row("a", "b", 2), row("b", "c", 1)
    taken_back = undo(first, "Jo", NOW, "a slip")
    assert verdicts(store) == []
    with store._engine.begin() as connection:
        assert append(connection, [first, second]) == 2
        assert append(connection, [second, taken_back]) == 1
    assert verdicts(store) == [first, second, taken_back]


def test_a_known_person_is_kept_once_and_renewed(store: Store) -> None:
    registry = Registry(store)
    registry.put_known([KnownPerson("p1", "Flavia Elphberg", ("Queen Flavia",), ("queen",), wikidata="Q42")])
    renewed = KnownPerson("p1", "Flavia of Ruritania")
    office = KnownPerson("p2", "Palace Press Office", kind="organization")
    registry.put_known([office, renewed])
    assert [registry.one(asked).known for asked in ("p1", "p2")] == [(renewed,), (office,)]
    assert registry.one("of Ruritania").id == "p1"


def test_appearances_gather_the_roles_of_an_article(store: Store, build: Build) -> None:
    store.add(build("1", ("One", FLAVIA), ("Two", FLAVIA_AGAIN), ("Three", SOMEONE), ("Four", FLAVIA)))
    with store._engine.connect() as connection:
        rows = connection.execute(text("SELECT names, roles FROM presences").columns(names=JSON, roles=JSON))
        assert sorted(tuple(row) for row in rows) == [
            (["Flavia Elfberg"], ["the queen"]),
            (["Flavia Elphberg"], ["Queen of Ruritania"]),
        ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"name\nJane Doe", "no column id"),
        (b"", "no column id"),
        (b"id,name\n1,", "lacks an id or a name"),
        (b"id,name\n\n\n1,A B\n1,C D", r"known\.csv:5 repeats the id"),
        (b"id,name,wikidata\n1,A B,42", "Wikidata id"),
        (b"id,name,kind\n1,A B,horse", "kind"),
        ("id,name\n1,André Lee".encode("latin-1"), "give a CSV in UTF-8"),
        (b'id,name\n1,"A B\n2,C D\n', "quotation marks"),
        (b'id,name\n1,"A B\n2,"C D"\n', "quotation marks"),
        (b"id,name\n1,Lee, Ann", "more fields than there are columns"),
    ],
)
def test_a_bad_list_of_known_people_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        list(parse_known(data, "known.csv"))


def test_a_cell_beyond_the_limit_of_csv_is_refused() -> None:
    before = csv.field_size_limit(1_000)
    try:
        with pytest.raises(InputError, match="no CSV"):
            list(parse_known(b"id,name\n1," + b"A" * 2_000, "known.csv"))
    finally:
        csv.field_size_limit(before)


def test_a_list_of_known_people_is_read_as_spreadsheets_write_it() -> None:
    data = '\ufeffid,name,aliases\r\n1,"Ann\nLee",A\u2028Lee\r\n\r\n2,Bob,,\r\n'.encode()
    assert [(one.id, one.name, one.aliases) for one in parse_known(data, "known.csv")] == [
        ("1", "Ann Lee", ("A Lee",)), ("2", "Bob", ()),
    ]  # fmt: skip


def test_names_are_found_whole_before_in_part(store: Store, build: Build) -> None:
    store.add(build("1", ("One", FLAVIA), ("Two", SENATOR), ("Three", Source("named_person", "Rudolf Elphberg Sapt"))))
    registry = Registry(store)
    assert {one.name for one in registry.people()} == {"Flavia Elphberg", "Michael Smith", "Rudolf Elphberg Sapt"}
    assert registry.one("michael SMITH").name == "Michael Smith"
    assert registry.one("flavia").name == "Flavia Elphberg"
    with pytest.raises(UsageError, match="can be any of 2"):
        registry.one("elphberg")
    with pytest.raises(UsageError, match="nobody called"):
        registry.one("")


def test_former_ids_lead_to_the_nearest_name_of_their_article() -> None:
    flavia, rudolf, twin = (
        Appearance("1", "person", (name,)) for name in ("Flavia Elphberg", "Rudolf Elphberg", "F. Elphberg")
    )
    here = {appearance.id: appearance for appearance in (flavia, rudolf)}
    was = [JudgedName("x", "1", "person", "Flavia M. Elphberg"), JudgedName("y", "2", "person", "Flavia Elphberg")]
    was += [JudgedName("z", "1", "person", "Elphberg"), JudgedName(rudolf.id, "1", "person", "Rudolf Elphberg")]
    assert find_present(was, here) == {"x": flavia.id}
    assert find_present(was[:1], {**here, twin.id: twin}) == {"x": flavia.id}


@pytest.mark.parametrize("wanted", ["karim", "Abdul Karim", "Mustafa Abdul-Karim"])
def test_a_hyphen_divides_the_parts_of_a_name(store: Store, build: Build, wanted: str) -> None:
    store.add(build("1", ("One", Source("named_person", "Mustafa Abdul-Karim"))))
    assert Registry(store).one(wanted).name == "Mustafa Abdul-Karim"


def test_two_who_spoke_as_one_are_two_people() -> None:
    rows = [Spoken("Ada and Ralph Byron"), Spoken("Ada Byron")]
    found = appearances_in("a1", None, rows)
    assert [a.names for a in found] == [("Ada Byron",), ("Ralph Byron",)]


@dataclass(frozen=True)
class Spoken:
    name: str
    source_type: str = "named_person"
    role: str | None = None
    affiliation: str | None = None
