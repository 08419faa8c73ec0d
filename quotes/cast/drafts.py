"""Members of a cast while they are gathered, and the order in which they are told."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quotes.domain import Cast, CastMention, CastRole, Member, MemberKind, MentionForm, Relation, Sign, Span, member_id


@dataclass(slots=True, eq=False)
class Draft:
    """One member, open for what is still found of it."""

    kind: MemberKind
    name: str | None = None
    acts: bool = True  # speaks, or does something that the article tells; who does neither is left out
    mentions: dict[Span, MentionForm] = field(default_factory=dict)
    roles: set[Span] = field(default_factory=set)
    relations: set[tuple[str, "Draft", Span]] = field(default_factory=set)
    signs: set[Sign] = field(default_factory=set)

    def add(self, span: Span, form: MentionForm) -> None:
        """Take a mention in; of two that overlap a name stays before a noun, of two nouns the longer, else the first
        one."""
        for other, other_form in list(self.mentions.items()):
            if other.overlaps(span):
                if form != "noun" or other_form == "name" or other.contains(span):
                    return
                del self.mentions[other]
        self.mentions[span] = form


def to_cast(article_id: str, drafts: Sequence[Draft]) -> tuple[Cast, dict[Draft, int]]:
    """The members and which draft became which. A stretch is a mention of one member only, the first of `drafts` that
    has it; a draft that keeps none is left out."""
    taken: set[Span] = set()
    kept: dict[Draft, tuple[CastMention, ...]] = {}
    for draft in drafts:
        own = sorted(span for span in draft.mentions if span not in taken)
        if draft.acts and own:
            kept[draft] = tuple(CastMention(span, draft.mentions[span]) for span in own)
            taken.update(own)
    ordered = sorted(kept, key=lambda draft: kept[draft][0].span)
    places = {draft: place for place, draft in enumerate(ordered)}
    bodies = {m.span: places[d] for d in ordered if d.kind == "organization" for m in kept[d] if m.form == "name"}
    members = tuple(
        Member(
            member_id(article_id, kept[draft][0].span),
            draft.kind,
            draft.name,
            kept[draft],
            tuple(CastRole(role, _body_in(role, bodies)) for role in sorted(draft.roles)),
            tuple(sorted(_relations(draft, places), key=lambda relation: relation.span)),
            tuple(sorted(draft.signs, key=lambda sign: (sign.span, sign.tells))),
        )
        for draft in ordered
    )
    return Cast(members), places


def in_order(members: Sequence[Member]) -> tuple[Cast, tuple[int, ...]]:
    """Members in order of their first mentions, with the new place of each."""
    order = sorted(range(len(members)), key=lambda place: members[place].mentions[0].span)
    places = {old: new for new, old in enumerate(order)}
    moved = (_moved(members[old], places) for old in order)
    return Cast(tuple(moved)), tuple(places[old] for old in range(len(members)))


def _moved(member: Member, places: dict[int, int]) -> Member:
    roles = tuple(replace(role, body=None if role.body is None else places[role.body]) for role in member.roles)
    relations = tuple(replace(relation, other=places[relation.other]) for relation in member.relations)
    return replace(member, roles=roles, relations=relations)


def _body_in(role: Span, bodies: dict[Span, int]) -> int | None:
    return next((place for span, place in bodies.items() if role.contains(span)), None)


def _relations(draft: Draft, places: dict[Draft, int]) -> list[Relation]:
    return [Relation(kind, places[other], span) for kind, other, span in draft.relations if other in places]
