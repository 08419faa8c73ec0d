"""The version of the program, and so of its parser."""

__version__ = "0.1.0"
