"""Classify: what kind of source stands behind a quotation, on what terms, and through whom the words came."""

from quotes.classify.classify import classify_sources

__all__ = ["classify_sources"]
