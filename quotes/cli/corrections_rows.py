"""Corrections as rows: of a table, a spreadsheet, JSON Lines."""

from quotes.cli.answers import Column
from quotes.cli.listing import type_label
from quotes.page.speakers import NOBODY
from quotes.review.verdicts import NO_OUTLET
from quotes.store import Correction


def _what(one: Correction) -> str:
    value = one.value
    if one.verdict == "mark":
        return "span" if one.instead_of else "add"
    if one.verdict in ("undo", "seen"):
        return one.verdict
    if value.said is False:
        return "not a quotation"
    return "nobody" if value.speaker and value.source_type is None else "correct"


def _state(one: Correction) -> str:
    if not one.holds:
        return "taken back"
    return "holds" if one.present else "not in the newest wording"


def _after(one: Correction) -> str | None:
    """Whose words they are by this row, or, where it does not say, by the record."""
    value = one.value
    if value.said is False:
        return "no quotation"
    if not value.speaker:
        return None if one.verdict == "undo" else one.speaker or one.read_as or NOBODY
    return value.name or value.descriptor or (NOBODY if value.source_type is None else type_label(value.source_type))


def _says(one: Correction) -> str:
    """What the row says, for people."""
    value = one.value
    if one.undoes is not None:
        return f"takes {one.undoes} back"
    parts = [_after(one)] if value.speaker or value.said is False else []
    parts += [f"characters {one.span[0]} to {one.span[1]}"] if one.span else []
    if value.anonymous is not None and (value.anonymous or not value.speaker):
        parts.append("name withheld" if value.anonymous else "name not withheld")
    parts += ["through no outlet"] if value.without_via else []
    parts += [f"via {value.via}"] if value.via else []
    return ", ".join(filter(None, parts)) or "right as it is"


def _via(one: Correction) -> str | None:
    return NO_OUTLET if one.value.without_via and not one.value.via else one.value.via


def _yes(given: bool | None) -> str | None:
    return None if given is None else "yes" if given else "no"


COLUMNS: list[Column[Correction]] = [
    Column("number", lambda c: c.number, "N"),
    Column("what", _what, "What"),
    Column("said", lambda c: " ".join(c.text.split()), "Words"),
    Column("before", lambda c: c.read_as or NOBODY),
    Column("after", _after),
    Column("verdict", _says, "Verdict"),
    Column("article", lambda c: c.article, "Article"),
    Column("title", lambda c: c.title),
    Column("outlet", lambda c: c.outlet),
    Column("published", lambda c: c.published),
    Column("quotation", lambda c: c.instead_of or c.quotation),
    Column("speaker", lambda c: c.value.name or c.value.descriptor),
    Column("type", lambda c: c.value.source_type),
    Column("role", lambda c: c.value.role),
    Column("anonymous", lambda c: _yes(c.value.anonymous)),
    Column("via", _via),
    Column("start", lambda c: c.span and c.span[0]),
    Column("end", lambda c: c.span and c.span[1]),
    Column("undoes", lambda c: c.undoes),
    Column("by", lambda c: c.who, "By"),
    Column("made", lambda c: c.made),
    Column("because", lambda c: c.reason, "Because"),
    Column("state", _state, "State"),
]
