"""Quotations that share words find each other, the same on every database."""

from collections.abc import Callable
from datetime import date
from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from quotes.check.variants import find_variants
from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.store import Store
from quotes.store.alike.fingerprints import LEAST_WORDS
from quotes.store.alike.winnowing import GUARANTEED, SHINGLE, shingles_of, winnow
from quotes.store.folding import fold_words
from tests.check_samples import BOATS, COUNCIL, PAUL, WATER, fill
from tests.fake_parser import FakeParser

Build = Callable[..., ParsedArticle]


def found(store: Store, words: str) -> set[str]:
    """The articles in which quotations like these words stand."""
    return {source.quotations[0].article_id for source in store.alike(fold_words(words))}


def fingerprints(store: Store) -> list[tuple[int, int]]:
    with store._engine.connect() as connection:
        query = "SELECT hash, quotation FROM fingerprints ORDER BY hash, quotation"
        return [(row[0], row[1]) for row in connection.execute(text(query))]


words = st.sampled_from(["we", "have", "the", "boats", "crews", "under", "water", "engineer", "council", "nobody"])


@given(
    before=st.lists(words, max_size=9), shared=st.lists(words, min_size=GUARANTEED, max_size=12), after=st.lists(words)
)
def test_a_shared_run_of_five_words_is_always_found(before: list[str], shared: list[str], after: list[str]) -> None:
    assert not winnow([*before, *shared, *after]).isdisjoint(shingles_of(shared))


@given(said=st.lists(words, max_size=30))
def test_fewer_than_all_shingles_are_kept(said: list[str]) -> None:
    kept = winnow(said)
    assert kept <= set(shingles_of(said))
    assert bool(kept) == (len(said) >= SHINGLE)
    assert all(-(2**31) <= value < 2**31 for value in kept)


@pytest.mark.parametrize(
    "words",
    [
        BOATS,
        "we have the boats but the crews are sick",
        "there were crews for all boats",  # two rare words are all that it shares
    ],
)
def test_a_quotation_is_found_by_some_of_its_words(store: Store, words: str) -> None:
    fill(store)
    assert found(store, words) == {"star"} or found(store, words) == {"post"}  # one of those that read the same


def test_nothing_is_found_by_other_words(store: Store) -> None:
    fill(store)
    assert found(store, "an orchestra of swans") == set()
    assert found(store, "") == set()


def test_the_index_is_the_same_when_it_is_filled_anew(store: Store) -> None:
    fill(store)
    before = fingerprints(store)
    assert before
    store.rebuild()
    assert fingerprints(store) == before


def test_neither_indirect_speech_nor_a_few_words_are_in_the_index(store: Store) -> None:
    from quotes.domain import Article

    article = Article(
        "a", "Ann Lee said that the whole harbour was to be closed for years. “Not a week,” said Bob Ray."
    )
    store.add(FakeParser().parse(article))
    assert LEAST_WORDS > 3
    assert fingerprints(store) == []


def test_a_former_wording_is_not_found(store: Store, build: Build) -> None:
    store.add(build("a", (WATER, PAUL)))
    store.add(build("a", (BOATS, PAUL)))
    assert found(store, WATER) == set()
    assert found(store, BOATS) == {"a"}


def test_places_are_all_appearances_of_all_copies_the_first_first(store: Store, build: Build) -> None:
    fill(store)
    store.add(build("again", (BOATS, PAUL), outlet="Bell", published=date(2026, 3, 1)))
    store.add(build("bare", (BOATS, PAUL), outlet=None, published=None))
    [asked] = [q for source in store.alike(fold_words(WATER)) for q in source.quotations if q.text.startswith("“We")]
    places = store.places([asked.id])
    assert [(place.outlet, place.article) for place in places] == [
        ("Star", "star"),
        ("Bell", "star"),  # the same text in another outlet
        ("Post", "post"),
        (None, "star"),
    ]
    assert {place.speaker for place in places} == {"Paul Adeyemi"}


def test_many_who_say_the_same_do_not_hide_another(store: Store, build: Build) -> None:
    fill(store)
    for number, outlet in enumerate(chain(repeat("A", 20), repeat("B", 20))):
        said = f"It will cost {number} million crowns. The council has not met since March."
        store.add(build(f"many-{number}", (said, PAUL), outlet=outlet))
    assert "bell" in found(store, COUNCIL)


def test_variants_of_a_quotation(store: Store, build: Build) -> None:
    fill(store)
    store.add(build("late", ("We have the boats, but not the crews.", PAUL), outlet="Late", published=date(2026, 4, 1)))
    store.add(build("no", ("The boats are ours.", PAUL)))
    variants = find_variants(store, "late#1")
    assert [(one.text, [place.outlet for place in one.places], one.is_asked) for one in variants] == [
        (BOATS, ["Star", "Post"], False),
        ("We have the boats, but not the crews.", ["Late"], True),
    ]
    assert variants[1].changes == ["– “we do”", "– “yet have”"]
    assert variants[1].to_dict()["first"] == "2026-04-01"


@pytest.mark.parametrize("reference", ["nothing", "post#9", "none#1"])
def test_variants_of_what_is_not_stored(store: Store, reference: str) -> None:
    fill(store)
    with pytest.raises(UsageError):
        find_variants(store, reference)


def test_variants_of_indirect_speech_are_refused(store: Store) -> None:
    from quotes.domain import Article

    store.add(FakeParser().parse(Article("a", "Ann Lee said that the harbour was closed.")))
    with pytest.raises(UsageError, match="indirect speech"):
        find_variants(store, "a#r1")


def test_names_that_a_speaker_goes_by_are_the_same_speaker(store: Store) -> None:
    fill(store)
    [place, *_] = store.places([store.alike(fold_words(WATER))[0].quotations[1].id])
    assert place.person in store.called("Lena Ostrow")
    assert store.called("Nobody Known") == frozenset()
    assert Source("named_person", "Lena Ostrow").name == place.name
