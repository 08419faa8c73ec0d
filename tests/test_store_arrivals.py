"""What an article is to the store that has met its text, its id or its address before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from quotes.domain import Article, ParsedArticle, Source, identify
from quotes.store import ArticleConflictError, Selection, Store
from quotes.store.runs import fingerprint_of

Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee", role="mayor")
BEN = Source("named_person", "Ben Okafor")
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)
AT = "https://post.example/1"


def told(parsed: ParsedArticle, **details: Any) -> ParsedArticle:
    return replace(parsed, article=replace(parsed.article, **details))


def quoted(store: Store) -> list[str]:
    return [record.text for record in store.records()]


def ask(store: Store, query: str) -> list[Any]:
    with store._engine.connect() as connection:
        return list(connection.execute(text(query)))


def test_another_text_under_an_id_is_a_version(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", ANN), ("We were not asked.", AIDE)))
    again = build("a1", ("The road stays shut until May.", ANN), ("Nobody told us.", BEN))
    assert store.add(again) == "new version"
    assert quoted(store) == ["“The road stays shut until May.”", "“Nobody told us.”"]
    assert store.article("a1").parsed() == again
    assert [row[0] for row in ask(store, "SELECT current FROM versions ORDER BY number")] == [0, 1]


def test_another_text_under_an_address_is_a_version(store: Store, build: Build) -> None:
    store.add(told(build("a1", ("The road stays shut.", ANN)), url=AT))
    assert store.add(told(build("b7", ("It opens in May.", ANN)), url=AT, title="It opens")) == "new version"
    assert quoted(store) == ["“It opens in May.”"]
    assert store.article("a1").article.title == "It opens"
    assert [row[0] for row in ask(store, "SELECT id FROM articles")] == ["a1"]


def test_quotations_are_followed_from_version_to_version(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", ANN), ("We were not asked.", AIDE), ("Gone.", BEN)))
    store.add(build("a1", ("We were not asked.", BEN), ("The road stays shut, sadly.", ANN), ("Fresh words.", ANN)))
    followed = ask(
        store,
        "SELECT n.text, n.change, substr(v.text, o.span_start + 1, o.span_end - o.span_start) FROM record n"
        " LEFT JOIN quotations o ON o.number = n.follows LEFT JOIN versions v ON v.number = o.version"
        " WHERE n.version = 2 ORDER BY n.span_start",
    )
    assert [tuple(row) for row in followed] == [
        ("“We were not asked.”", "kept", "“We were not asked.”"),
        ("“The road stays shut, sadly.”", "altered", "“The road stays shut.”"),
        ("“Fresh words.”", None, None),
    ]


def test_a_text_that_comes_back_is_current_again(store: Store, build: Build) -> None:
    first, second = build("a1", ("Shut.", ANN)), build("a1", ("Open again.", ANN))
    assert [store.add(item) for item in (first, second, first)] == ["added", "new version", "new version"]
    assert quoted(store) == ["“Shut.”"]
    assert [person.name for person in store.who("Lee")] == ["Ann Lee"]
    assert store.add(first) == "same"
    assert [row[0] for row in ask(store, "SELECT count(*) FROM versions")] == [2]


def test_a_text_in_another_place_is_an_appearance(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", ANN), outlet="Morning Post"))
    copy = build("b2", ("The road stays shut.", ANN), outlet="Evening Star", published=date(2011, 4, 2))
    assert store.settle(copy.article, fingerprint_of(copy), "none") == "new appearance"
    assert store.add(copy) == "same"
    assert quoted(store) == ["“The road stays shut.”"]
    assert [record.outlet for record in store.records()] == ["Morning Post"]
    assert store.article("b2").article.id == "a1"
    outlets = "SELECT o.name FROM appearances p JOIN outlets o ON o.number = p.outlet ORDER BY p.number"
    assert [row[0] for row in ask(store, outlets)] == ["Morning Post", "Evening Star"]
    assert [(place.id, place.outlet) for place in store.article("a1").places] == [
        ("a1", "Morning Post"),
        ("b2", "Evening Star"),
    ]


def test_one_outlet_that_changes_a_shared_text_leaves_the_others(store: Store, build: Build) -> None:
    store.add(build("a1", ("The road stays shut.", ANN), outlet="Morning Post"))
    store.add(build("b2", ("The road stays shut.", ANN), outlet="Evening Star"))
    assert store.add(build("a1", ("The road opens.", ANN), outlet="Morning Post")) == "new version"
    assert [(record.text, record.outlet) for record in store.records()] == [
        ("“The road stays shut.”", "Evening Star"),
        ("“The road opens.”", "Morning Post"),
    ]


def test_a_text_without_an_id_or_details_is_the_one_that_is_there(store: Store, build: Build) -> None:
    parsed = build("a1", ("Shut.", ANN))
    store.add(parsed)
    bare = Article(identify(parsed.article.text), parsed.article.text)
    assert store.settle(bare, fingerprint_of(parsed)) == "same"
    elsewhere = replace(bare, outlet="Evening Star")
    assert store.settle(elsewhere, fingerprint_of(parsed)) == "new appearance"


def test_a_text_without_an_id_stands_in_every_outlet_that_has_it(store: Store, build: Build) -> None:
    parsed = build("x", ("We sail at six.", ANN))
    nameless = identify(parsed.article.text)
    for outlet, outcome in (("Lantern", "added"), ("Harbour Mail", "new appearance"), ("Lantern", "same")):
        assert store.add(told(parsed, id=nameless, outlet=outlet, title=None)) == outcome
    assert store.add(told(parsed, id=nameless, outlet="Northmoor Post")) == "new appearance"
    assert [place.outlet for place in store.article(nameless).places] == ["Lantern", "Harbour Mail", "Northmoor Post"]
    assert store.add(told(parsed, id=nameless, outlet="Lantern", section="Local", title=None)) == "details changed"
    assert len(quoted(store)) == 1


def test_something_else_under_a_number_is_a_conflict(store: Store, build: Build) -> None:
    first = told(build("1", ("The road stays shut.", ANN)), title="Road")
    store.add(first)
    other = told(build("1", ("Our team lost again.", BEN)), title="Football")
    with pytest.raises(ArticleConflictError, match="the article id '1' already stands for another article; give"):
        store.add(other)
    assert store.article("1").parsed() == first
    assert store.add(other, replace=True) == "new version"


def test_an_edited_copy_points_to_the_first(store: Store, build: Build) -> None:
    words = " ".join(f"The {noun} of the old harbour was shut for {noun} reasons." for noun in "abcdefghijklmnop")
    store.add(build("a1", (words, ANN)))
    store.add(build("b2", (words + " Nobody knows more.", ANN)))
    store.add(build("c3", ("Something else entirely was said about the council's plans for schools.", BEN)))
    links = ask(store, "SELECT number, copy_of, alike >= 0.9 FROM versions ORDER BY number")
    assert [tuple(row) for row in links] == [(1, None, None), (2, 1, 1), (3, None, None)]
    store.add(build("a1", (words + " It opens in May.", ANN)))
    assert store.article("a1").copy_of is None  # its own copy is no original
    copy = store.article("b2").copy_of
    assert copy is not None
    assert (copy.article, copy.outlet, copy.alike > 0.9) == ("a1", "The Daily Example", True)


def test_former_versions_are_not_found_and_not_counted(store: Store, build: Build) -> None:
    store.add(build("a1", ("Peace now.", ANN)))
    store.add(build("a1", ("War now.", BEN)))
    assert store.search("peace") == []
    assert store.who("Ann Lee") == []
    assert [record.text for record in store.select(Selection(words="war"))] == ["“War now.”"]
