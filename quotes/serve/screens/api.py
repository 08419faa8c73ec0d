"""The record for programs, under /api/v1, and its description as OpenAPI."""

from dataclasses import replace
from itertools import islice

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quotes.errors import UsageError
from quotes.serve.describing import describe
from quotes.serve.pages import page
from quotes.serve.records import records_of
from quotes.serve.screens.quotation import read
from quotes.serve.selection import from_query
from quotes.wire import to_dict

_ROWS, _MOST, _DEEP = 25, 500, 10_000


def quotations(request: Request) -> Response:
    selection, offset = from_query(request.query_params), _offset(request)
    limit = min(selection.limit or _ROWS, _MOST)
    with records_of(request).reading() as store:
        found = store.iter(replace(selection, limit=offset + limit + 1))
        rows = [record.to_dict() for record in islice(found, offset, None)]
    following = offset + limit if len(rows) > limit else None
    return JSONResponse({"quotations": rows[:limit], "next_offset": following})


def facets(request: Request) -> Response:
    records, selection = records_of(request), from_query(request.query_params)
    with records.reading() as store:
        found = records.kept(store, ("facets", selection), lambda: store.facets(selection))
    values = {
        name: [{"value": one.value, "label": one.label, "hits": one.hits} for one in counted]
        for name, counted in found.values.items()
    }
    return JSONResponse({"hits": found.hits, "exact": found.exact, "facets": values})


def quotation(request: Request) -> Response:
    with records_of(request).reading() as store:
        return JSONResponse(read(store, request.path_params["id"])[1].to_dict())


def people(request: Request) -> Response:
    selection, name = from_query(request.query_params), request.query_params.get("name", "").strip()
    limit = min(selection.limit or _ROWS, _MOST)
    with records_of(request).reading() as store:
        everybody = store.speakers(replace(selection, limit=None), limit=limit)
        found = store.people(name, indirect=True) if name else everybody
        return JSONResponse({"people": [one.to_dict() for one in islice(found, limit)]})


def person(request: Request) -> Response:
    from quotes.store.people.registry import Registry

    with records_of(request).reading() as store:
        return JSONResponse(Registry(store).one(request.path_params["id"]).to_dict())


def article(request: Request) -> Response:
    indirect = from_query(request.query_params).indirect
    with records_of(request).reading() as store:
        stored = store.article(request.path_params["id"])
    return JSONResponse(to_dict(stored.parsed(indirect=indirect), with_text=True) | stored.history())


def openapi(request: Request) -> Response:
    return JSONResponse(describe(str(request.base_url).rstrip("/")))


def described(request: Request) -> Response:
    return page(request, "api.html", api=describe(str(request.base_url).rstrip("/")))


def _offset(request: Request) -> int:
    given = request.query_params.get("offset", "0")
    if not (given.isascii() and given.isdecimal() and int(given[:9]) <= _DEEP):
        raise UsageError(f"offset={given} cannot be; give one from 0 to {_DEEP}, or narrow what is asked for")
    return int(given)


ROUTES = (
    Route("/api", described),
    Route("/api/v1/openapi.json", openapi),
    Route("/api/v1/quotations", quotations),
    Route("/api/v1/facets", facets),
    Route("/api/v1/people", people),
    Route("/api/v1/quotations/{id:path}", quotation),
    Route("/api/v1/people/{id:path}", person),
    Route("/api/v1/articles/{id:path}", article),
)
