"""Writing articles: each in one transaction, with one writer at a time."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from sqlalchemy import Connection, Table, delete, exists, insert, select, update
from sqlmodel import SQLModel

from quotes.domain import ParsedArticle
from quotes.store.errors import ArticleConflictError
from quotes.store.reading import is_stored
from quotes.store.tables import TABLES
from quotes.store.to_rows import ArticleRows

Outcome = Literal["added", "unchanged", "updated"]

_ARTICLES, _OUTLETS, _SPEAKERS = TABLES["articles"], TABLES["outlets"], TABLES["speakers"]
_QUOTATIONS, _ATTRIBUTIONS, _VIA = TABLES["quotations"], TABLES["attributions"], TABLES["via"]


def create_tables(connection: Connection) -> None:
    """Create what is missing; to be called by the only writer, for two creators stumble over each other."""
    SQLModel.metadata.create_all(connection)


def add_article(connection: Connection, parsed: ParsedArticle, rows: ArticleRows, *, replace: bool) -> Outcome:
    """Store an article, unless it is stored; raises ArticleConflictError when its id stands for another text."""
    article = parsed.article
    stored = connection.execute(select(_ARTICLES.c.text_hash).where(_ARTICLES.c.id == article.id)).scalar()
    if stored is None:
        _insert(connection, rows)
        return "added"
    if is_stored(connection, article, parsed.parser, parsed.models, parsed.indirect):
        return "unchanged"
    if stored != article.text_hash and not replace:
        raise ArticleConflictError(
            f"the article id {article.id!r} is already stored with another text; pass --replace or give another id"
        )
    _replace(connection, rows)
    return "updated"


def update_article(connection: Connection, article_id: str, values: Mapping[str, Any]) -> None:
    """Write these columns of a stored article; its id, its text and what was read in them stay."""
    connection.execute(update(_ARTICLES).where(_ARTICLES.c.id == article_id).values(values))


def _replace(connection: Connection, rows: ArticleRows) -> None:
    """Remove what was read in the article before, and the speakers and outlets that were there for it alone."""
    article_id = rows.article.id
    of_article = _QUOTATIONS.c.article_id == article_id
    spoke = (
        select(_ATTRIBUTIONS.c.speaker_id).join(_QUOTATIONS).where(of_article, _ATTRIBUTIONS.c.speaker_id.is_not(None))
    )
    relayed = select(_VIA.c.outlet_id).join(_QUOTATIONS).where(of_article)
    published = select(_ARTICLES.c.outlet_id).where(_ARTICLES.c.id == article_id, _ARTICLES.c.outlet_id.is_not(None))
    speakers = connection.execute(spoke).scalars().all()
    outlets = connection.execute(relayed.union(published)).scalars().all()
    connection.execute(delete(_ARTICLES).where(_ARTICLES.c.id == article_id))
    _insert(connection, rows)
    speaks = exists().where(_ATTRIBUTIONS.c.speaker_id == _SPEAKERS.c.id)
    connection.execute(delete(_SPEAKERS).where(_SPEAKERS.c.id.in_(speakers), ~speaks))
    relays = exists().where(_VIA.c.outlet_id == _OUTLETS.c.id)
    publishes = exists().where(_ARTICLES.c.outlet_id == _OUTLETS.c.id)
    connection.execute(delete(_OUTLETS).where(_OUTLETS.c.id.in_(outlets), ~relays, ~publishes))


def _insert(connection: Connection, rows: ArticleRows) -> None:
    _insert_missing(connection, _OUTLETS, rows.outlets)
    _insert_missing(connection, _SPEAKERS, rows.speakers)
    _insert_all(connection, _ARTICLES, [rows.article])
    _insert_all(connection, TABLES["speaker_names"], rows.names.values())
    _insert_all(connection, _QUOTATIONS, rows.quotations)
    _insert_all(connection, _ATTRIBUTIONS, rows.attributions)
    _insert_all(connection, _VIA, rows.via)


def _insert_missing(connection: Connection, table: Table, rows: Mapping[str, SQLModel]) -> None:
    """Insert the rows whose ids are not there yet. Nobody can come in between: there is one writer at a time."""
    known = set(connection.execute(select(table.c.id).where(table.c.id.in_(list(rows)))).scalars())
    _insert_all(connection, table, [row for identity, row in rows.items() if identity not in known])


def _insert_all(connection: Connection, table: Table, rows: Iterable[SQLModel]) -> None:
    values: list[dict[str, Any]] = [row.model_dump(exclude={"number"}) for row in rows]
    if values:
        connection.execute(insert(table), values)
