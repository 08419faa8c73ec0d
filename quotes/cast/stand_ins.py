"""Names that hide whom they name: "Leila, not her real name", a given name or initials alone on purpose."""

import re
from collections.abc import Sequence

from quotes.cast.identity import Identity
from quotes.cast.reading import Reading
from quotes.cast.withheld import Hidden, find_reason
from quotes.domain import Span

INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")


def stand_ins(reading: Reading, identities: Sequence[Identity | None]) -> dict[str, Span]:
    """The names that hide somebody, each with the clause that says so. `identities` are those of the attributions; the
    mentions of reports are nobody whom a clause could be of instead."""
    scene, called = reading.scene, [name_of(reading, place, identity) for place, identity in enumerate(identities)]
    quoted = [(n, a.mention.span) for n, a in zip(called, reading.attributions, strict=True)
              if a.mention is not None and a.quotation.kind != "indirect"]  # fmt: skip
    found: dict[str, Span] = {}
    for name in dict.fromkeys(name for name in called if name is not None):
        others = tuple(mention for other, mention in quoted if other != name)
        phrases = ("stand_in_phrases",) if " " in name.strip() else ("stand_in_phrases", "part_name_phrases")
        for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", scene.text):
            token = scene.token_at(match.start())
            if token is None or scene.quoted_by[token.index] >= 0:
                continue
            place = Span(*match.span())
            clauses = (find_reason(scene, Hidden(place, "", False, others), place, listed) for listed in phrases)
            if (clause := next((c for c in clauses if c is not None), None)) is not None:
                found[name] = clause
                break
    return found


def name_of(reading: Reading, place: int, identity: Identity | None) -> str | None:
    """What a source is called by that may hide it: a person's name, or initials that stand for no body."""
    phrase = reading.phrases[place]
    if identity is None or phrase is None:
        return None
    if identity.kind == "person":
        return identity.name
    worded = phrase.span.of(reading.scene.text)
    return worded if INITIALS.fullmatch(worded) and identity.rule != "abbreviation" else None
