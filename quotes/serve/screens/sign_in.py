"""Sign in: the token that the server was started with, once for each browser."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from quotes.serve.pages import page
from quotes.serve.safety.csrf import takes_form
from quotes.serve.safety.sessions import is_token


def show(request: Request) -> Response:
    if request.app.state.settings.token is None:
        return RedirectResponse("/", 303)
    return page(request, "sign_in.html", there=_local(request.query_params.get("next", "/")), wrong=False)


@takes_form()
def enter(request: Request, form: FormData) -> Response:
    there = _local(str(form.get("next", "/")))
    if not is_token(request.app.state.settings, str(form.get("token", ""))):
        return page(request, "sign_in.html", status=403, there=there, wrong=True)
    request.scope["signed_in"] = True
    return RedirectResponse(there, 303)


def _local(address: str) -> str:
    """An address of ours; the beginning, where somebody would lead people elsewhere.

    >>> _local("/search?q=a"), _local("//evil.example"), _local("https://evil.example")
    ('/search?q=a', '/', '/')
    """
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else "/"


ROUTES = (Route("/sign-in", show), Route("/sign-in", enter, methods=["POST"]))
