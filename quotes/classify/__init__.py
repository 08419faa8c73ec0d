"""Classify: what kind of source stands behind a quotation, on what terms, and through whom the words came."""

from quotes.classify.classify import classify_sources
from quotes.classify.wire_copy import find_wire_copy

__all__ = ["classify_sources", "find_wire_copy"]
