"""The application: what a request goes through, and which view answers it."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from quotes.errors import QuotesError
from quotes.serve.assets import ROUTES, Assets
from quotes.serve.errors import status_of
from quotes.serve.pages import page
from quotes.serve.reader import Reader
from quotes.serve.records import Records
from quotes.serve.safety.access_log import AccessLog
from quotes.serve.safety.bounds import Bounds
from quotes.serve.safety.headers import HEADERS, Headers
from quotes.serve.safety.hosts import Hosts
from quotes.serve.safety.rate import Buckets, Rate
from quotes.serve.safety.sessions import Sessions
from quotes.serve.screens import all_routes
from quotes.serve.settings import ServeSettings

_LOG = logging.getLogger("quotes.serve")
_TITLES = {400: "That cannot be asked", 403: "That is not allowed", 404: "Not found", 405: "That is not allowed",
           413: "Too much", 429: "Too often", 504: "That takes too long"}  # fmt: skip


def make_app(settings: ServeSettings) -> Starlette:
    """The application of a record. It opens the store with the first request."""
    routes = [*ROUTES, *all_routes()]
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(AccessLog),
            Middleware(Headers),
            Middleware(Hosts, names=settings.hosts),
            Middleware(Bounds, limits=settings.limits),
            Middleware(Rate, buckets=Buckets(settings.limits.rate, settings.limits.burst), paths=settings.rated),
            Middleware(Sessions, settings=settings),
        ],
        exception_handlers={QuotesError: _tell, HTTPException: _tell_status, Exception: _tell_nothing},
        lifespan=_lifespan,
    )
    app.state.settings, app.state.records, app.state.assets = settings, Records(settings), Assets()
    app.state.reader = Reader()
    app.state.paths = frozenset(route.path for route in routes if isinstance(route, Route))
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    from anyio.to_thread import current_default_thread_limiter

    current_default_thread_limiter().total_tokens = app.state.settings.limits.threads
    if app.state.settings.reads_ahead:
        app.state.reader.start()
    yield
    app.state.reader.close()
    app.state.records.close()


async def _tell(request: Request, error: Exception) -> Response:
    assert isinstance(error, QuotesError)
    return _sentence(request, str(error), status_of(error))


async def _tell_status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = {404: "there is no such page", 405: "this page takes no such request"}
    response = _sentence(request, told.get(error.status_code, error.detail), error.status_code)
    response.headers.update(error.headers or {})
    return response


async def _tell_nothing(request: Request, error: Exception) -> Response:
    """What went wrong is written down here, and nobody else is told."""
    _LOG.error("%s failed", request.url.path, exc_info=error)
    response = _sentence(request, "something went wrong here; the server's log says what", 500)
    response.headers.update(HEADERS)  # for this is answered outside of what else sets them
    return response


def _sentence(request: Request, sentence: str, status: int) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": sentence}, status)
    return page(request, "error.html", status=status, title=_TITLES.get(status, "Not available"), sentence=sentence)
