"""What may be meant, while somebody types into the search box: names, outlets and words of the record."""

from heapq import nlargest

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.serve.pages import page
from quotes.serve.records import Records, records_of
from quotes.store import Selection, Store
from quotes.store.folding import fold_words

_FROM, _LONGEST = 2, 100  # characters
_NAMES, _OUTLETS, _WORDS = 6, 3, 4


def show(request: Request) -> Response:
    """Options for a list of data; none for what is too short or too long, or holds an operator."""
    begun = request.query_params.get("q", "").strip()
    options: list[str] = []
    if _FROM <= len(begun) <= _LONGEST and not set(begun) & set('*()"“”'):
        records = records_of(request)
        with records.reading() as store:
            names, outlets = store.suggest(begun, _NAMES)
            options = [*names, *outlets[:_OUTLETS], *_words(records, store, begun)]
    return page(request, "suggest.html", options=list(dict.fromkeys(options)))


def _words(records: Records, store: Store, begun: str) -> list[str]:
    """The last word as it may go on, behind those that stand before it."""
    before, _, last = begun.rpartition(" ")
    folded = fold_words(last)
    if len(folded) != 1 or len(last) < _FROM:
        return []
    words = records.kept(store, "vocabulary", lambda: store.vocabulary(Selection())).words
    going_on = [word for word in words if word.startswith(folded[0]) and word != folded[0]]
    found = nlargest(_WORDS, sorted(going_on), key=words.__getitem__)
    return [f"{before} {word}".strip() for word in found]


ROUTES = (Route("/suggest", show),)
