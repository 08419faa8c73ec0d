"""The made-up archive that the store is measured with holds what parsed articles hold."""

from collections import Counter

from quotes.domain import ParsedArticle
from quotes.wire import from_dict, to_dict
from tests.bench.archive.stream import Archive

ARTICLES = tuple(Archive(2000))


def test_the_same_size_and_seed_make_the_same_archive() -> None:
    assert tuple(Archive(2000)) == ARTICLES
    assert next(iter(Archive(2000, seed=14))) != ARTICLES[0]


def test_what_it_makes_can_be_written_and_read_as_what_the_parser_makes() -> None:
    for parsed in ARTICLES:
        assert from_dict(to_dict(parsed, with_text=True)) == parsed
        spans = [item.quotation.span for item in parsed.quotations]
        assert len(set(spans)) == len(spans)
        assert spans == sorted(spans, key=lambda span: (span.start, -span.end))


def test_spans_stand_where_the_words_do() -> None:
    for parsed in ARTICLES:
        text = parsed.article.text
        for item in parsed.quotations:
            quotation, attribution = item.quotation, item.attribution
            assert quotation.span.contains(quotation.content)
            if quotation.kind != "indirect" and quotation.marks:
                assert quotation.span.of(text)[0] in "“‘"
            assert (
                quotation.group is not None
                or quotation.span.of(text)[0] not in "“"
                or quotation.span.of(text)[-1] == "”"
            )
            assert attribution.cue is None or attribution.cue.span.of(text).isalpha()
            assert attribution.mention is None or attribution.mention.span.of(text).strip()
            for via in item.source.via if item.source else ():
                assert via.span is not None
                assert via.span.of(text) == via.name
        for member in parsed.cast.members:
            for mention in member.mentions:
                assert mention.form == "pronoun" or mention.span.of(text)


def test_it_has_every_kind_of_source_and_form_of_quotation_and_as_many_as_asked() -> None:
    texts: dict[str, ParsedArticle] = {parsed.article.text: parsed for parsed in ARTICLES}
    items = [item for parsed in texts.values() for item in parsed.quotations]
    assert 2000 <= len(items) < 2100
    assert 1.02 < len(ARTICLES) / len(texts) < 1.3
    kinds = Counter(item.quotation.kind for item in items)
    types = Counter(item.source.type for item in items if item.source)
    assert min(kinds.values()) > 200
    assert types.keys() == {
        "named_person", "named_organization", "unnamed_person", "unnamed_group", "document", "narrator",
    }  # fmt: skip
    assert any(item.quotation.group for item in items)
    assert any(item.quotation.parent is not None for item in items)
    assert any(item.quotation.parts for item in items)
    assert any(not item.quotation.marks for item in items)
    assert any(item.source and item.source.reason for item in items)
    assert any(item.source and item.source.via for item in items)
    assert any(item.source is None for item in items)
