"""Several programs that read and write one store at once."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from quotes.domain import ParsedArticle, Source, Via
from quotes.store import open_store

Build = Callable[..., ParsedArticle]
WRITERS, ARTICLES = 4, 6

CAMERON = Source("named_person", "David Cameron", via=(Via("AP", "told"),))


def test_writers_that_start_together_lose_and_double_nothing(shared_url: str, build: Build) -> None:
    """They create the tables, bring the same speakers and outlets, and replace what the others wrote."""

    def write(writer: int) -> list[str]:
        with open_store(shared_url) as store:
            common: list[str] = [store.add(build("common", ("One", CAMERON), ("Two", None), parser=str(writer)))]
            own: list[str] = [
                store.add(build(f"{writer}-{number}", (f"Words {number}", CAMERON), ("No", Source("document", "Memo"))))
                for number in range(ARTICLES)
            ]
            return common + own

    with ThreadPoolExecutor(WRITERS) as pool:
        outcomes = [outcome for written in pool.map(write, range(WRITERS)) for outcome in written]
    assert sorted(outcomes) == ["added"] * (WRITERS * ARTICLES + 1) + ["updated"] * (WRITERS - 1)
    with open_store(shared_url, create=False) as store:
        (cameron,) = store.who("David Cameron")
        assert len(cameron.quotations) == WRITERS * ARTICLES + 1
        assert len(store.search("words")) == WRITERS * ARTICLES


def test_a_reader_sees_whole_articles_only(shared_url: str, build: Build) -> None:
    with open_store(shared_url) as writer, open_store(shared_url, create=False) as reader:
        writer.add(build("a", ("One", CAMERON)))
        records = reader.records()
        first = next(records)
        writer.add(build("b", ("Two", CAMERON), ("Three", CAMERON)))
        assert [first, *records] == list(reader.article("a").quotations)
        assert len(reader.search("two")) == 1


def test_a_writer_that_dies_leaves_nothing_half(tmp_path: Path, build: Build) -> None:
    url = f"sqlite:///{tmp_path / 'quotes.db'}"
    with open_store(url) as store:
        store.add(build("a", ("One", CAMERON)))
    code = (
        "import os, sys\n"
        "from sqlalchemy import event\n"
        "from quotes.domain import *\n"
        "from quotes.store import open_store\n"
        f"store = open_store({url!r})\n"
        "def die(_connection, _cursor, statement, *_rest):\n"
        "    if statement.startswith('INSERT INTO attributions'): os._exit(9)\n"
        "event.listen(store._engine, 'before_cursor_execute', die)\n"
        "quotation = Quotation(Span(0, 3), Span(1, 2), 'direct')\n"
        "item = AttributedQuotation(Attribution(quotation, None, None, 1.0, ()), None)\n"
        "store.add(ParsedArticle(Article('a', '“Two”'), (item,), '1', '1'), replace=True)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with open_store(url, create=False) as store:
        assert [record.text for record in store.records()] == ["“One”"]
        assert store.search("two") == []
        assert store.add(build("b", ("Two", CAMERON))) == "added"
