"""What a standards desk asks of a source beneath its type; `quotes.definitions` says what each standing means."""

import re

from quotes.cast.outlets import is_outlet
from quotes.cast.phrases import Phrase
from quotes.classify.anonymity import GENERIC
from quotes.classify.source_type import Kind
from quotes.domain import Standing
from quotes.lexicon import table
from quotes.scene import Scene

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def standing_of(kind: Kind, name: str | None, descriptor: str | None, *, anonymous: bool, hidden: bool) -> Standing:
    """`hidden` tells that the article gives a reason for withholding the name, which makes a spokesperson a source
    like any other."""
    if kind.type == "document" or kind.type == "narrator":
        return kind.type
    if kind.type == "named_organization":
        return "outlet" if name is not None and is_outlet(name) else "named"
    if kind.type == "named_person":
        return "named" if name is not None or not kind.noun_kind else "office_holder"
    if kind.noun_kind == "spokesperson" and not hidden:
        return "spokesperson"
    is_somebody = kind.noun_kind is not None and kind.noun not in GENERIC
    if not (anonymous or hidden or (is_somebody and (kind.type == "unnamed_person" or kind.noun_kind == "kin"))):
        return "rhetorical"
    return "bare" if descriptor is not None and is_bare(descriptor) else "described"


def is_bare(descriptor: str) -> bool:
    """Whether a descriptor says no more than that there is a source.

    >>> is_bare("two sources"), is_bare("a source in the ministry")
    (True, False)
    """
    kinds = {table("bare_source_words").get(word.casefold()) for word in WORD.findall(descriptor)}
    return "noun" in kinds and None not in kinds


def count_of(scene: Scene, phrase: Phrase | None, kind: Kind) -> int | None:
    """How many people an unnamed source is; None for a group whose number the article does not tell."""
    if kind.type == "unnamed_person":
        return 1
    if kind.type != "unnamed_group" or phrase is None or kind.noun_kind == "part":
        return None
    for token in scene.tokens[phrase.first : phrase.head + 1]:
        word, following = token.text.lower(), scene.text[token.end : token.end + 9].lstrip(" -")
        if following.startswith(("percent", "per cent", "%", "year", "in ")):
            return None
        if (number := table("number_words").get(word)) is not None:
            return int(number)
        if DIGITS.fullmatch(word):
            return int(word.replace(",", ""))
    return None
