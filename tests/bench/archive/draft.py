"""A text as it is written, with the places of what stands in it."""

from dataclasses import replace

from quotes.domain import (
    AttributedQuotation,
    Cast,
    CastMention,
    CastRole,
    Member,
    MemberKind,
    MentionForm,
    Span,
    member_id,
)


class Draft:
    """Text, cast and quotations; they end up in the order in which they are written."""

    def __init__(self) -> None:
        self.quotations: list[AttributedQuotation] = []
        self._pieces: list[str] = []
        self._length = 0
        self._places: dict[str, int] = {}
        self._members: list[Member] = []

    def write(self, words: str) -> Span:
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return Span(start, self._length)

    def mention(
        self, key: str, kind: MemberKind, name: str | None, words: str, form: MentionForm = "name"
    ) -> tuple[Span, int]:
        """Write words for a member of the cast; where they stand, and the member's place in the cast."""
        span = self.write(words)
        place = self._places.setdefault(key, len(self._members))
        if place == len(self._members):
            self._members.append(Member("", kind, name, (CastMention(span, form),)))
        else:
            member = self._members[place]
            self._members[place] = replace(member, mentions=(*member.mentions, CastMention(span, form)))
        return span, place

    def role(self, place: int, words: str) -> None:
        """Write what a member is."""
        span, member = self.write(words), self._members[place]
        self._members[place] = replace(member, roles=(*member.roles, CastRole(span)))

    def wording(self, span: Span) -> str:
        """What was written in one go at this place, among the last things."""
        start = self._length
        for piece in reversed(self._pieces):
            start -= len(piece)
            if start <= span.start:
                return piece[span.start - start : span.end - start]
        raise ValueError(f"nothing is written at {span}")

    @property
    def length(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def cast(self, article_id: str) -> Cast:
        return identified(Cast(tuple(self._members)), article_id)


def identified(cast: Cast, article_id: str) -> Cast:
    """The cast with the ids that its members have in this article."""
    return Cast(tuple(replace(m, id=member_id(article_id, m.mentions[0].span)) for m in cast.members))
