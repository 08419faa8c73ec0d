"""How `quotes explain` is shown in the terminal."""

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from quotes.attribute.weighing import WeighedCandidate, Weighing, Weight
from quotes.cli.listing import kind_label, one_line, type_label
from quotes.cli.output import out, plain_table
from quotes.domain import Confidence, Member, MemberKind, Span
from quotes.explanation import Explanation
from quotes.store import QuotationRecord

SHOWN = 3  # candidates; --json has them all
MENTIONS = 4  # wordings of one member that are shown
KINDS: Mapping[MemberKind, str] = {
    "person": "person",
    "organization": "organisation",
    "unnamed": "somebody without a name",
    "group": "group",
    "document": "document",
    "author": "the article's own voice",
}


def print_explanation(explanation: Explanation, held: QuotationRecord | None) -> None:
    """`held`: what the store holds of the same quotation."""
    console = out()
    console.print(_heading(explanation), style="dim", end="\n\n")
    console.print(_context(explanation), end="\n\n")
    console.print(_facts(explanation, held))
    console.print()
    console.print(_candidates(explanation))


def _heading(explanation: Explanation) -> str:
    quotation = explanation.weighing.quotation
    return f"{explanation.id} · {explanation.article.id} {_place(quotation.span)} · {quotation.kind}"


def _context(explanation: Explanation) -> Text:
    """The paragraphs around, the stretch set off, mention and cue of the chosen candidate underlined."""
    source, around, weighing = explanation.article.text, explanation.paragraph, explanation.weighing
    text = Text(around.of(source))
    span = weighing.quotation.span
    text.stylize("bold", span.start - around.start, span.end - around.start)
    chosen = weighing.chosen
    for words in (chosen.mention, chosen.cue) if chosen else ():
        if words is not None and around.contains(words.span):
            text.stylize("underline", words.span.start - around.start, words.span.end - around.start)
    return text


def _facts(explanation: Explanation, stored: QuotationRecord | None) -> Table:
    weighing, source = explanation.weighing, explanation.article.text
    table = plain_table("", "")
    table.show_header = False
    held = "taken as speech" if weighing.is_speech else "not taken as speech"
    if weighing.quotation.kind == "indirect":
        held = "taken as a report"
    table.add_row("Speech", f"{held}: {weighing.probability:.0%} likely, and {weighing.threshold:.0%} is enough")
    table.add_row("  for", _told(weighing.weights, 1))
    table.add_row("  against", _told(weighing.weights, -1))
    if (chosen := weighing.chosen) is not None:
        table.add_row("Speaker", _words(chosen.mention.span, source) if chosen.mention else "the report names none")
        table.add_row("Cue", _words(chosen.cue.span, source) if chosen.cue else "none")
        if weighing.rule:
            table.add_row("Rule", weighing.rule)
        if explanation.attributed:
            table.add_row("Confidence", _confidence(explanation.attributed.confidence))
    elif weighing.is_speech:
        table.add_row("Speaker", f"unknown: {_cause(explanation)}")
    elif weighing.rule:
        table.add_row("Rule", weighing.rule)
    _add_source(table, explanation)
    table.add_row("Stored", _stored(stored))
    return table


def _confidence(sure: Confidence) -> str:
    """The product and its parts."""
    parts = f"somebody's words {sure.quotation:.0%}, their speaker's mention {sure.mention:.0%}"
    return f"{sure.product:.0%}: {parts}" + ("" if sure.name is None else f", the name {sure.name:.0%}")


def _stored(held: QuotationRecord | None) -> str:
    if held is None:
        return "no such quotation"
    signed = str(held.signature) if held.signature else ""
    if held.source_type is None:
        return " · ".join(filter(None, [f"no speaker: {held.cause}" if held.cause else "no speaker", signed]))
    who = held.speaker or (f"“{held.descriptor}”" if held.descriptor else "no name")
    flags = [type_label(held.source_type), "anonymous" if held.anonymous else "", f"{held.confidence:.0%}", signed]
    return " · ".join(filter(None, [who, *flags]))


