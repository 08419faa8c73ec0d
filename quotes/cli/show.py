"""`quotes show`: a stored article in the terminal."""

import re
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from quotes.cli.listing import day, kind_label, type_label
from quotes.cli.options import Database, OutputFormat, WithIndirect
from quotes.cli.output import out, plain_table, write_either
from quotes.cli.quotation_rows import quotation_list
from quotes.cli.references import find_reference, is_label
from quotes.definitions import source_terms
from quotes.domain import Member, ParsedArticle, Span
from quotes.page import Speaker, speakers_of
from quotes.page.spans import Marked, nest
from quotes.page.speakers import bystanders_of
from quotes.settings import database_url
from quotes.store import QuotationRecord, StoredArticle, open_store
from quotes.text.paragraphs import find_paragraphs
from quotes.wire import to_dict

COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red", "bright_cyan", "bright_magenta")
_BREAK = re.compile(r"\r\n|[\n\r\v\u2028]")


def show(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE",
            help="Id of a stored article, as other commands print it; or ARTICLE#2 for one quotation in its passage.",
            show_default=False,
        ),
    ],
    indirect: WithIndirect = False,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """Show an article with its quotations marked, below who said each, and why.

    Quotations are numbered; of ARTICLE#2 the passage is shown. Who else is in the article is listed at the end.
    """
    with open_store(database_url(db), create=False) as store:
        if is_label(article):
            stored, record = find_reference(store, article)
        else:
            stored, record = store.article(article), None
    indirect = indirect or record is not None
    parsed = stored.parsed(indirect=indirect)
    labels = [one.label for one in stored.quotations if indirect or one.kind != "indirect"]
    if record is not None:
        passage = _passage(stored, record)
        write_either(
            format,
            lambda: _print_passage(parsed, record, passage, labels),
            lambda: [record.to_dict() | {"passage": {"start": passage.start, "end": passage.end}}],
        )
        return
    write_either(
        format,
        lambda: _print_article(stored, parsed, labels),
        lambda: [to_dict(parsed, with_text=True) | stored.history()],
    )


def _print_article(stored: StoredArticle, parsed: ParsedArticle, labels: Sequence[str]) -> None:
    console, speakers = out(), speakers_of(parsed)
    console.print("\n".join([_heading(parsed), *_history(stored)]), style="dim", end="\n\n")
    for paragraph in marked_paragraphs(parsed, speakers, labels):
        console.print(paragraph, end="\n\n")
    console.print(_speakers(parsed, speakers, labels) if speakers else "No quotation was found in it.")
    if others := bystanders_of(parsed):
        members = parsed.cast.members
        console.print(f"\nAlso in it: {'; '.join(_mentioned(members[place], parsed) for place in others)}")


def _print_passage(parsed: ParsedArticle, record: QuotationRecord, passage: Span, labels: Sequence[str]) -> None:
    console = out()
    console.print(_heading(parsed), style="dim", end="\n\n")
    for paragraph in marked_paragraphs(parsed, speakers_of(parsed), labels, passage):
        console.print(paragraph, end="\n\n")
    console.print(quotation_list([record]), crop=False)


def _passage(stored: StoredArticle, record: QuotationRecord) -> Span:
    """The paragraphs from the quotation to whatever tells its speaker."""
    told = [record.span, *(words.span for words in (record.mention, record.cue) if words)]
    start, end = min(span.start for span in told), max(span.end for span in told)
    touched = [span for span in find_paragraphs(stored.article.text) if span.overlaps(Span(start, end))]
    return Span(touched[0].start, touched[-1].end) if touched else Span(start, end)


def marked_paragraphs(
    parsed: ParsedArticle, speakers: tuple[Speaker, ...], labels: Sequence[str], passage: Span | None = None
) -> list[Text]:
    """The article's paragraphs, or those of a passage; each quotation in its speaker's colour and followed by its
    number."""
    styles = _styles(speakers)
    marks = [(quote.quotation.span, position) for position, quote in enumerate(parsed.quotations)]
    paragraphs = []
    for span in find_paragraphs(parsed.article.text):
        if passage is None or span.overlaps(passage):
            text = Text()
            _append(text, nest(span, marks), parsed.article.text, styles, "", labels)
            paragraphs.append(text)
    return paragraphs


def _append(
    text: Text,
    pieces: tuple[Marked[int] | Span, ...],
    source: str,
    styles: dict[int, str],
    style: str,
    labels: Sequence[str],
) -> None:
    for piece in pieces:
        if isinstance(piece, Span):
            text.append(_unwrapped(piece.of(source)), style=style)
        else:
            _append(text, piece.inside, source, styles, styles[piece.value], labels)
            if piece.is_last:
                text.append(f"[{labels[piece.value]}]", style=f"{styles[piece.value]} dim")


def _mentioned(member: Member, parsed: ParsedArticle) -> str:
    """What a member is called, and how often it is mentioned, if more than once."""
    times = len(member.mentions)
    return member.called(parsed.article.text) + (f" ({times}×)" if times > 1 else "")


def _unwrapped(words: str) -> str:
    """The words without the line breaks of a hard-wrapped text; the terminal wraps them anew."""
    return _BREAK.sub(" ", words)


def _styles(speakers: tuple[Speaker, ...]) -> dict[int, str]:
    return {
        position: f"bold {COLOURS[number % len(COLOURS)]}" if speaker.source else "bold"
        for number, speaker in enumerate(speakers)
        for position in speaker.quotations
    }


def _heading(parsed: ParsedArticle) -> str:
    article = parsed.article
    wire = f"copy of {parsed.wire.name}" if parsed.wire else None
    parts = [article.id, article.outlet, day(article.published), article.byline, wire]
    return " · ".join(part for part in parts if part)


def _history(stored: StoredArticle) -> list[str]:
    """Where else the text stands, that it was reworded, of what it is a copy: a line each, where there is anything."""
    others = [f"{place.outlet or place.id} ({day(place.published)})" for place in stored.places[1:]]
    lines = [f"also in {', '.join(others)}"] if others else []
    if len(stored.versions) > 1:
        since = stored.versions[stored.version - 1][:10]
        lines.append(f"wording {stored.version} of {len(stored.versions)}, first met on {since}")
    if copy := stored.copy_of:
        lines.append(f"{copy.alike:.0%} the words of {copy.article}{f' in {copy.outlet}' if copy.outlet else ''}")
    return lines


def _speakers(parsed: ParsedArticle, speakers: tuple[Speaker, ...], labels: Sequence[str]) -> Table:
    styles = _styles(speakers)
    table = plain_table("", "Speaker", "Type", "Why")
    for speaker in speakers:
        for place, position in enumerate(speaker.quotations):
            quote = parsed.quotations[position]
            who = Text(speaker.label, style=styles[position])
            if not place and speaker.source and speaker.source.role:
                who.append(f"\n{speaker.source.role}", style="not bold default")
            if not place and speaker.member is not None:
                times = len(parsed.cast.members[speaker.member].mentions)
                who.append(f"\nmentioned {times}×" if times > 1 else "", style="not bold dim default")
            kind = type_label(quote.source.type if quote.source else None)
            flags = source_terms(quote.source) if quote.source else []
            attribution = quote.attribution
            sure = f"{quote.confidence.product:.0%} sure" if quote.source else ""
            why = "; ".join(attribution.reasons)
            form = kind_label(quote.quotation.kind, attribution.polarity, attribution.modality)
            table.add_row(f"[{labels[position]}]", who, "\n".join(filter(None, [kind, *flags, form, sure])), why)
    return table
