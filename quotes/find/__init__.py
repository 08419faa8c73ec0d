"""Finds the quotations of an article: which stretches are quoted, and which of them are somebody's words."""

from quotes.find.quotations import find_stretches
from quotes.find.speech import SpeechModel, find_quotations

__all__ = ["SpeechModel", "find_quotations", "find_stretches"]
