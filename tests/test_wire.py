"""What `quotes parse` writes reads back as what it was."""

import json
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import (
    Article,
    AttributedQuotation,
    Attribution,
    Cast,
    Cue,
    Description,
    Kind,
    Medium,
    Mention,
    ParsedArticle,
    Quotation,
    ReasonClass,
    Source,
    SourceType,
    Span,
    Standing,
    Via,
)
from quotes.errors import InputError
from quotes.wire import from_dict, to_dict
from tests.cast_samples import members, spans

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


def sources(length: int) -> st.SearchStrategy[Source]:
    return st.builds(
        Source,
        type=st.sampled_from(get_args(SourceType)),
        name=st.none() | words,
        role=st.none() | words,
        affiliation=st.none() | words,
        descriptor=st.none() | words,
        anonymous=st.booleans(),
        reason=st.none() | spans(length),
        via=st.lists(st.builds(Via, words, words, st.none() | spans(length)), max_size=2).map(tuple),
        medium=st.sampled_from(get_args(Medium)),
        standing=st.none() | st.sampled_from(get_args(Standing)),
        description=st.none() | st.builds(Description, words, st.none() | words, st.none() | words),
        count=st.none() | st.integers(1, 99),
        document_kind=st.none() | words,
        declined=st.booleans(),
        reason_class=st.none() | st.sampled_from(get_args(ReasonClass)),
        addressee=st.none() | spans(length),
        name_confidence=st.none() | st.floats(0, 1),
    )


def quotations(length: int) -> st.SearchStrategy[AttributedQuotation]:
    attribution = st.builds(
        Attribution,
        quotation=st.builds(
            Quotation,
            span=spans(length),
            content=spans(length),
            kind=st.sampled_from(get_args(Kind)),
            group=st.none() | st.integers(0, 5),
            parent=st.none(),
            parts=st.just(()),
            marks=st.booleans(),
        ),
        mention=st.none() | st.builds(Mention, spans(length), head=st.none()),
        cue=st.none() | st.builds(Cue, spans(length), words),
        confidence=st.floats(0, 0.5),
        speech_confidence=st.floats(0.5, 1),
        evidence=st.lists(words, max_size=3).map(tuple),
        cause=st.none() | words,
    )
    return st.builds(AttributedQuotation, attribution, st.none() | sources(length))


@st.composite
def parsed_articles(draw: st.DrawFn) -> ParsedArticle:
    text = draw(texts)
    article = draw(
        st.builds(
            Article,
            id=words,
            text=st.just(text),
            title=st.none() | words,
            url=st.none() | words,
            outlet=st.none() | words,
            published=st.none() | st.dates(),
            byline=st.none() | words,
            section=st.none() | words,
        )
    )
    found = draw(st.lists(quotations(len(text)), max_size=4, unique_by=lambda quote: quote.quotation.span))
    found.sort(key=lambda quote: (quote.quotation.span.start, -quote.quotation.span.end))
    inner = [draw(st.booleans()) for _ in found]
    placed = [
        replace(quote, attribution=replace(quote.attribution, quotation=replace(quote.quotation, parent=0)))
        if place and inside
        else quote
        for place, (quote, inside) in enumerate(zip(found, inner, strict=True))
    ]
    wire = draw(st.none() | st.builds(Via, words, words, st.none() | spans(len(text))))
    cast = Cast(draw(st.lists(members(len(text), words), max_size=4).map(tuple)))
    pointing = tuple(draw(pointers(quote, len(cast.members))) for quote in placed)
    return ParsedArticle(article, pointing, parser=draw(words), models=draw(words), wire=wire, cast=cast)


@st.composite
def pointers(draw: st.DrawFn, quote: AttributedQuotation, number: int) -> AttributedQuotation:
    """The quotation with its source pointing to some of so many members."""
    if quote.source is None:
        return quote
    member = st.none() if number == 0 else st.none() | st.integers(0, number - 1)
    source = replace(
        quote.source,
        member=draw(member),
        addressee_member=draw(member) if quote.source.addressee else None,
        via=tuple(replace(via, member=draw(member)) for via in quote.source.via),
    )
    return replace(quote, source=source)


def rounded(parsed: ParsedArticle) -> ParsedArticle:
    """With confidences as far as a product of floating-point numbers can be taken apart again."""
    quotations = tuple(
        replace(q, attribution=replace(q.attribution, confidence=round(q.attribution.confidence, 9)))
        for q in parsed.quotations
    )
    return replace(parsed, quotations=quotations)


@given(parsed_articles())
def test_reads_back_equal_through_json(parsed: ParsedArticle) -> None:
    line = json.dumps(to_dict(parsed, with_text=True), ensure_ascii=False)
    assert rounded(from_dict(json.loads(line))) == rounded(parsed)


@given(parsed_articles())
def test_reads_back_equal_with_the_text_given(parsed: ParsedArticle) -> None:
    written = to_dict(parsed)
    assert "text" not in written
    assert rounded(from_dict(written, parsed.article.text)) == rounded(parsed)


@given(parsed_articles())
def test_every_stretch_is_cut_out_of_the_text(parsed: ParsedArticle) -> None:
    text = parsed.article.text
    written = to_dict(parsed)
    for quote in (*written["quotes"], *written["nested"]):
        for stretch in filter(None, (quote, quote["cue"], quote["mention"])):
            assert text[stretch["start"] : stretch["end"]] == stretch["text"]
    for member in written["cast"]:
        for stretch in (s for kind in ("mentions", "roles", "relations", "signs") for s in member[kind]):
            assert text[stretch["start"] : stretch["end"]] == stretch["text"]


