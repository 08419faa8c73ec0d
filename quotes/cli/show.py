"""`quotes show`: a stored article in the terminal."""

import re

from rich.table import Table
from rich.text import Text

from quotes.cli.listing import day, kind_label, type_label
from quotes.cli.options import ArticleRef, Database, OutputFormat, WithIndirect
from quotes.cli.output import out, plain_table, wants_table, write_jsonl
from quotes.definitions import source_terms
from quotes.domain import ParsedArticle, Span
from quotes.page import Speaker, speakers_of
from quotes.page.spans import Marked, nest
from quotes.settings import database_url
from quotes.store import open_store
from quotes.text.paragraphs import find_paragraphs
from quotes.wire import to_dict

COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red", "bright_cyan", "bright_magenta")
_BREAK = re.compile(r"\r\n|[\n\r\v\u2028]")


def show(article: ArticleRef, indirect: WithIndirect = False, db: Database = None, format: OutputFormat = None) -> None:
    """Show an article with its quotations marked and numbered, and below who said each and why."""
    with open_store(database_url(db), create=False) as store:
        parsed = store.article(article).parsed(indirect=indirect)
    if not wants_table(format):
        write_jsonl([to_dict(parsed, with_text=True)])
        return
    console, cast = out(), speakers_of(parsed)
    console.print(_heading(parsed), style="dim", end="\n\n")
    for paragraph in marked_paragraphs(parsed, cast):
        console.print(paragraph, end="\n\n")
    console.print(_speakers(parsed, cast) if cast else "No quotation was found in it.")


def marked_paragraphs(parsed: ParsedArticle, cast: tuple[Speaker, ...]) -> list[Text]:
    """The article's paragraphs, each quotation in its speaker's colour and followed by its number."""
    styles = _styles(cast)
    marks = [(quote.quotation.span, position) for position, quote in enumerate(parsed.quotations)]
    paragraphs = []
    for span in find_paragraphs(parsed.article.text):
        text = Text()
        _append(text, nest(span, marks), parsed.article.text, styles, "")
        paragraphs.append(text)
    return paragraphs


def _append(
    text: Text, pieces: tuple[Marked[int] | Span, ...], source: str, styles: dict[int, str], style: str
) -> None:
    for piece in pieces:
        if isinstance(piece, Span):
            text.append(_unwrapped(piece.of(source)), style=style)
        else:
            _append(text, piece.inside, source, styles, styles[piece.value])
            if piece.is_last:
                text.append(f"[{piece.value + 1}]", style=f"{styles[piece.value]} dim")


def _unwrapped(words: str) -> str:
    """The words without the line breaks of a hard-wrapped text; the terminal wraps them anew."""
    return _BREAK.sub(" ", words)


def _styles(cast: tuple[Speaker, ...]) -> dict[int, str]:
    return {
        position: f"bold {COLOURS[number % len(COLOURS)]}" if speaker.source else "bold"
        for number, speaker in enumerate(cast)
        for position in speaker.quotations
    }


def _heading(parsed: ParsedArticle) -> str:
    article = parsed.article
    wire = f"copy of {parsed.wire.name}" if parsed.wire else None
    parts = [article.id, article.outlet, day(article.published), article.byline, wire]
    return " · ".join(part for part in parts if part)


def _speakers(parsed: ParsedArticle, cast: tuple[Speaker, ...]) -> Table:
    styles = _styles(cast)
    table = plain_table("", "Speaker", "Type", "Why")
    for speaker in cast:
        for place, position in enumerate(speaker.quotations):
            quote = parsed.quotations[position]
            who = Text(speaker.label, style=styles[position])
            if not place and speaker.source and speaker.source.role:
                who.append(f"\n{speaker.source.role}", style="not bold default")
            kind = type_label(quote.source.type if quote.source else None)
            flags = source_terms(quote.source) if quote.source else []
            attribution = quote.attribution
            why = "; ".join(attribution.evidence) or attribution.cause or ""
            form = kind_label(quote.quotation.kind, attribution.polarity, attribution.modality)
            table.add_row(f"[{position + 1}]", who, "\n".join(filter(None, [kind, *flags, form])), why)
    return table
