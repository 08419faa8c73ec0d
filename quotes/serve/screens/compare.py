"""Two outlets, desks, writers or periods, or more, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.answers import Answer
from quotes.errors import UsageError
from quotes.report.comparison import COLUMNS, MOST, Figure, compare_places
from quotes.report.interval import difference
from quotes.serve.answers import download, wants_file
from quotes.serve.pages import page
from quotes.serve.records import records_of
from quotes.serve.selection import from_query
from quotes.store import Selection

BYS = ("outlet", "desk", "byline", "month", "year")
_KNOWN = 300  # places that a form suggests, the largest first


@dataclass(frozen=True, slots=True)
class Line:
    """A measure, or somebody who is quoted, in all places; `apart` is the difference of two in points."""

    measure: str
    person_id: str | None
    figures: Sequence[Figure]
    apart: tuple[float, float, float] | None

    @property
    def is_sure(self) -> bool:
        return self.apart is not None and (self.apart[1] > 0 or self.apart[2] < 0)


def show(request: Request) -> Response:
    query, records = request.query_params, records_of(request)
    by = query.get("by", "outlet")
    if by not in BYS:
        raise UsageError(f"by={by} is not known; give one of {', '.join(BYS)}")
    selection = from_query(_without_places(query.multi_items(), by))
    places = [place for place in query.getlist("place") if place.strip()]
    with records.reading(export=wants_file(request)) as store:
        known = records.kept(store, ("places", by), lambda: _known(store.count(Selection(), (by,))))  # type: ignore[arg-type]
        figures = compare_places(store, selection, by, places) if len(places) > 1 else []
    if wants_file(request):
        return download(request, Answer(figures, COLUMNS), "compared")
    named = list(dict.fromkeys(figure.place for figure in figures))
    return page(
        request, "compare.html", selection=selection, by=by, bys=BYS, wanted=places, named=named, known=known,
        lines=_lines(figures), fields=max(2, min(MOST, len(places) + 1)),
        again=[("by", by), *(("place", place) for place in places)],
    )  # fmt: skip


class _Pairs(list[tuple[str, str]]):
    def getlist(self, key: str) -> list[str]:
        return [value for name, value in self if name == key]


def _without_places(pairs: Sequence[tuple[str, str]], by: str) -> _Pairs:
    return _Pairs(pair for pair in pairs if pair[0] not in ("place", "by"))


def _known(tallies: Any) -> list[str]:
    largest = sorted(tallies.items(), key=lambda one: -one[1]["quotations"].total)
    return [key[0] for key, _ in largest if key[0] is not None][:_KNOWN]


def _lines(figures: Sequence[Figure]) -> list[Line]:
    rows: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.measure, figure.person_id), []).append(figure)
    return [
        Line(measure, person, some, difference(some[0].share, some[1].share) if len(some) == 2 else None)
        for (measure, person), some in rows.items()
    ]


ROUTES = (Route("/compare", show),)
