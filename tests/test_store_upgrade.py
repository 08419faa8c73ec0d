"""Stores that an older version made: they are brought up to date when they are opened, and lose nothing."""

import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.domain import Cast, Confidence, ParsedArticle, Source
from quotes.errors import StoreError
from quotes.store import open_store
from quotes.store.tables import TABLES
from quotes.store.upgrade import ADDED

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron")
# What the tables had in the first version; all that came later has to be added to stores from then.
FIRST = {
    "outlets": "id name",
    "articles": "id text_hash title url outlet outlet_id published byline parser models text",
    "speakers": "id type name descriptor article_id",
    "speaker_names": "speaker_id article_id name words",
    "quotations": "number id article_id kind span_start span_end content_start content_end group_number parent_id text "
    "words",
    "attributions": "quotation_id speaker_id name mention_start mention_end mention_text cue_start cue_end cue_text "
    "cue_lemma confidence evidence cause source_type role affiliation descriptor anonymous reason_start reason_end "
    "reason_text medium",
    "via": "quotation_id position name relation span_start span_end outlet_id",
}


@pytest.fixture
def old(tmp_path: Path, build: Build) -> Path:
    """A database as it was before the columns came."""
    path = tmp_path / "old.db"
    with open_store(f"sqlite:///{path}") as store:
        store.add(build("a1", ("One", CAMERON)))
    with sqlite3.connect(path) as connection:
        for table, column, _ in ADDED:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.close()
    return path


@pytest.mark.parametrize("create", [True, False])
def test_an_old_store_is_brought_up_to_date(old: Path, build: Build, create: bool) -> None:
    with open_store(f"sqlite:///{old}", create=create) as store:
        assert [(head.id, head.section) for head in store.heads()] == [("a1", None)]
        assert [record.text for record in store.who("Cameron")[0].quotations] == ["“One”"]
        later = build("a2", ("Two", CAMERON))
        store.add(replace(later, article=replace(later.article, section="Politics")))
        assert [head.section for head in store.heads()] == [None, "Politics"]


def test_an_old_server_store_is_brought_up_to_date(empty_postgresql: str, build: Build) -> None:
    import psycopg

    with open_store(empty_postgresql) as store:
        store.add(build("a1", ("One", CAMERON)))
    with psycopg.connect(empty_postgresql) as connection:
        for table, column, _ in ADDED:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    with open_store(empty_postgresql, create=False) as store:
        assert [(head.id, head.section) for head in store.heads()] == [("a1", None)]


def test_an_old_store_on_a_read_only_disk_says_what_to_do(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(StoreError, match=r"old\.db may be read but not written; change its permissions"):
        open_store(f"sqlite:///{old}", create=False)


@pytest.mark.parametrize("table", FIRST)
def test_what_is_added_is_all_that_came_after_the_first_version(table: str) -> None:
    added = {column for of, column, _ in ADDED if of == table}
    assert {column.name for column in TABLES[table].c} == {*FIRST[table].split(), *added}


def test_an_article_of_an_old_store_has_no_cast_and_an_undivided_confidence(old: Path) -> None:
    with open_store(f"sqlite:///{old}", create=False) as store:
        article = store.article("a1")
    assert article.cast == Cast()
    assert article.quotations[0].sure == Confidence(quotation=1.0, mention=0.75)
    assert article.parsed().quotations[0].attribution.confidence == 0.75
