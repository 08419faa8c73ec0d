"""`quotes people`: who is who across articles, and what people and the machine hold about it."""

import getpass
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, wants_table, write_jsonl
from quotes.errors import InputError, UsageError
from quotes.settings import database_url
from quotes.store import Store, open_store

if TYPE_CHECKING:
    from quotes.identity import Judgement, Registry, Somebody

app = typer.Typer(help="Who is who across articles: lasting ids, merges and their reasons.", no_args_is_help=True)

Ref = Annotated[str, typer.Argument(metavar="WHO", help="A name, or an id that the list shows.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The name or id of the other one.", show_default=False)]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why you hold this; it is kept in the log.")]
Judge = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Who judges; the name of your account if not given.")
]


@app.command("list")
def list_people(db: Database = None, format: OutputFormat = None) -> None:
    """List everybody who speaks under a name, those in most articles first."""
    from quotes.cli.people_tables import print_people

    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
    if wants_table(format):
        print_people(registry.people)
    else:
        write_jsonl(somebody.to_dict() for somebody in registry.people)


@app.command()
def show(who: Ref, db: Database = None, format: OutputFormat = None) -> None:
    """Show one person's names and roles with their dates and articles, and the judgements behind them."""
    from quotes.cli.people_tables import print_judgements, print_somebody

    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
    somebody = only_one(registry, who)
    rows = [row for row in registry.log if set(registry.pair_of(row)) & set(somebody.members)]
    if wants_table(format):
        print_somebody(somebody)
        print_judgements(rows)
    else:
        write_jsonl([somebody.to_dict() | {"judgements": [row_to_dict(row) for row in rows]}])


@app.command()
def match(db: Database = None) -> None:
    """Compare everybody; write the sure merges to the log, and the doubtful pairs for review."""
    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store, with_texts=True)
        rows = registry.propose(datetime.now(UTC))
        _append(store, registry, rows)
        waiting = len(load_registry(store).reviews())
    merges = sum(row.verdict == "positive" for row in rows)
    notes().print(f"{merges} merged, {waiting} to review with quotes people review")


@app.command()
def review(db: Database = None, format: OutputFormat = None) -> None:
    """List the pairs that may be one and that nobody has decided, the likeliest first, with the reasons."""
    from quotes.cli.people_tables import print_reviews

    with open_store(database_url(db), create=False) as store:
        reviews = load_registry(store).reviews()
    if wants_table(format):
        print_reviews(reviews)
        return
    write_jsonl(
        {"left": item.left.to_dict(), "right": item.right.to_dict(), "judgement": row_to_dict(item.judgement)}
        for item in reviews
    )


@app.command()
def log(db: Database = None, format: OutputFormat = None) -> None:
    """List every judgement that was ever made, in order: whom it is about, whose it is, when and why."""
    from quotes.cli.people_tables import print_log

    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
    if wants_table(format):
        print_log(registry)
    else:
        write_jsonl(row_to_dict(row) for row in registry.log)


@app.command()
def merge(who: Ref, other: Other, reason: Why = "", judge: Judge = None, db: Database = None) -> None:
    """Say that two are one. The machine never parts them again; quotes people undo does."""
    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
        left, right = only_one(registry, who), only_one(registry, other)
        if left.id == right.id:
            raise UsageError(f"{who} and {other} are one already, {left.id}; name two different ones")
        forbids = [row for row in registry.between(left, right) if row.verdict == "negative"]
        if forbids:
            raise UsageError(f"{forbids[0].who} keeps them apart; quotes people undo {forbids[0].id} comes first")
        _append(store, registry, [_human(left.members[0], right.members[0], "positive", judge, reason)])
    notes().print(f"{left.name} and {right.name} are one")


@app.command()
def apart(who: Ref, other: Other, reason: Why = "", judge: Judge = None, db: Database = None) -> None:
    """Say that two are not one, as of a pair under review; nothing joins them but an undo."""
    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
        left, right = only_one(registry, who), only_one(registry, other)
        if left.id == right.id:
            raise UsageError(f"{who} and {other} are one, {left.id}; quotes people split takes them apart")
        pairs = [(one, two) for one in left.members for two in right.members]
        _append(store, registry, [_human(one, two, "negative", judge, reason) for one, two in pairs])
    notes().print(f"{left.name} and {right.name} are kept apart")


