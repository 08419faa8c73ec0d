"""The HTML page of an article: all its words, nothing but its words, and every quotation linked to its speaker."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.cli.show import marked_paragraphs
from quotes.domain import (
    Article,
    AttributedQuotation,
    Attribution,
    Cast,
    CastMention,
    Cue,
    Member,
    Mention,
    ParsedArticle,
    Quotation,
    Relation,
    Source,
    Span,
    Via,
)
from quotes.page import generate_page, speakers_of
from quotes.page.spans import Marked, nest
from quotes.text.paragraphs import find_paragraphs

TEXT = "“I said ‘no’ <b>twice</b>,” said Ann Lee & co.\n\n“It rained,” an aide said. “So\nwhat?”"


def quotation(
    words: str, *, mention: str | None, source: Source | None, parent: int | None = None
) -> AttributedQuotation:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    named = Span(TEXT.index(mention), TEXT.index(mention) + len(mention)) if mention else None
    attribution = Attribution(
        Quotation(span, Span(span.start + 1, span.end - 1), "direct", parent=parent),
        Mention(named, head=None) if named else None,
        Cue(Span(TEXT.index("said"), TEXT.index("said") + 4), "say") if named else None,
        confidence=0.9,
        evidence=("subject of “said” <at hand>",) if named else (),
        cause=None if named else "nobody is near",
    )
    return AttributedQuotation(attribution, source)


ANN = Source("named_person", name="Ann Lee", role="captain", via=(Via("the Bell & Co", "told"),))
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)
PARSED = ParsedArticle(
    Article(
        "match", TEXT, title="We <won>", outlet="The Echo", published=date(2011, 4, 1), url="https://example.org/?a&b"
    ),
    (
        quotation("“I said ‘no’ <b>twice</b>,”", mention="Ann Lee", source=ANN),
        quotation("‘no’", mention="Ann Lee", source=replace(ANN, role=None), parent=0),
        quotation("“It rained,”", mention="an aide", source=AIDE),
        quotation("“So\nwhat?”", mention=None, source=None),
    ),
    parser="1",
    models="m",
)
PAGE = generate_page(PARSED)

CAST_TEXT = "“We won,” said Ann Lee. The rowers cheered Ann Lee."


def stretch(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = CAST_TEXT.index(words, start + 1)
    return Span(start, start + len(words))


CAST = ParsedArticle(
    Article("race", CAST_TEXT),
    (
        AttributedQuotation(
            Attribution(
                Quotation(stretch("“We won,”"), stretch("We won,"), "direct"),
                Mention(stretch("Ann Lee"), None), None, 0.9, (),
            ),
            Source("named_person", name="Ann Lee", member=0),
        ),
    ),
    parser="1",
    models="m",
    cast=Cast(
        (
            Member(
                "a", "person", "Ann Lee",
                (CastMention(stretch("Ann Lee"), "name"), CastMention(stretch("Ann Lee", 2), "name")),
                relations=(Relation("captain", 1, stretch("Ann Lee")),),
            ),
            Member("b", "group", None, (CastMention(stretch("The rowers"), "noun"),)),
        )
    ),
)  # fmt: skip
CAST_PAGE = generate_page(CAST)


class Reader(HTMLParser):
    """Checks that every element is closed in order, and keeps ids, links and the words of the article's paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.ids += [values["id"]] if values.get("id") else []  # type: ignore[list-item]
        self.links += [values["href"]] if values.get("href") else []  # type: ignore[list-item]
        if tag not in ("meta", "link", "br"):
            self.open.append((tag, values.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.open.pop()
        assert opened == tag
        self.words += ["\n"] if tag in ("p", "h1") else []

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        beside = any(css.startswith("tip") for _, css in self.open) or "header" in tags
        if "article" in tags and ("p" in tags or "h1" in tags) and not beside:
            self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def test_the_words_of_the_article_stand_in_full_and_in_order() -> None:
    assert "".join(read(PAGE).words).split() == TEXT.split()


def test_everything_is_escaped() -> None:
    assert "<b>twice</b>" not in PAGE
    assert "&lt;b&gt;twice&lt;/b&gt;" in PAGE
    assert "We &lt;won&gt;" in PAGE
    assert "<at hand>" not in PAGE
    assert "the Bell &amp; Co" in PAGE


def test_every_link_within_the_page_leads_somewhere() -> None:
    reader = read(PAGE)
    assert len(reader.ids) == len(set(reader.ids))
    inner = [link[1:] for link in reader.links if link.startswith("#")]
    assert set(inner) <= set(reader.ids)
    assert {"n1", "n2", "n3", "n4", "q1", "q2", "q3", "q4"} <= set(inner)


@pytest.mark.parametrize(
    "words",
    ["Who else is in it", "captain of", 'href="#m1-2"', 'id="m1-2"', 'id="s2"', 'aria-label="Ann Lee, mention 2"'],
)
def test_the_cast_is_listed_with_its_mentions(words: str) -> None:
    assert words in CAST_PAGE


def test_links_of_the_cast_lead_somewhere_and_no_word_is_lost() -> None:
    reader = read(CAST_PAGE)
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)
    assert "".join(reader.words).split() == CAST_TEXT.split()


def test_one_member_is_one_speaker_whatever_each_quotation_calls_it() -> None:
    renamed = replace(CAST.quotations[0], source=Source("named_person", name="A. Lee", member=0))
    [speaker] = speakers_of(replace(CAST, quotations=(CAST.quotations[0], renamed)))
    assert (speaker.label, speaker.quotations) == ("Ann Lee", (0, 1))


def test_nothing_is_fetched_or_run() -> None:
    assert not read(PAGE).tags & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"url\(|@import|\son\w+=", PAGE)


