"""The judgement log and the people whom a newsroom knows, in tables of their own; rows of the log are only added.

The tables are made when something is first written, so that stores from before they existed go on working.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import JSON, Connection, Date, delete, insert, inspect, select, text
from sqlmodel import Field, SQLModel

from quotes.identity.former import JudgedName
from quotes.identity.judgement import Judgement
from quotes.identity.known import KnownPerson
from quotes.store.connect import writing
from quotes.store.errors import translated
from quotes.store.store import Store


class JudgementRow(SQLModel, table=True):
    """A row of the log; `made` is when, in ISO 8601 and UTC, for not every database keeps time zones."""

    __tablename__: ClassVar[str] = "judgements"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    left_id: str = Field(index=True)
    right_id: str = Field(index=True)
    verdict: str
    made_by: str
    who: str
    made: str
    reason: str
    score: float | None = None
    undoes: str | None = None


class JudgedNameRow(SQLModel, table=True):
    """Whom the rows of the log are about, as the article named them when the row was written."""

    __tablename__: ClassVar[str] = "judged_names"

    id: str = Field(primary_key=True)
    article_id: str
    kind: str
    name: str


class KnownPersonRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "known_people"

    id: str = Field(primary_key=True)
    name: str
    kind: str
    aliases: list[str] = Field(sa_type=JSON)
    roles: list[str] = Field(sa_type=JSON)
    wikidata: str | None = None


_LOG = SQLModel.metadata.tables["judgements"]
_JUDGED = SQLModel.metadata.tables["judged_names"]
_KNOWN = SQLModel.metadata.tables["known_people"]

# Who speaks in an article under a name, with every role that its quotations give.
_NAMED = """
SELECT DISTINCT q.article_id, a.published, t.source_type, t.name, t.role, t.affiliation
FROM attributions t
JOIN quotations q ON q.id = t.quotation_id
JOIN articles a ON a.id = q.article_id
WHERE q.kind <> 'indirect' AND t.name IS NOT NULL AND t.source_type IN ('named_person', 'named_organization')
ORDER BY q.article_id, t.source_type, t.name, t.role, t.affiliation
"""


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """A name under which somebody speaks in an article, once for each role and affiliation given there."""

    article_id: str
    published: date | None
    source_type: str
    name: str
    role: str | None
    affiliation: str | None


def read_named_speakers(store: Store) -> list[NamedSpeaker]:
    """By article, type and name; raises StoreError."""
    with translated(store.address), store._engine.connect() as connection:
        rows = connection.execute(text(_NAMED).columns(published=Date))
        return [NamedSpeaker(*row) for row in rows]


def read_texts(store: Store) -> dict[str, str]:
    """The texts of all articles by id; raises StoreError."""
    with translated(store.address), store._engine.connect() as connection:
        return {row.id: row.text for row in connection.execute(text("SELECT id, text FROM articles"))}


def read_log(store: Store) -> list[Judgement]:
    """All judgements in the order in which they were written; raises StoreError."""
    with translated(store.address), store._engine.connect() as connection:
        if not inspect(connection).has_table(_LOG.name):
            return []
        rows = connection.execute(select(_LOG).order_by(_LOG.c.number)).mappings()
        return [
            Judgement(
                row["left_id"],
                row["right_id"],
                row["verdict"],
                row["made_by"],
                row["who"],
                datetime.fromisoformat(row["made"]),
                row["reason"],
                row["score"],
                row["undoes"],
            )
            for row in rows
        ]


def append_judgements(store: Store, rows: Iterable[Judgement], judged: Iterable[JudgedName] = ()) -> int:
    """Add rows to the log, those that it holds already left out; returns how many were added. Raises StoreError.

    `judged` says whom they are about, so that they hold of the same people when an article is read anew.
    """
    fresh = {row.id: row for row in rows}
    with translated(store.address), writing(store._engine) as connection:
        _make_tables(connection)
        held = set(connection.execute(select(_LOG.c.id)).scalars())
        values = [_to_row(row).model_dump(exclude={"number"}) for row in fresh.values() if row.id not in held]
        if values:
            connection.execute(insert(_LOG), values)
        named = set(connection.execute(select(_JUDGED.c.id)).scalars())
        names = [asdict(name) for name in judged if name.id not in named]
        if names:
            connection.execute(insert(_JUDGED), names)
    return len(values)


def read_judged_names(store: Store) -> list[JudgedName]:
    """Whom the log is about, by id; raises StoreError."""
    with translated(store.address), store._engine.connect() as connection:
        if not inspect(connection).has_table(_JUDGED.name):
            return []
        rows = connection.execute(select(_JUDGED).order_by(_JUDGED.c.id)).mappings()
        return [JudgedName(row["id"], row["article_id"], row["kind"], row["name"]) for row in rows]


def read_known_people(store: Store) -> list[KnownPerson]:
    """The known people by id; raises StoreError."""
    with translated(store.address), store._engine.connect() as connection:
        if not inspect(connection).has_table(_KNOWN.name):
            return []
        rows = connection.execute(select(_KNOWN).order_by(_KNOWN.c.id)).mappings()
        return [
            KnownPerson(
                row["id"], row["name"], tuple(row["aliases"]), tuple(row["roles"]), row["kind"], row["wikidata"]
            )
            for row in rows
        ]


def put_known_people(store: Store, people: Sequence[KnownPerson]) -> None:
    """Keep these people; one with an id that is kept already takes its place. Raises StoreError."""
    values = [
        KnownPersonRow(
            id=person.id,
            name=person.name,
            kind=person.kind,
            aliases=list(person.aliases),
            roles=list(person.roles),
            wikidata=person.wikidata,
        ).model_dump()
        for person in people
    ]
    with translated(store.address), writing(store._engine) as connection:
        _make_tables(connection)
        for value in values:
            connection.execute(delete(_KNOWN).where(_KNOWN.c.id == value["id"]))
        if values:
            connection.execute(insert(_KNOWN), values)


def _make_tables(connection: Connection) -> None:
    SQLModel.metadata.create_all(connection, tables=[_LOG, _JUDGED, _KNOWN])


def _to_row(row: Judgement) -> JudgementRow:
    return JudgementRow(
        id=row.id,
        left_id=row.left,
        right_id=row.right,
        verdict=row.verdict,
        made_by=row.by,
        who=row.who,
        made=row.when.isoformat(),
        reason=row.reason,
        score=row.score,
        undoes=row.undoes,
    )
