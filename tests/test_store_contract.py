"""What every store promises, held by SQLite in memory, SQLite in a file and PostgreSQL alike."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event, text

from quotes.domain import ParsedArticle, Source, Span, Via, quotation_id, speaker_id
from quotes.errors import StoreError, UsageError
from quotes.store import Store, UnstorableArticleError
from quotes.store.runs import fingerprint_of
from quotes.wire import to_dict

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", medium="speech")
SAMANTHA = Source("named_person", "Samantha Cameron")
CANETE = Source("named_person", "Miguel Arias Cañete")
OFFICE = Source("named_organization", "Foreign Office", via=(Via("the Guardian", "told", Span(0, 3)),))
DIPLOMAT = Source("unnamed_person", descriptor="a western diplomat", anonymous=True, reason=Span(0, 4))
RUMOUR = Source("unnamed_group", descriptor="officials", anonymous=True, via=(Via("AP", "told"), Via("AFP", "told")))


def rows_in(store: Store, table: str) -> int:
    with store._engine.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def everything_in(store: Store) -> dict[str, int]:
    tables = [
        *("outlets", "articles", "versions", "appearances", "parses", "people", "presences", "quotations"),
        *("readings", "via", "voices"),
    ]
    return {table: rows_in(store, table) for table in tables}


def test_a_speaker_is_of_one_kind_and_an_unnamed_one_of_one_article() -> None:
    assert speaker_id(CAMERON, "a1") == speaker_id(replace(CAMERON, name="DAVID  CAMERON", role=None), "a2")
    assert speaker_id(CAMERON, "a1") != speaker_id(replace(CAMERON, type="named_organization"), "a1")
    assert speaker_id(DIPLOMAT, "a1") != speaker_id(replace(DIPLOMAT, type="unnamed_group"), "a1")
    assert speaker_id(DIPLOMAT, "a1") != speaker_id(DIPLOMAT, "a2")


def test_an_article_comes_back_as_it_went_in(store: Store, build: Build) -> None:
    parsed = build("a1", ("He must go.", CAMERON), ("No comment.", OFFICE), ("We saw it.", RUMOUR), ("Oh!", None))
    assert store.add(parsed) == "added"
    assert store.article("a1").parsed() == parsed


def test_somebody_known_by_a_post_alone_is_a_person_of_one_article(store: Store, build: Build) -> None:
    mayor = Source("named_person", descriptor="the mayor of Loam", standing="office_holder")
    store.add(build("a1", ("Yes.", mayor), ("No.", mayor)))
    store.add(build("a2", ("Perhaps.", mayor)))
    people = [record.person_id for record in store.records()]
    assert people[0] == people[1] != people[2]


def test_a_record_is_what_parse_writes_and_where_it_stands(store: Store, build: Build) -> None:
    parsed = build("a1", ("He must go.", CAMERON), ("We saw it.", RUMOUR), ("Because.", DIPLOMAT), ("Oh!", None))
    store.add(parsed)
    place = {
        "article": "a1",
        "title": "About a1",
        "url": None,
        "outlet": "The Daily Example",
        "published": "2011-04-01",
    }
    records = [record.to_dict() for record in store.records()]
    people = [record.pop("person") for record in records]
    assert [person and person["name"] for person in people] == ["David Cameron", None, None, None]
    assert [record.pop("corrected") for record in records] == [False] * 4
    assert [record.pop("corrected_by") for record in records] == [None] * 4
    assert [record.pop("whole") for record in records] == [record["id"] for record in records]
    assert [record.pop("reference") for record in records] == ["a1#1", "a1#2", "a1#3", "a1#4"]
    assert records == [place | quotation for quotation in to_dict(parsed)["quotes"]]


def test_quoted_words_that_were_not_said_are_kept_and_not_counted(store: Store, build: Build) -> None:
    parsed = build("a1", ("He must go.", CAMERON), ("a disgrace", CAMERON))
    denied = parsed.quotations[1]
    denied = replace(denied, attribution=replace(denied.attribution, polarity="negative", modality="actual"))
    store.add(replace(parsed, quotations=(parsed.quotations[0], denied)))
    assert [record.text for record in store.records()] == ["“He must go.”"]
    assert [record.text for record in store.search("disgrace")] == ["“a disgrace”"]


def test_a_quotation_inside_another_keeps_its_place(store: Store, build: Build) -> None:
    parsed = build("a1", ("One", CAMERON), ("Two", CAMERON))
    inner = parsed.quotations[1]
    nested = replace(inner.quotation, parent=0, group=3)
    inside = replace(inner, attribution=replace(inner.attribution, quotation=nested))
    parsed = replace(parsed, quotations=(parsed.quotations[0], inside))
    store.add(parsed)
    stored = store.article("a1")
    assert stored.parsed() == parsed
    assert (
        stored.quotations[1].parent
        == stored.quotations[0].id
        == quotation_id("a1", parsed.quotations[0].quotation.span)
    )


def test_adding_again_writes_nothing(store: Store, build: Build) -> None:
    parsed = build("a1", ("He must go.", CAMERON), ("No comment.", OFFICE))
    store.add(parsed)
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(store._engine, "before_cursor_execute", note)
    assert store.add(parsed) == "same"
    assert statements
    assert not [statement for statement in statements if not statement.lstrip().startswith(("SELECT", "BEGIN"))]


@pytest.mark.parametrize("newer", [{"parser": "2"}, {"models": "2"}])
def test_another_reading_of_the_same_text_comes_before_the_first(
    store: Store, build: Build, newer: dict[str, str]
) -> None:
    store.add(build("a1", ("He must go.", CAMERON), ("No comment.", OFFICE)))
    again = build("a1", ("He must go.", CAMERON), ("No comment.", OFFICE), **newer)
    assert not store.has(again.article, fingerprint_of(again))
    assert store.add(again) == "read anew"
    assert store.has(again.article, fingerprint_of(again))
    assert store.article("a1").parsed() == again
    assert len(list(store.records())) == 2
    assert everything_in(store) == {
        "outlets": 2, "articles": 1, "versions": 1, "appearances": 1, "parses": 2, "people": 2, "presences": 2,
        "quotations": 2, "readings": 4, "via": 2, "voices": 2,
    }  # fmt: skip


def test_a_failure_half_way_leaves_the_article_as_it_was(store: Store, build: Build) -> None:
    first = build("a1", ("He must go.", CAMERON))
    store.add(first)
    before = everything_in(store)

    def fail(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO via"):
            raise RuntimeError("the power went")

    event.listen(store._engine, "before_cursor_execute", fail)
    with pytest.raises(RuntimeError, match="power"):
        store.add(build("a1", ("He may stay.", OFFICE)))
    with pytest.raises(RuntimeError, match="power"):
        store.add(build("a2", ("New.", OFFICE)))
    assert everything_in(store) == before
    assert store.article("a1").parsed() == first


@pytest.mark.parametrize("damage", ["\0", "\ud800"])
def test_characters_that_no_database_keeps_cost_their_article_alone(store: Store, build: Build, damage: str) -> None:
    with pytest.raises(UnstorableArticleError, match="'a1' cannot be stored, its text holds a NUL or half"):
        store.add(build("a1", (f"He must{damage} go.", CAMERON)))
    parsed = build("a2", ("Fine.", CAMERON))
    with pytest.raises(UnstorableArticleError, match="its title"):
        store.add(replace(parsed, article=replace(parsed.article, title=damage)))
    assert store.add(parsed) == "added"


def test_two_quotations_in_one_place_are_refused(store: Store, build: Build) -> None:
    parsed = build("a1", ("He must go.", CAMERON))
    with pytest.raises(StoreError, match="two quotations with the same start and end"):
        store.add(replace(parsed, quotations=parsed.quotations * 2))


def test_who_finds_by_name_by_part_of_a_name_and_by_id(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", CAMERON), ("Two", SAMANTHA), ("Three", CANETE)))
    store.add(build("a2", ("Four", CAMERON), published=date(2011, 3, 1)))
    (david,) = store.who("dávid CAMERON")
    assert (david.names, david.roles) == (("David Cameron",), ("British Prime Minister",))
    assert [record.text for record in david.quotations] == ["“Four”", "“One”"]
    assert [speaker.name for speaker in store.who("cameron")] == ["David Cameron", "Samantha Cameron"]
    assert [speaker.name for speaker in store.who("canete arias")] == ["Miguel Arias Cañete"]
    assert store.who(david.id) == [david]
    assert store.who("Camer") == store.who("%") == store.who("") == []


def test_an_exact_name_wins_over_longer_ones(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", Source("named_person", "Prince")), ("Two", Source("named_person", "Prince Harry"))))
    assert [speaker.name for speaker in store.who("prince")] == ["Prince"]


def test_who_by_id_finds_the_unnamed_within_their_article(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", DIPLOMAT)))
    store.add(build("a2", ("Two", DIPLOMAT)))
    (source,) = store.who(speaker_id(DIPLOMAT, "a1"))
    assert (source.name, source.descriptor, source.names) == (None, "a western diplomat", ())
    assert [record.text for record in source.quotations] == ["“One”"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("commentary", ["1", "2"]),
        ("COMMENTARY running", ["1", "2"]),
        ("“running commentary”", ["1"]),
        ("comment", []),  # no beginnings of words
        ("commentaries run", ["1", "2"]),  # but their stems
        ("elysee", ["3"]),
        ("Élysée", ["3"]),
        ("cease-fire", ["3", "4"]),
        ("ceasefire", []),
        ("don't", ["4"]),
        ("t", ["4"]),
        ("100% or", []),
        ("or AND not", ["5"]),  # words, no operators
        ("NEAR(or", ["5"]),
        ("3.5", ["5"]),
        ("5 3", ["5"]),
        ('commentary "the', ["2"]),  # a mark without its pair
    ],
)
def test_search_finds_whole_words_inside_quotations(store: Store, build: Build, query: str, found: list[str]) -> None:
    store.add(
        build(
            "a",
            ("1: provide a running commentary", OFFICE),
            ("2: the commentary is running", OFFICE),
            ("3: A cease-fire, said the Elyse\u0301e", CAMERON),
            ("4: Cease fire! I don’t", CAMERON),
            ("5: near or and not 3.5% x", CAMERON),
        )
    )
    assert [record.text[1] for record in store.search(query)] == found


def test_search_limits_and_orders_by_date(store: Store, build: Build) -> None:
    for number, published in enumerate([None, date(2012, 1, 1), date(2011, 1, 1)]):
        store.add(build(f"a{number}", (f"Peace {number}", OFFICE), published=published))
    assert [record.text for record in store.search("peace")] == ["“Peace 2”", "“Peace 1”", "“Peace 0”"]
    assert [record.text for record in store.search("peace", limit=1)] == ["“Peace 2”"]
    assert store.search("peace", limit=1)[0].via == OFFICE.via


@pytest.mark.parametrize("nothing", ["", "  ", "?!", '""'])
def test_search_for_no_word_is_an_error(store: Store, nothing: str) -> None:
    with pytest.raises(UsageError, match="holds no word to search for"):
        store.search(nothing)


def test_a_very_long_quotation_is_stored_and_found(store: Store, build: Build) -> None:
    store.add(build("a", ("peace " + "war " * 400_000, OFFICE)))
    assert len(store.search("peace war")) == 1


def test_an_article_is_found_by_a_beginning_that_no_other_has(store: Store, build: Build) -> None:
    for identity in ("libya-1", "libya-2", "libya", "lib%"):
        store.add(build(identity, (f"One of {identity}", CAMERON)))
    assert store.article("libya").article.id == "libya"
    assert store.article("libya-2").article.id == "libya-2"
    assert store.article("lib%").article.id == "lib%"
    with pytest.raises(
        UsageError, match=r"beginning of several article ids; write more of one of these: libya-1, libya-2$"
    ):
        store.article("libya-")


@pytest.mark.parametrize("unknown", ["lybia-1", "Libya-1", ""])
def test_an_unknown_article_brings_the_nearest_ids(store: Store, build: Build, unknown: str) -> None:
    store.add(build("libya-1", ("One", CAMERON)))
    with pytest.raises(UsageError, match=f"no article '{unknown}' is stored; (did you mean libya-1|look for it)"):
        store.article(unknown)


def test_records_come_by_date_article_and_place(store: Store, build: Build) -> None:
    store.add(build("b", ("3", OFFICE), ("4", RUMOUR)))
    store.add(build("a", ("1", CAMERON), ("2", None)))
    store.add(build("c", ("0", CAMERON), published=date(2010, 1, 1)))
    records = list(store.records())
    assert [record.text for record in records] == [f"“{number}”" for number in range(5)]
    assert [via.name for via in records[4].via] == ["AP", "AFP"]
