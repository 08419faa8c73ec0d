"""A cast as JSON, and back: what `quotes parse` writes of it and what the store keeps.

    [{"id", "kind", "name", "mentions": [{"start", "end", "text", "form"}],
      "roles": [{"start", "end", "text", "body"}], "relations": [{"kind", "other", "start", "end", "text"}],
      "signs": [{"tells", "start", "end", "text"}]}]

`body` and `other` are places in the list. The store keeps the same in less room, without the texts, which the offsets
give, and without the signs.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from quotes.domain import (
    Cast,
    CastMention,
    CastRole,
    Member,
    MemberKind,
    MentionForm,
    Relation,
    Sign,
    Span,
    member_id,
)

Wire = dict[str, Any]
FORMS: tuple[MentionForm, ...] = ("name", "noun", "pronoun")
KINDS: tuple[MemberKind, ...] = ("person", "organization", "unnamed", "group", "document", "author")


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


def cast_to_column(cast: Cast, article_id: str) -> list[Any]:
    """A cast in little room, without what tells of anybody's gender or number.

    A member is `[kind, name, mentions, roles, relations, id]`, empty ends left out: the kind is a place in KINDS,
    mentions are `start, length, form` one after another, the form as a place in FORMS, roles `start, length, body`, the
    body -1 where there is none, relations `kind, other, start, length`; the id is there where it is not `member_id`.
    """
    return [_to_column(member, article_id) for member in cast.members]


def _to_column(member: Member, article_id: str) -> list[Any]:
    derived = member.id == member_id(article_id, member.mentions[0].span) if member.mentions else False
    parts = [
        KINDS.index(member.kind),
        member.name,
        [value for m in member.mentions for value in (*_measured(m.span), FORMS.index(m.form))],
        [value for r in member.roles for value in (*_measured(r.span), -1 if r.body is None else r.body)],
        [value for r in member.relations for value in (r.kind, r.other, *_measured(r.span))],
        "" if derived else member.id,
    ]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts


def _measured(span: Span) -> tuple[int, int]:
    return span.start, span.end - span.start


def cast_from_column(data: Sequence[Any], article_id: str) -> Cast:
    """The cast that `cast_to_column` wrote, or an older version did, as in `cast_to_list`."""
    return Cast(tuple(_member(one) if isinstance(one, dict) else _from_column(article_id, *one) for one in data))


def _from_column(
    article_id: str,
    kind: int | MemberKind,  # the word, and ends instead of lengths, up to version 5 of the schema
    name: str | None = None,
    mentions: Sequence[int] = (),
    roles: Sequence[Any] = (),
    relations: Sequence[Any] = (),
    identity: str = "",
) -> Member:
    span = _stretch_of if isinstance(kind, int) else Span
    spans = tuple(CastMention(span(start, last), FORMS[form]) for start, last, form in _by(3, mentions))
    return Member(
        identity or member_id(article_id, spans[0].span),
        KINDS[kind] if isinstance(kind, int) else kind,
        name,
        spans,
        tuple(CastRole(span(start, last), None if body == -1 else body) for start, last, body in _by(3, roles)),
        tuple(Relation(what, other, span(start, last)) for what, other, start, last in _by(4, relations)),
    )


def _stretch_of(start: int, length: int) -> Span:
    return Span(start, start + length)


def _by(size: int, values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[start : start + size] for start in range(0, len(values), size))


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
