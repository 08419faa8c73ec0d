"""Forms are taken only from our own pages: each carries a token of the session that it was shown in."""

import hmac
from collections.abc import Awaitable, Callable
from functools import wraps
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from quotes.serve.errors import RefusedError
from quotes.serve.safety.sessions import key_of
from quotes.serve.settings import ServeSettings

FIELD = "csrf"
_FILES, _FIELDS = 20, 200  # of a form
View = Callable[[Request, FormData], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def csrf_token(request: Request) -> str:
    """What a form of this session has to carry."""
    settings: ServeSettings = request.app.state.settings
    return hmac.new(key_of(settings), f"csrf {request.scope.get('session', '')}".encode(), sha256).hexdigest()


def takes_form(*, edits: bool = False) -> Callable[[View], Endpoint]:
    """Let a view take a form that is posted: it is called, in a thread, with the request and the form.

    Raises RefusedError for a form that is none of ours, and with `edits` where nobody may correct.
    """

    def wrap(view: View) -> Endpoint:
        @wraps(view)
        async def endpoint(request: Request) -> Response:
            settings: ServeSettings = request.app.state.settings
            if edits and not settings.edit:
                raise RefusedError("the record is only read here; start it with --edit to correct it")
            if not _is_from_here(request):
                raise RefusedError("the form was sent from another site; open the page here and send it again")
            async with request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=settings.limits.body) as form:
                given = form.get(FIELD)
                if not (isinstance(given, str) and hmac.compare_digest(given.encode(), csrf_token(request).encode())):
                    raise RefusedError("the form is too old, or from elsewhere; load its page anew and send it again")
                return await run_in_threadpool(view, request, form)

        endpoint.takes_form = True  # type: ignore[attr-defined]  # a test looks that every POST does
        return endpoint

    return wrap


def _is_from_here(request: Request) -> bool:
    """By what browsers tell of the page that a form stands on; a program that tells nothing still needs the token."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or origin.partition("://")[2].lower() == request.headers["host"].lower()
