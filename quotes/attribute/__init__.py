"""Attributes quotations: which words beside a quotation name its speaker, or that none do."""

from quotes.attribute.attribute import attribute_quotations
from quotes.attribute.ranker import Ranker
from quotes.attribute.speech import SpeechModel

__all__ = ["Ranker", "SpeechModel", "attribute_quotations"]
