"""What a run that stores articles says at its end."""

import typer

from quotes.cli.long_run import LongRun
from quotes.cli.options import Summary
from quotes.cli.output import out, plain_table, write_either
from quotes.cli.storing import OUTCOMES, Keeper


def finish(run: LongRun, keeper: Keeper, summary: Summary, *, may_be_empty: bool = False) -> None:
    """The summary, what was rejected, and the exit code. `may_be_empty`: that there was nothing to read is no error."""
    if not run.quiet or summary:
        _report(keeper, run, summary)
    run.close(may_be_empty=may_be_empty)
    raise typer.Exit(run.account.exit_code)


def _report(keeper: Keeper, run: LongRun, summary: Summary) -> None:
    counts, account = keeper.counts, run.account
    outcomes = {outcome.replace(" ", "_"): counts[outcome] for outcome in OUTCOMES}
    articles = outcomes | {"healed": account.healed, "rejected": len(account.rejects)}
    found = {name: counts[name] for name in ("quotations", "attributed", "anonymous", "indirect")}
    rejects = [{"origin": reject.origin, "reason": reject.reason} for reject in account.rejects]

    def show() -> None:
        table = plain_table("", "")
        table.show_header = False
        table.columns[1].justify = "right"
        for name, number in (articles | found).items():
            if number or name not in (*outcomes, "healed") or name == "added":
                table.add_row(_LABELS[name], str(number))
        out().print(table)

    write_either(summary, show, lambda: [{**articles, **found, "formats": account.files_by_format, "rejects": rejects}])


_LABELS = {
    "added": "articles added",
    "new_version": "known, with a new wording",
    "new_appearance": "known, from another place",
    "read_anew": "known, read anew",
    "details_changed": "known, with other details",
    "same": "known, unchanged",
    "healed": "healed of a wrong decoding",
    "rejected": "rejected",
    "quotations": "quotations found",
    "attributed": "  with a speaker",
    "anonymous": "  on anonymous sources",
    "indirect": "indirect reports found",
}
