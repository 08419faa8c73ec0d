"""Articles that are there and change: another wording, another reading, another place, other details."""

from typing import Any

from sqlalchemy import Connection, select, update

from quotes.domain import Article, ParsedArticle, identify
from quotes.store.adding.appearances import APPEARANCES, add_appearance, add_wording, change_details, check_article
from quotes.store.adding.arrival import DETAILS, Arrival, Arrivals
from quotes.store.adding.corrections import derive_corrections
from quotes.store.adding.held import hold_on
from quotes.store.adding.near_copies import NewText, link_copies
from quotes.store.adding.parses import add_parse, follow
from quotes.store.adding.stems import stem_of
from quotes.store.adding.to_rows import to_rows
from quotes.store.adding.voices import fill_voices
from quotes.store.outcomes import Outcome
from quotes.store.runs import Run
from quotes.store.sql import execute


def settle(connection: Connection, arrivals: Arrivals, article: Article, arrival: Arrival) -> Outcome:
    """Take in what needs no reading: another place, other details, a wording that was there before."""
    assert arrival.version is not None
    if arrival.former is not None:
        _move(connection, article, arrival, arrival.former, arrival.version)
        derive_corrections(connection, hold_on(connection, arrival.former, arrival.version))
        fill_voices(connection, [_article_of(arrival)])
        return "new version"
    if arrival.appearance is None:
        _add_place(connection, arrivals, article, arrival)
        return "new appearance"
    if arrival.changed:
        change_details(connection, arrival.appearance, arrival.changed)
        return "details changed"
    return "same"


def change_article(
    connection: Connection, arrivals: Arrivals, parsed: ParsedArticle, arrival: Arrival, run: Run
) -> Outcome:
    """An article that is there, with a text or a reading that is not."""
    article, number = parsed.article, _article_of(arrival)
    outcome: Outcome = "read anew"
    version, is_new = arrival.version, arrival.version is None
    if version is None:
        version = add_wording(connection, number, article)
        link_copies(connection, [NewText(number, version, article.text)])
    if arrival.former is not None:
        outcome = "new version"
        _move(connection, article, arrival, arrival.former, version)
    elif arrival.appearance is None:
        outcome = "new appearance"
        _add_place(connection, arrivals, article, arrival)
    elif arrival.changed:
        change_details(connection, arrival.appearance, arrival.changed)
    rows = to_rows(parsed, stem_of(connection, version))
    quotations = add_parse(connection, version, rows, run.number, is_new=is_new)
    if arrival.former is not None:
        follow(connection, arrival.former, version)
    held = hold_on(connection, version if arrival.former is None else arrival.former, version)
    derive_corrections(connection, list(dict.fromkeys([*quotations, *held])))
    fill_voices(connection, [number])
    return outcome


def _article_of(arrival: Arrival) -> int:
    assert arrival.article is not None
    return arrival.article


def _add_place(connection: Connection, arrivals: Arrivals, article: Article, arrival: Arrival) -> None:
    """The text stands elsewhere, too; it is current where it was, so that nothing else changes."""
    check_article(article)
    assert arrival.version is not None
    taken = arrivals.has_appearance(article.id)
    identity = identify(article.id, article.outlet, article.url) if taken else article.id
    row = add_appearance(connection, article, arrival.version, identity=identity, first=False)
    arrivals.note(_article_of(arrival), arrival.version, article.text_hash, row)


def _move(connection: Connection, article: Article, arrival: Arrival, former: int, version: int) -> None:
    """The appearance has another wording now: it becomes a former one, and a new one takes its place. The article's
    voices are to be filled anew."""
    row = connection.execute(select(APPEARANCES).where(APPEARANCES.c.number == arrival.appearance)).mappings().one()
    connection.execute(update(APPEARANCES).where(APPEARANCES.c.number == arrival.appearance).values(current=False))
    rest = connection.execute(
        select(APPEARANCES.c.number).where(APPEARANCES.c.version == former, APPEARANCES.c.current)
    ).scalars()
    heir = min(rest, default=None)
    if heir is None:
        _set_current(connection, former, current=False)
    elif row["first"]:
        connection.execute(update(APPEARANCES).where(APPEARANCES.c.number == row["number"]).values(first=False))
        connection.execute(update(APPEARANCES).where(APPEARANCES.c.number == heir).values(first=True))
    kept: dict[str, Any] = {name: row["outlet_name" if name == "outlet" else name] for name in DETAILS}
    query = "SELECT number FROM appearances WHERE version = :version AND first"
    first = execute(connection, query, {"version": version}).scalar() is None
    add_appearance(connection, article, version, identity=row["id"], first=first, kept=kept)
    _set_current(connection, version, current=True)


def _set_current(connection: Connection, version: int, *, current: bool) -> None:
    """A wording comes into force or goes out of it; its article's voices are to be filled anew."""
    query = "UPDATE versions SET current = :current WHERE number = :number"
    execute(connection, query, {"number": version, "current": current})
