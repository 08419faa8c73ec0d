"""Finds what stands between quotation marks, and what reports without them."""

from quotes.find.quotations import find_stretches
from quotes.find.reports import find_reports

__all__ = ["find_reports", "find_stretches"]