@pytest.mark.parametrize("words", ["captain", "named person", "anonymous", "an aide", "nobody is near", "1 April 2011"])
def test_what_a_reader_looks_for_is_there(words: str) -> None:
    assert words in unescape(PAGE)


def test_only_web_addresses_become_links() -> None:
    assert 'href="https://example.org/?a&amp;b"' in PAGE
    sly = replace(PARSED, article=replace(PARSED.article, url="javascript:alert(1)"))
    assert "javascript:" not in generate_page(sly)


def test_speakers_come_in_order_with_the_unknown_last() -> None:
    cast = speakers_of(PARSED)
    assert [(speaker.label, speaker.quotations) for speaker in cast] == [
        ("Ann Lee", (0, 1)),
        ("an aide", (2,)),
        ("speaker not told", (3,)),
    ]
    assert cast[0].source is not None
    assert cast[0].source.role == "captain"
    assert [speaker.is_anonymous for speaker in cast] == [False, True, False]


def test_an_article_without_quotations() -> None:
    page = generate_page(replace(PARSED, quotations=()))
    read(page)
    assert "This article quotes nobody." in page


def test_a_title_in_the_text_is_not_told_twice() -> None:
    article = Article("a", "We won\n\nIt rained.", title="We won")
    page = generate_page(ParsedArticle(article, (), "1", "m"))
    assert page.count("We won</h1>") == 1
    assert "<p>We won</p>" not in page


@pytest.mark.parametrize(("text", "tag"), [("We won\n\nIt rained.", "h1"), ("It rained.\n\nWe won", "p")])
def test_a_text_that_begins_like_a_headline_has_one(text: str, tag: str) -> None:
    page = generate_page(ParsedArticle(Article("a", text), (), "1", "m"))
    assert f"<{tag}>{text.splitlines()[0]}</{tag}>" in page


def test_stretches_of_one_quotation_count_once() -> None:
    first, *_, third, last = PARSED.quotations
    one = replace(third.attribution.quotation, group=1)
    pieces = tuple(
        replace(q, attribution=replace(q.attribution, quotation=replace(one, span=q.quotation.span)))
        for q in (replace(first, source=AIDE), replace(last, source=AIDE))
    )
    page = generate_page(replace(PARSED, quotations=pieces))
    assert "1 quotation, 1 speaker, 1 on the word of anonymous sources" in page


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


def flat(pieces: tuple[Marked[int] | Span, ...]) -> list[Span]:
    return [s for piece in pieces for s in ([piece] if isinstance(piece, Span) else flat(piece.inside))]


def marked(pieces: tuple[Marked[int] | Span, ...]) -> list[Marked[int]]:
    return [m for piece in pieces if isinstance(piece, Marked) for m in (piece, *marked(piece.inside))]


@given(spans, st.lists(spans, max_size=6))
def test_pieces_make_up_the_whole(whole: Span, stretches: list[Span]) -> None:
    pieces = flat(nest(whole, [(span, number) for number, span in enumerate(stretches)]))
    covered = [offset for piece in pieces for offset in range(piece.start, piece.end)]
    assert covered == list(range(whole.start, whole.end))


@given(st.lists(spans, max_size=6))
def test_every_stretch_is_marked_once_where_it_begins(stretches: list[Span]) -> None:
    found = marked(nest(Span(0, 40), [(span, number) for number, span in enumerate(stretches)]))
    wanted = [number for number, span in enumerate(stretches) if span.start < span.end]
    assert sorted(mark.value for mark in found) == wanted
    assert all(mark.span.start == stretches[mark.value].start for mark in found)


WRAPPED = (
    "The harbour was closed for a week after the storm had torn two\n"
    "of the piers away, and the boats lay in the river mouth until\n"
    "the wind had gone down and the pilots would go out to the bar\n"
    "again.\n\nNobody was hurt."
)


def test_a_hard_wrapped_text_has_the_paragraphs_of_the_parser() -> None:
    parsed = ParsedArticle(Article("a", WRAPPED, title="The storm"), (), "1", "m")
    page = generate_page(parsed)
    assert page.count("<p>") - page.count("<p>This article quotes nobody.") == len(find_paragraphs(WRAPPED)) == 2
    shown = [paragraph.plain for paragraph in marked_paragraphs(parsed, (), ())]
    assert shown == [" ".join(span.of(WRAPPED).split()) for span in find_paragraphs(WRAPPED)]
