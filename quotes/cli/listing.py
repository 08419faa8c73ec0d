"""The words by which tables call days, types and kinds, as commands use them."""

from quotes.listing import day, kind_label, one_line, type_label

__all__ = ["day", "kind_label", "one_line", "type_label"]
