"""What the record is made of: what was fed when and by what, what could not be read, and what people corrected."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.answers import Answer, Column
from quotes.errors import UsageError
from quotes.serve.answers import download, wants_file
from quotes.serve.pages import page
from quotes.serve.records import records_of
from quotes.store import Store

_SHOWN = 200  # rows of a list on the page
_LISTS: dict[str, tuple[str, ...]] = {
    "runs": ("number", "started", "ended", "command", "parser", "models", "fingerprint", "articles", "rejects"),
    "rejects": ("run", "when", "origin", "reason", "raw"),
    "corrections": ("number", "made", "who", "verdict", "quotation", "article", "text", "reason", "holds"),
}


def show(request: Request) -> Response:
    wanted = request.query_params.get("list")
    records = records_of(request)
    with records.reading(export=wants_file(request)) as store:
        if wants_file(request):
            return download(request, _answer(store, wanted), str(wanted))
        held = {name: _rows(store, name) for name in _LISTS}
        info = records.kept(store, "info", store.info)
    newest = next((run for run in held["runs"] if run.parser), None)
    lists = {name: (rows[:_SHOWN], len(rows)) for name, rows in held.items()}
    return page(request, "data.html", info=info, newest=newest, lists=lists)


def _answer(store: Store, wanted: str | None) -> Answer[Any]:
    if wanted not in _LISTS:
        raise UsageError(f"list={wanted} is not known; give one of {', '.join(_LISTS)}")
    return Answer(_rows(store, wanted), [_column(name) for name in _LISTS[wanted]])


def _column(name: str) -> Column[Any]:
    return Column(name, lambda row: getattr(row, name))


def _rows(store: Store, name: str) -> Sequence[Any]:
    """The newest first."""
    asked: Mapping[str, Callable[[], Sequence[Any]]] = {
        "runs": store.runs,
        "rejects": store.rejects,
        "corrections": store.corrections,
    }
    found = list(asked[name]())
    return sorted(found, key=lambda row: row.number, reverse=True)


ROUTES = (Route("/data", show),)
