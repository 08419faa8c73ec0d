"""What a role says for comparing: its nouns, its walk of life, and the proper names in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quotes.identity.folding import fold
from quotes.lexicon import table

_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")
_SMALL = frozenset(("of", "the", "for", "and", "in", "at", "to", "s", "a", "an", "on", "de", "from", "by", "with"))
_SAME_NOUN = {"chairperson": "chairman", "chairwoman": "chairman", "pm": "minister", "trainer": "coach"}
_QUALIFIERS = frozenset(("prime", "foreign", "defense", "defence", "finance", "interior", "vice", "deputy", "general"))


@dataclass(frozen=True, slots=True)
class RoleFacts:
    nouns: frozenset[str]  # "minister", with what tells one from another: "foreign minister"
    fields: frozenset[str]  # walks of life, "politics"
    proper: frozenset[str]  # folded capitalised words and their stems: "german", "bundestag"


@lru_cache(maxsize=100_000)
def read_role(role: str) -> RoleFacts:
    """
    >>> sorted(read_role("German Foreign Minister").nouns), sorted(read_role("German Foreign Minister").proper)
    (['foreign minister'], ['germa'])
    """
    fields_of = table("identity_role_fields")
    nouns, fields, proper = set[str](), set[str](), set[str]()
    words = _WORD.findall(role)
    for place, word in enumerate(words):
        folded = fold(word.removesuffix("'s").removesuffix("’s"))
        long = table("title_nouns").get(folded, folded)
        noun = long if long in fields_of else long.removesuffix("s")
        if noun in fields_of:
            before = fold(words[place - 1]) if place else ""
            qualified = f"{before} " if before in _QUALIFIERS else ""
            nouns.add(qualified + _SAME_NOUN.get(noun, noun))
            fields.update(fields_of[noun].split())
        elif word[0].isupper() and folded not in _SMALL and folded not in _QUALIFIERS:
            proper.add(folded[:5])
    return RoleFacts(frozenset(nouns), frozenset(fields), frozenset(proper))


def read_roles(roles: Iterable[str]) -> RoleFacts:
    """All that several roles say together."""
    facts = [read_role(role) for role in roles]
    if len(facts) == 1:
        return facts[0]
    return RoleFacts(
        frozenset().union(*(fact.nouns for fact in facts)),
        frozenset().union(*(fact.fields for fact in facts)),
        frozenset().union(*(fact.proper for fact in facts)),
    )
