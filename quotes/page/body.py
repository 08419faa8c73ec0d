"""The text of the article, paragraph by paragraph, with quotations and the mentions of the cast marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from quotes.definitions import source_type_label
from quotes.domain import ParsedArticle, Span
from quotes.page.spans import Marked, nest
from quotes.page.speakers import Speaker

HEADLINE = 140  # characters


@dataclass(frozen=True, slots=True)
class Quoted:
    position: int  # in ParsedArticle.quotations
    colour: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Named:
    """Words that name a speaker, or another one of the cast."""

    colour: str  # "" of those who say nothing
    is_beside: bool = False  # a quotation, as its speaker
    anchor: str | None = None


Mark = Quoted | Named


def generate_body(parsed: ParsedArticle, speakers: Sequence[Speaker], paragraphs: Sequence[Span]) -> str:
    marks = _marks(parsed, speakers)
    return "\n".join(_paragraph(span, number, parsed, marks) for number, span in enumerate(paragraphs))


def is_headline(first: Span, parsed: ParsedArticle) -> bool:
    """Whether the first paragraph is the title, or looks like one where no title is given: short and without a stop."""
    words, title = first.of(parsed.article.text).strip(), parsed.article.title
    if title is not None:
        return words == title.strip()
    return len(words) <= HEADLINE and not words.rstrip("”’\"'»)").endswith(".")


def mention_anchor(member: int, number: int) -> str:
    return f"m{member + 1}-{number + 1}"


def colour_of(speakers: Sequence[Speaker], speaker: Speaker) -> str:
    """A class of the style sheet; the eight colours come round again after eight speakers."""
    return "none" if speaker.source is None else f"c{speakers.index(speaker) % 8}"


def _marks(parsed: ParsedArticle, speakers: Sequence[Speaker]) -> list[tuple[Span, Mark]]:
    quoted: list[tuple[Span, Mark]] = []
    named: dict[Span, Named] = {}
    colours = {speaker.member: colour_of(speakers, speaker) for speaker in speakers}
    for place, member in enumerate(parsed.cast.members):
        for number, mention in enumerate(member.mentions):
            named[mention.span] = Named(colours.get(place, ""), anchor=mention_anchor(place, number))
    for speaker in speakers:
        colour = colour_of(speakers, speaker)
        for position in speaker.quotations:
            attribution = parsed.quotations[position].attribution
            quoted.append((attribution.quotation.span, Quoted(position, colour, speaker)))
            if attribution.mention:
                span = attribution.mention.span
                named[span] = replace(named.get(span, Named(colour)), colour=colour, is_beside=True)
    return [*quoted, *named.items()]


def _paragraph(span: Span, number: int, parsed: ParsedArticle, marks: Sequence[tuple[Span, Mark]]) -> str:
    tag = "h1" if number == 0 and is_headline(span, parsed) else "p"
    return f"<{tag}>{_render(nest(span, marks), parsed)}</{tag}>"


def _render(pieces: Sequence[Marked[Mark] | Span], parsed: ParsedArticle) -> str:
    return "".join(
        escape(piece.of(parsed.article.text)) if isinstance(piece, Span) else _render_mark(piece, parsed)
        for piece in pieces
    )


def _render_mark(piece: Marked[Mark], parsed: ParsedArticle) -> str:
    inside, mark = _render(piece.inside, parsed), piece.value
    if isinstance(mark, Named):
        anchor = f' id="{mark.anchor}"' if mark.anchor else ""
        return f'<span class="{"named" if mark.is_beside else "mention"} {mark.colour}"{anchor}>{inside}</span>'
    number = mark.position + 1
    begins = piece.span.start == parsed.quotations[mark.position].quotation.span.start
    anchor = f' id="q{number}"' if begins else ""
    tip = _tip(mark, parsed) if piece.is_last else ""
    indirect = " indirect" if parsed.quotations[mark.position].quotation.kind == "indirect" else ""
    return f'<mark class="{mark.colour}{indirect}"{anchor}>{inside}</mark>{tip}'


def _tip(mark: Quoted, parsed: ParsedArticle) -> str:
    """The number behind a quotation: a link to its speaker, with who and why shown while pointed at or focused."""
    number, speaker = mark.position + 1, mark.speaker
    attribution = parsed.quotations[mark.position].attribution
    items = "".join(f"<span>{escape(reason)}</span>" for reason in attribution.reasons)
    role = f"<i>{escape(speaker.source.role)}</i>" if speaker.source and speaker.source.role else ""
    kind = source_type_label(speaker.source.type) if speaker.source else ""
    flag = "<em>anonymous</em>" if speaker.is_anonymous else ""
    label = escape(speaker.label)
    return (
        f'<span class="tip {mark.colour}">'
        f'<a href="#n{number}" aria-label="Quotation {number}: {label}">{number}</a>'
        f'<span class="card" aria-hidden="true"><b>{label}</b>{role}<small>{kind}{flag}</small>{items}</span></span>'
    )
