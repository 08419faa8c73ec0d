"""A selection as the query of an address, both ways: every state of a list can be cited.

/search?q=bridge&outlet=The+Example&since=2020-01-01&anonymous=yes
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, get_args
from urllib.parse import urlencode

from quotes.definitions import to_day
from quotes.domain import Kind, Medium, SourceType
from quotes.errors import UsageError
from quotes.store.selection import ORDERS, Selection, Sort

_TEXTS = {
    "person": "people", "speaker": "speaker", "about": "about", "id": "quotations", "outlet": "outlet", "desk": "desk",
    "byline": "byline", "via": "via",
}  # fmt: skip
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "type": get_args(SourceType),
    "medium": get_args(Medium),
}
_LONGEST, _MOST = 500, 50  # characters of a value; values of a kind
_TRUE, _FALSE = "yes", "no"


class Query(Protocol):
    """Names with values, as Starlette and forms have them."""

    def getlist(self, key: str) -> Sequence[Any]: ...


DEFAULT_SORT: Sort = "newest"  # where an address does not say


def from_query(query: Query) -> Selection:
    """The selection that a query asks for; what it does not name is as `Selection` has it, but that
    the newest come first; other names do not count.

    A month or a year will do for a day. Raises UsageError for values that cannot be.
    """
    found: dict[str, Any] = {field: tuple(_texts(query, name)) for name, field in _TEXTS.items()}
    found |= {name: _choices(query, name, right) for name, right in _CHOICES.items()}
    since, until = _one(query, "since"), _one(query, "until")
    found["since"], found["until"] = to_day("since", since), to_day("until", until, last=True)
    if found["since"] and found["until"] and found["since"] > found["until"]:
        raise UsageError(f"since {found['since']} is after until {found['until']}; exchange them")
    words, article = _one(query, "q"), _one(query, "article")
    said = _yes_or_no(query, "unsaid")
    orders: tuple[Sort, ...] = _choices(query, "sort", tuple(ORDERS))
    return Selection(
        **found, words=words, article=article, version=_whole(query, "version"), limit=_whole(query, "limit"),
        anonymous=_yes_or_no(query, "anonymous"), min_confidence=_share(query, "sure"),
        indirect=bool(_yes_or_no(query, "indirect")), said=not said,
        declined=_yes_or_no(query, "declined") is not False,
        sort=orders[0] if orders else DEFAULT_SORT,
    )  # fmt: skip


def to_pairs(selection: Selection) -> list[tuple[str, str]]:
    """Names and values of a query that asks for this selection; what it leaves as it is anyway is left out."""
    pairs = [("q", selection.words)] if selection.words is not None else []
    for name, field in _TEXTS.items():
        pairs += [(name, value) for value in getattr(selection, field)]
    pairs += [(name, value) for name in _CHOICES for value in getattr(selection, name)]
    pairs += [(name, day.isoformat()) for name in ("since", "until") if (day := getattr(selection, name))]
    single = {
        "article": selection.article,
        "version": selection.version,
        "anonymous": _told(selection.anonymous),
        "sure": selection.min_confidence,
        "indirect": _told(selection.indirect or None),
        "unsaid": _told(None if selection.said else True),
        "declined": _told(None if selection.declined else False),
        "sort": None if selection.sort == DEFAULT_SORT else selection.sort,
        "limit": selection.limit,
    }
    return [*pairs, *((name, str(value)) for name, value in single.items() if value is not None)]


def to_query(selection: Selection, **more: object) -> str:
    """As it stands in an address behind the question mark; `more` follows, but for what is None.

    >>> to_query(Selection(words="bridge", outlet=("The Example",), sort="newest"), page=2)
    'q=bridge&outlet=The+Example&page=2'
    """
    further = [(name, str(value)) for name, value in more.items() if value is not None]
    return urlencode([*to_pairs(selection), *further])


def without(selection: Selection, field: str, value: object = None) -> Selection:
    """With one value fewer, or with a field as it is anyway."""
    present: Any = getattr(selection, field)
    left: Any = getattr(Selection(), field)
    if isinstance(present, tuple) and value is not None:
        left = tuple(one for one in present if one != value)
    return replace(selection, **{field: left})


def _texts(query: Query, name: str) -> Iterable[str]:
    given = [str(value).strip() for value in query.getlist(name)]
    if len(given) > _MOST or any(len(value) > _LONGEST for value in given):
        raise UsageError(f"{name} is too much; give at most {_MOST} of at most {_LONGEST} characters")
    return dict.fromkeys(value for value in given if value)


def _one(query: Query, name: str) -> str | None:
    return next(iter(_texts(query, name)), None)


def _choices(query: Query, name: str, right: Sequence[str]) -> tuple[Any, ...]:
    wanted = tuple(_texts(query, name))
    for value in wanted:
        if value not in right:
            raise UsageError(f"{name}={value} is not known; give one of {', '.join(right)}")
    return wanted


def _yes_or_no(query: Query, name: str) -> bool | None:
    given = _one(query, name)
    if given not in (None, _TRUE, _FALSE):
        raise UsageError(f"{name}={given} is neither; write {_TRUE} or {_FALSE}")
    return None if given is None else given == _TRUE


def _told(value: bool | None) -> str | None:
    return None if value is None else _TRUE if value else _FALSE


def _whole(query: Query, name: str) -> int | None:
    given = _one(query, name)
    if given is not None and not (given.isascii() and given.isdecimal() and 0 < int(given[:12]) < 1 << 31):
        raise UsageError(f"{name}={given} is no number; give one from 1 up")
    return None if given is None else int(given)


def _share(query: Query, name: str) -> float | None:
    given = _one(query, name)
    try:
        share = None if given is None else float(given)
    except ValueError:
        share = -1.0
    if share is not None and not 0 <= share <= 1:
        raise UsageError(f"{name}={given} is no share; give a number from 0 to 1, as in 0.9")
    return share
