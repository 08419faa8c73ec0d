"""What a parse made of a version, written."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from quotes.store.adding.appearances import outlet_numbers
from quotes.store.adding.succession import Stretch, match
from quotes.store.adding.to_rows import ReadRows
from quotes.store.alike.fingerprints import add_fingerprints
from quotes.store.rows import insert_numbered, insert_one, insert_rows, number_all
from quotes.store.sql import execute, execute_all
from quotes.store.views import TEXT
from quotes.store.words import add_words


def add_parse(connection: Connection, version: int, rows: ReadRows, run: int, *, is_new: bool) -> Sequence[int]:
    """Let these be the newest readings of a version; returns the numbers of its quotations. A new version has none."""
    known: dict[tuple[int, int], int] = {}
    if not is_new:
        execute(connection, "UPDATE parses SET current = FALSE WHERE version = :at AND current", {"at": version})
        query = "SELECT span_start, span_end, number FROM quotations WHERE version = :version"
        found = execute(connection, query, {"version": version})
        known.update({(start, end): number for start, end, number in found})
    parse = insert_one(connection, "parses", version=version, run=run, current=True, **rows.parse)
    spans = [(row["span_start"], row["span_end"]) for row in rows.quotations]
    fresh = [place for place, span in enumerate(spans) if span not in known]
    quotations = ({**rows.quotations[place], "version": version} for place in fresh)
    numbers = dict(zip(fresh, insert_numbered(connection, "quotations", quotations), strict=True))
    known |= {spans[place]: number for place, number in numbers.items()}
    add_words(connection, {number: rows.words[place] for place, number in numbers.items()})
    quoted = (place for place in fresh if rows.readings[place]["kind"] != "indirect")
    add_fingerprints(connection, {numbers[place]: rows.words[place] for place in quoted})
    places = [known[span] for span in spans]
    said: dict[str, dict[str, Any]] = {reason: {} for row in rows.readings for reason in row["evidence"]}
    reasons = number_all(connection, "reasons", "text", said)
    readings = insert_numbered(
        connection,
        "readings",
        (
            {
                **row,
                "quotation": place,
                "parse": parse,
                "parent": None if row["parent"] is None else places[row["parent"]],
                "evidence": [reasons[text] for text in row["evidence"]],
            }
            for place, row in zip(places, rows.readings, strict=True)
        ),
    )
    outlets = outlet_numbers(connection, [row["outlet"] for row in rows.via])
    insert_rows(
        connection,
        "via",
        ({**row, "reading": readings[row["reading"]], "outlet": outlets[row["outlet"]]} for row in rows.via),
    )
    return places


def follow(connection: Connection, former: int, version: int) -> None:
    """Link the quotations of a new wording to those of the one before, so that what is held of them goes on to hold."""
    before, after = (_stretches(connection, number) for number in (former, version))
    linked = match(before, after).items()
    execute_all(
        connection,
        "UPDATE quotations SET follows = :follows, change = :change WHERE number = :number",
        [{"number": number, "follows": follows, "change": change} for number, (follows, change) in linked],
    )


def _stretches(connection: Connection, version: int) -> list[Stretch]:
    query = (
        f"SELECT q.number, q.fingerprint, {TEXT} FROM versions v JOIN parses m ON m.version = v.number AND m.current"
        " JOIN readings r ON r.parse = m.number JOIN quotations q ON q.number = r.quotation WHERE v.number = :version"
        " ORDER BY q.span_start, q.span_end"
    )
    return [Stretch(*row) for row in execute(connection, query, {"version": version})]
