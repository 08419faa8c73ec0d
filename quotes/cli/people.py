"""`quotes people`: who is who across articles, and what people and the machine hold about it."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, wants_table, write_jsonl
from quotes.cli.registry import append, human, judge_name, load_registry, only_one, row_to_dict
from quotes.errors import InputError, UsageError
from quotes.settings import database_url
from quotes.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotes.identity import KnownPerson, Registry

app = typer.Typer(help="Who is who across articles: lasting ids, merges and their reasons.", no_args_is_help=True)

Ref = Annotated[str, typer.Argument(metavar="WHO", help="A name, or an id that the list shows.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The name or id of the other one.", show_default=False)]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why you hold this; it is kept in the log.")]
Judge = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Who judges; the name of your account if not given.")
]


_KINDS = {"person": "a person", "organization": "an organisation"}


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
        append(store, registry, rows)
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
        if left.kind != right.kind:
            one, two = (f"{somebody.name} is {_KINDS[somebody.kind]}" for somebody in (left, right))
            raise UsageError(f"{one}, and {two}; only two of a kind can be one")
        forbids = [row for row in registry.between(left, right) if row.verdict == "negative"]
        if forbids:
            raise UsageError(f"{forbids[0].who} keeps them apart; quotes people undo {forbids[0].id} comes first")
        append(store, registry, [human(left.members[0], right.members[0], "positive", judge, reason)])
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
        append(store, registry, [human(one, two, "negative", judge, reason) for one, two in pairs])
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
        found = {part: registry.part_of(somebody, part) for part in parts}
        if missing := [part for part, members in found.items() if not members]:
            raise UsageError(f"nothing of {somebody.name} is {missing[0]!r}; quotes people show {who} lists the parts")
        out = [member for member in somebody.members if any(member in members for members in found.values())]
        stay = [member for member in somebody.members if member not in out]
        if not stay:
            raise UsageError(f"all of {somebody.name} is {', '.join(parts)}; leave something with the old one")
        rows = [human(one, other, "negative", judge, reason) for one in out for other in stay]
        append(store, registry, rows)
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
        append(store, registry, [undo_row(found[0], judge_name(judge), datetime.now(UTC), reason)])
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
        _check_kinds(load_registry(store), people)
        put_known_people(store, people)
    notes().print(f"{len(people)} known; quotes people match finds them in the articles")


def _check_kinds(registry: "Registry", people: "Iterable[KnownPerson]") -> None:
    """Raises UsageError where somebody would become of another kind than those with whom the log joins them."""
    for person in people:
        for somebody in registry.find(person.id):
            if person.id in registry.known and somebody.kind != person.kind and len(somebody.members) > 1:
                raise UsageError(
                    f"{person.id} becomes {_KINDS[person.kind]}, and is joined with {_KINDS[somebody.kind]}; "
                    f"quotes people show {person.id} lists what to undo first"
                )
