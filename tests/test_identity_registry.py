"""The registry beneath `quotes people`: its log, the known people, former ids."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quotes.domain import ParsedArticle, Source
from quotes.errors import InputError
from quotes.evaluate.dwie import read_dwie
from quotes.evaluate.identity import gold_appearances
from quotes.identity import Appearance, JudgedName, Judgement, Registry, collect_appearances, parse_known, undo
from quotes.identity.former import find_present
from quotes.identity.known import KnownPerson
from quotes.store import Store
from quotes.store.judgements import (
    append_judgements,
    put_known_people,
    read_known_people,
    read_log,
    read_named_speakers,
    read_texts,
)

Build = Callable[..., ParsedArticle]
FLAVIA = Source("named_person", "Flavia Elphberg", role="Queen of Ruritania")
FLAVIA_AGAIN = Source("named_person", "Flavia Elfberg", role="the queen")
SENATOR = Source("named_person", "Michael Smith", role="senator")
SOMEONE = Source("unnamed_person", descriptor="a courtier", anonymous=True)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
IDENTITY = Path(__file__).parent.parent / "data" / "gold" / "identity.jsonl"


def row(left: str, right: str, minute: int = 0) -> Judgement:
    return Judgement(left, right, "positive", "human", "Jo", NOW.replace(minute=minute), "seen both", 0.5)


def test_the_log_comes_back_as_it_was_written(store: Store) -> None:
    first, second = row("a", "b", 2), row("b", "c", 1)
    taken_back = undo(first, "Jo", NOW, "a slip")
    assert read_log(store) == []
    assert append_judgements(store, [first, second]) == 2
    assert append_judgements(store, [second, taken_back]) == 1
    assert read_log(store) == [first, second, taken_back]


def test_a_known_person_is_kept_once_and_renewed(store: Store) -> None:
    flavia = KnownPerson("p1", "Flavia Elphberg", ("Queen Flavia",), ("queen",), wikidata="Q42")
    put_known_people(store, [flavia])
    renewed = KnownPerson("p1", "Flavia of Ruritania")
    office = KnownPerson("p2", "Palace Press Office", kind="organization")
    put_known_people(store, [office, renewed])
    assert read_known_people(store) == [renewed, office]


def test_appearances_gather_the_roles_of_an_article(store: Store, build: Build) -> None:
    store.add(build("1", ("One", FLAVIA), ("Two", FLAVIA_AGAIN), ("Three", SOMEONE), ("Four", FLAVIA)))
    appearances = collect_appearances(read_named_speakers(store), read_texts(store))
    assert [(a.names, a.roles) for a in appearances] == [
        (("Flavia Elfberg",), ("the queen",)),
        (("Flavia Elphberg",), ("Queen of Ruritania",)),
    ]


def test_a_second_match_of_a_larger_collection_finds_no_news() -> None:
    """Doubts stay the same doubts, though after the merges other members stand for their persons."""
    read = [one for article in read_dwie(IDENTITY) for one in gold_appearances(article)]
    first = Registry(read)
    log = first.propose(NOW)
    again = Registry(read, log=log)
    assert again.propose(NOW.replace(minute=1)) == []
    assert len(again.reviews()) == len([row for row in log if row.verdict == "unsure"]) > 0


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


def test_a_registry_without_a_log_knows_everybody_once(store: Store, build: Build) -> None:
    store.add(build("1", ("One", FLAVIA), ("Two", SENATOR)))
    registry = Registry(collect_appearances(read_named_speakers(store), read_texts(store)))
    assert [somebody.name for somebody in registry.people] == ["Flavia Elphberg", "Michael Smith"]
    assert registry.find("elphberg") == [registry.people[0]]
    assert registry.find("") == []


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
def test_a_hyphen_divides_the_parts_of_a_name(wanted: str) -> None:
    mustafa = Appearance("1", "person", ("Mustafa Abdul-Karim",))
    assert [somebody.name for somebody in Registry([mustafa]).find(wanted)] == ["Mustafa Abdul-Karim"]


def test_two_who_spoke_as_one_are_two_people() -> None:
    rows = [Spoken("Ada and Ralph Byron"), Spoken("Ada Byron")]
    found = collect_appearances(rows, {})
    assert [a.names for a in found] == [("Ada Byron",), ("Ralph Byron",)]


@dataclass(frozen=True)
class Spoken:
    name: str
    article_id: str = "a1"
    published: date | None = None
    source_type: str = "named_person"
    role: str | None = None
    affiliation: str | None = None
