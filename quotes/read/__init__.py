"""Reading: files, pages, tables, JSON and folders in, articles out."""

from quotes.read.articles import read_articles
from quotes.read.formats import SUFFIXES
from quotes.read.record import FIELDS

__all__ = ["FIELDS", "SUFFIXES", "read_articles"]
