"""Language: tokens, tags, lemmas, dependencies and names, with spans in the text as received.

Importing this package loads neither torch nor stanza; the first analysis does.
"""

from quotes.nlp.analyser import Analyser

__all__ = ["Analyser"]
