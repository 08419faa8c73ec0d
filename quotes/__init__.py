"""Who said what, on whose authority, with the proof."""

__version__ = "0.1.0"
