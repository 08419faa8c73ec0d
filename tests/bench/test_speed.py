"""How fast articles are read, and how fast the store answers: `make bench`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quotes.domain import Article
from quotes.parse import Parser
from quotes.read import read_articles
from quotes.report import Counted, Group, measure_groups, parse_dimensions
from quotes.store import Selection, Store, open_store
from tests.fake_parser import FakeParser

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
SENTENCES = (
    "“We won the {n}th match,” said Ann Lee.",
    "“It rained on day {n},” said a steward.",
    "“Prices fell by {n},” said Bob Lee.",
)


def test_parse(benchmark: BenchmarkFixture, figures: list[str]) -> None:
    parser = Parser(threads=1)
    articles = [item for item in read_articles([ARTICLES]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    benchmark.pedantic(lambda: list(parser.parse_all(articles)), rounds=3, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    figures.append(f"parse: {words / benchmark.stats.stats.median:,.0f} words a second on one thread")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Twelve thousand quotations in two thousand articles."""
    path = tmp_path_factory.mktemp("bench") / "store.db"
    parser = FakeParser()
    with open_store(f"sqlite:///{path}") as store:
        for number in range(2000):
            text = "\n".join(sentence.format(n=number * 2 + half) for half in (0, 1) for sentence in SENTENCES)
            store.add(parser.parse(Article(f"article-{number}", text, outlet=f"Outlet {number % 7}")))
        yield store


def test_search(benchmark: BenchmarkFixture, store: Store) -> None:
    assert len(benchmark(store.search, "1234th match")) == 1


def test_who(benchmark: BenchmarkFixture, store: Store) -> None:
    def said_by_all_of_that_name() -> int:
        people = tuple(one.id for one in store.people("Bob Lee"))
        return len(store.select(Selection(people=people)))

    assert benchmark(said_by_all_of_that_name) == 4000


def test_anonymous(benchmark: BenchmarkFixture, store: Store) -> None:
    def by_outlet() -> list[Group]:
        return measure_groups(Counted(store), parse_dimensions("outlet"))

    assert len(benchmark(by_outlet)) == 7
