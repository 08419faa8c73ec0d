import gzip
import socket
from datetime import date
from pathlib import Path

import pytest

from quotes.domain import Article, Reject
from quotes.read import read_articles

HEAD = """<title>Bridge to open in May | The Paper</title>
<meta property="og:title" content="Bridge to open in May"><meta property="og:site_name" content="The Paper">
<link rel="canonical" href="https://paper.example/2011/bridge.html">
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2011-04-01T09:30:00+02:00">
<script type="application/ld+json">{"@type": "NewsArticle", "image": "https://paper.example/bridge.jpg"}</script>
<link rel="stylesheet" href="https://paper.example/style.css">"""
OPENING = "The council met on Tuesday night and heard a long list of speakers from both banks of the river."
CLOSING = "The next meeting is on Friday, when the bill for the new bridge will be put to the vote of all members."


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reading a page must not reach for the network")

    class NoSocket(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            refuse()

    monkeypatch.setattr(socket, "socket", NoSocket)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def page(body: str, head: str = HEAD) -> str:
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>"


def read(tmp_path: Path, html: str | bytes, **options: str) -> Article:
    path = tmp_path / "bridge.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (item,) = read_articles([path], outlet=options.get("outlet"))
    assert isinstance(item, Article), item
    return item


def paragraphs(tmp_path: Path, body: str) -> list[str]:
    inside = f"<nav><a href='/'>Home</a></nav><article><p>{OPENING}</p>{body}<p>{CLOSING}</p></article>"
    first, *middle, last = read(tmp_path, page(inside)).text.split("\n\n")
    assert (first, last) == (OPENING, CLOSING)
    return middle


def test_title_date_byline_outlet_and_address_come_along(tmp_path: Path) -> None:
    html = page(f"<article><p>{OPENING}</p><p>{CLOSING}</p></article>")
    assert read(tmp_path, html) == Article(
        id="bridge",
        text=f"{OPENING}\n\n{CLOSING}",
        title="Bridge to open in May",
        url="https://paper.example/2011/bridge.html",
        outlet="The Paper",
        published=date(2011, 4, 1),
        byline="Ann Lee",
    )


def test_the_outlet_that_a_person_names_comes_before_the_pages_own(tmp_path: Path) -> None:
    assert read(tmp_path, page(f"<p>{OPENING}</p>"), outlet="Paper Online").outlet == "Paper Online"


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ('<meta property="article:section" content=" Local  news ">', "Local news"),
        ('<meta name="Article:Section" content=""><meta property="article:section" content="Sport">', "Sport"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", '
         '"articleSection": ["Politics", "Europe"]}]}</script>', "Politics"),
        ('<script type="application/ld+json">{broken</script><script type="application/ld+json; charset=utf-8">'
         '[{"articleSection": null}, {"articleSection": "Arts"}]</script>', "Arts"),
        ('<meta property="article:section" content="Health"><script type="application/ld+json">'
         '{"articleSection": "Wellness"}</script>', "Health"),
        ('<script type="application/ld+json">{"articleSection": {"name": 5}}</script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
    ],
)  # fmt: skip
def test_the_section_is_what_the_page_says_of_itself(tmp_path: Path, head: str, section: str | None) -> None:
    assert read(tmp_path, page(f"<article><p>{OPENING}</p><p>{CLOSING}</p></article>", head)).section == section


def test_a_page_that_says_nothing_about_itself(tmp_path: Path) -> None:
    article = read(tmp_path, f"<html><body><p>{OPENING}</p></body></html>")
    assert article == Article("bridge", OPENING)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>More jobs</h2><p>“Yes,” he said.</p>", ["More jobs", "“Yes,” he said."]),
        ("<blockquote><p>“One.”</p><p>“Two.”</p></blockquote>", ["“One.”", "“Two.”"]),
        ("<blockquote>“Bare,” he said.</blockquote>", ["“Bare,” he said."]),
        ("<ul><li>“One,” she said.</li><li>Two <b>things</b></li></ul>", ["“One,” she said.", "Two things"]),
        ("<p>First line.<br>Second line.</p>", ["First line.\nSecond line."]),
        ("<p>First.<br><br>\n<br/>Second.</p>", ["First.", "Second."]),
        ("<table><tr><td>Yes</td><td>12</td></tr><tr><td>No</td><td>9</td></tr></table>", ["Yes | 12", "No | 9"]),
        ("<div>Text in a bare box, “with speech” in it.</div>", ["Text in a bare box, “with speech” in it."]),
    ],
)
def test_blocks_are_paragraphs(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert paragraphs(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("She said <em>“we</em> won’t” and <a href='/x'>left</a>.", "She said “we won’t” and left."),
        ("un<b>believ</b>able,<i> he</i> said", "unbelievable, he said"),
        ("a\n   b&nbsp;c &amp; &ldquo;four&rdquo; &quot;five&quot; ''six''", "a b c & “four” \"five\" ''six''"),
        ("«Oui», „Ja“ ‚so‘ and 'single' — “don’t”", "«Oui», „Ja“ ‚so‘ and 'single' — “don’t”"),
        ("He asked: <q>Are <q>you</q> in?</q> She was.", "He asked: “Are ‘you’ in?” She was."),
        ("He told <cite>The Post</cite>: <span>“No</span><span>pe.”</span><!-- x -->", "He told The Post: “Nope.”"),
    ],
)  # fmt: skip
def test_words_and_quotation_marks_stay_as_they_are(tmp_path: Path, inside: str, expected: str) -> None:
    assert paragraphs(tmp_path, f"<p>{inside}</p>") == [expected]


