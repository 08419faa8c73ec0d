"""`quotes anonymous`: how much rests on unnamed sources."""

from collections.abc import Sequence

from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, out, plain_table, wants_table, write_jsonl
from quotes.definitions import ANONYMOUS, SHARE
from quotes.settings import database_url
from quotes.store import AnonymousShare, open_store


def anonymous(db: Database = None, format: OutputFormat = None) -> None:
    """Count the quotations that rest on anonymous sources, outlet by outlet."""
    with open_store(database_url(db), create=False) as store:
        shares = store.anonymous_by_outlet()
    if not wants_table(format):
        write_jsonl(share.to_dict() for share in shares)
        notes().print(f"{ANONYMOUS} {SHARE}")
        return
    table = plain_table("Outlet", "Quotations", "With a speaker", "Anonymous", "Share")
    for column in table.columns[1:]:
        column.justify = "right"
    for share in shares:
        table.add_row(share.outlet or "(no outlet)", *_figures(share))
    table.add_section()
    table.add_row("All", *_figures(_total(shares)), style="bold")
    out().print(table)
    out().print(f"\n{ANONYMOUS} {SHARE}", style="dim")


def _total(shares: Sequence[AnonymousShare]) -> AnonymousShare:
    return AnonymousShare(
        None,
        sum(share.quotations for share in shares),
        sum(share.attributed for share in shares),
        sum(share.anonymous for share in shares),
    )


def _figures(share: AnonymousShare) -> tuple[str, str, str, str]:
    part = "–" if share.share is None else f"{share.share:.0%}"
    return str(share.quotations), str(share.attributed), str(share.anonymous), part
