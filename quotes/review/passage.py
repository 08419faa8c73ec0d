"""The passage around a quotation, and what the record holds of it, as the screen shows them."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from quotes.definitions import source_type_label
from quotes.domain import Span
from quotes.review.queue import Candidate
from quotes.store import QuotationRecord

_AROUND = 500  # characters of the article on either side
_NEAR = 60  # and before a mention that stands further off
_ONE_COLUMN = 60  # terminals narrower than this have candidates below each other


def lit(text: str, record: QuotationRecord, stretches: Sequence[Span] = ()) -> tuple[Text, int, int]:
    """The passage, in which the quotation (all its stretches) and the mention of its speaker stand out, and where in it
    the first of them begins, and the quotation.

    It begins and ends between words.
    """
    spans = stretches or (record.span,)
    start, end = max(0, record.start - _AROUND), min(len(text), max(span.end for span in spans) + _AROUND)
    mention = record.mention
    if mention and mention.end <= start:
        start = max(0, mention.start - _NEAR)
    named = [mention.span] if mention and mention.start >= start and mention.end <= end else []
    told = [*spans, *named]
    first, last = min(span.start for span in told), max(span.end for span in told)
    start = start and _word_from(text, start, first)
    end = end if end == len(text) else max(last, text.rfind(" ", last, end))
    shown = Text(f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}")
    shift = (2 if start else 0) - start
    for span in told:
        style = "bold black on cyan" if span in named else "bold black on yellow"
        shown.stylize(style, span.start + shift, span.end + shift)
    return shown, first + shift, record.start + shift


def _word_from(text: str, start: int, end: int) -> int:
    """Where the first word behind `start` begins, `end` at the latest."""
    gap = text.find(" ", start, end)
    return end if gap < 0 else gap + 1


def line_of(shown: Text, place: int, width: int) -> int:
    """On which line a character stands, from nought, once the text is wrapped.

    >>> line_of(Text("one two three"), 8, 8)
    1
    """
    return len(shown[: place + 1].wrap(Console(width=width), width)) - 1


def held(record: QuotationRecord) -> Text:
    """Whose words it is read as, how sure that is, and why."""
    if record.source_type is None:
        shown = Text("Read as nobody's that is known\n", style="bold")
    else:
        called = record.speaker or record.descriptor or source_type_label(record.source_type)
        who = " · ".join(filter(None, [called, record.role, "name withheld" if record.anonymous else None]))
        shown = Text(f"Read as {who}, {record.confidence:.0%}\n", style="bold")
    return shown.append("; ".join(record.why) or "no reason is kept", style="not bold dim")


def numbered(choices: Sequence[Candidate], width: int) -> Text:
    """The candidates with the keys that choose them, in two columns where there is room."""
    lines = [
        f" {number}  {' · '.join(filter(None, [one.name, one.role]))}" for number, one in enumerate(choices, start=1)
    ]
    if width < _ONE_COLUMN or len(lines) < 4:
        return Text("\n".join(_cut(line, width) for line in lines))
    half, column = -(-len(lines) // 2), width // 2
    pairs = zip_longest(lines[:half], lines[half:], fillvalue="")
    return Text("\n".join(_cut(left, column - 2).ljust(column) + _cut(right, column) for left, right in pairs))


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"
