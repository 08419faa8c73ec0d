"""Accounts that speak by their handle alone: "wrote @saltmarsh_fan"."""

import re

from quotes.domain import Span

_HANDLE = re.compile(r"(?<![\w@./])@\w[\w.]*\w")
_BEHIND = re.compile(rf",? (?={_HANDLE.pattern})")  # "another user, @tidal"


def handle_in(text: str, mention: Span) -> Span | None:
    """The first handle in a mention, or right behind it in apposition; None where there is none.

    >>> text = "wrote another user, @tidal."
    >>> handle_in(text, Span(6, 18)).of(text)
    '@tidal'
    """
    inside = _HANDLE.search(text, mention.start, mention.end)
    if inside is None and (comma := _BEHIND.match(text, mention.end)) is not None:
        inside = _HANDLE.match(text, comma.end())
    return Span(*inside.span()) if inside is not None else None