@given(parsed_articles())
def test_the_confidence_is_the_product_of_its_parts(parsed: ParsedArticle) -> None:
    written = to_dict(parsed)
    for quote in (*written["quotes"], *written["nested"]):
        parts = quote["confidence_parts"]
        assert quote["confidence"] == parts["quotation"] * parts["mention"] * (
            1.0 if parts["name"] is None else parts["name"]
        )


TEXT = "“We won,” she said."
PARSED = ParsedArticle(
    Article("a1", TEXT, published=date(2011, 4, 1)),
    (
        AttributedQuotation(
            Attribution(
                Quotation(Span(0, 9), Span(1, 8), "direct"),
                mention=Mention(Span(10, 13), head=4),
                cue=Cue(Span(14, 18), "say"),
                confidence=0.9,
                evidence=("subject of 'said'",),
            ),
            Source("named_person", name="Ann Lee", role="captain"),
        ),
    ),
    parser="1",
    models="m",
    sentences=(Span(0, 19),),
)


def test_what_stands_inside_another_quotation_is_not_counted_with_it() -> None:
    text = "“He said ‘no’ twice,” she said."
    outer = PARSED.quotations[0]
    spans = Quotation(Span(0, 21), Span(1, 20), "direct"), Quotation(Span(9, 13), Span(10, 12), "mixed", parent=0)
    both = tuple(replace(outer, attribution=replace(outer.attribution, quotation=q)) for q in spans)
    written = to_dict(replace(PARSED, article=Article("a1", text), quotations=both))
    assert [q["text"] for q in written["quotes"]] == ["“He said ‘no’ twice,”"]
    assert [(q["text"], q["parent"]) for q in written["nested"]] == [("‘no’", written["quotes"][0]["id"])]


def test_indirect_speech_interrupted_by_its_attribution_keeps_its_stretches() -> None:
    text = "The plan, she said, would fail."
    quotation = Quotation(Span(0, 30), Span(0, 30), "indirect", parts=(Span(0, 8), Span(20, 30)))
    told = replace(PARSED.quotations[0], attribution=replace(PARSED.quotations[0].attribution, quotation=quotation))
    parsed = replace(PARSED, article=Article("a1", text), quotations=(told,))
    assert to_dict(parsed)["quotes"][0]["content"] == [[0, 8], [20, 30]]
    assert from_dict(to_dict(parsed), text).quotations[0].quotation == quotation


def test_a_report_that_was_not_made_comes_back_as_one() -> None:
    denied = replace(PARSED.quotations[0].attribution, polarity="negative", modality="hypothetical")
    told = replace(PARSED.quotations[0], attribution=denied)
    parsed = replace(PARSED, quotations=(told,), indirect="all")
    written = to_dict(parsed, with_text=True)
    assert (written["indirect_speech"], written["quotes"][0]["polarity"]) == ("all", "negative")
    back = from_dict(written)
    assert (back.indirect, back.quotations[0].attribution.modality) == ("all", "hypothetical")
    assert from_dict({k: v for k, v in written.items() if k != "indirect_speech"}).indirect == "none"


def test_fields_of_the_format() -> None:
    quote = to_dict(PARSED)["quotes"][0]
    assert (quote["start"], quote["end"], quote["text"], quote["kind"]) == (0, 9, "“We won,”", "direct")
    assert quote["content"] == [[1, 8]]
    assert quote["cue"] == {"start": 14, "end": 18, "text": "said", "lemma": "say"}
    assert quote["mention"] == {"start": 10, "end": 13, "text": "she"}
    assert (quote["speaker"]["name"], quote["speaker"]["role"]) == ("Ann Lee", "captain")
    assert (quote["source_type"], quote["anonymous"], quote["medium"]) == ("named_person", False, "none")


def test_an_unknown_speaker_is_null() -> None:
    unknown = replace(PARSED, quotations=(replace(PARSED.quotations[0], source=None),))
    quote = to_dict(unknown)["quotes"][0]
    assert quote["speaker"] is None
    assert quote["source_type"] is None


def test_what_an_older_version_wrote_reads_back() -> None:
    written = to_dict(PARSED, with_text=True)
    del written["cast"]
    for quote in written["quotes"]:
        del quote["confidence_parts"], quote["speaker"]["member"]
    assert from_dict(written).quotations[0].attribution.confidence == 0.9


def test_a_member_that_the_cast_has_not_is_refused() -> None:
    written = to_dict(PARSED, with_text=True)
    written["quotes"][0]["speaker"]["member"] = 3
    with pytest.raises(InputError, match="no member 3 in the cast"):
        from_dict(written)


def test_another_text_is_refused() -> None:
    with pytest.raises(InputError, match="other words at 0 to 9"):
        from_dict(to_dict(PARSED), "Quite another text.")


BROKEN: list[dict[str, object]] = [
    {},
    {"id": "a", "text": "t", "quotes": [{}]},
    {"id": "a", "text": "t", "quotes": 3},
    {"id": "a", "text": "t", "published": "yesterday", "quotes": []},
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_object_is_refused_in_a_sentence(broken: dict[str, object]) -> None:
    with pytest.raises(InputError, match="parsed article"):
        from_dict(broken)
