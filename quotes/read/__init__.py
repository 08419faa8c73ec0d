"""Reading: files, pages, tables, JSON and folders in, articles out."""

from quotes.read.articles import read_articles
from quotes.read.formats import FORMATS, SUFFIXES, Format
from quotes.read.record import FIELDS

__all__ = ["FIELDS", "FORMATS", "SUFFIXES", "Format", "read_articles"]
