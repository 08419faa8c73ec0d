"""Classify: what kind of source stands behind a quotation, on what terms, and through whom the words came.

Reports ask this package for words only; what reads articles is loaded when it is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotes.classify.classify import classify_sources
    from quotes.classify.wire_copy import find_wire_copy

__all__ = ["classify_sources", "find_wire_copy"]


def __getattr__(name: str) -> Any:
    if name == "classify_sources":
        from quotes.classify.classify import classify_sources

        return classify_sources
    if name == "find_wire_copy":
        from quotes.classify.wire_copy import find_wire_copy

        return find_wire_copy
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
