"""One article as a page: its text with the quotations marked, linked to the list of those who speak."""

from quotes.page.cast import Speaker, cast_of
from quotes.page.html import generate_page

__all__ = ["Speaker", "cast_of", "generate_page"]
