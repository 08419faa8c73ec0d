"""Attributes quotations: which words beside a quotation name its speaker, or that none do; and indirect speech."""

from quotes.attribute.attribute import attribute_quotations
from quotes.attribute.ranker import Ranker
from quotes.attribute.reports import ReportModel, attribute_reports, interleave
from quotes.attribute.speech import SpeechModel

__all__ = ["Ranker", "ReportModel", "SpeechModel", "attribute_quotations", "attribute_reports", "interleave"]
