"""Templates become pages here: every word escaped, nothing undefined, the frame around."""

from collections.abc import Collection
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from quotes.answers import in_words
from quotes.definitions import SOURCE_TYPES, day_in_words
from quotes.listing import kind_label, one_line, type_label
from quotes.quotation_columns import SURE, attribution, per_cent, speaker, why
from quotes.report.interval import percent
from quotes.serve.safety.csrf import FIELD, csrf_token
from quotes.serve.selection import to_pairs, to_query
from quotes.version import __version__

# What stands in the frame: the path, and what it is called.
SCREENS: tuple[tuple[str, str], ...] = (
    ("/search", "Search"),
    ("/people", "People"),
    ("/anonymous", "Anonymous"),
    ("/network", "Network"),
    ("/compare", "Compare"),
    ("/check", "Check a draft"),
    ("/see", "Paste a text"),
    ("/review", "Review"),
    ("/data", "Data"),
)


@cache
def environment() -> Environment:
    shared = PrefixLoader({"check": PackageLoader("quotes", "check")})  # what commands write pages from, too
    made = Environment(
        loader=ChoiceLoader([PackageLoader("quotes.serve"), shared]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters |= {
        "day": lambda day: day_in_words(day) if day else "undated",
        "in_words": in_words,
        "number": lambda number: f"{number:,}",
        "one_line": one_line,
        "part": part,
        "per_cent": per_cent,
        "percent": percent,
        "rounded": rounded,
        "type_label": type_label,
    }
    made.globals |= {
        "SURE": SURE, "attribution": attribution, "kind_label": kind_label, "speaker": speaker, "pairs": to_pairs,
        "to_query": to_query, "why": why,
        "source_types": SOURCE_TYPES, "version": __version__,
    }  # fmt: skip
    return made


def part(value: str) -> str:
    """As one step of a path, an id with slashes and marks in it too."""
    return quote(value, safe="")


def rounded(number: int) -> int:
    """Two digits of an estimate, and naughts.

    >>> rounded(10034), rounded(87)
    (10000, 87)
    """
    return int(float(f"{number:.2g}"))


def page(request: Request, template: str, /, *, status: int = 200, **given: Any) -> HTMLResponse:
    """A template as a page; it has `request`, `path`, `screens`, `may_edit`, `user` and `csrf` beside what is given.

    What htmx asks for is the same page, of which it takes what it needs.
    """
    state = request.app.state
    paths = state.paths
    text = environment().get_template(template).render(
        request=request, path=request.url.path, screens=_screens(paths, edit=state.settings.edit),
        may_edit=state.settings.edit, user=request.scope.get("user"), csrf=csrf_token(request), csrf_field=FIELD,
        assets=state.assets, **given,
    )  # fmt: skip
    return HTMLResponse(text, status)


def _screens(paths: Collection[str], *, edit: bool) -> list[tuple[str, str]]:
    """Those that are there; reviewing is correcting."""
    return [screen for screen in SCREENS if screen[0] in paths and (edit or screen[0] != "/review")]
