"""Texts analysed in groups before their turn: the same results, and one article's failure is its own."""

from collections.abc import Iterable, Iterator

import pytest

from quotes.domain import Analysis, Article
from quotes.errors import ModelError
from quotes.nlp import Analyser
from quotes.parser import Parser

ARTICLES = [
    Article("a", "“We won,” said Ann Lee, the captain. “It rained,” said a steward."),
    Article("b", "Nobody spoke."),
    Article("c", "“We won,” said Ann Lee, the captain. “It rained,” said a steward."),
]


class Watched:
    """Stands in for the analyser, notes what is asked of it, and fails where it is told to."""

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser
        self.version = analyser.version
        self.alone: list[str] = []
        self.together: list[str] = []
        self.error: Exception | None = None

    def analyse(self, text: str) -> Analysis:
        self.alone.append(text)
        return self.analyser.analyse(text)

    def analyse_all(self, texts: Iterable[str]) -> Iterator[Analysis]:
        self.together += texts
        if self.error:
            raise self.error
        return self.analyser.analyse_all(texts)


@pytest.fixture
def watched(analyser: Analyser) -> Watched:
    return Watched(analyser)


@pytest.fixture
def parser(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> Parser:
    parser = Parser(threads=1)
    monkeypatch.setattr(parser, "_analyser", watched)
    return parser


def test_all_is_as_one_by_one(parser: Parser, watched: Watched) -> None:
    one_by_one = [parser.parse(article) for article in ARTICLES]
    watched.alone.clear()
    assert list(parser.parse_all(ARTICLES)) == one_by_one
    assert watched.together == [ARTICLES[0].text, ARTICLES[1].text]
    assert watched.alone == []


def test_what_is_known_is_not_analysed(parser: Parser, watched: Watched) -> None:
    assert list(parser.read_ahead(ARTICLES, lambda article: article.id != "b")) == ARTICLES
    assert watched.together == ["Nobody spoke."]


def test_a_failure_is_left_to_the_article_that_fails(parser: Parser, watched: Watched) -> None:
    watched.error = RuntimeError("too long")
    assert [article.article.id for article in parser.parse_all(ARTICLES)] == ["a", "b", "c"]
    assert len(watched.alone) == 3
    watched.error = ModelError("no models")
    with pytest.raises(ModelError):
        list(parser.parse_all(ARTICLES))
