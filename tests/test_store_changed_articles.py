"""What a carrier says anew of a stored article: what its reading rests on, and what it does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quotes.domain import ParsedArticle, Source
from quotes.store import Store
from quotes.store.runs import fingerprint_of

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", medium="speech")


@pytest.mark.parametrize("told", [{"title": "Truce"}, {"byline": "By Ann Lee (AP)"}, {"outlet": "New Post"}])
def test_what_a_reading_rests_on_makes_another_reading(store: Store, build: Build, told: dict[str, Any]) -> None:
    parsed = build("a1", ("He must go.", CAMERON))
    store.add(parsed)
    again = replace(parsed, article=replace(parsed.article, **told))
    assert not store.has(again.article, fingerprint_of(again))
    assert store.add(again) == "read anew"
    assert store.article("a1").parsed() == again
    assert store.has(again.article, fingerprint_of(again))


@pytest.mark.parametrize(
    "told", [{"section": "Politics"}, {"url": "https://post.example/1"}, {"published": date(2011, 4, 2)}]
)
def test_what_no_reading_rests_on_is_taken_over_without_one(store: Store, build: Build, told: dict[str, Any]) -> None:
    parsed = build("a1", ("He must go.", CAMERON))
    store.add(parsed)
    again = replace(parsed, article=replace(parsed.article, **told))
    assert store.has(again.article, fingerprint_of(again))
    assert [store.add(again), store.add(again)] == ["details changed", "same"]
    assert store.article("a1").parsed() == again


def test_what_an_article_no_longer_tells_stays(store: Store, build: Build) -> None:
    parsed = build("a1", ("He must go.", CAMERON))
    store.add(parsed)
    bare = replace(parsed, article=replace(parsed.article, title=None, outlet=None, published=None))
    assert store.add(bare) == "same"
    assert store.article("a1").parsed() == parsed
