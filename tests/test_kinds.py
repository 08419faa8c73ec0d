"""Eight articles of our own in kinds and places that the development corpora lack: what their gold must be, and that
hard wraps change nothing. Their figures have floors in floors.toml; data/README.md tells how far to trust them.
"""

import json
import textwrap
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from quotes.domain import Article, Medium, ParsedArticle, SourceType
from quotes.parser import Parser

GOLD = Path(__file__).parents[1] / "data" / "gold" / "kinds.jsonl"
CLOSING = {"“": "”", "‘": "’", '"': '"'}
NAMED = ("named_person", "named_organization")

Gold = dict[str, Any]


@cache
def articles() -> tuple[Gold, ...]:
    return tuple(json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines())


@cache
def parser() -> Parser:
    return Parser(threads=1)


def parse(texts: dict[str, str]) -> dict[str, ParsedArticle]:
    told = {gold["id"]: gold for gold in articles()}
    return {
        name: parser().parse(Article(name, text, title=told[name]["title"], byline=told[name]["byline"]))
        for name, text in texts.items()
    }


@pytest.fixture(scope="module")
def parsed() -> dict[str, ParsedArticle]:
    return parse({gold["id"]: gold["text"] for gold in articles()})


def test_a_hard_wrapped_text_says_the_same(parsed: dict[str, ParsedArticle]) -> None:
    wrapped = {gold["id"]: wrap(gold["text"]) for gold in articles()[3:5]}
    for name, article in parse(wrapped).items():
        assert [_told(q) for q in article.quotations] == [_told(q) for q in parsed[name].quotations]


def wrap(text: str) -> str:
    """Lines of at most 72 columns, each character at its place."""
    lines = (textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join("\n".join(some) for some in lines)


def _told(quotation: Any) -> tuple[Any, ...]:
    mention, source = quotation.attribution.mention, quotation.source
    return quotation.quotation.span, mention and mention.span, source and (source.type, source.name)


@pytest.mark.parametrize("gold", articles(), ids=lambda gold: gold["id"])
def test_the_gold_is_what_it_says(gold: Gold) -> None:
    text, quotes = gold["text"], gold["quotes"]
    stretches = sorted([[q["start"], q["end"]] for q in quotes] + gold["unattributed"] + gold["ignore"])
    assert all(before[1] <= after[0] for before, after in pairwise(stretches))
    for start, end in stretches:
        assert text[end - 1] == CLOSING[text[start]]
    for quote in quotes:
        assert quote["text"] == text[quote["start"] : quote["end"]]
        assert quote["source_type"] in get_args(SourceType)
        assert quote["medium"] in get_args(Medium)
        assert (quote["speaker"] is not None) == (quote["source_type"] in NAMED)
        assert not quote["anonymous"] or quote["source_type"] in ("unnamed_person", "unnamed_group")
        assert quote["anonymity_reason"] is None or quote["anonymity_reason"] in text
        assert quote["sources"]
        for start, end in quote["sources"] + quote["cues"]:
            assert text[start:end] == text[start:end].strip() != ""
            assert end <= quote["start"] or start >= quote["end"]
