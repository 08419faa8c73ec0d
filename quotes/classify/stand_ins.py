"""Names that hide whom they name: "Leila, not her real name", a given name or initials alone on purpose."""

import re
from collections.abc import Iterable, Sequence

from quotes.cast import Identity
from quotes.cast.phrases import Phrase
from quotes.classify.reason_clauses import find_reason
from quotes.classify.reason_owners import Hidden
from quotes.domain import Span
from quotes.scene import Scene

INITIALS = re.compile(r"(?:[A-Z]\.? ?){1,4}")


def called(scene: Scene, phrase: Phrase | None, identity: Identity | None) -> str | None:
    """What a source is called by that may be a name which hides it."""
    if identity is None or phrase is None:
        return None
    if identity.kind == "person":
        return identity.name
    worded = phrase.span.of(scene.text)
    return worded if INITIALS.fullmatch(worded) else None


def find_stand_ins(
    scene: Scene, names: Iterable[str | None], sources: Sequence[tuple[str | None, Span]]
) -> dict[str, Span]:
    """Those of the names that hide somebody, each with the clause that says so. `sources` are all that are quoted:
    what each is called by, and its mention."""
    found: dict[str, Span] = {}
    for name in dict.fromkeys(name for name in names if name is not None):
        others = tuple(mention for other, mention in sources if other != name)
        phrases = ("stand_in_phrases",) if " " in name.strip() else ("stand_in_phrases", "part_name_phrases")
        for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", scene.text):
            token = scene.token_at(match.start())
            if token is None or scene.quoted_by[token.index] >= 0:
                continue
            place = Span(*match.span())
            hidden = Hidden(place, "", False, others)
            clauses = (find_reason(scene, hidden, place, listed) for listed in phrases)
            if (clause := next((c for c in clauses if c is not None), None)) is not None:
                found[name] = clause
                break
    return found
