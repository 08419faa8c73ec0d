"""Sources pointing into the cast, and what they tell of its members in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotes.cast import Identity
from quotes.cast.drafts import in_order
from quotes.cast.names import is_title
from quotes.cast.nouns import PEOPLE_KINDS
from quotes.domain import Article, Cast, CastMention, Member, MemberKind, Source, SourceType, Span, Via, member_id
from quotes.lexicon import table

TITLES = 20  # characters between a noun and the name in commas after it
KINDS: Mapping[SourceType, MemberKind] = {
    "named_person": "person",
    "named_organization": "organization",
    "unnamed_person": "unnamed",
    "unnamed_group": "group",
    "document": "document",
    "narrator": "author",
}


def point_into_cast(
    article: Article,
    cast: Cast,
    identities: Sequence[Identity | None],
    mentions: Sequence[Span | None],
    sources: Sequence[Source | None],
) -> tuple[Cast, tuple[Source | None, ...]]:
    """The cast with the outlets that words came through and what the sources tell of its members, and the sources
    pointing into it."""
    pointing = _Pointing(article, cast)
    found = []
    for identity, mention, source in zip(identities, mentions, sources, strict=True):
        if source is None or mention is None:
            found.append(source)
            continue
        member = pointing.speaker(source, None if identity is None else identity.member, mention)
        via = tuple(replace(v, member=pointing.outlet(v)) for v in source.via)
        listener = None if source.addressee is None else pointing.listener(source.addressee)
        found.append(replace(source, member=member, addressee_member=listener, via=via))
    ordered, places = in_order(pointing.members)
    return ordered, tuple(None if source is None else _moved(source, places) for source in found)


class _Pointing:
    def __init__(self, article: Article, cast: Cast) -> None:
        self.members = list(cast.members)
        self._article = article
        self._at = {mention.span: place for place, m in enumerate(cast.members) for mention in m.mentions}
        self._named: dict[str, int] = {}
        self._told: set[int] = set()  # members whose kind a source has told
        for place, member in enumerate(cast.members):
            if member.name is not None:
                self._named.setdefault(_key(member.name), place)

    def speaker(self, source: Source, member: int | None, mention: Span) -> int | None:
        """The member that a source is; two who speak as one, whose mentions are each one's own, are a new one."""
        if member is None and source.name is not None:
            member = self._named.get(_key(source.name))
            member = self._add(KINDS[source.type], source.name, mention) if member is None else member
        if member is not None and member not in self._told:
            self._told.add(member)
            self.members[member] = replace(self.members[member], kind=KINDS[source.type])
        return member

    def outlet(self, via: Via) -> int | None:
        place = self._named.get(_key(via.name))
        if place is None and via.span is not None:
            place = self._at.get(via.span)
        if place is None and via.span is not None:
            return self._add("organization", via.name, via.span)
        if place is not None and place not in self._told:
            self.members[place] = replace(self.members[place], kind="organization")
        return place

    def listener(self, span: Span) -> int | None:
        """The member that a stretch is, or that it begins with ("Ada Byron, the mayor"), or whose name comes right
        after it ("the mayor, Dr Ada Byron"); else a new one, where its noun is of people: "reporters", "the crowd"."""
        inside = [s for s in self._at if span.contains(s)] or [s for s in self._at if self._is_called(span, s)]
        if inside:
            return self._at[min(inside, key=lambda s: (s.start, -s.end))]
        noun = span.of(self._article.text).lower().split()[-1]
        kind = table("source_nouns").get(noun) or table("source_nouns").get(noun.removesuffix("s"))
        if kind not in PEOPLE_KINDS:
            return None
        is_group = kind == "crowd" or noun.endswith("s")
        return self._add("group" if is_group else "unnamed", None, span)

    def _is_called(self, noun: Span, name: Span) -> bool:
        between = self._article.text[noun.end : max(noun.end, name.start)]
        return 0 < name.start - noun.end < TITLES and between[0] == "," and all(map(is_title, between[1:].split()))

    def _add(self, kind: MemberKind, name: str | None, span: Span) -> int | None:
        if span in self._at:
            return None
        mention = CastMention(span, "noun" if name is None else "name")
        self.members.append(Member(member_id(self._article.id, span), kind, name, (mention,)))
        place = self._at[span] = len(self.members) - 1
        if name is not None:
            self._named.setdefault(_key(name), place)
        return place


def _key(name: str) -> str:
    return name.replace("’", "'").casefold().removeprefix("the ")


def _moved(source: Source, places: Sequence[int]) -> Source:
    return replace(
        source,
        member=None if source.member is None else places[source.member],
        addressee_member=None if source.addressee_member is None else places[source.addressee_member],
        via=tuple(replace(v, member=None if v.member is None else places[v.member]) for v in source.via),
    )
