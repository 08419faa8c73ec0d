"""The article that the project began with: its seven quotations come out whole, whichever reports are looked for.

Our own telling of it is in data/articles. The article itself is not ours to pass on: where the environment's
QUOTES_BENCH names the folder that holds bench/ and seed/, that one is read too.
"""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest

from quotes.domain import Article, AttributedQuotation, Cast, IndirectScope, ParsedArticle, Span
from quotes.parser import Parser

DATA = Path(__file__).parents[1] / "data"
NAME = "libya-ceasefire"
SCOPES = get_args(IndirectScope)

Gold = dict[str, Any]


def ours() -> tuple[str, Gold]:
    lines = (DATA / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return (DATA / "articles" / f"{NAME}.txt").read_text(encoding="utf-8"), next(
        gold for gold in map(json.loads, lines) if gold["id"] == NAME
    )


def seed() -> tuple[str, Gold]:
    shared = os.environ.get("QUOTES_BENCH")
    if shared is None:
        pytest.skip("QUOTES_BENCH names no folder that holds seed/")
    folder = DATA.parent / shared / "seed"
    gold: Gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return (folder / f"{NAME}.txt").read_text(encoding="utf-8"), gold


@cache
def parsed(text: str, scope: IndirectScope) -> ParsedArticle:
    return Parser(threads=1, indirect=scope).parse(Article(NAME, text))


def found(text: str, scope: IndirectScope, gold: Gold) -> AttributedQuotation:
    span = Span(gold["start"], gold["end"])
    quoted = (q for q in parsed(text, scope).quotations if q.quotation.kind != "indirect")
    matching = [q for q in quoted if q.quotation.span == span]
    assert matching, f"{gold['text']} was not found"
    return matching[0]


def is_meant(told: AttributedQuotation, cast: Cast, words: Span) -> bool:
    """Whether the mention, or what it stands for ("who"), is at these words."""
    source, mention = told.source, told.attribution.mention
    spans = [] if mention is None else [mention.span]
    if source is not None and source.member is not None:
        spans += [m.span for m in cast.members[source.member].mentions]
    return any(span.overlaps(words) for span in spans)


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("article", [ours, seed], ids=["ours", "seed"])
def test_all_seven_come_out_whole(article: Any, scope: IndirectScope) -> None:
    text, gold = article()
    assert len(gold["quotes"]) == 7
    for quote in gold["quotes"]:
        told = found(text, scope, quote)
        mention, source = told.attribution.mention, told.source
        assert mention is not None, quote
        assert source is not None, quote
        assert any(is_meant(told, parsed(text, scope).cast, Span(*words)) for words in quote["sources"]), quote
        assert (source.name, source.type) == (quote["speaker"], quote["source_type"]), quote
        assert source.anonymous == quote["anonymous"], quote
        assert (quote["outlet"] or "").casefold() in {"", *(via.name.casefold() for via in source.via)}, quote


@pytest.mark.parametrize("article", [ours, seed], ids=["ours", "seed"])
def test_the_cast_has_who_speaks_once(article: Any) -> None:
    text, gold = article()
    cast = parsed(text, "none").cast
    for name in {quote["speaker"] for quote in gold["quotes"]} - {None}:
        [member] = [m for m in cast.members if m.name == name]
        speaking = {found(text, "none", q).source.member for q in gold["quotes"] if q["speaker"] == name}  # type: ignore[union-attr]
        assert {cast.members[place].id for place in speaking if place is not None} == {member.id}
