"""The list beside the text: those who speak, each with the quotations that are theirs and the reasons, then the others
of the cast; each with its mentions, linked into the text."""

from collections.abc import Iterable, Sequence
from html import escape

from quotes.definitions import STANDINGS, source_type_label
from quotes.domain import AttributedQuotation, Confidence, ParsedArticle, Source, Span
from quotes.page.body import colour_of, mention_anchor
from quotes.page.speakers import Speaker, bystanders_of

EXCERPT = 90  # characters of a quotation that the list shows


def generate_aside(parsed: ParsedArticle, speakers: Sequence[Speaker], proofs: Sequence[str] = ()) -> str:
    """`proofs` are addresses of pages about the quotations, one each, where there are any."""
    sections = "\n".join(_speaker(speaker, colour_of(speakers, speaker), parsed, proofs) for speaker in speakers)
    spoken = f"<h2>Who speaks</h2>\n{sections}" if speakers else "<p>This article quotes nobody.</p>"
    others = "\n".join(_bystander(place, parsed) for place in bystanders_of(parsed))
    if others:
        others = f'\n<h2>Who else is in it</h2>\n<ul class="others">\n{others}\n</ul>'
    return f'<aside id="speakers" aria-label="Speakers" tabindex="-1">\n{spoken}{others}\n</aside>'


def _speaker(speaker: Speaker, colour: str, parsed: ParsedArticle, proofs: Sequence[str]) -> str:
    details = "".join(f"<p>{escape(line)}</p>" for line in _about(speaker.source))
    quotes = "\n".join(_quotation(position, parsed, proofs) for position in speaker.quotations)
    anchor = "" if speaker.member is None else f' id="{member_anchor(speaker.member)}"'
    label = _linked(speaker.label, speaker.member, parsed)
    cast = "" if speaker.member is None else _relations(speaker.member, parsed) + _mentions(speaker.member, parsed)
    return (
        f'<section class="{colour}"{anchor}><h3>{label}</h3>{details}{_badges(speaker)}{cast}\n'
        f"<ol>\n{quotes}\n</ol></section>"
    )


def _bystander(place: int, parsed: ParsedArticle) -> str:
    member, text = parsed.cast.members[place], parsed.article.text
    roles = "; ".join(dict.fromkeys(_one_line(role.span.of(text)) for role in member.roles))
    role = f"<small>{escape(roles)}</small>" if roles else ""
    return (
        f'<li id="{member_anchor(place)}"><b>{_linked(member.called(text), place, parsed)}</b>{role}'
        f"{_relations(place, parsed)}{_mentions(place, parsed)}</li>"
    )


def _linked(label: str, place: int | None, parsed: ParsedArticle) -> str:
    """What somebody is called, as a link to where the text says so most plainly."""
    if place is None:
        return escape(label)
    member = parsed.cast.members[place]
    number = next(number for number, mention in enumerate(member.mentions) if mention.span == member.plainest)
    return f'<a href="#{mention_anchor(place, number)}">{escape(label)}</a>'


def member_anchor(place: int) -> str:
    return f"s{place + 1}"


def _relations(place: int, parsed: ParsedArticle) -> str:
    members = parsed.cast.members
    lines = {
        f'{escape(relation.kind)} of <a href="#{member_anchor(relation.other)}">'
        f"{escape(members[relation.other].called(parsed.article.text))}</a>": None
        for relation in members[place].relations
    }
    return "".join(f'<p class="tie">{line}</p>' for line in lines)


def _mentions(place: int, parsed: ParsedArticle) -> str:
    """Every mention as a link: each wording once, and a number for each time that it comes again. A single one is
    what the label links to."""
    if len(parsed.cast.members[place].mentions) == 1:
        return ""
    places: dict[str, list[tuple[int, Span]]] = {}
    for number, mention in enumerate(parsed.cast.members[place].mentions):
        wording = _one_line(mention.span.of(parsed.article.text))
        places.setdefault(wording.casefold(), []).append((number, mention.span))
    wordings = (_wording(place, found, parsed.article.text) for found in places.values())
    return f'<p class="mentions">{", ".join(wordings)}</p>'


def _wording(place: int, found: Iterable[tuple[int, Span]], text: str) -> str:
    (first, span), *again = found
    words = escape(_one_line(span.of(text)))
    links = [f'<a href="#{mention_anchor(place, first)}">{words}</a>']
    links += [
        f'<a class="again" href="#{mention_anchor(place, number)}" aria-label="{words}, mention {time}">{time}</a>'
        for time, (number, _) in enumerate(again, start=2)
    ]
    return " ".join(links)


def _about(source: Source | None) -> list[str]:
    return [] if source is None else [line for line in (source.role, source.affiliation) if line]


def _badges(speaker: Speaker) -> str:
    if speaker.source is None:
        return ""
    anonymous = '<li class="anonymous">anonymous</li>' if speaker.is_anonymous else ""
    shown = speaker.source.standing in ("office_holder", "outlet", "spokesperson", "bare", "rhetorical")
    standing = f"<li>{STANDINGS[speaker.source.standing][0]}</li>" if shown and speaker.source.standing else ""
    return f'<ul class="badges"><li>{source_type_label(speaker.source.type)}</li>{standing}{anonymous}</ul>'


def _quotation(position: int, parsed: ParsedArticle, proofs: Sequence[str]) -> str:
    quote, number = parsed.quotations[position], position + 1
    words = _one_line(quote.quotation.span.of(parsed.article.text))
    excerpt = words if len(words) <= EXCERPT else words[: EXCERPT - 1].rsplit(" ", 1)[0] + " …"
    lines = "".join(f"<li>{line}</li>" for line in _proof(quote, parsed))
    via = ", ".join(via.name for via in quote.source.via) if quote.source else ""
    through = f"<small>via {escape(via)}</small>" if via else ""
    if proofs:
        through += f'<small><a href="{escape(proofs[position])}">proof and corrections</a></small>'
    return (
        f'<li id="n{number}" value="{number}"><a href="#q{number}">{escape(excerpt)}</a>{through}'
        f"<details><summary>Why</summary><ul>{lines}</ul></details></li>"
    )


def _proof(quote: AttributedQuotation, parsed: ParsedArticle) -> list[str]:
    """What the attribution rests on, as lines of HTML."""
    text, attribution, source = parsed.article.text, quote.attribution, quote.source
    lines = [escape(reason) for reason in attribution.reasons]
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
        lines.append(confidence_in_words(quote.confidence))
    return lines


def confidence_in_words(confidence: Confidence) -> str:
    """The product, and the parts that it is of.

    >>> confidence_in_words(Confidence(0.99, 0.9, 0.95))
    'confidence 85%: a quotation 99%, the mention right 90%, the name right 95%'
    """
    parts = [f"a quotation {confidence.quotation:.0%}", f"the mention right {confidence.mention:.0%}"]
    if confidence.name is not None:
        parts.append(f"the name right {confidence.name:.0%}")
    return f"confidence {confidence.product:.0%}: {', '.join(parts)}"


def _one_line(words: str) -> str:
    return " ".join(words.split())
