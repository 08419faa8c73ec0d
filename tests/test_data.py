"""The articles and the gold in data/: what the gold cuts out of the articles is what it says it is."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from quotes.domain import Article, Medium, Reject, SourceType
from quotes.read import read_articles

DATA = Path(__file__).parent.parent / "data"
CLOSING = {"“": ("”",), "‘": ("’",), "«": ("»",), '"': ('"',), "''": ("''",)}

Gold = dict[str, Any]


def json_lines(path: Path) -> list[Gold]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


GOLD = {article["id"]: article for article in json_lines(DATA / "gold" / "articles.jsonl")}
NAMED = ("named_person", "named_organization")


def cut(article: Gold, span: list[int]) -> str:
    text: str = article["text"]
    return text[span[0] : span[1]]


def opening_mark(stretch: str) -> str:
    return "''" if stretch.startswith("''") else stretch[0]


def test_gold_text_is_the_article_as_it_is_read() -> None:
    articles = list(read_articles([DATA / "articles"]))
    assert [item for item in articles if isinstance(item, Reject)] == []
    texts = {item.id: item.text for item in articles if isinstance(item, Article)}
    assert texts == {article_id: article["text"] for article_id, article in GOLD.items()}


def test_records_carry_the_fields_of_an_article() -> None:
    fields = {"id", "text", "title", "url", "outlet", "published", "byline", "section"}
    for record in json_lines(DATA / "articles" / "wire.jsonl"):
        assert record.keys() == fields
        gold = GOLD[record["id"]]
        assert all(gold[name] == record[name] for name in ("title", "outlet", "published", "byline"))


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_quotations_stand_between_their_marks(article_id: str) -> None:
    article = GOLD[article_id]
    last_of_group = {quote.get("group"): index for index, quote in enumerate(article["quotes"])}
    for index, quote in enumerate(article["quotes"]):
        stretch = cut(article, [quote["start"], quote["end"]])
        assert stretch == quote["text"]
        assert stretch == stretch.strip()
        closed = stretch.endswith(CLOSING[opening_mark(stretch)])
        continues = "group" in quote and last_of_group[quote["group"]] != index
        assert closed == (not continues and not quote.get("unbalanced", False)), stretch


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_titles_and_scare_quotes_stand_between_their_marks(article_id: str) -> None:
    article = GOLD[article_id]
    for span in article["unattributed"]:
        stretch = cut(article, span)
        assert stretch.endswith(CLOSING[opening_mark(stretch)])


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_stretches_are_in_order_and_apart(article_id: str) -> None:
    article = GOLD[article_id]
    starts = [quote["start"] for quote in article["quotes"]]
    assert starts == sorted(starts)
    stretches = sorted([[quote["start"], quote["end"]] for quote in article["quotes"]] + article["unattributed"])
    assert all(before[1] <= after[0] for before, after in pairwise(stretches))


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_sources_and_cues_are_words_of_the_text_outside_the_quotation(article_id: str) -> None:
    article = GOLD[article_id]
    for quote in article["quotes"] + article["nested"] + article["indirect"]:
        assert quote["sources"], quote
        for span in quote["sources"] + quote["cues"]:
            words = cut(article, span)
            assert words == words.strip() != ""
            assert span[1] <= quote.get("start", 10**9) or span[0] >= quote.get("end", 0)


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_content_covers_the_quotation(article_id: str) -> None:
    for quote in GOLD[article_id]["quotes"]:
        assert any(start <= quote["start"] and quote["end"] <= end for start, end in quote["content"])


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_speakers_agree_with_their_source_type(article_id: str) -> None:
    article = GOLD[article_id]
    for quote in article["quotes"] + article["nested"]:
        assert quote["source_type"] in get_args(SourceType)
        assert quote["medium"] in get_args(Medium)
        assert (quote["speaker"] is not None) == (quote["source_type"] in NAMED)
        if quote["anonymous"]:
            assert quote["source_type"] in ("unnamed_person", "unnamed_group")
        for name in ("anonymity_reason", "outlet", "role"):
            assert quote[name] is None or quote[name] in article["text"], quote[name]
        surname = (quote["speaker"] or "").split()[-1:]
        assert all(word in article["text"] for word in surname)


@pytest.mark.parametrize("article_id", sorted(GOLD))
def test_nested_quotations_know_their_parent(article_id: str) -> None:
    article = GOLD[article_id]
    assert article["ignore"] == [[inner["start"], inner["end"]] for inner in article["nested"]]
    for inner in article["nested"]:
        outer = article["quotes"][inner["parent"]]
        assert cut(article, [inner["start"], inner["end"]]) == inner["text"]
        assert outer["start"] < inner["start"]
        assert inner["end"] < outer["end"]
        share = (inner["end"] - inner["start"]) / (outer["end"] - outer["start"])
        assert share <= 0.5, "the outer quotation would be ignored"


def test_the_readme_lists_every_article_with_its_hard_cases() -> None:
    lines = (DATA / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if line.startswith("| `")]
    listed = {row[1].strip(" `"): row for row in rows}
    assert sorted(listed) == sorted(GOLD)
    for row in rows:
        assert (DATA / row[2].strip(" `")).is_file()
        assert len(row[5].split(";")) >= 3
