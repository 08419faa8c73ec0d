"""Resolve: who a mention beside a quotation is, as far as the article tells."""

from quotes.cast.identity import Identity, IdentityKind
from quotes.cast.resolve import resolve_speakers

__all__ = ["Identity", "IdentityKind", "resolve_speakers"]
