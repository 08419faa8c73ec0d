"""`quotes review`: a screen on which a person goes through quotations, the least sure first."""

import sys
from typing import Annotated

import typer

from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.cli.output import notes
from quotes.cli.registry import judge_name
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import Selection, open_store


@with_selection(without={"sort"})
def review(
    selection: Selection,
    second: Annotated[bool, typer.Option("--second", help="What one other person has seen, so that two have.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who reviews; the name of your account if not given.")
    ] = None,
    db: Database = None,
) -> None:
    """Go through quotations on a screen, the least sure first; one key a verdict.

    It goes on where it stopped.
    """
    try:
        from quotes.review.screen import ReviewScreen
    except ImportError as error:
        raise UsageError(f"the screen needs Textual ({error}); pip install 'who-said-what[review]'") from error
    from quotes.review.queue import count_seen, read_queue

    who = judge_name(by)
    with open_store(database_url(db), create=False) as store:
        queue = read_queue(store, selection, who, second=second)
        if not queue:
            notes().print("Nothing is left to review." if not second else "Nothing waits for a second pair of eyes.")
            return
        if not sys.stdin.isatty():
            raise UsageError("a review needs a terminal; quotes corrections import takes a spreadsheet")
        judged = ReviewScreen(store, queue, who, seen=count_seen(store, who)).run()
    notes().print(f"{judged or 0} of {len(queue)} reviewed")
