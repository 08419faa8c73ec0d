"""Records whose text is still marked up, as editorial systems hand it out: "<p>…</p><p>…</p>", "said <b>…</b>"."""

import re

from quotes.read.markup import to_paragraphs, write_out_quotation_marks
from quotes.read.page_parts import mark_block_quotes

_BLOCK = r"(?:p|div|h[1-6]|article|section|blockquote|figure|ul|ol|table)"
_INLINE = (
    "a|abbr|b|bdi|bdo|cite|del|dfn|em|font|i|ins|kbd|mark|nobr|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var"
    "|wbr"
)
_ATTRIBUTES = r"(?:\s[^<>]*)?"
_COMMENT = r"<!--(?:(?!-->).)*-->"
# A block that begins the text, an element right around words, a line break, or paragraphs that nothing closes.
_MARKUP = re.compile(
    rf"\A\s*(?:{_COMMENT}\s*)*<{_BLOCK}\b[^>]*>.*</{_BLOCK}>|<({_BLOCK}|{_INLINE}|q){_ATTRIBUTES}>(?!\s)[^<]*</\1\s*>"
    rf"|<br\s*/?>|<img\s[^<>]*=[^<>]*>|\A\s*<p{_ATTRIBUTES}>.*<p{_ATTRIBUTES}>",
    re.IGNORECASE | re.DOTALL,
)
_STRAY = re.compile(r"<(?![/!a-z])", re.IGNORECASE)  # "5 < 6"
_BREAKS = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*<!\[CDATA\[|\]\]>\s*$|\[\w+(?: [\w-]+=[^\]]*)\]|\[/\w+\]")  # of a CMS: [caption id="1"]
_LINES = re.compile(r"\r?\n")
_NO_TEXT = re.compile("script|style|noscript|template|iframe|svg|button|form")


def is_fragment(text: str) -> bool:
    """Whether a text holds mark-up: an element that is closed again or a line break, not the mere name of one.

    >>> is_fragment("<p>No.</p>"), is_fragment("Said <b>Ida</b>."), is_fragment("He wrote <p> twice.")
    (True, True, False)
    """
    return _MARKUP.search(text) is not None and not _STRAY.search(text)


def text_of(fragment: str) -> str:
    """The text as a browser shows it, a blank line between paragraphs; nothing is left out but scripts and the like.
    Where no mark-up breaks the lines, the text's own line ends do.

    Raises ValueError where the mark-up cannot be read.
    """
    from lxml import etree, html  # plain text need not wait for it

    fragment = _WRAPPING.sub("\n", fragment)
    if not _BREAKS.search(fragment):
        fragment = _LINES.sub("<br>", fragment)
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
        elif re.fullmatch(_INLINE, element.tag):
            element.tag = "hi"
    return "\n\n".join(to_paragraphs(tree))
