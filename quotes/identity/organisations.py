"""How two names of organisations relate: legal forms and small words aside, and abbreviations with their reading."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from quotes.identity.alignment import NameRelation
from quotes.identity.folding import fold
from quotes.lexicon import words

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b)*")


@lru_cache(maxsize=100_000)
def organisation_words(name: str) -> tuple[str, ...]:
    """Folded words without legal forms and small words.

    >>> organisation_words("the Bank of Example plc")
    ('bank', 'example')
    """
    found = [fold(word) for word in _WORD.findall(name.replace("'s", "").replace("’s", "").replace("&", " "))]
    kept = [word for word in found if word and word not in words("identity_org_noise")]
    return tuple(kept or found)


def is_general(name: str) -> bool:
    """Whether every country has one of that name ("Foreign Ministry", "the Supreme Court")."""
    return all(
        word in words("org_words") or word in words("identity_general_org_words") for word in organisation_words(name)
    )


@lru_cache(maxsize=100_000)
def relate_organisations(a: str, b: str) -> NameRelation:
    """The relation of two names, on the levels that names of persons have; symmetric.

    A general name ("Foreign Ministry") is "one name": it needs a country to say which.
    """
    one, other = sorted((organisation_words(a), organisation_words(b)), key=lambda found: (len(found), found))
    if not one or not other:
        return NameRelation("none", "one has no name")
    if one == other or "".join(one) == "".join(other):
        if is_general(a):
            return NameRelation("one name", f"many countries have a {a}")
        return NameRelation("same", f"the same name, {a}")
    short_forms = initials_of(a) | initials_of(b)
    if len(one) == 1 < len(other) and len(one[0]) > 1 and one[0] in short_forms:
        return NameRelation("initials", f"{a} and {b}: one abbreviates the other")
    joined_a, joined_b = " ".join(one), " ".join(other)
    allowed = 1 if len(joined_a) >= 8 else 0
    if allowed and len(one) == len(other) and OSA.distance(joined_a, joined_b) <= allowed:
        return NameRelation("misspelt", f"{a} and {b} differ by a letter")
    if len(one) > 1 and set(one) < set(other):
        return NameRelation("surname", f"{a} and {b}: one leaves words out that the other has")
    return NameRelation("none", "no name in common")


@lru_cache(maxsize=100_000)
def initials_of(name: str) -> frozenset[str]:
    """What abbreviates a name: the initials of its words, with the small ones and without.

    >>> sorted(initials_of("Bank of Example"))
    ['be', 'boe']
    """
    small = "".join(fold(word)[:1] for word in _WORD.findall(name) if fold(word) != "the")
    return frozenset(("".join(word[0] for word in organisation_words(name)), small))
