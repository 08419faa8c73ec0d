"""Articles without their texts, in every kind of database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from quotes.domain import ParsedArticle, Source
from quotes.store import Store

Build = Callable[..., ParsedArticle]
ANN = Source("named_person", "Ann Lee")


def test_heads_come_by_date_and_with_those_that_quote_nobody(store: Store, build: Build) -> None:
    store.add(build("undated", published=None, outlet=None))
    long = build("long", ("é" * 3000, ANN), published=date(2012, 1, 1), outlet="the daily example")
    told = replace(long.article, byline="By Dee Marsh", url="https://example.org/1", section="Local")
    store.add(replace(long, article=told))
    store.add(build("early", ("Yes.", ANN)))
    heads = list(store.heads())
    assert [head.id for head in heads] == ["early", "long", "undated"]
    early, late, undated = heads
    assert early.opening == store.article("early").article.text
    assert (late.title, late.url, late.byline) == ("About long", "https://example.org/1", "By Dee Marsh")
    assert (early.section, late.section) == (None, "Local")
    assert early.outlet == late.outlet == "the daily example"  # as first met
    assert late.opening == long.article.text[:2000]
    assert late.text_hash == long.article.text_hash
    assert (undated.outlet, undated.published, undated.byline, undated.opening) == (None, None, None, "")