def _add_source(table: Table, explanation: Explanation) -> None:
    identity, attributed = explanation.identity, explanation.attributed
    if attributed is None or attributed.source is None:
        return
    attribution, source = attributed.attribution, attributed.source
    if identity is not None:
        name, why = explanation.name_and_reason
        meant = f", from {_words(identity.antecedent, explanation.article.text)}" if identity.antecedent else ""
        table.add_row("Name", f"{name or source.descriptor or 'no name'}: {why}{meant}")
    if (member := explanation.member) is not None:
        table.add_row("Cast", _member(member, explanation))
    flags = [type_label(source.type), "anonymous" if source.anonymous else ""]
    flags += [f"{via.relation} {via.name}" for via in source.via]
    flags += ["" if source.medium == "none" else source.medium.replace("_", " ")]
    flags += [kind_label(attribution.quotation.kind, attribution.polarity, attribution.modality)]
    table.add_row("Type", " · ".join(filter(None, flags)))


def _member(member: Member, explanation: Explanation) -> str:
    """How often the article mentions whom it is, in which words, and the relations to others."""
    text, members = explanation.article.text, explanation.cast.members
    wordings = dict.fromkeys(one_line(mention.span.of(text)) for mention in member.mentions)
    shown = ", ".join(f"“{words}”" for words in list(wordings)[:MENTIONS]) + (" …" if len(wordings) > MENTIONS else "")
    times = "once" if len(member.mentions) == 1 else f"{len(member.mentions)} times"
    ties = {
        f"{r.kind} of {members[r.other].name or one_line(members[r.other].plainest.of(text))}" for r in member.relations
    }
    return "; ".join([f"{KINDS[member.kind]}, mentioned {times}: {shown}", *sorted(ties)])


def _cause(explanation: Explanation) -> str:
    attributed = explanation.attributed
    return (attributed.attribution.cause if attributed else None) or "no candidate is likely enough"


def _candidates(explanation: Explanation) -> Table:
    weighing = explanation.weighing
    table = plain_table("Likely", "Reading" if weighing.quotation.kind == "indirect" else "Candidate", "Why")
    for candidate in weighing.candidates[:SHOWN]:
        who = _reading(candidate, weighing, explanation.article.text)
        table.add_row(f"{candidate.probability:.0%}", who, _why(candidate, weighing))
    if len(weighing.candidates) > SHOWN:
        table.add_row("", f"and {len(weighing.candidates) - SHOWN} more", "")
    return table


def _reading(candidate: WeighedCandidate, weighing: Weighing, source: str) -> Text:
    if candidate.content:
        words = " … ".join(one_line(part.of(source)) for part in candidate.content)
        words = f"{words} {_place(Span(candidate.content[0].start, candidate.content[-1].end))}"
    else:
        words = _words(candidate.mention.span, source) if candidate.mention else ""
    cue = f", by {_words(candidate.cue.span, source)}" if candidate.cue else ""
    return Text(words + cue, style="bold" if candidate is weighing.chosen else "")


def _why(candidate: WeighedCandidate, weighing: Weighing) -> Text:
    """The reasons; of the others what told against them, and what the chosen one had before them."""
    text = Text("; ".join(w.words for w in candidate.reasons))
    chosen = weighing.chosen
    if candidate is chosen:
        return text
    if candidate.objections:
        text.append("\nagainst: " + "; ".join(w.words for w in candidate.objections), style="dim")
    if chosen is not None and (lost := candidate.behind(chosen)):
        text.append("\nthe chosen one: " + "; ".join(w.words for w in lost), style="dim")
    return text


def _told(weights: Sequence[Weight], side: int, most: int = 3) -> str:
    told = [w.words for w in weights if w.weight * side > 0][:most]
    return "; ".join(told) or "nothing"


def _words(span: Span, source: str) -> str:
    return f"“{one_line(span.of(source))}” {_place(span)}"


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"
