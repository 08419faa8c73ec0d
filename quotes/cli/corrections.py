"""`quotes corrections`: what people hold of quotations, as a list, a spreadsheet and gold."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.answers import Answer, AnswerFormat, OutputFile, write_answer
from quotes.cli.corrections_rows import COLUMNS
from quotes.cli.options import Database
from quotes.cli.output import notes, open_output, write_jsonl
from quotes.cli.references import find_reference
from quotes.cli.registry import judge_name
from quotes.domain import Span
from quotes.errors import QuotesError, UsageError
from quotes.review.verdicts import Given, to_verdict
from quotes.review.whom import join_person
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
        bool, typer.Option("--gold", help="The corrected articles as gold for quotes evaluate and quotes train.")
    ] = False,
    unseen: Annotated[
        bool, typer.Option("--unseen", help="With --gold: what nobody has seen counts as it was read; else not at all.")
    ] = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Write the corrections that hold, as import reads them; or gold made of them."""
    if unseen and not gold:
        raise UsageError("--unseen says what gold holds; give --gold, too")
    with open_store(database_url(db), create=False) as store:
        rows = [one for one in store.corrections() if one.holds and one.verdict != "undo"]
        if gold:
            from quotes.evaluate.corrected import to_gold_record

            articles = dict.fromkeys(one.article for one in rows if one.article and one.present)
            with open_output(output) as stream:
                gold_records = (to_gold_record(store.article(one), rows, unseen=unseen) for one in articles)
                write_jsonl(gold_records, stream)
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
    names = ("quotation", "what", "speaker", "type", "role", "anonymous", "via", "start", "end", "by")
    return tuple("" if row.get(name) is None else str(row[name]) for name in names)


def _take(store: "Store", row: Mapping[str, str], by: str | None, known: set[tuple[str, ...]]) -> str:
    if _key(row) in known:
        return "known: it holds already"
    what, who = row.get("what", "").strip(), row.get("by") or judge_name(by)
    if what not in ("correct", "nobody", "not a quotation", "add", "span", "seen"):
        raise UsageError(f"{what!r} is nothing to do; write correct, nobody, not a quotation, add, span or seen")
    told = {"yes": True, "no": False, "true": True, "false": False, "": None}
    withheld = row.get("anonymous", "").strip().lower()
    if withheld not in told:
        raise UsageError(f"anonymous is {withheld!r}; write yes, no or nothing")
    given = Given(
        row.get("speaker") or None, what == "nobody", what == "not a quotation", row.get("type") or None,
        row.get("role") or None, told[withheld], row.get("via") or None,
    )  # fmt: skip
    because = row.get("because", "")
    if what == "add":
        article, record = store.article(row.get("article", "")), None
    else:
        article, record = find_reference(store, row.get("quotation", ""))
    if what == "seen" and record is not None and given.speaker in (None, record.speaker, record.descriptor):
        store.confirm(record.id, who=who, reason=because)
        return f"done: {record.id}"
    verdict, person = to_verdict(store, article, record, given)
    if what in ("add", "span"):
        try:
            span = Span(int(row["start"]), int(row["end"]))
        except (KeyError, ValueError):
            raise UsageError("start and end are no numbers; write where the quotation begins and ends") from None
        instead = record.id if record else None
        written, identity = store.mark(article.article.id, span, verdict, instead_of=instead, who=who, reason=because)
    else:
        if verdict.is_empty:
            raise UsageError("nothing is corrected; write a speaker, type, role, anonymous or via")
        assert record is not None
        identity = record.id
        written = store.correct(identity, verdict, who=who, reason=because)
    if person:
        join_person(store, written, person, who=who, reason=because)
    return f"done: {identity}"
