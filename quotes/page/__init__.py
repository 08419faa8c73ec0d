"""One article as a page: its text with the quotations marked, linked to the list of those who speak."""

from quotes.page.html import generate_page
from quotes.page.speakers import Speaker, speakers_of

__all__ = ["Speaker", "generate_page", "speakers_of"]
