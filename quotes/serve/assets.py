"""Style and scripts, each under an address that changes with its content, so that browsers may keep it for ever."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.errors import NotThereError

_MEDIA = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
_ELSEWHERE = {"findings.css": "quotes.check"}  # style that pages have in common with what commands write
ARTICLE = "article.css"  # the style of `quotes page`, for what stands in an element of class "paper"
_FOR_EVER = "public, max-age=31536000, immutable"


class Assets:
    """The address of each by its name: `assets["site.css"]`."""

    def __getitem__(self, name: str) -> str:
        return f"/assets/{_version(name)}/{name}"


def give(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _names():
        raise NotThereError(f"there is no file {name!r}")
    suffix = name[name.rindex(".") :]
    fresh = request.path_params["version"] == _version(name)
    return Response(_read(name), media_type=_MEDIA[suffix], headers={"cache-control": _FOR_EVER} if fresh else None)


ROUTES = (Route("/assets/{version}/{name}", give),)


@cache
def _names() -> frozenset[str]:
    return frozenset((ARTICLE, *_ELSEWHERE)) | frozenset(
        file.name for file in files("quotes.serve").joinpath("assets").iterdir() if file.name.endswith(tuple(_MEDIA))
    )


@cache
def _read(name: str) -> bytes:
    if name in _ELSEWHERE:
        return files(_ELSEWHERE[name]).joinpath(name).read_bytes()
    if name == ARTICLE:
        style = files("quotes.page").joinpath("page.css").read_text(encoding="utf-8")
        return f".paper {{\n{style}}}\n".encode()
    return files("quotes.serve").joinpath("assets", name).read_bytes()


@cache
def _version(name: str) -> str:
    return sha256(_read(name)).hexdigest()[:12]
