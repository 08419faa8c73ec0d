"""The list of speakers beside the text, each with the quotations that are theirs and the reasons."""

from collections.abc import Sequence
from html import escape

from quotes.definitions import STANDINGS, source_type_label
from quotes.domain import AttributedQuotation, ParsedArticle, Source
from quotes.page.body import colour_of
from quotes.page.cast import Speaker

EXCERPT = 90  # characters of a quotation that the list shows


def generate_aside(parsed: ParsedArticle, cast: Sequence[Speaker]) -> str:
    if not cast:
        return '<aside id="speakers" aria-label="Speakers"><p>This article quotes nobody.</p></aside>'
    sections = "\n".join(_speaker(speaker, colour_of(cast, speaker), parsed) for speaker in cast)
    return f'<aside id="speakers" aria-label="Speakers" tabindex="-1">\n<h2>Who speaks</h2>\n{sections}\n</aside>'


def _speaker(speaker: Speaker, colour: str, parsed: ParsedArticle) -> str:
    details = "".join(f"<p>{escape(line)}</p>" for line in _about(speaker.source))
    quotes = "\n".join(_quotation(position, parsed) for position in speaker.quotations)
    return (
        f'<section class="{colour}"><h3>{escape(speaker.label)}</h3>{details}{_badges(speaker)}\n'
        f"<ol>\n{quotes}\n</ol></section>"
    )


def _about(source: Source | None) -> list[str]:
    return [] if source is None else [line for line in (source.role, source.affiliation) if line]


def _badges(speaker: Speaker) -> str:
    if speaker.source is None:
        return ""
    anonymous = '<li class="anonymous">anonymous</li>' if speaker.is_anonymous else ""
    shown = speaker.source.standing in ("office_holder", "outlet", "spokesperson", "bare", "rhetorical")
    standing = f"<li>{STANDINGS[speaker.source.standing][0]}</li>" if shown and speaker.source.standing else ""
    return f'<ul class="badges"><li>{source_type_label(speaker.source.type)}</li>{standing}{anonymous}</ul>'


def _quotation(position: int, parsed: ParsedArticle) -> str:
    quote, number = parsed.quotations[position], position + 1
    words = " ".join(quote.quotation.span.of(parsed.article.text).split())
    excerpt = words if len(words) <= EXCERPT else words[: EXCERPT - 1].rsplit(" ", 1)[0] + " …"
    lines = "".join(f"<li>{line}</li>" for line in _proof(quote, parsed))
    via = ", ".join(via.name for via in quote.source.via) if quote.source else ""
    through = f"<small>via {escape(via)}</small>" if via else ""
    return (
        f'<li id="n{number}" value="{number}"><a href="#q{number}">{escape(excerpt)}</a>{through}'
        f"<details><summary>Why</summary><ul>{lines}</ul></details></li>"
    )


def _proof(quote: AttributedQuotation, parsed: ParsedArticle) -> list[str]:
    """What the attribution rests on, as lines of HTML."""
    text, attribution, source = parsed.article.text, quote.attribution, quote.source
    lines = [escape(reason) for reason in attribution.evidence]
    if attribution.cause:
        lines.append(escape(attribution.cause))
    if attribution.mention:
        lines.append(f"named as <q>{escape(attribution.mention.span.of(text))}</q>")
    if attribution.cue:
        lines.append(f"reported with <q>{escape(attribution.cue.span.of(text))}</q>")
    if source:
        lines += [f"came through {escape(via.name)} ({escape(via.relation)})" for via in source.via]
        if source.medium != "none":
            lines.append(f"said in: {escape(source.medium.replace('_', ' '))}")
        if source.addressee:
            lines.append(f"said to <q>{escape(source.addressee.of(text))}</q>")
        if source.declined:
            lines.append("only said to have declined comment")
        if source.document_kind:
            lines.append(f"kind of document: {escape(source.document_kind)}")
        if source.reason:
            lines.append(f"name withheld <q>{escape(source.reason.of(text))}</q>")
        lines.append(f"confidence {attribution.confidence:.0%}")
    return lines
