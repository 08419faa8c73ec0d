"""The noun of an unnamed source's descriptor, as far as its words alone tell: "a senior official of the bank"."""

import re

_AFTER_NOUN = re.compile(
    r",|\s(?:-|–|—|who|whom|whose|that|which|with|without|of|in|at|from|for|on|to|by|close|near|inside|within|familiar|"
    r"briefed|involved|speaking|working|present|and|or)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SINGULARS = {"people": "person", "men": "man", "children": "child", "wives": "wife"}  # as they end: women, midwives
_HISSING = re.compile(r"(?:ss|ch|sh|x|zz)es$")


def words_of(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def head_noun(descriptor: str) -> str:
    """The last word before whatever describes the source further, in lower case; "" of no words.

    >>> head_noun("two senior Western officials familiar with the talks")
    'officials'
    """
    found = words_of(_AFTER_NOUN.split(descriptor.strip(), maxsplit=1)[0])
    return found[-1] if found else ""


def singular(noun: str) -> str:
    """The singular of a plural noun; any other word comes back as it is.

    >>> [singular(noun) for noun in ("officials", "spokeswomen", "people", "boss", "witnesses", "nurses")]
    ['official', 'spokeswoman', 'person', 'boss', 'witness', 'nurse']
    """
    for plural, single in _SINGULARS.items():
        if noun.endswith(plural):
            return noun[: -len(plural)] + single
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if _HISSING.search(noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
