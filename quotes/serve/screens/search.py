"""Search: one box, what the hits are of, and the hits with their proof."""

from dataclasses import dataclass, replace
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.answers import Answer
from quotes.errors import UsageError
from quotes.quotation_columns import COLUMNS
from quotes.serve.answers import download, wants_file
from quotes.serve.pages import page
from quotes.serve.records import Records, records_of
from quotes.serve.selection import from_query, to_query
from quotes.serve.timeline import Bars, to_bars
from quotes.serve.wanted import chips, offers
from quotes.store import QuotationRecord, Selection, Store

ROWS, PAGES = 25, 40
_WORDS_OF_A_NAME = 4


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of a list."""

    rows: tuple[QuotationRecord, ...]
    number: int  # of the page, from one
    more: bool  # whether there is a next one


def show(request: Request) -> Response:
    selection, records = from_query(request.query_params), records_of(request)
    if wants_file(request):
        with records.reading(export=True) as store:
            return download(request, quotation_file(store, selection, request), "quotations")
    with records.reading() as store:
        hits = read_hits(store, selection, page_number(request))
        facets = records.kept(store, ("facets", selection), lambda: store.facets(selection))
        passages = store.passages([record.id for record in hits.rows])
        people = _called(records, store, selection.words)
    return page(
        request, "search.html", selection=selection, hits=hits, facets=facets, passages=passages, people=people,
        chips=chips(selection, facets), offers=offers(selection, facets), query=to_query(selection),
        bars=bars_of(selection, facets.values["month"]),
    )  # fmt: skip


def bars_of(selection: Selection, months: object) -> Bars:
    return to_bars(months, lambda since, until: to_query(replace(selection, since=since, until=until)))  # type: ignore[arg-type]


def quotation_file(store: Store, selection: Selection, request: Request) -> Answer[QuotationRecord]:
    """All that is selected, as far as a file may go."""
    most = request.app.state.settings.limits.export_rows
    limit = min(selection.limit or most, most)
    return Answer(store.iter(replace(selection, limit=limit)), COLUMNS, QuotationRecord.to_dict)


def read_hits(store: Store, selection: Selection, number: int) -> Hits:
    """The page of this number; the newest hits of the pages before it are read, too."""
    before = (number - 1) * ROWS
    found = store.iter(replace(selection, limit=before + ROWS + 1))
    rows = tuple(islice(found, before, None))
    return Hits(rows[:ROWS], number, len(rows) > ROWS and number < PAGES)


def page_number(request: Request) -> int:
    given = request.query_params.get("page", "1")
    if not (given.isascii() and given.isdecimal() and 1 <= int(given[:4]) <= PAGES):
        raise UsageError(f"page={given} cannot be shown; give 1 to {PAGES}, or narrow what is asked for")
    return int(given)


def _called(records: Records, store: Store, words: str | None) -> list[object]:
    """People who go by the words, for whoever looked for a name."""
    if words is None or len(words.split()) > _WORDS_OF_A_NAME or not words.replace(" ", "").isalpha():
        return []
    return records.kept(store, ("called", words.casefold()), lambda: list[object](store.people(words)[:4]))


ROUTES = (Route("/search", show),)
