"""Adding an article: what it is to the store, and the rows that it brings. All of it in one transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from quotes.domain import Article, IndirectScope, ParsedArticle, identify, scopes_covering
from quotes.store.adding.arrival import DETAILS, Arrival, find_arrival
from quotes.store.adding.corrections import derive_corrections
from quotes.store.adding.near_copies import link_copy
from quotes.store.adding.succession import Stretch, match
from quotes.store.adding.to_rows import ReadRows, check_characters, to_rows
from quotes.store.adding.voices import fill_voices
from quotes.store.alike.fingerprints import add_fingerprints
from quotes.store.outcomes import Outcome
from quotes.store.outlets import outlet_id
from quotes.store.rows import insert_numbered, insert_one, insert_rows, number_all
from quotes.store.sql import execute, execute_all
from quotes.store.tables import TABLES
from quotes.store.words import add_words

_APPEARANCES = TABLES["appearances"]
_TAKEN = "SELECT 1 FROM appearances WHERE id = :id AND current"


def add_article(connection: Connection, parsed: ParsedArticle, run: int, *, replace: bool) -> Outcome:
    """Store an article as parsed; raises ArticleConflictError and UnstorableArticleError.

    What is read already is not written again, and what the article no longer tells of itself stays as it was.
    """
    article = parsed.article
    arrival = find_arrival(connection, article, replace=replace)
    fingerprint = fingerprint_of(parsed)
    if is_settled(connection, arrival, fingerprint, parsed.indirect):
        return settle(connection, article, arrival)
    outcome: Outcome = "read anew"
    if arrival.version is None:
        arrival, outcome = _add_version(connection, article, arrival)
    elif arrival.former is not None or arrival.appearance is None:
        outcome = settle(connection, article, arrival)
    elif arrival.changed:
        _change_details(connection, arrival)
    assert arrival.version is not None
    rows = to_rows(parsed, _stem(connection, arrival.version, article.text_hash))
    _add_parse(connection, arrival, rows, run, is_new=outcome == "added")
    return outcome


def fingerprint_of(parsed: ParsedArticle) -> str:
    """What read an article; of a value that does not say so, its parser and models."""
    return parsed.fingerprint or identify(parsed.parser, parsed.models)


def is_settled(connection: Connection, arrival: Arrival, fingerprint: str, indirect: IndirectScope) -> bool:
    """Whether the text is stored as this fingerprint reads it, so that parsing it can be spared."""
    if arrival.version is None or arrival.rereads:
        return False
    query = (
        "SELECT m.indirect FROM parses m JOIN runs n ON n.number = m.run"
        " WHERE m.version = :version AND m.current AND n.fingerprint = :fingerprint"
    )
    scope = execute(connection, query, {"version": arrival.version, "fingerprint": fingerprint}).scalar()
    return scope in scopes_covering(indirect)


def settle(connection: Connection, article: Article, arrival: Arrival) -> Outcome:
    """Take in what needs no reading: another place, other details, a wording that was there before."""
    assert arrival.version is not None
    if arrival.former is not None:
        _move(connection, article, arrival, arrival.version)
        return "new version"
    if arrival.appearance is None:
        check_article(article)
        first = _first_of(connection, arrival.version) is None
        _add_appearance(connection, article, arrival.version, first=first)
        _set_current(connection, arrival.version, current=True)
        return "new appearance"
    if arrival.changed:
        _change_details(connection, arrival)
        return "details changed"
    return "same"


def _stem(connection: Connection, version: int, text_hash: str) -> str:
    """What quotations' ids are made of: the article's id for its first wording, for later ones the text, too."""
    query = (
        "SELECT a.id, (SELECT min(number) FROM versions WHERE article = a.number) = v.number FROM versions v"
        " JOIN articles a ON a.number = v.article WHERE v.number = :version"
    )
    identity, is_first = execute(connection, query, {"version": version}).one()
    return str(identity) if is_first else identify(identity, text_hash)


def _add_version(connection: Connection, article: Article, arrival: Arrival) -> tuple[Arrival, Outcome]:
    number, is_known = arrival.article, arrival.article is not None
    if number is None:
        taken = execute(connection, "SELECT 1 FROM articles WHERE id = :id", {"id": article.id}).scalar()
        identity = identify(article.id, article.text_hash) if taken else article.id
        number = insert_one(connection, "articles", id=identity)
    version = insert_one(
        connection,
        "versions",
        article=number,
        seen=now(),
        current=True,
        text_hash=article.text_hash,
        length=len(article.text),
        text=article.text,
    )
    if is_known:
        _move(connection, article, arrival, version)
    else:
        _add_appearance(connection, article, version, first=True)
    link_copy(connection, number, version, article.text)
    return Arrival(
        number, version, arrival.appearance, arrival.former, {}, True
    ), "new version" if is_known else "added"


def _move(connection: Connection, article: Article, arrival: Arrival, version: int) -> None:
    """The appearance has another wording now: it becomes a former one, and a new one takes its place."""
    assert arrival.former is not None  # and so is its appearance
    row = connection.execute(select(_APPEARANCES).where(_APPEARANCES.c.number == arrival.appearance)).mappings().one()
    connection.execute(update(_APPEARANCES).where(_APPEARANCES.c.number == arrival.appearance).values(current=False))
    rest = connection.execute(
        select(_APPEARANCES.c.number).where(_APPEARANCES.c.version == arrival.former, _APPEARANCES.c.current)
    ).scalars()
    heir = min(rest, default=None)
    if heir is None:
        _set_current(connection, arrival.former, current=False)
    elif row["first"]:
        connection.execute(update(_APPEARANCES).where(_APPEARANCES.c.number == row["number"]).values(first=False))
        connection.execute(update(_APPEARANCES).where(_APPEARANCES.c.number == heir).values(first=True))
    kept = {name: row["outlet_name" if name == "outlet" else name] for name in DETAILS}
    first = _first_of(connection, version) is None
    _add_appearance(connection, article, version, first=first, identity=row["id"], kept=kept)
    _set_current(connection, version, current=True)


def _first_of(connection: Connection, version: int) -> int | None:
    query = "SELECT number FROM appearances WHERE version = :version AND first"
    return execute(connection, query, {"version": version}).scalar()


def _add_appearance(
    connection: Connection,
    article: Article,
    version: int,
    *,
    first: bool,
    identity: str | None = None,
    kept: dict[str, Any] | None = None,
) -> None:
    """`kept` are the details of the appearance whose place this takes: what is no longer told stays."""
    told = {name: getattr(article, name) for name in DETAILS}
    details = {name: (kept or {}).get(name) if value is None else value for name, value in told.items()}
    if identity is None and execute(connection, _TAKEN, {"id": article.id}).scalar():
        identity = identify(article.id, article.outlet, article.url)  # the text stands elsewhere, too
    insert_one(
        connection,
        "appearances",
        version=version,
        id=identity or article.id,
        current=True,
        first=first,
        seen=now(),
        **_with_outlet(connection, details),
    )


def _change_details(connection: Connection, arrival: Arrival) -> None:
    check_characters(str(arrival.appearance), arrival.changed)
    values = _with_outlet(connection, dict(arrival.changed))
    connection.execute(update(_APPEARANCES).where(_APPEARANCES.c.number == arrival.appearance).values(values))


def check_article(article: Article) -> None:
    """Raises UnstorableArticleError for characters that no database takes."""
    check_characters(article.id, {name: getattr(article, name) for name in ("text", "id", *DETAILS)})


def _with_outlet(connection: Connection, details: dict[str, Any]) -> dict[str, Any]:
    if "outlet" not in details:
        return details
    name = details.pop("outlet")
    numbers = outlet_numbers(connection, [name]) if name else {}
    return {**details, "outlet_name": name, "outlet": numbers.get(name) if name else None}


def outlet_numbers(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """The numbers of outlets by their names as spelled; those that are not there are made."""
    ids = {name: outlet_id(name) for name in names}
    if not ids:
        return {}
    query = "SELECT id, number FROM outlets WHERE id IN :ids"
    found: dict[str, int] = {}
    found.update(execute(connection, query, {"ids": list(ids.values())}).all())
    missing = {identity: name for name, identity in reversed(ids.items()) if identity not in found}
    numbers = insert_numbered(connection, "outlets", ({"id": i, "name": name} for i, name in missing.items()))
    found |= dict(zip(missing, numbers, strict=True))
    return {name: found[identity] for name, identity in ids.items()}


def _set_current(connection: Connection, version: int, *, current: bool) -> None:
    """A wording comes into force or goes out of it, and its voices with it."""
    query = "UPDATE versions SET current = :current WHERE number = :number AND current <> :current"
    changed = execute(connection, query, {"number": version, "current": current}).rowcount
    if changed:
        article = execute(
            connection, "SELECT article FROM versions WHERE number = :number", {"number": version}
        ).scalar_one()
        fill_voices(connection, article)


def _add_parse(connection: Connection, arrival: Arrival, rows: ReadRows, run: int, *, is_new: bool) -> None:
    version = arrival.version
    assert version is not None
    assert arrival.article is not None
    known: dict[tuple[int, int], int] = {}
    if not is_new:
        execute(connection, "UPDATE parses SET current = FALSE WHERE version = :at AND current", {"at": version})
        query = "SELECT span_start, span_end, number FROM quotations WHERE version = :version"
        found = execute(connection, query, {"version": version})
        known.update({(start, end): number for start, end, number in found})
    parse = insert_one(connection, "parses", version=version, run=run, current=True, **rows.parse)
    spans = [(row["span_start"], row["span_end"]) for row in rows.quotations]
    fresh = [row for row, span in zip(rows.quotations, spans, strict=True) if span not in known]
    numbers = insert_numbered(connection, "quotations", ({**row, "version": version} for row in fresh))
    known |= {(row["span_start"], row["span_end"]): number for row, number in zip(fresh, numbers, strict=True)}
    add_words(connection, {number: row["text"] for row, number in zip(fresh, numbers, strict=True)})
    places = [known[span] for span in spans]
    new = set(numbers)
    quoted = zip(places, rows.quotations, rows.readings, strict=True)
    said = {at: row["text"] for at, row, reading in quoted if at in new and reading["kind"] != "indirect"}
    add_fingerprints(connection, said)
    reasons = number_all(connection, "reasons", "text", (text for row in rows.readings for text in row["evidence"]))
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
    if arrival.former is not None:
        _follow(connection, arrival.former, version)
    if is_new:
        fill_voices(connection, arrival.article, new=version)
        return
    derive_corrections(connection, places)
    fill_voices(connection, arrival.article)


def _follow(connection: Connection, former: int, version: int) -> None:
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
        "SELECT q.number, q.fingerprint, q.text FROM quotations q JOIN readings r ON r.quotation = q.number"
        " JOIN parses m ON m.number = r.parse AND m.current WHERE q.version = :version"
        " ORDER BY q.span_start, q.span_end"
    )
    return [Stretch(*row) for row in execute(connection, query, {"version": version})]


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
