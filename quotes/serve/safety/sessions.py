"""Who asks: a cookie that we signed, a token, or a proxy's word."""

import hmac
import secrets
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotes.serve.settings import ServeSettings

COOKIE = "quotes_session"
_OPEN = ("/sign-in", "/assets/")  # what anybody may see
_AGE = 30 * 24 * 3600  # seconds


class Sessions:
    """Sets `scope["session"]`, an id that only this browser knows, and `scope["user"]`.

    The key outlives the program where there is a token, so that people stay signed in when it is started anew.
    """

    def __init__(self, app: ASGIApp, settings: ServeSettings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        session, is_in = self._read(headers.get("cookie", ""))
        is_new = session is None
        scope["session"] = session or secrets.token_urlsafe(24)
        user = headers.get(self.settings.user_header) if self.settings.user_header else None
        scope["user"] = user[:200] if user else None
        needs_token = self.settings.token is not None
        scope["private"] = needs_token or self.settings.user_header is not None
        is_in = is_in or (needs_token and self._bears(headers.get("authorization", "")))
        if not scope["path"].startswith(_OPEN):
            if self.settings.user_header and not user:
                await PlainTextResponse("The proxy says of nobody who it is.", 401)(scope, receive, send)
                return
            if needs_token and not is_in:
                await _ask(scope)(scope, receive, send)
                return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and (is_new or scope.get("signed_in")):
                if scope.get("signed_in"):
                    scope["session"] = secrets.token_urlsafe(24)
                secure = "; Secure" if scope["scheme"] == "https" else ""
                value = self._sign(scope["session"], is_in=bool(scope.get("signed_in")))
                cookie = f"{COOKIE}={value}; Path=/; Max-Age={_AGE}; HttpOnly; SameSite=Lax{secure}"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        await self.app(scope, receive, sent)

    def _sign(self, session: str, *, is_in: bool) -> str:
        body = f"{session}.{int(is_in)}"
        return f"{body}.{_digest(key_of(self.settings), body)}"

    def _read(self, cookies: str) -> tuple[str | None, bool]:
        """The id of the session, and whether it is signed in; None for what we did not sign."""
        try:
            morsel = SimpleCookie(cookies).get(COOKIE)
        except CookieError:
            return None, False
        body, _, signature = (morsel.value if morsel else "").rpartition(".")
        if not body or not _same(signature, _digest(key_of(self.settings), body)):
            return None, False
        session, _, is_in = body.rpartition(".")
        return session, is_in == "1"

    def _bears(self, authorization: str) -> bool:
        scheme, _, given = authorization.partition(" ")
        return scheme.lower() == "bearer" and is_token(self.settings, given.strip())


_SECRET = secrets.token_bytes(32)


def key_of(settings: ServeSettings) -> bytes:
    return sha256(b"quotes serve\0" + settings.token.encode()).digest() if settings.token else _SECRET


def is_token(settings: ServeSettings, given: str) -> bool:
    return settings.token is not None and _same(given, settings.token)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _digest(key: bytes, body: str) -> str:
    return hmac.new(key, body.encode(), sha256).hexdigest()


def _ask(scope: Scope) -> Response:
    """For the token: people on a page, programs with a status."""
    if scope["path"].startswith("/api/"):
        sentence = "Send the token in the header Authorization: Bearer TOKEN."
        return JSONResponse({"error": sentence}, 401, {"www-authenticate": "Bearer"})
    query = scope["query_string"].decode("latin-1")
    there = scope["path"] + (f"?{query}" if query else "")
    return RedirectResponse(f"/sign-in?next={quote(there, safe='')}", 303)
