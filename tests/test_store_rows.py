"""Whatever a parser may hand over comes back from the rows as it was, and so do folded words from the index."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from typing import get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotes.domain import (
    WIRE_COPY,
    Article,
    AttributedQuotation,
    Attribution,
    Cast,
    CastMention,
    Confidence,
    Cue,
    Description,
    IndirectScope,
    Kind,
    Medium,
    Member,
    Mention,
    Modality,
    ParsedArticle,
    Polarity,
    Quotation,
    ReasonClass,
    Sign,
    Source,
    SourceType,
    Span,
    Standing,
    Via,
)
from quotes.store import Store, open_store, outlet_id
from quotes.store.folding import fold_words
from quotes.store.query import All, Term, parse_query
from tests.cast_samples import members

STORABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
TEXT = st.text(STORABLE, min_size=1, max_size=60)
OPTIONAL = st.none() | TEXT
NEWER = count()


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(start, end)


@st.composite
def sources(draw: st.DrawFn, text: str) -> Source:
    via = st.builds(Via, TEXT, TEXT, st.none() | spans(text), st.none() | st.integers(0, 3))
    return Source(
        type=draw(st.sampled_from(get_args(SourceType))),
        name=draw(OPTIONAL),
        role=draw(OPTIONAL),
        affiliation=draw(OPTIONAL),
        descriptor=draw(OPTIONAL),
        anonymous=draw(st.booleans()),
        reason=draw(st.none() | spans(text)),
        via=tuple(draw(st.lists(via, max_size=3))),
        medium=draw(st.sampled_from(get_args(Medium))),
        standing=draw(st.none() | st.sampled_from(get_args(Standing))),
        description=draw(st.none() | st.builds(Description, TEXT, OPTIONAL, OPTIONAL)),
        count=draw(st.none() | st.integers(1, 99)),
        document_kind=draw(OPTIONAL),
        declined=draw(st.booleans()),
        reason_class=draw(st.none() | st.sampled_from(get_args(ReasonClass))),
        addressee=draw(st.none() | spans(text)),
        member=draw(st.none() | st.integers(0, 3)),
        addressee_member=draw(st.none() | st.integers(0, 3)),
        name_confidence=draw(st.none() | st.floats(0, 1)),
    )


@st.composite
def parsed_articles(draw: st.DrawFn) -> ParsedArticle:
    text = draw(TEXT)
    quotations = []
    for place, span in enumerate(sorted(draw(st.sets(spans(text), max_size=4)))):
        quotation = Quotation(
            span,
            draw(spans(text)),
            draw(st.sampled_from(get_args(Kind))),
            draw(st.none() | st.integers(0, 9)),
            draw(st.none() | st.integers(0, place)),
            tuple(draw(st.sampled_from(([], [Span(0, 0), Span(0, 1)])))),
            draw(st.booleans()),
        )
        attribution = Attribution(
            quotation,
            draw(st.none() | st.builds(Mention, spans(text), st.none())),
            draw(st.none() | st.builds(Cue, spans(text), TEXT)),
            draw(st.floats(0, 1)),
            tuple(draw(st.lists(TEXT, max_size=3))),
            draw(OPTIONAL),
            draw(st.none() | st.sampled_from(get_args(Polarity))),
            draw(st.none() | st.sampled_from(get_args(Modality))),
        )
        quotations.append(AttributedQuotation(attribution, draw(st.none() | sources(text))))
    dates = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
    article = Article(
        draw(TEXT), text, draw(OPTIONAL), draw(OPTIONAL), draw(OPTIONAL), published=draw(dates), byline=draw(OPTIONAL),
        section=draw(OPTIONAL),
    )  # fmt: skip
    wire = draw(st.none() | st.builds(Via, TEXT, st.just(WIRE_COPY), st.none() | spans(text)))
    scope = draw(st.sampled_from(get_args(IndirectScope)))
    cast = Cast(tuple(draw(st.lists(members(len(text), TEXT), max_size=3))))
    return ParsedArticle(article, tuple(quotations), draw(TEXT), draw(TEXT), indirect=scope, wire=wire, cast=cast)


def without_signs(parsed: ParsedArticle) -> ParsedArticle:
    return replace(parsed, cast=Cast(tuple(replace(member, signs=()) for member in parsed.cast.members)))


@pytest.fixture(scope="module")
def memory() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        yield opened


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parsed=parsed_articles())
def test_what_goes_in_comes_out(memory: Store, parsed: ParsedArticle) -> None:
    parsed = replace(parsed, parser=f"{next(NEWER)}")  # lest it be unchanged from an example before
    alone = replace(parsed, article=replace(parsed.article, id=f"{parsed.parser} {parsed.article.id}"))
    assume(memory.add(alone) == "added")  # else an example before had this very text
    assert memory.article(alone.article.id).parsed() == without_signs(alone)


def test_parts_of_a_confidence_are_kept(memory: Store) -> None:
    attribution = Attribution(
        Quotation(Span(3, 6), Span(4, 5), "mixed"), Mention(Span(0, 2), None), None, 0.4, (), speech_confidence=0.8
    )
    item = AttributedQuotation(attribution, Source("named_person", "Ada", name_confidence=0.5))
    memory.add(ParsedArticle(Article("sure", "He “x”"), (item,), "1", "1"))
    [record] = memory.article("sure").quotations
    assert record.sure == Confidence(quotation=0.8, mention=0.5, name=0.5)
    assert record.confidence == pytest.approx(0.2)
    assert memory.article("sure").parsed().quotations == (item,)


def test_nothing_that_tells_of_a_gender_is_stored(memory: Store) -> None:
    her = Member("m", "person", "Ada", (CastMention(Span(0, 3), "pronoun"),), signs=(Sign("female", Span(0, 3)),))
    memory.add(ParsedArticle(Article("her", "She said “x”"), (), "1", "1", cast=Cast((her,))))
    with memory._engine.connect() as connection:
        stored = connection.exec_driver_sql(
            "SELECT m.members FROM parses m JOIN versions v ON v.number = m.version WHERE v.text = 'She said “x”'"
        ).scalar()
    assert "female" not in str(stored)
    assert "[0,3,2]" in str(stored).replace(" ", "")  # where Ada is, by a pronoun


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.text(STORABLE, max_size=12), min_size=1, max_size=6), picked=st.data())
def test_every_word_of_a_quotation_finds_it(memory: Store, words: list[str], picked: st.DataObject) -> None:
    text = " ".join(words)
    searched = picked.draw(st.sampled_from(words))
    assume(fold_words(searched) and not {'"', "*"} & set(searched))
    quotation = Quotation(Span(0, len(text)), Span(0, len(text)), "direct")
    item = AttributedQuotation(Attribution(quotation, None, None, 0.0, ()), None)
    memory.add(ParsedArticle(Article("searched", text), (item,), "1", "1"), replace=True)
    stored = memory.article("searched").article.id  # an example before may have had this very text
    assert stored in {record.article_id for record in memory.search(searched)}


def test_mentions_lose_their_head_word_and_nothing_else(memory: Store) -> None:
    quotation = Quotation(Span(3, 6), Span(4, 5), "mixed")
    item = AttributedQuotation(Attribution(quotation, Mention(Span(0, 2), head=7), None, 1.0, ()), None)
    parsed = ParsedArticle(Article("heads", "He “x” "), (item,), "1", "1", sentences=(Span(0, 6),))
    memory.add(parsed)
    headless = replace(item, attribution=replace(item.attribution, mention=Mention(Span(0, 2), head=None)))
    assert memory.article("heads").parsed() == replace(parsed, quotations=(headless,), sentences=())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sarkozy’s “Élysée”", ["sarkozy", "s", "elysee"]),
        ("Łódź, Søren, Erdoğan, Diyarbakır", ["lodz", "soren", "erdogan", "diyarbakir"]),
        ("ﬁnd the cease\u00adfire", ["find", "the", "ceasefire"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("a_b 3.5% x²", ["a", "b", "3", "5", "x2"]),
        ("…—“”", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert fold_words(text) == words


def test_phrases_of_a_query() -> None:
    terms = (("not", "now"), ("maybe",), ("ca", "va"), ("open",))
    assert parse_query("“not now” 'maybe' «Ça va» \"open") == All(tuple(map(Term, terms)))


def test_outlets_are_one_whatever_their_article_and_case() -> None:
    assert len({outlet_id(name) for name in ("the Guardian", "The  guardian", "Guardian")}) == 1
    assert outlet_id("The") == outlet_id("the") != outlet_id("")
