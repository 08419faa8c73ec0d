"""When two names mean one outlet."""

from quotes.domain import identify


def outlet_id(name: str) -> str:
    """The lasting id of an outlet or agency: its name without case, spare blanks and a leading "the".

    >>> outlet_id("the Guardian") == outlet_id("The  Guardian")
    True
    """
    words = name.casefold().split()
    return identify("outlet", " ".join(words[1:] if words[0:1] == ["the"] and len(words) > 1 else words))
