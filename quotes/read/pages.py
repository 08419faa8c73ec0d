"""Web pages: what trafilatura takes to be the article, with its title, date, byline, outlet and address.

Nothing is fetched: trafilatura is given the page's text and looks for nothing outside it.
Its settings are those that lost no quotation and read best on 181 pages with known article bodies
(tests/bench/html_extraction.py measures them): recall favoured, no second opinion from other extractors, no comments,
and no removal of duplicates, which would make a page's text depend on the pages before it.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BufferedReader
from typing import Any

from quotes.domain import Article, Reject, identify
from quotes.errors import InputError
from quotes.read.conversations import label_conversations
from quotes.read.dates import parse_date
from quotes.read.decoding import decode_text, decode_unmarked, mark_of
from quotes.read.incoming import Incoming
from quotes.read.markup import join_split_bodies, mark_empty_lines, to_paragraphs, write_out_quotation_marks
from quotes.read.page_parts import mark_block_quotes, mark_live_posts, take_captions, teasers_of, without
from quotes.read.sections import section_of
from quotes.read.site_names import outlet_of

_DECLARED = re.compile(rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]+)""", re.I)
_PROSE = re.compile(r".{200}|.{40,}[.!?…。！？][\"'”’»“)\]]*$", re.DOTALL)  # menus and lists of headlines have none
SETTINGS: dict[str, Any] = {
    "favor_recall": True,
    "fast": True,
    "include_comments": False,
    "include_tables": True,
    "deduplicate": False,
    "with_metadata": True,
    "date_extraction_params": {
        "original_date": True,
        "extensive_search": False,
    },  # a date in the prose is not the page's
}

for _name in ("trafilatura", "htmldate", "courlan"):  # what they have to say is said by a Reject
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_page(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The article on the page; its text is the extracted text, a blank line between paragraphs."""
    try:
        document, page = _extract(_decode(stream.read()))
        paragraphs = [] if document is None else to_paragraphs(document.body)
    except InputError:
        raise
    except Exception as error:  # trafilatura and lxml raise many kinds
        raise InputError(f"The page cannot be read ({type(error).__name__}); save its text as .txt.") from error
    if document is None or not any(_PROSE.match(without(p, page.teasers)) for p in paragraphs):
        yield Reject(
            incoming.origin, "There is no article on this page; save the article's own page, or its text as .txt."
        )
        return
    text = "\n\n".join([*paragraphs, *(c for c in page.captions if c not in paragraphs)])
    yield Article(
        id=incoming.name or identify(document.url or text),
        text=text,
        title=document.title or None,
        url=document.url or None,
        outlet=incoming.outlet or page.outlet,
        published=parse_date(document.date),
        byline=document.author or None,
        section=page.section,
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page says beside its article."""

    section: str | None = None
    outlet: str | None = None
    captions: Sequence[str] = ()  # those that quote somebody: they follow the text, so as to part no quotation
    teasers: Sequence[str] = ()  # pieces of text that point to other articles


def _extract(html: str) -> tuple[Any, _Page]:
    """trafilatura's document, None where it finds no article, and what the page has beside it."""
    from trafilatura import bare_extraction  # a fifth of a second that plain text need not wait for
    from trafilatura.utils import load_html

    tree: Any = load_html(html)
    if tree is None:
        return None, _Page()
    # Before anything is changed:
    page = _Page(section=section_of(tree), captions=take_captions(tree), teasers=teasers_of(tree))
    write_out_quotation_marks(tree)
    mark_block_quotes(tree)
    mark_live_posts(tree)
    label_conversations(tree)
    mark_empty_lines(tree)
    join_split_bodies(tree)
    document: Any = bare_extraction(tree, **SETTINGS)
    if document is None:
        return None, page
    return document, replace(page, outlet=outlet_of(load_html(html), document.sitename, document.title))


def _decode(data: bytes) -> str:
    """As `quotes.read.decoding` has it, save that a page which is not UTF-8 may declare another encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:4096])
        if mark_of(data) is None and declared:
            try:
                name = declared[1].decode("ascii").lower()
                if name not in ("utf-8", "utf8", "iso-8859-1", "latin-1", "us-ascii"):
                    return data.decode(name, "replace")
            except LookupError:
                return decode_unmarked(data)
        return decode_text(data)
