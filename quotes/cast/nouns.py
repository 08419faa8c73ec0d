"""What a noun says of people."""

import re

from quotes.domain import Token
from quotes.lexicon import table
from quotes.lexicon import words as word_list

ROLE_KINDS = frozenset(("spokesperson", "insider", "office", "expert", "media", "kin"))
PEOPLE_KINDS = ROLE_KINDS | {"crowd", "person", "rhetorical"}
TITLE_KINDS = frozenset(("office", "rank", "clergy", "learned"))
PEOPLE = ("person_nouns", "other_people")
# Endings of nouns for people by what they do or where they are from: "speechwriter", "dentist", "attendee".
_AGENT_ENDING = re.compile(
    r"(?:[^aeiou]er|eer|or|ist|ian|eur|ee|ster|man|woman|person|son|daughter|mate|crat|goer"
    r"|smith|wright|boy|girl|child|mum|lad)$"
)


def ends_as_agent(noun: str) -> bool:
    """Whether a singular common noun, or the last part of a compound, has an ending of nouns for people.

    >>> ends_as_agent("beekeeper"), ends_as_agent("schoolboy"), ends_as_agent("river")
    (True, True, False)
    """
    last = noun.rsplit("-", 1)[-1]
    return _AGENT_ENDING.search(last) is not None and last not in word_list("things_like_agents")


def is_role(token: Token) -> bool:
    """A noun for what somebody is: a post, a trade, a tie."""
    lower, lemma = token.text.lower().rstrip("."), token.lemma.lower()
    nouns = table("source_nouns")
    if (
        nouns.get(lower) in ROLE_KINDS
        or nouns.get(lemma) in ROLE_KINDS
        or table("titles").get(lower, "") in TITLE_KINDS
    ):
        return True
    return any(word in word_list(listed) for word in (lower, lemma) for listed in ("person_nouns", "trades"))


def noun_kind(form: str, noun: str, plural: bool) -> str | None:
    """The kind of a noun in `source_nouns.tsv`, by its own form first ("republicans"), then by its singular, then by
    the last part of a compound ("co-worker")."""
    nouns = table("source_nouns")
    if plural:
        as_plural = (
            nouns.get(form) or nouns.get(noun + "s") or (nouns.get(noun[:-1] + "ies") if noun.endswith("y") else None)
        )
        if as_plural is not None:
            return as_plural
    if noun in nouns:
        return nouns[noun]
    last = nouns.get(noun.rsplit("-", 1)[-1])
    return last if last != "part" else None  # "centre-half" is no half


def is_person_word(token: Token) -> bool:
    """Whether a common noun may be a person's: by a list, or by an ending for what people do or where they are from."""
    word = token.text.lower()
    noun = token.lemma.lower() if token.xpos == "NNS" else word
    return is_role(token) or any(noun in word_list(listed) for listed in PEOPLE) or ends_as_agent(noun)
