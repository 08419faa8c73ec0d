"""The cast: who acts and speaks in an article, and who a mention beside a quotation is, as far as it tells."""

from quotes.cast.identity import Identity, IdentityKind
from quotes.cast.read import read_cast
from quotes.cast.resolve import Resolver, resolve_speakers

__all__ = ["Identity", "IdentityKind", "Resolver", "read_cast", "resolve_speakers"]
