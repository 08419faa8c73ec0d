"""The parser on the forty articles of our own with gold, held against the run that is frozen in data/gold/frozen.jsonl.

Every difference is told as a gain or a loss by the gold: gains as a warning, losses as a failure. `make frozen` writes
the run anew once a change is wanted as it is.
"""

import json
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import Any

from quotes.domain import Article
from quotes.evaluate import PredictedArticle, compare, evaluate, read_gold, read_predictions, to_predicted
from quotes.evaluate.changes import Change
from quotes.parser import Parser
from quotes.read import read_articles
from quotes.wire import to_dict

DATA = Path(__file__).parents[1] / "data"
GOLD = tuple(DATA / "gold" / f"{name}.jsonl" for name in ("articles", "kinds", "mixed"))
ARTICLES = (DATA / "articles", *GOLD[1:])
FROZEN = DATA / "gold" / "frozen.jsonl"
JUDGED = ("start", "end", "text", "kind", "content", "source_type", "anonymous")  # of a quotation, as it is written


@cache
def parsed() -> tuple[dict[str, Any], ...]:
    """What the parser finds, without what is not judged, so that the frozen run is small and its changes readable."""
    parser = Parser(threads=1)
    articles = (item for item in read_articles(list(ARTICLES)) if isinstance(item, Article))
    return tuple(judged(to_dict(article)) for article in parser.parse_all(articles))


def judged(article: dict[str, Any]) -> dict[str, Any]:
    quotes = [
        {
            **{name: quote[name] for name in JUDGED},
            "mention": quote["mention"],
            "speaker": {"name": quote["speaker"]["name"]} if quote["speaker"] else None,
            "confidence": round(quote["confidence"], 3),
        }
        for quote in article["quotes"]
    ]
    return {"id": article["id"], "quotes": quotes}


def differences(before: dict[str, PredictedArticle], after: dict[str, PredictedArticle]) -> list[Change]:
    gold = [article for path in GOLD for article in read_gold(path)]
    return list(compare(*(evaluate(gold, run).judged for run in (before, after))).changes)


def told(changes: list[Change]) -> str:
    return "\n".join(map(str, changes))


def test_nothing_is_lost_against_the_frozen_run() -> None:
    changes = differences(read_predictions(FROZEN), {one["id"]: to_predicted(one) for one in parsed()})
    gains, losses = [c for c in changes if c.gained], [c for c in changes if c.lost]
    if gains:
        warnings.warn(f"{len(gains)} gains (make frozen keeps them):\n{told(gains)}", stacklevel=1)
    assert not losses, f"{len(losses)} losses and {len(gains)} gains against the frozen run:\n{told(losses)}"


def test_a_difference_is_told_as_a_gain_or_a_loss() -> None:
    frozen = {one["id"]: one for one in map(json.loads, FROZEN.read_text(encoding="utf-8").splitlines())}
    spoilt = {**frozen, "cup-final": {**frozen["cup-final"], "quotes": frozen["cup-final"]["quotes"][1:]}}
    before, after = ({name: to_predicted(one) for name, one in run.items()} for run in (frozen, spoilt))
    assert [c.article_id for c in differences(before, after) if c.lost] == ["cup-final"]
    assert [c.article_id for c in differences(after, before) if c.gained] == ["cup-final"]


def test_the_frozen_run_is_of_our_articles() -> None:
    gold = {article.id: article for path in GOLD for article in read_gold(path)}
    frozen = read_predictions(FROZEN)
    assert frozen.keys() == gold.keys()
    assert len(gold) == 40
    for article_id, article in frozen.items():
        for quote in article.quotes:
            assert quote.text == quote.span.of(gold[article_id].text), "an article has changed: run make frozen"


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python tests/test_frozen.py --update")
    FROZEN.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in parsed()), encoding="utf-8")
