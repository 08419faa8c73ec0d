"""The article's own first person."""

import re

from quotes.cast.identity import Identity
from quotes.cast.names import capitalised_runs, without_titles
from quotes.cast.noun_phrase import worded
from quotes.cast.organisations import names_organisation
from quotes.cast.phrases import Phrase
from quotes.domain import Article
from quotes.scene import Scene

BY = re.compile(r"^\s*by\s+", re.IGNORECASE)


def author(scene: Scene, article: Article, phrase: Phrase) -> Identity:
    """Whom "I" or "we" outside quotations stands for: by name where the byline gives one and the pronoun is one's."""
    names = [without_titles(run)[1] for run in capitalised_runs(BY.sub("", article.byline or ""))]
    full = [n for n in names if 1 < len(n) < 5 and not names_organisation([w.text for w in n])]
    name = " ".join(w.text for w in full[0]) if len(full) == 1 and phrase.noun in ("i", "me", "my") else None
    return Identity("author", name, descriptor=worded(scene, phrase.span), reason="the article's own first person")
