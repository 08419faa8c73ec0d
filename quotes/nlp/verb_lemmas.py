"""Lemmas of the verbs of speech where the lemmatizer guesses: "typ" of "typed", "concurr" of "concurred"."""

from collections.abc import Iterator
from functools import cache

from quotes.lexicon import words

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "sh", "ch", "x", "z")


def lemma_of(form: str, upos: str, lemma: str) -> str:
    """The lemma of a word: a listed verb's where the form is a regular one of it, else the given one."""
    return _forms().get(form.lower(), lemma) if upos == "VERB" else lemma


@cache
def _forms() -> dict[str, str]:
    verbs = words("reporting_verbs")
    return {form: verb for verb in sorted(verbs) for form in inflected(verb) if form not in verbs}


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of a verb; with its last consonant doubled as well where that may be."""
    stem, last = verb[:-1], verb[-1]
    if last == "e":
        yield from (verb + "s", verb + "d", (verb if stem[-1] == "e" else stem) + "ing")
    elif last == "y" and stem[-1] not in _VOWELS:
        yield from (stem + "ies", stem + "ied", verb + "ing")
    else:
        yield from (verb + ("es" if verb.endswith(_HISSING) else "s"), verb + "ed", verb + "ing")
        if stem[-1] in _VOWELS and stem[-2:-1] not in _VOWELS and last not in "wxy":
            yield from (verb + last + "ed", verb + last + "ing")
