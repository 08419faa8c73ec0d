"""Search: one box, what the hits are of, and the hits with their proof."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.pages import page


def show(request: Request) -> Response:
    return page(request, "error.html", title="Search", sentence="to come")


ROUTES = (Route("/search", show),)
