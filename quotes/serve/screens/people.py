"""People: who speaks, and what is known of them."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.pages import page


def show(request: Request) -> Response:
    return page(request, "error.html", title="People", sentence="to come")


ROUTES = (Route("/people", show),)
