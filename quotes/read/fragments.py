"""Records whose text is still marked up, as editorial systems hand it out: "<p>…</p><p>…</p>"."""

import re

from quotes.read.markup import to_paragraphs, write_out_quotation_marks
from quotes.read.page_parts import mark_block_quotes

_BLOCK = r"(?:p|div|h[1-6]|article|section|blockquote|figure|ul|ol|table)"
_COMMENT = r"<!--(?:(?!-->).)*-->"
_FRAGMENT = re.compile(rf"\s*(?:{_COMMENT}\s*)*<{_BLOCK}\b[^>]*>.*</{_BLOCK}>", re.IGNORECASE | re.DOTALL)
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|del|dfn|em|font|i|ins|kbd|mark|nobr|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_NO_TEXT = re.compile("script|style|noscript|template|iframe|svg|button|form")


def is_fragment(text: str) -> bool:
    """Whether a text begins with a block element and closes one: mark-up, not a text that speaks of it.

    >>> is_fragment("<p>No.</p>"), is_fragment("He wrote <p> twice.")
    (True, False)
    """
    return _FRAGMENT.match(text) is not None


def text_of(fragment: str) -> str:
    """The text as a browser shows it, a blank line between paragraphs; nothing is left out but scripts and the like.

    Raises ValueError where the mark-up cannot be read.
    """
    from lxml import etree, html  # plain text need not wait for it

    try:
        tree = html.fragment_fromstring(fragment, create_parent="div")
    except etree.LxmlError as error:
        raise ValueError(f"mark-up that cannot be read ({error})") from error
    write_out_quotation_marks(tree)
    mark_block_quotes(tree)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or _NO_TEXT.fullmatch(element.tag):
            element.drop_tree()
        elif element.tag == "br":
            element.tag = "lb"
        elif element.tag in ("td", "th"):
            element.tag = "cell"
        elif _INLINE.fullmatch(element.tag):
            element.tag = "hi"
    return "\n\n".join(to_paragraphs(tree))
