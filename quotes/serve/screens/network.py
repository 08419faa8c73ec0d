"""The network of whatever is selected: a picture, its strongest links, and the page to search, filter and click.

Networks come from whoever offers them by the entry point `quotes.networks`; without one there is no such screen.
"""

from base64 import b64encode
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.errors import NotThereError
from quotes.serve.pages import page
from quotes.serve.records import records_of
from quotes.serve.selection import from_query

# Its script and style stand in the page itself, which allows nothing but these by their hashes.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'"
_PROOFS = 200  # ids that a link to the proof carries


@cache
def _networks() -> Any:
    """What makes networks; raises NotThereError."""
    found = [*entry_points(group="quotes.networks")]
    if not found:
        raise NotThereError("no package that makes networks is installed")
    return found[0].load()


def show(request: Request) -> Response:
    networks, records = _networks(), records_of(request)
    selection, kind = from_query(request.query_params), request.query_params.get("kind_of", "")
    with records.reading(export=True) as store:
        question = ("network", selection, kind)
        shown = records.kept(store, question, lambda: networks.show(store, selection, kind))
    links = [(one, one.evidence[:_PROOFS]) for one in shown.strongest]
    picture = f"data:image/svg+xml;base64,{b64encode(shown.picture).decode()}" if shown.picture else ""
    return page(
        request, "network.html", selection=selection, kind=kind, kinds=networks.KINDS_IN_WORDS, shown=shown,
        links=links, picture=picture,
    )  # fmt: skip


def interactive(request: Request) -> Response:
    selection, kind = from_query(request.query_params), request.query_params.get("kind_of", "")
    with records_of(request).reading(export=True) as store:
        document = _networks().page(store, selection, kind)
    return Response(document, media_type="text/html", headers={"content-security-policy": _POLICY})


ROUTES = (Route("/network", show), Route("/network/page", interactive))
