"""Parts of a web page that its text alone would not tell: block quotes and embedded posts, captions, teasers."""

import re
from collections.abc import Sequence
from typing import Any

from quotes.read.markup import words_in

_BLOCKS = frozenset(("p", "div", "footer", "cite", "ul", "ol", "li", "figcaption", "br"))
_CREDITS = frozenset(("cite", "footer", "figcaption"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MARKS = tuple("\"“„«‘'»”")
_DASHES = tuple("—–―-")
_QUOTED = re.compile(r"(?:(?<!\w)[“„«\"‘])(.{2,}?)[”“»\"’](?!\w)", re.DOTALL)
_LIVE_POST = re.compile(
    r"live-?_?(?:blog)?[-_]*(?:post|update|entry|item)\b|LiveBlogPosting|\bBlogPosting", re.IGNORECASE
)
_CAPTION = re.compile(r"captions?(?:[-_]{1,2}(?:text|full|truncated|body|content))*$", re.IGNORECASE)
_CAPTION_TAGS = frozenset(("div", "p", "span", "small", "em"))
_LONGEST_CAPTION = 800  # characters
_LONGEST_TIME = 40  # characters
_LONGEST_QUOTE, _LONGEST_TEASER = 3_000, 400  # characters; what is longer is the article itself


def mark_block_quotes(tree: Any) -> None:
    """Give each block quote without quotation marks of its own the "> " that plain text gives it, on every paragraph,
    and its author's name the dash of a signature."""
    for element in list(tree.iter("blockquote")):
        paragraphs = _paragraphs(element)
        length = sum(len(words) for words, _ in paragraphs)
        nested = next(element.iterancestors("blockquote"), None) is not None
        if nested or not 0 < length < _LONGEST_QUOTE or paragraphs[0][0].startswith(_MARKS):
            continue
        tail = element.tail
        element.clear()
        element.tail = tail
        for words, is_credit in paragraphs:
            paragraph = element.makeelement("p", {})
            paragraph.text = "> — " + words if is_credit and not words.startswith(_DASHES) else "> " + words
            element.append(paragraph)


def _paragraphs(element: Any) -> list[tuple[str, bool]]:
    """The text of its paragraphs, and of each whether it credits somebody."""
    pieces: list[tuple[str, bool]] = [(element.text or "", False)]
    for child in element:
        words = "".join(child.itertext()) if isinstance(child.tag, str) and child.tag != "script" else ""
        if child.tag in _BLOCKS:
            inner = _paragraphs(child) if child.tag == "div" else [(words, child.tag in _CREDITS)]
            pieces += [*inner, (child.tail or "", False)]
        else:
            pieces[-1] = (pieces[-1][0] + words + (child.tail or ""), pieces[-1][1])
    return [(shown, credits) for words, credits in pieces if (shown := " ".join(words.split()))]


def mark_live_posts(tree: Any) -> None:
    """Begin each post of a live blog with its time, as a paragraph of its own."""
    for element in tree.iter("div", "article", "section", "li"):
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemtype') or ''}"
        time = next(element.iter("time"), None) if _LIVE_POST.search(name) else None
        shown = words_in(time) if time is not None else ""
        if time is not None and 0 < len(shown) <= _LONGEST_TIME:
            paragraph = element.makeelement("p", {})
            paragraph.text = shown
            time.drop_tree()
            paragraph.tail, element.text = element.text, None
            element.insert(0, paragraph)


def take_captions(tree: Any) -> list[str]:
    """The captions of the article's pictures that quote somebody; all captions are taken out of the tree."""
    within = next(iter([*tree.iter("article"), *tree.iter("main")]), tree)
    shown = [words_in(caption) for caption in _captions(within)]
    for caption in _captions(tree):
        caption.drop_tree()
    quoting = list(dict.fromkeys(caption for caption in shown if any(map(_is_said, _QUOTED.findall(caption)))))
    beside = zip(["", *quoting], quoting, [*quoting[1:], ""], strict=False)
    return [caption for before, caption, after in beside if caption not in before and caption not in after]


def _is_said(quoted: str) -> bool:
    """Whether it may be somebody's words: each word of a title begins with a capital letter."""
    return quoted[-1] in ",.!?…" or any(word[0].islower() for word in quoted.split())


def _captions(tree: Any) -> list[Any]:
    """What the page marks up as one, and what it only calls so, where it is short enough; the outermost."""
    called = tree.xpath(".//figcaption | .//*[contains(@class, 'aption')]")
    found = [element for element in called if element.tag == "figcaption" or _is_called_caption(element)]
    inner = set(found)
    return [element for element in found if inner.isdisjoint(element.iterancestors())]


def _is_called_caption(element: Any) -> bool:
    is_named = element.tag in _CAPTION_TAGS and any(map(_CAPTION.search, element.get("class").split()))
    return is_named and len(words_in(element)) <= _LONGEST_CAPTION


def teasers_of(tree: Any) -> list[str]:
    """The pieces of text of what points to other articles: a heading that links there, with a line or two below it."""
    found: set[str] = set()
    for element in tree.iter("li", "article", "div", "section"):
        headings = [h for h in element.iter(*_HEADINGS) if _links(h)]
        pieces = [" ".join(words.split()) for words in element.itertext() if words.strip()]
        if len(headings) == 1 and sum(map(len, pieces)) <= _LONGEST_TEASER:
            found.update(pieces)
    return sorted(found, key=len, reverse=True)


def without(text: str, pieces: Sequence[str]) -> str:
    for piece in pieces:
        text = text.replace(piece, "")
    return text.strip()


def _links(heading: Any) -> bool:
    return next(heading.iter("a"), None) is not None or next(heading.iterancestors("a"), None) is not None
