"""When a predicted name is the gold name."""

import re

from quotes import lexicon

FULLER = 3  # so many words more may the predicted name have


def same_name(gold: str, predicted: str) -> bool:
    """Whether both are one name, titles, case and punctuation aside; the predicted one may be somewhat fuller.

    >>> same_name("Barack Obama", "President Barack Hussein Obama")
    True
    >>> same_name("Barack Obama", "Michelle Obama")
    False
    """
    ours, theirs = _words(gold), _words(predicted)
    fuller = set(ours) <= set(theirs) and len(theirs) - len(ours) <= FULLER
    return bool(ours) and bool(theirs) and (ours == theirs or fuller)


def _words(name: str) -> list[str]:
    plain = re.sub(r"['’]s\b", "", name).lower()
    aside = lexicon.words("evaluation_titles")
    return [word for word in re.sub(r"[^\w\s]", " ", plain).split() if word not in aside]
