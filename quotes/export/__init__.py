"""Taking quotations away: one module a format, all of them in `formats.FORMATS`."""

from quotes.export.export import export
from quotes.export.formats import FORMATS, Format, format_of
from quotes.export.source import Source

__all__ = ["FORMATS", "Format", "Source", "export", "format_of"]
