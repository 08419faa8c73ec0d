"""Reading: files, pages, tables, JSON and folders in, articles out."""

from quotes.read.articles import read_articles
from quotes.read.field_names import FIELDS
from quotes.read.formats import FORMATS, SUFFIXES, Format

__all__ = ["FIELDS", "FORMATS", "SUFFIXES", "Format", "read_articles"]
