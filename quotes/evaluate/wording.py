"""Stretches of a text as they are shown in a list."""

from quotes.domain import Span


def one_line(text: str, *spans: Span) -> str:
    """The words of the stretches, white space made single spaces.

    >>> one_line("one\\ntwo three", Span(0, 7), Span(8, 13))
    'one two … three'
    """
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
