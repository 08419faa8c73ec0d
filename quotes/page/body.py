"""The text of the article, paragraph by paragraph, with quotations and the mentions of their speakers marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from quotes.definitions import source_type_label
from quotes.domain import ParsedArticle, Span
from quotes.page.cast import Speaker
from quotes.page.spans import Marked, nest

HEADLINE = 140  # characters


@dataclass(frozen=True, slots=True)
class Quoted:
    position: int  # in ParsedArticle.quotations
    colour: str
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Named:
    """The words that name a speaker beside a quotation."""

    colour: str


Mark = Quoted | Named


def generate_body(parsed: ParsedArticle, cast: Sequence[Speaker], paragraphs: Sequence[Span]) -> str:
    marks = _marks(parsed, cast)
    return "\n".join(_paragraph(span, number, parsed, marks) for number, span in enumerate(paragraphs))


def is_headline(first: Span, parsed: ParsedArticle) -> bool:
    """Whether the first paragraph is the title, or looks like one where no title is given: short and without a stop."""
    words, title = first.of(parsed.article.text).strip(), parsed.article.title
    return len(words) <= HEADLINE and not words.endswith(".") if title is None else words == title.strip()


def colour_of(cast: Sequence[Speaker], speaker: Speaker) -> str:
    """A class of the style sheet; the eight colours come round again after eight speakers."""
    return "none" if speaker.source is None else f"c{cast.index(speaker) % 8}"


def _marks(parsed: ParsedArticle, cast: Sequence[Speaker]) -> list[tuple[Span, Mark]]:
    quoted: list[tuple[Span, Mark]] = []
    named: dict[Span, Mark] = {}
    for speaker in cast:
        colour = colour_of(cast, speaker)
        for position in speaker.quotations:
            attribution = parsed.quotations[position].attribution
            quoted.append((attribution.quotation.span, Quoted(position, colour, speaker)))
            if attribution.mention:
                named.setdefault(attribution.mention.span, Named(colour))
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
        return f'<span class="named {mark.colour}">{inside}</span>'
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
    reasons = attribution.evidence or ((attribution.cause,) if attribution.cause else ())
    items = "".join(f"<span>{escape(reason)}</span>" for reason in reasons)
    role = f"<i>{escape(speaker.source.role)}</i>" if speaker.source and speaker.source.role else ""
    kind = source_type_label(speaker.source.type) if speaker.source else ""
    flag = "<em>anonymous</em>" if speaker.is_anonymous else ""
    label = escape(speaker.label)
    return (
        f'<span class="tip {mark.colour}">'
        f'<a href="#n{number}" aria-label="Quotation {number}: {label}">{number}</a>'
        f'<span class="card" aria-hidden="true"><b>{label}</b>{role}<small>{kind}{flag}</small>{items}</span></span>'
    )