@app.command()
def split(
    who: Ref,
    parts: Annotated[
        list[str],
        typer.Argument(
            metavar="PART...", help="What belongs to somebody else: wordings of the name, articles, or ids of members.",
            show_default=False,
        ),
    ],
    reason: Why = "",
    judge: Judge = None,
    db: Database = None,
) -> None:  # fmt: skip
    """Take articles or wordings of a name out of a person; nothing joins them again but an undo."""
    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
        somebody = only_one(registry, who)
        out = [m for m in somebody.members if _is_part(registry, m, parts)]
        stay = [m for m in somebody.members if m not in out]
        if not out or not stay:
            which = "none" if not out else "all"
            raise UsageError(
                f"{which} of {somebody.name} is {', '.join(parts)}; quotes people show {who} lists the parts"
            )
        rows = [_human(one, other, "negative", judge, reason) for one in out for other in stay]
        _append(store, registry, rows)
    notes().print(f"{len(out)} of {len(somebody.members)} taken out of {somebody.name}")


@app.command()
def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="Id of a row of the log, as show lists them.", show_default=False)
    ],
    reason: Why = "",
    judge: Judge = None,
    db: Database = None,
) -> None:
    """Take a judgement back, be it a person's or the machine's; the undo is a row of its own."""
    from quotes.identity import undo as undo_row

    with open_store(database_url(db), create=False) as store:
        registry = load_registry(store)
        found = [row for row in registry.log if judgement and row.id.startswith(judgement)]
        if len(found) != 1:
            fault = "no judgement is" if not found else "several judgements are"
            raise UsageError(f"{fault} called {judgement}; quotes people show WHO lists them with their ids")
        if (by := registry.taken_back.get(found[0].id)) is not None:
            raise UsageError(f"{by.who} has taken that back already; quotes people undo {by.id} makes it hold again")
        _append(store, registry, [undo_row(found[0], _judge(judge), datetime.now(UTC), reason)])
    notes().print(f"{found[0].verdict} of {found[0].who} taken back")


@app.command("import")
def import_known(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV with the columns id, name, aliases, role; also kind and wikidata. - for "
            "standard input.", allow_dash=True, show_default=False,
        ),
    ],
    db: Database = None,
) -> None:  # fmt: skip
    """Take in people whom you know already; whoever matches one goes by its id from the next match on."""
    from quotes.identity import parse_known
    from quotes.store.judgements import put_known_people

    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); give a CSV in UTF-8") from error
    people = list(parse_known(data, "standard input" if str(path) == "-" else str(path)))
    with open_store(database_url(db)) as store:
        put_known_people(store, people)
    notes().print(f"{len(people)} known; quotes people match finds them in the articles")


def load_registry(store: Store, *, with_texts: bool = False) -> "Registry":
    """The registry of a store as it stands. Only the machine's proposals need the articles' texts."""
    from quotes.identity import Registry, collect_appearances
    from quotes.store.judgements import (
        read_judged_names,
        read_known_people,
        read_log,
        read_named_speakers,
        read_texts,
    )

    appearances = collect_appearances(read_named_speakers(store), read_texts(store) if with_texts else {})
    return Registry(appearances, read_known_people(store), read_log(store), read_judged_names(store))


def only_one(registry: "Registry", text: str) -> "Somebody":
    """The one whom a name or id means; raises UsageError for none and for several."""
    found = registry.find(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"nobody called {text!r} is stored; quotes people list shows everybody")
    choices = ", ".join(f"{somebody.id} ({somebody.name})" for somebody in found[:5])
    raise UsageError(f"{text!r} can be any of {len(found)}; ask again with an id: {choices}")


def row_to_dict(row: "Judgement") -> dict[str, object]:
    return {
        "id": row.id,
        "left": row.left,
        "right": row.right,
        "verdict": row.verdict,
        "by": row.by,
        "who": row.who,
        "when": row.when.isoformat(),
        "reason": row.reason,
        "score": row.score,
        "undoes": row.undoes,
    }


def _human(left: str, right: str, verdict: str, judge: str | None, reason: str) -> "Judgement":
    from quotes.identity import Judgement

    assert verdict in ("positive", "negative")
    return Judgement(left, right, verdict, "human", _judge(judge), datetime.now(UTC), reason)  # type: ignore[arg-type]


def _judge(given: str | None) -> str:
    return given or getpass.getuser()


def _append(store: Store, registry: "Registry", rows: "Sequence[Judgement]") -> None:
    from quotes.store.judgements import append_judgements

    append_judgements(store, rows, registry.to_judged(rows))


def _is_part(registry: "Registry", member: str, parts: Sequence[str]) -> bool:
    appearance = registry.appearances.get(member)
    called = {member} if appearance is None else {member, appearance.article_id, *appearance.names}
    return any(part in called for part in parts)
