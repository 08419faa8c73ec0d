"""How often words report, counted on the training articles (`quotes.train.attribution`), as log-odds."""

from collections.abc import Mapping

from quotes.lexicon import words

UNSEEN = -6.0  # of a predicate that never reports in the training articles
# Of a verb of speech that they do not have, "scrawl" or "summarise": somewhat less than the middle one of those that
# they have.
UNSEEN_REPORTING = -0.5


def read_strengths(text: str) -> dict[str, float]:
    """Lemma → log-odds that it reports words, from lines of `lemma<TAB>value`."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {lemma: float(value) for lemma, value in rows}


def cue_strength(lemma: str, strengths: Mapping[str, float]) -> float:
    """Of a predicate's lemma, whatever its case."""
    lemma = lemma.lower()
    return strengths.get(lemma, UNSEEN_REPORTING if lemma in words("reporting_verbs") else UNSEEN)
