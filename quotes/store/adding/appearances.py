"""A version, and where it stands: wordings added, appearances added and changed, with their outlets."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, update

from quotes.domain import Article
from quotes.store.adding.arrival import DETAILS
from quotes.store.adding.to_rows import check_characters
from quotes.store.outlets import outlet_id
from quotes.store.rows import insert_one, number_all
from quotes.store.tables import TABLES

APPEARANCES = TABLES["appearances"]


def check_article(article: Article) -> None:
    """Raises UnstorableArticleError for characters that no database takes."""
    check_characters(article.id, {name: getattr(article, name) for name in ("text", "id", *DETAILS)})


def add_wording(connection: Connection, article: int, wording: Article) -> int:
    """The number of a new version of the article of this number, which is current from now on."""
    return insert_one(
        connection,
        "versions",
        article=article,
        seen=now(),
        current=True,
        text_hash=wording.text_hash,
        length=len(wording.text),
        text=wording.text,
    )


def add_appearance(
    connection: Connection,
    article: Article,
    version: int,
    *,
    identity: str,
    first: bool,
    kept: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """`kept` are the details of the appearance whose place this takes: what is no longer told stays. Returns the row,
    with its number."""
    told = {name: getattr(article, name) for name in DETAILS}
    details = {name: (kept or {}).get(name) if value is None else value for name, value in told.items()}
    row = {
        "version": version,
        "id": identity,
        "current": True,
        "first": first,
        "seen": now(),
        **_with_outlet(connection, details),
    }
    return {**row, "number": insert_one(connection, "appearances", **row)}


def change_details(connection: Connection, appearance: int, changed: Mapping[str, Any]) -> None:
    check_characters(str(appearance), changed)
    values = _with_outlet(connection, dict(changed))
    connection.execute(update(APPEARANCES).where(APPEARANCES.c.number == appearance).values(values))


def _with_outlet(connection: Connection, details: dict[str, Any]) -> dict[str, Any]:
    if "outlet" not in details:
        return details
    name = details.pop("outlet")
    return {**details, "outlet_name": name, "outlet": outlet_numbers(connection, [name])[name] if name else None}


def outlet_numbers(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The numbers of outlets by their names as spelled; those that are not there are made."""
    ids = {name: outlet_id(name) for name in names}
    wanted: dict[str, dict[str, str]] = {}
    for name, identity in ids.items():
        wanted.setdefault(identity, {"name": name})
    numbers = number_all(connection, "outlets", "id", wanted)
    return {name: numbers[identity] for name, identity in ids.items()}


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
