"""A cast as JSON, and back: what `quotes parse` writes of it and what the store keeps.

    [{"id", "kind", "name", "mentions": [{"start", "end", "text", "form"}],
      "roles": [{"start", "end", "text", "body"}], "relations": [{"kind", "other", "start", "end", "text"}],
      "signs": [{"tells", "start", "end", "text"}]}]

`body` and `other` are places in the list. The store keeps no texts, which the offsets give, and no signs.
"""

from collections.abc import Sequence
from typing import Any

from quotes.domain import Cast, CastMention, CastRole, Member, Relation, Sign, Span

Wire = dict[str, Any]


def cast_to_list(cast: Cast, text: str) -> list[Wire]:
    return [
        {
            "id": member.id,
            "kind": member.kind,
            "name": member.name,
            "mentions": [{**_stretch(m.span, text), "form": m.form} for m in member.mentions],
            "roles": [{**_stretch(r.span, text), "body": r.body} for r in member.roles],
            "relations": [{"kind": r.kind, "other": r.other, **_stretch(r.span, text)} for r in member.relations],
            "signs": [{"tells": s.tells, **_stretch(s.span, text)} for s in member.signs],
        }
        for member in cast.members
    ]


def cast_to_columns(cast: Cast) -> list[Wire]:
    """As `cast_to_list`, without the texts and without what tells of anybody's gender or number."""
    members = cast_to_list(cast, "")
    for member in members:
        del member["signs"]
        for stretch in (*member["mentions"], *member["roles"], *member["relations"]):
            del stretch["text"]
    return members


def cast_from_list(data: Sequence[Wire]) -> Cast:
    return Cast(tuple(map(_member, data)))


def _member(data: Wire) -> Member:
    return Member(
        data["id"],
        data["kind"],
        data["name"],
        tuple(CastMention(_span(m), m["form"]) for m in data["mentions"]),
        tuple(CastRole(_span(r), r["body"]) for r in data["roles"]),
        tuple(Relation(r["kind"], r["other"], _span(r)) for r in data["relations"]),
        tuple(Sign(s["tells"], _span(s)) for s in data.get("signs", ())),
    )


def _stretch(span: Span, text: str) -> Wire:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _span(stretch: Wire) -> Span:
    return Span(stretch["start"], stretch["end"])
