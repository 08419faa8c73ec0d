"""Records as services, archives and spreadsheets hand them out are read without being told their fields."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotes.domain import Article, Reject
from quotes.read import read_articles

SAID = "“It rained,” said Ann Lee."
DAY = "2022-07-22T06:22:00Z"
SHAPES: dict[str, Any] = {
    "a news service": {
        "status": "ok",
        "articles": [{"source": {"id": None, "name": "The Echo"}, "author": "Bo Ray", "title": "Rain",
                      "url": "https://echo.example/rain", "publishedAt": DAY, "content": SAID}],
    },
    "a newspaper's own service": {
        "response": {"status": "ok", "results": [
            {"id": "rain", "sectionName": "World", "webPublicationDate": DAY, "webTitle": "Rain",
             "webUrl": "https://echo.example/rain", "publication": "The Echo",
             "fields": {"bodyText": SAID, "byline": "Bo Ray"}}]},
    },
    "a search engine's hits": {
        "took": 3, "_shards": {"total": 1}, "hits": {"total": {"value": 1}, "hits": [
            {"_index": "news", "_id": "rain", "_source": {
                "text": SAID, "title": "Rain", "url": "https://echo.example/rain", "source_domain": "The Echo",
                "authors": ["Bo Ray"], "date_publish": DAY}}]},
    },
    "a document database's export": [
        {"_id": {"$oid": "5f1"}, "body": SAID, "headline": "Rain", "link": "https://echo.example/rain",
         "newspaper": "The Echo", "author": "Bo Ray", "date": {"$date": DAY}},
    ],
    "a document database's export that says each kind": [
        {"_id": {"$oid": "5f1"}, "content": SAID, "title": "Rain", "url": "https://echo.example/rain",
         "publisher": {"name": "The Echo"}, "authors": ["Bo Ray"],
         "published_at": {"$date": {"$numberLong": "1658470920000"}}},
    ],
    "a crawler's page": {"maintext": SAID, "title": "Rain", "url": "https://echo.example/rain", "authors": ["Bo Ray"],
                         "source_domain": "The Echo", "date_publish": "2022-07-22 06:22:00"},
}  # fmt: skip


def read(path: Path, **options: Any) -> tuple[list[Article | Reject], list[str]]:
    said: list[str] = []
    return list(read_articles([path], say=said.append, **options)), said


@pytest.mark.parametrize("shape", SHAPES)
def test_a_known_shape_is_understood_and_said(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(SHAPES[shape]), encoding="utf-8")
    (article,), said = read(path)
    assert isinstance(article, Article)
    assert (article.text, article.title, article.url) == (SAID, "Rain", "https://echo.example/rain")
    assert (article.outlet, article.published, article.byline) == ("The Echo", date(2022, 7, 22), "Bo Ray")
    assert all(str(path) in remark and " is read from " in remark for remark in said)


def test_where_the_articles_are_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"new": [{"text": SAID}], "old": [{"text": "It snowed."}, {"text": "It froze."}]}))
    (reject,), _ = read(path)
    assert isinstance(reject, Reject)
    assert len(read(path, records="old")[0]) == 2
    (reject,), _ = read(path, records="old.news")
    assert isinstance(reject, Reject)
    assert "leads nowhere" in reject.reason
    (reject,), _ = read(path, records="mine")
    assert isinstance(reject, Reject)
    assert "there is: new, old" in reject.reason


def test_a_text_that_a_service_cut_is_said_and_ends_where_it_was_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"content": f"{SAID} The river… [+2219 chars]"}]), encoding="utf-8")
    (article,), said = read(path)
    assert isinstance(article, Article)
    assert article.text == f"{SAID} The river"
    assert any("cut" in remark for remark in said)


def test_a_spreadsheets_headers_are_understood_in_any_case(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"sep=;\nHeadline;PUBLICATION;Publication Date;Full Text\nRain;The Echo;22 July 2022;{SAID}\n")
    (article,), said = read(path)
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.published) == ("Rain", "The Echo", date(2022, 7, 22))
    assert said == [f'{path}: text is read from "Full Text", title is read from "Headline", outlet is read from '
                    '"PUBLICATION", published is read from "Publication Date"']  # fmt: skip


def test_what_is_told_comes_before_what_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"body": "teaser", "words": SAID, "date": DAY, "day": "2020-01-02"}), encoding="utf-8")
    (article,), said = read(path, fields={"text": "words", "published": "day"})
    assert isinstance(article, Article)
    assert (article.text, article.published) == (SAID, date(2020, 1, 2))
    assert said == []
