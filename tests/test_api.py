"""What `import quotes` offers."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import quotes
from quotes.errors import StoreError
from quotes.store import QuotationRecord, open_store
from tests.fake_parser import FakeParser

TEXT = "“It rained,” said Ann Lee.\n\n“It poured,” said a diplomat. “Who knows?” Bo Ray said that the roof held."
ARTICLE = quotes.Article("rain", TEXT, title="Rain", outlet="The Echo")


def apart(record: QuotationRecord) -> QuotationRecord:
    """Without what only a store knows: who somebody is across articles, and what is counted once."""
    return replace(record, person_id=None, person=None, whole=None)


def test_without_a_store_the_quotations_are_those_that_a_store_answers_with() -> None:
    parsed = FakeParser().parse(ARTICLE)
    made = quotes.AnnotatedArticle.of(parsed)
    with open_store("sqlite://") as store:
        store.add(parsed)
        stored = quotes.AnnotatedArticle.of(store.article("rain"))
    assert len(made) == 4
    assert [apart(record) for record in made] == [apart(record) for record in stored]
    assert made.to_dict()["quotes"] == stored.to_dict()["quotes"]


def test_a_notebook_shows_the_page_in_a_frame_that_runs_nothing() -> None:
    hostile = replace(ARTICLE, title='"><script>alert(1)</script>')
    shown = quotes.AnnotatedArticle.of(FakeParser().parse(hostile))._repr_html_()
    assert "<script" not in shown
    assert shown.startswith("<iframe srcdoc=")
    assert " sandbox " in shown
    assert "It rained" in shown


def test_opening_makes_a_store_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    with pytest.raises(StoreError):
        quotes.open(str(path))
    assert not path.exists()
    quotes.open(str(path), create=True).close()
    with quotes.open(str(path)) as store:
        assert store.select(quotes.Selection()) == []


def test_importing_loads_nothing() -> None:
    code = "import sys, quotes; sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'stanza', 'quotes.api')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_not_offered_is_an_error_that_names_it() -> None:
    with pytest.raises(AttributeError, match="'quote'"):
        quotes.quote  # noqa: B018