def test_an_article_in_several_boxes_is_read_whole(tmp_path: Path) -> None:
    box = '<div class="article__body"><p>{}</p><p>“Part {} of it,” said the mayor, who had much more to say.</p></div>'
    boxes = [box.format(OPENING.replace("Tuesday", day), day) for day in ("Monday", "Tuesday", "Friday")]
    text = read(tmp_path, page("<div>" + '<div class="ad">Advertisement</div>'.join(boxes) + "</div>")).text
    positions = [text.find(f"“Part {day} of it,”") for day in ("Monday", "Tuesday", "Friday")]
    assert positions == sorted(positions)
    assert positions[0] > 0
    assert "Advertisement" not in text


def test_menus_comments_and_repeated_pages_do_not_count(tmp_path: Path) -> None:
    comments = '<div id="comments"><h3>Comments</h3><p>“I was there and saw it all,” writes a reader of ours.</p></div>'
    html = page(f"<nav><ul><li>Home</li></ul></nav><article><p>{OPENING}</p><p>{CLOSING}</p></article>{comments}")
    for _ in range(4):  # trafilatura's removal of duplicates would remember
        assert read(tmp_path, html).text == f"{OPENING}\n\n{CLOSING}"


@pytest.mark.parametrize(
    "html",
    [
        page("<ul><li><a href='/a'>Home</a></li><li><a href='/b'>Contact us</a></li></ul>"),
        page("<h2>Senate votes on the long bill</h2><h2>Five ways to cook rice at home this winter</h2>"),
        page(""),
        page("<script>var x = 'The script has a sentence that goes on and on and on, and ends.';</script>"),
        "<html></html>",
        "no tags at all, but the suffix says so",
        "<" * 5000,
    ],
)
def test_pages_without_an_article_are_rejected(tmp_path: Path, html: str) -> None:
    path = tmp_path / "menu.html"
    path.write_text(html, encoding="utf-8")
    (item,) = read_articles([path])
    assert isinstance(item, Reject)
    assert "no article on this page" in item.reason
    assert "save" in item.reason


@pytest.mark.parametrize(
    ("encoding", "declaration", "spoken"),
    [
        ("utf-8", "", "“Café”"),
        ("cp1252", "", "“Café”"),
        ("cp1252", '<meta charset="iso-8859-1">', "“Café”"),
        ("cp1250", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "„Kříž“"),
        ("cp1252", '<meta charset="no-such-thing">', "“Café”"),
        ("utf-8", '<meta charset="iso-8859-1">', "“Café”"),
        ("utf-16", "", "“Café”"),
    ],
)
def test_the_encoding_of_a_page(tmp_path: Path, encoding: str, declaration: str, spoken: str) -> None:
    html = page(f"<p>{OPENING} {spoken} it said.</p>", HEAD + declaration)
    assert spoken in read(tmp_path, html.encode(encoding)).text


def test_deep_nesting_costs_only_its_own_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("<div>" * 50_000 + OPENING), encoding="utf-8")
    (tmp_path / "b.htm.gz").write_bytes(gzip.compress(page(f"<p>{OPENING}</p>").encode()))
    items = list(read_articles([tmp_path]))
    assert len(items) == 2
    assert isinstance(items[1], Article)
    assert items[1].id == "b"


def test_five_megabytes_on_one_line(tmp_path: Path) -> None:
    told = " and he had much more to say on that day" * 50
    html = page("".join(f"<p>“Line {n} of it,” said the mayor{told}.</p>" for n in range(2500)))
    assert len(html) > 5_000_000
    assert "\n" not in html.partition("<body>")[2]
    assert "“Line 2499 of it,”" in read(tmp_path, html).text


def test_a_failure_of_the_library_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("inside the library")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    (tmp_path / "a.html").write_text(page(f"<p>{OPENING}</p>"), encoding="utf-8")
    (tmp_path / "b.txt").write_text("two", encoding="utf-8")
    rejected, article = read_articles([tmp_path])
    assert isinstance(rejected, Reject)
    assert "RuntimeError" in rejected.reason
    assert article == Article("b", "two")


