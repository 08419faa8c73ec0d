"""What is told of each quotation of a draft, as every format has it."""

from collections.abc import Sequence

from quotes.answers import Column
from quotes.check.checking import Checked
from quotes.listing import short_id
from quotes.store.alike.places import StandsIn

COLUMNS: Sequence[Column[Checked]] = (
    Column("draft", lambda c: c.draft),
    Column("number", lambda c: c.number, "No."),
    Column("verdict", lambda c: c.verdict, "Verdict"),
    Column("also", lambda c: [one for one in sorted(c.verdicts) if one != c.verdict]),
    Column("text", lambda c: c.drafted.said, "In the draft"),
    Column("speaker", lambda c: c.drafted.speaker.called, "By"),
    Column("why", lambda c: list(c.reasons), "Why"),
    Column("source", lambda c: [part.source_text for part in c.parts], "In the source"),
    Column("said_by", lambda c: list(c.held_by)),
    Column("outlets", lambda c: outlets(c.places), "Stands in"),
    Column("first", lambda c: next((p.published for p in c.places if p.published), None)),
    Column("articles", lambda c: list(dict.fromkeys(p.article for p in c.places))),
    Column("start", lambda c: c.drafted.span.start),
    Column("end", lambda c: c.drafted.span.end),
)


def outlets(places: Sequence[StandsIn]) -> list[str]:
    """Each once, the first to have the words first."""
    return list(dict.fromkeys(place.outlet or short_id(place.article) for place in places))
