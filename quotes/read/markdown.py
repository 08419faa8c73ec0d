"""Markdown: the text that a reader sees, without what marks headings, links and emphasis."""

from collections.abc import Iterator, Sequence
from io import BufferedReader
from typing import TYPE_CHECKING

from quotes.domain import Article, Reject, identify
from quotes.read.decoding import decode_text
from quotes.read.incoming import Incoming
from quotes.read.record import fault_in

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The file's text, a blank line between its blocks; of a link its words, of an image nothing, of code nothing."""
    text = text_of_markdown(decode_text(stream.read()))
    if fault := fault_in(text):
        yield Reject(incoming.origin, f"The file {fault}")
    else:
        yield Article(id=incoming.name or identify(text), text=text, outlet=incoming.outlet)


def text_of_markdown(source: str) -> str:
    """The words of each block.

    >>> text_of_markdown("# A *day*\\n\\n“We [left](http://example.org),” he said.")
    'A day\\n\\n“We left,” he said.'
    """
    from markdown_it import MarkdownIt

    blocks = MarkdownIt("commonmark").enable("table").parse(_without_front_matter(source))
    lines = (_words(token.children or ()) for token in blocks if token.type == "inline")
    return "\n\n".join(line for line in lines if line.strip())


def _words(tokens: "Sequence[Token]") -> str:
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)


def _without_front_matter(source: str) -> str:
    """Without the lines between `---` in which site builders keep titles and tags."""
    lines = source.lstrip("\ufeff").splitlines(keepends=True)
    if lines and lines[0].strip() == "---":
        for place, line in enumerate(lines[1:], 1):
            if line.strip() in ("---", "..."):
                return "".join(lines[place + 1 :])
    return source
