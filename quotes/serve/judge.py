"""In whose name something is corrected."""

import getpass

from starlette.requests import Request

_LONGEST = 100  # characters


def judge_of(request: Request, given: str | None) -> str:
    """Whom the proxy signed in, before what a form says; else the account that the server runs under."""
    user = request.scope.get("user") or (given or "").strip()[:_LONGEST]
    if user:
        return str(user)
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody at the browser"
