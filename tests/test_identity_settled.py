"""People in the record: what came about step by step is what follows from presences and log at once."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.store import Store, open_store
from quotes.store.derived import rebuild
from quotes.store.people.registry import Registry
from quotes.store.people.settling import rebuild_people

Build = Callable[..., ParsedArticle]
NAMES = ("Flavia Elphberg", "Flavia Maria Elphberg", "F. Elphberg", "Elphberg", "Michael Smith", "Mike Smith", "Smith")
ROLES = (None, "senator", "head coach", "Queen of Ruritania")
QUERIES = {
    "people": "SELECT id, kind, name, descriptor FROM people ORDER BY id",
    "presences": "SELECT p.id, b.id FROM presences p JOIN people b ON b.number = p.person ORDER BY p.id",
    "words": "SELECT w.word, b.id FROM name_words w JOIN people b ON b.number = w.person ORDER BY w.word, b.id",
    "keys": "SELECT k.hash, b.id FROM name_keys k JOIN people b ON b.number = k.person ORDER BY k.hash, b.id",
    "voices": "SELECT q.id, p.id, b.id FROM voices w JOIN quotations q ON q.number = w.quotation"
    " LEFT JOIN presences p ON p.number = w.presence LEFT JOIN people b ON b.number = w.person ORDER BY q.id, p.id",
}


def held(store: Store) -> dict[str, list[Any]]:
    """What the store has of people, by ids."""
    with store._engine.connect() as connection:
        return {name: [tuple(row) for row in connection.execute(text(query))] for name, query in QUERIES.items()}


def rebuilt(store: Store, how: Callable[[Any], None] = rebuild_people) -> dict[str, list[Any]]:
    with store._engine.begin() as connection:
        how(connection)
    return held(store)


@st.composite
def sources(draw: Callable[[Any], Any]) -> list[tuple[str, Source]]:
    said = []
    for place in range(draw(st.integers(1, 3))):
        name, role = draw(st.sampled_from(NAMES)), draw(st.sampled_from(ROLES))
        said.append((f"Words of number {place}", Source("named_person", name, role=role)))
    return said


steps = st.one_of(
    st.tuples(st.just("article"), st.integers(1, 5), sources()),
    st.tuples(st.sampled_from(("merge", "apart", "split", "undo")), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("match"), st.just(0), st.just(0)),
)


def take(store: Store, registry: Registry, build: Build, step: tuple[Any, ...], time: int) -> None:
    kind, one, other = step
    if kind == "article":
        said = [(f"{words} in {one}", source) for words, source in other]
        store.add(build(str(one), *said, parser=str(time)), replace=True)
        return
    if kind == "match":
        registry.match()
        return
    people = sorted(registry.people(), key=lambda somebody: somebody.id)
    rows = [row for row, _ in registry.log()]
    if not people or (kind == "undo" and not rows):
        return
    left, right = people[one % len(people)], people[other % len(people)]
    try:
        match kind:
            case "merge":
                registry.merge(left.id, right.id, judge_name="Jo", reason="")
            case "apart":
                registry.keep_apart(left.id, right.id, judge_name="Jo", reason="")
            case "split":
                registry.split(left.id, [left.members[other % len(left.members)]], judge_name="Jo", reason="")
            case "undo":
                registry.undo(rows[one % len(rows)].id, judge_name="Jo", reason="")
    except UsageError:
        pass  # what cannot be done is refused, and changes nothing


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=1, max_size=12))
def test_people_follow_from_presences_and_log(build: Build, taken: list[tuple[Any, ...]]) -> None:
    with open_store("sqlite://") as store:
        registry = Registry(store)
        for time, step in enumerate(taken):
            take(store, registry, build, step, time)
        before = held(store)
        assert rebuilt(store) == before
        assert rebuilt(store, rebuild) == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(steps, min_size=1, max_size=12))
def test_nobody_is_with_whom_a_person_keeps_them_apart(build: Build, taken: list[tuple[Any, ...]]) -> None:
    with open_store("sqlite://") as store:
        registry = Registry(store)
        for time, step in enumerate(taken):
            take(store, registry, build, step, time)
        of = dict(held(store)["presences"])
        for (left, right), row in registry.standing().items():
            if row.by == "human" and row.verdict == "negative" and left in of and right in of:
                assert of[left] != of[right]


def test_a_split_holds_at_once_and_leaves_the_others_together(store: Store, build: Build) -> None:
    for number in range(4):
        store.add(build(str(number), (f"No. {number}", Source("named_person", "Flavia Elphberg", role="queen"))))
    registry = Registry(store)
    registry.split("Flavia Elphberg", ["0"], judge_name="Jo", reason="another one")
    assert sorted(len(somebody.articles) for somebody in registry.people()) == [1, 3]
    store.add(build("5", ("Two", Source("named_person", "Flavia Elphberg", role="queen"))))
    assert sorted(len(somebody.articles) for somebody in registry.people()) in ([1, 4], [2, 3])
    registry.match()
    assert len(list(registry.people())) == 2


def test_whoever_is_there_still_stays_whom_they_were(store: Store, build: Build) -> None:
    queen, senator = Source("named_person", "Flavia Elphberg"), Source("named_person", "Michael Smith", role="senator")
    store.add(build("1", ("One", queen), ("Two", senator)))
    store.add(build("1", ("One", queen), parser="2"))
    with store._engine.connect() as connection:
        assert connection.execute(text("SELECT number, name FROM people")).all() == [(1, "Flavia Elphberg")]
        assert connection.execute(text("SELECT number, person FROM presences")).all() == [(1, 1)]


def test_unnamed_sources_are_people_within_their_article(store: Store, build: Build) -> None:
    courtier = Source("unnamed_person", descriptor="a courtier", anonymous=True)
    for article in "12":
        store.add(build(article, (f"One of {article}", courtier), ("Two", courtier)))
    with store._engine.connect() as connection:
        rows = connection.execute(text("SELECT kind, descriptor, article FROM people ORDER BY article")).all()
    assert [tuple(row) for row in rows] == [("unnamed_person", "a courtier", 1), ("unnamed_person", "a courtier", 2)]
    store.add(build("1", ("One of 1", None), ("Two", None), parser="2"), replace=True)
    with store._engine.connect() as connection:
        assert connection.execute(text("SELECT article FROM people")).scalars().all() == [2]


@pytest.mark.parametrize("first", [True, False])
def test_known_people_are_found_in_articles_that_come_later(store: Store, build: Build, first: bool) -> None:
    from quotes.identity import KnownPerson

    flavia = KnownPerson("royal-1", "Flavia Elphberg", roles=("queen",), wikidata="Q42")
    article = build("1", ("One", Source("named_person", "Flavia Elphberg", role="Queen of Ruritania")))
    registry = Registry(store)
    if first:
        registry.put_known([flavia])
    store.add(article)
    if not first:
        registry.put_known([flavia])
        registry.match()
    (somebody,) = registry.people()
    assert (somebody.id, somebody.wikidata, somebody.articles) == ("royal-1", "Q42", ("1",))
