"""The parser on our own articles, held against the run that is frozen in data/gold/frozen.jsonl.

Gains are told as a warning, losses fail; `make frozen` writes the run anew once a change is wanted as it is.
"""

import warnings
from pathlib import Path

import pytest

from quotes.domain import Article
from quotes.errors import ModelError
from quotes.evaluate import PredictedArticle, compare, evaluate, read_gold, read_predictions, to_predicted
from quotes.parse import Parser
from quotes.read import read_articles
from quotes.wire import to_dict

DATA = Path(__file__).parents[1] / "data"
FROZEN = DATA / "gold" / "frozen.jsonl"


def parse_ours() -> dict[str, PredictedArticle]:
    parser = Parser(threads=1)
    articles = [item for item in read_articles([DATA / "articles"]) if isinstance(item, Article)]
    try:
        return {article.id: to_predicted(to_dict(parser.parse(article))) for article in articles}
    except ModelError as error:
        pytest.skip(str(error))


def test_nothing_is_lost_against_the_frozen_run() -> None:
    if not FROZEN.is_file():
        pytest.skip("no run is frozen yet; make frozen writes one")
    gold = read_gold(DATA / "gold" / "articles.jsonl")
    runs = [evaluate(gold, run).judged for run in (read_predictions(FROZEN), parse_ours())]
    comparison = compare(*runs)
    if comparison.gains:
        told = "\n".join(map(str, comparison.gains))
        warnings.warn(f"{len(comparison.gains)} gains (make frozen keeps them):\n{told}", stacklevel=1)
    assert not comparison.losses, "lost against the frozen run:\n" + "\n".join(map(str, comparison.losses))


def test_the_frozen_run_is_of_our_articles() -> None:
    if not FROZEN.is_file():
        pytest.skip("no run is frozen yet; make frozen writes one")
    gold = {article.id: article for article in read_gold(DATA / "gold" / "articles.jsonl")}
    frozen = read_predictions(FROZEN)
    assert frozen.keys() == gold.keys()
    for article_id, article in frozen.items():
        for quote in article.quotes:
            assert quote.text == quote.span.of(gold[article_id].text), "an article has changed: run make frozen"
