"""How fast articles are read: `make bench`. `store_scale` measures the store."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from quotes.domain import Article
from quotes.parser import Parser
from quotes.read import read_articles

ARTICLES = Path(__file__).parents[2] / "data" / "articles"


def test_parse(benchmark: BenchmarkFixture, figures: list[str]) -> None:
    parser = Parser(threads=1)
    articles = [item for item in read_articles([ARTICLES]) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    benchmark.pedantic(lambda: list(parser.parse_all(articles)), rounds=3, warmup_rounds=1)  # type: ignore[no-untyped-call]
    assert benchmark.stats is not None
    figures.append(f"parse: {words / benchmark.stats.stats.median:,.0f} words a second on one thread")
