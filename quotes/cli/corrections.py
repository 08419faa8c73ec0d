"""`quotes corrections`: what people hold of quotations, as a list, a spreadsheet and gold."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.correct import join, named_person, to_verdict
from quotes.cli.options import Database
from quotes.cli.output import notes, open_output, write_jsonl
from quotes.cli.references import find_reference
from quotes.cli.registry import judge_name
from quotes.domain import Span
from quotes.errors import QuotesError, UsageError
from quotes.settings import database_url
from quotes.store import Correction, open_store

if TYPE_CHECKING:
    from quotes.store import Store

app = typer.Typer(help="What people corrected: list, export and import it.", no_args_is_help=True)


@app.command("list")
def list_corrections(db: Database = None, format: AnswerFormat = None, output: OutputFile = None) -> None:
    """List every correction in order, and whether it still holds."""
    with open_store(database_url(db), create=False) as store:
        answer = Answer(store.corrections(), COLUMNS, nothing="Nothing was corrected.")
        write_answer(answer, format, output)


@app.command()
def export(
    gold: Annotated[
        bool, typer.Option("--gold", help="The corrected articles whole, as JSON Lines that quotes evaluate reads.")
    ] = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Write the corrections that hold, as import reads them; or gold made of them."""
    with open_store(database_url(db), create=False) as store:
        rows = [one for one in store.corrections() if one.holds and one.verdict != "undo"]
        if gold:
            from quotes.evaluate.corrected import to_gold_record

            articles = dict.fromkeys(one.article for one in rows if one.article)
            with open_output(output) as stream:
                write_jsonl((to_gold_record(store.article(one)) for one in articles), stream)
            return
        write_answer(Answer(rows, COLUMNS, nothing="Nothing was corrected."), format, output)


@app.command("import")
def import_corrections(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="CSV or xlsx with the columns of export.")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who says so where a row does not tell.")
    ] = None,
    db: Database = None,
) -> None:
    """Take in corrections from a spreadsheet, row by row; a row that cannot be is told, and costs only itself."""
    from quotes.spreadsheet_in import read_rows

    counts: Counter[str] = Counter()
    with open_store(database_url(db), create=False) as store:
        known = {_key(_cells(one)) for one in store.corrections() if one.holds}
        for number, row in read_rows(path):
            try:
                done = _take(store, row, by, known)
            except QuotesError as error:
                done = f"rejected: {error}"
            counts[done.partition(":")[0]] += 1
            notes().print(f"row {number}: {done}")
    if counts["rejected"]:
        raise typer.Exit(1)


def _cells(one: Correction) -> dict[str, Any]:
    return {column.name: column.value(one) for column in COLUMNS}


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    names = ("quotation", "what", "speaker", "type", "anonymous", "via", "start", "end", "by")
    return tuple("" if row.get(name) is None else str(row[name]) for name in names)


def _take(store: "Store", row: Mapping[str, str], by: str | None, known: set[tuple[str, ...]]) -> str:
    if _key(row) in known:
        return "known: it holds already"
    what, who = row.get("what", "").strip(), row.get("by") or judge_name(by)
    if what not in ("correct", "nobody", "not a quotation", "add", "span", "seen"):
        raise UsageError(f"{what!r} is nothing to do; write correct, nobody, not a quotation, add, span or seen")
    name, person = named_person(store, row.get("speaker") or None)
    told = {"yes": True, "no": False, "true": True, "false": False, "": None}
    withheld = row.get("anonymous", "").strip().lower()
    if withheld not in told:
        raise UsageError(f"anonymous is {withheld!r}; write yes, no or nothing")
    record = None if what == "add" else find_reference(store, row.get("quotation", ""))[1]
    verdict = to_verdict(
        record, name, what == "nobody", what == "not a quotation", row.get("type") or None, told[withheld],
        row.get("via") or None,
    )  # fmt: skip
    if what in ("add", "span"):
        try:
            span = Span(int(row["start"]), int(row["end"]))
        except (KeyError, ValueError):
            raise UsageError("start and end are no numbers; write where the quotation begins and ends") from None
        article = record.article_id if record else store.article(row.get("article", "")).article.id
        instead = record.id if record else None
        _, identity = store.mark(article, span, verdict, instead_of=instead, who=who, reason=row.get("because", ""))
    else:
        if what == "correct" and verdict.is_empty:
            raise UsageError("nothing is corrected; write a speaker, type, anonymous or via")
        assert record is not None
        identity = record.id
        store.correct(identity, verdict, who=who, reason=row.get("because", ""))
    if person:
        join(store, identity, person, who, row.get("because", ""))
    return f"done: {identity}"


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


def _yes(given: bool | None) -> str | None:
    return None if given is None else "yes" if given else "no"


COLUMNS: list[Column[Correction]] = [
    Column("number", lambda c: c.number, "N"),
    Column("what", _what, "What"),
    Column("speaker", lambda c: c.value.name or c.value.descriptor, "Speaker"),
    Column("type", lambda c: c.value.source_type),
    Column("anonymous", lambda c: _yes(c.value.anonymous)),
    Column("via", lambda c: c.value.via),
    Column("start", lambda c: c.span and c.span[0]),
    Column("end", lambda c: c.span and c.span[1]),
    Column("text", lambda c: " ".join(c.text.split()), "Words"),
    Column("article", lambda c: c.article, "Article"),
    Column("quotation", lambda c: c.instead_of or c.quotation),
    Column("undoes", lambda c: c.undoes),
    Column("by", lambda c: c.who, "By"),
    Column("made", lambda c: c.made),
    Column("because", lambda c: c.reason, "Because"),
    Column("state", _state, "State"),
]
