"""Attributes as files know them: text, numbers, truth values; a list is text, written as JSON.

An attribute that is lacking, None or not a finite number is left out.
"""

import json
import math
from collections.abc import Iterable, Mapping
from numbers import Integral, Real
from typing import Any

from graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES

Plain = str | int | float | bool

_EXACT = (bool, int, float, str, list)
_LISTS = {name for kinds in (NODE_ATTRIBUTES, EDGE_ATTRIBUTES) for name, kind in kinds.items() if kind is list}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, type]:
    """What the rows carry, in order of first appearance: bool, int, float, list or str. Whole and other numbers mixed
    are float, anything else mixed is str.

    >>> columns([{"weight": 1, "label": "Ann"}, {"weight": 0.5}])
    {'weight': <class 'float'>, 'label': <class 'str'>}
    """
    found: dict[str, type] = {}
    for data in rows:
        for name, value in data.items():
            kind = type(value)
            known = found.get(name)
            if known is kind or value is None:
                continue
            kind = _kind(value)
            if known is None or known is kind:
                found[name] = kind
            else:
                found[name] = float if {known, kind} == {int, float} else str
    return found


def to_plain(value: Any) -> Plain | None:
    """The value as a file keeps it.

    >>> to_plain(["a", "é"]), to_plain(float("nan"))
    ('["a", "é"]', None)
    """
    kind = type(value)
    if kind is str or kind is int or kind is bool:
        return value  # type: ignore[no-any-return]
    if kind is float:
        return value if math.isfinite(value) else None
    if value is None:
        return None
    kind = _kind(value)
    if kind is list:
        return _encode(list(value))
    return to_plain(kind(value))


def from_plain(name: str, value: Plain) -> Any:
    """Back from `to_plain`: lists are known by the attribute's name."""
    return json.loads(value) if name in _LISTS and isinstance(value, str) else value


def to_text(value: Plain) -> str:
    """Text of a plain value, with truth as true and false."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    return str(value)


def from_text(kind: type, text: str) -> Plain:
    """Back from `to_text`; raises ValueError for what is no value of that kind."""
    if kind is bool:
        return {"true": True, "false": False, "1": True, "0": False}[text.lower()]
    return kind(text)  # type: ignore[no-any-return]


def _kind(value: Any) -> type:
    for kind in _EXACT:
        if isinstance(value, kind):
            return kind
    if isinstance(value, Integral):
        return int
    if isinstance(value, Real):
        return float
    return list if isinstance(value, tuple | set | frozenset) else str
