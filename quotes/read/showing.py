"""What is said of an input, in words that fool no terminal and no page."""

import unicodedata
from dataclasses import replace

from quotes.domain import Reject

_LONGEST = 1_000  # characters of a reason


def printable(name: str) -> str:
    r"""A name that fools no terminal: what is not printed is written out.

    >>> printable("a\x1b[2J\n.txt")
    'a\\x1b[2J\\n.txt'
    """
    if name.isprintable():
        return name
    return "".join(c if _is_shown(c) else c.encode("unicode_escape", "replace").decode("ascii") for c in name)


def _is_shown(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"


def shown(reject: Reject) -> Reject:
    r"""The reject without control characters in its path and its reason, and without endless names.

    >>> shown(Reject("a\nb.txt", "It names no field 'x\x1b[2J'."))
    Reject(origin='a\\nb.txt', reason="It names no field 'x\\x1b[2J'.", raw=None)
    """
    reason = printable(reject.reason)
    if len(reason) > _LONGEST:
        reason = f"{reason[: _LONGEST // 2]} … {reason[-_LONGEST // 2 :]}"
    return replace(reject, origin=printable(reject.origin), reason=reason)
