"""The beginning: what the record holds, and where to go."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.pages import page
from quotes.serve.records import records_of


def show(request: Request) -> Response:
    records = records_of(request)
    with records.reading() as store:
        info = records.kept(store, "info", store.info)
        extent = records.kept(store, "extent", store.extent)
        speakers = records.kept(store, "speakers", lambda: list(store.speakers(limit=12)))
    return page(request, "home.html", info=info, extent=extent, speakers=speakers)


ROUTES = (Route("/", show),)
