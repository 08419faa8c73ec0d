"""Handles of accounts, where a name would stand."""

import pytest

from quotes.cast.handles import handle_in
from quotes.domain import Span


@pytest.mark.parametrize(
    ("text", "mention", "handle"),
    [
        ("wrote @saltmarsh_fan.", "@saltmarsh_fan", "@saltmarsh_fan"),
        ("said another user, @tidal", "another user", "@tidal"),
        ("said User @j.doe, crying", "User @j.doe", "@j.doe"),
        ("The @PortWeather account said", "The @PortWeather account", "@PortWeather"),
        ("said a user. @tidal agreed", "a user", None),
        ("said press@harbour.example", "press@harbour.example", None),
        ("said a friend, who", "a friend", None),
    ],
)
def test_handle(text: str, mention: str, handle: str | None) -> None:
    start = text.index(mention)
    found = handle_in(text, Span(start, start + len(mention)))
    assert (found and found.of(text)) == handle
