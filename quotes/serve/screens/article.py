"""An article with its quotations, and the proof of each."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.pages import page


def show(request: Request) -> Response:
    return page(request, "error.html", title="Article", sentence="to come")


ROUTES = (Route("/articles/{id:path}", show),)