def test_block_quotes_carry_the_sign_of_plain_text_and_their_authors_a_dash(tmp_path: Path) -> None:
    body = "<blockquote><p>The quay was never safe.</p><cite>Ida Vale</cite></blockquote>"
    assert paragraphs(tmp_path, body) == ["> The quay was never safe.", "> — Ida Vale"]
    assert paragraphs(tmp_path, "<blockquote><p>“The quay was never safe.”</p></blockquote>") == [
        "“The quay was never safe.”"
    ]


def test_a_caption_that_quotes_follows_the_text(tmp_path: Path) -> None:
    figures = "<figure><figcaption>“I waited,” says Ida Vale.</figcaption></figure><figure><figcaption>The quay"
    inside = f"<article><p>{OPENING}</p>{figures}</figcaption></figure><p>{CLOSING}</p></article>"
    assert read(tmp_path, page(inside)).text == f"{OPENING}\n\n{CLOSING}\n\n“I waited,” says Ida Vale."


@pytest.mark.parametrize(
    "caption",
    [
        '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">“I waited,” says Ida Vale.</p></div>',
        '<span class="image__caption">“I waited,” says Ida Vale.</span>',
        '<div class="caption-full">“I waited,” says Ida Vale.</div><div class="caption-truncated">“I waited,”</div>',
    ],
)
def test_what_is_only_called_a_caption_is_one(tmp_path: Path, caption: str) -> None:
    inside = f'<article><p>{OPENING}</p>{caption}<div class="caption">The quay.</div><p>{CLOSING}</p></article>'
    assert read(tmp_path, page(inside)).text == f"{OPENING}\n\n{CLOSING}\n\n“I waited,” says Ida Vale."


@pytest.mark.parametrize("title", ["“Fearless”", "the film “Wild Rose”", 'our magazine "All About Boats"'])
def test_a_caption_with_a_title_in_marks_quotes_nobody(tmp_path: Path, title: str) -> None:
    figure = f"<figure><img src='a.jpg'><figcaption>The singer of {title} on the quay.</figcaption></figure>"
    assert paragraphs(tmp_path, figure) == []


def test_a_list_of_teasers_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    teaser = (
        "<li><a href='/{0}'><h3>Ferry {0}</h3></a><p>“We sail at six in any fog,” says the man who runs it.</p></li>"
    )
    path.write_text(page(f"<main><ul>{''.join(map(teaser.format, range(4)))}</ul></main>", head=""))
    (item,) = read_articles([path])
    assert isinstance(item, Reject)


@pytest.mark.parametrize("named", ["escenic", "Bridge to open in May", "Parse.ly", ""])
def test_the_outlet_is_no_system_and_no_headline(tmp_path: Path, named: str) -> None:
    head = (
        f'<title>Bridge to open in May</title><meta property="og:site_name" content="{named}">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge to open in May", "publisher": '
        '{"@type": "Organization", "name": "The Paper"}}</script>'
    )
    body = f"<article><h1>Bridge to open in May</h1><p>{OPENING}</p><p>{CLOSING}</p></article>"
    article = read(tmp_path, page(body, head))
    assert (article.title, article.outlet) == ("Bridge to open in May", "The Paper")
    bare = read(tmp_path, page(body, f'<meta property="og:site_name" content="{named}">'))
    assert bare.outlet is None


def test_each_post_of_a_live_blog_begins_with_its_time(tmp_path: Path) -> None:
    posts = "".join(
        f'<div class="live-post"><h2>{told}</h2><time datetime="2022-07-22T{hour}:15Z">{hour}:15</time><p>{told} and '
        "nobody slept that night, “not one of us,” said Ben Aldous.</p></div>"
        for hour, told in (("10", "Ferries stop"), ("09", "The wind rose"))
    )
    said = " and nobody slept that night, “not one of us,” said Ben Aldous."
    wanted = ["10:15", "Ferries stop", "Ferries stop" + said, "09:15", "The wind rose", "The wind rose" + said]
    assert paragraphs(tmp_path, posts) == wanted


def test_turns_of_an_interview_stay_apart(tmp_path: Path) -> None:
    body = (
        "<dl><dt>How long will it last?</dt><dd>Until the wind drops.</dd></dl><p><b>Ann Lee:</b> We sail at six.</p>"
        "<p><b>Bo Ray</b>: We do not.</p>"
    )
    wanted = ["How long will it last?", "Until the wind drops.", "Ann Lee: We sail at six.", "Bo Ray: We do not."]
    assert paragraphs(tmp_path, body) == wanted
