"""The cast of simple articles: who is in it, by which mentions, and what points to it."""

from dataclasses import replace

import pytest

from quotes.cast import Resolver, read_cast
from quotes.cast.drafts import Draft, in_order, to_cast
from quotes.classify.members import point_into_cast
from quotes.domain import (
    Article,
    Cast,
    CastMention,
    CastRole,
    Member,
    MemberKind,
    Relation,
    Source,
    Span,
    Via,
    member_id,
)
from tests.plain_reading import read, sources_of

Told = tuple[MemberKind, str | None, list[str]]  # kind, name, mentions as worded


def cast_of(marked: str, **told: object) -> tuple[list[Told], list[int | None]]:
    """The members, and which of them each mention in braces is of."""
    article, analysis, attributions = read(marked, **told)  # type: ignore[arg-type]
    cast, identities = read_cast(Resolver(article, analysis, attributions))
    members = [(m.kind, m.name, [c.span.of(article.text) for c in m.mentions]) for m in cast.members]
    return members, [None if identity is None else identity.member for identity in identities]


def test_a_person_has_names_nouns_and_pronouns() -> None:
    members, speakers = cast_of(
        "Ada Byron spoke. “it will rain,” said {Ms. Byron}.\nShe arrived. “it may snow,” {she} said."
    )
    assert members == [("person", "Ada Byron", ["Ada Byron", "Byron", "She", "she"])]
    assert speakers == [0, 0]


def test_who_says_nothing_is_in_it_too() -> None:
    members, speakers = cast_of("Mary Shelley arrived. Voters spoke. “it will rain,” {Ada Byron} said.")
    assert members == [
        ("person", "Mary Shelley", ["Mary Shelley"]),
        ("group", None, ["Voters"]),
        ("person", "Ada Byron", ["Ada Byron"]),
    ]
    assert speakers == [2]


def test_nobody_lends_a_name_to_the_unnamed() -> None:
    members, speakers = cast_of(
        "Ada Byron spoke. “it will rain,” said {a senior official}. “it may snow,” said {officials}."
    )
    assert [members[place or 0][:2] for place in speakers] == [("unnamed", None), ("group", None)]
    assert members[0] == ("person", "Ada Byron", ["Ada Byron"])


def test_an_organisation_is_in_it_if_it_acts_or_speaks() -> None:
    text = "The Harbour Board met. “it will rain,” said {the Tide Council}. Ada Byron met the Moor Trust."
    members, speakers = cast_of(text, organisations=["Harbour Board", "Tide Council", "Moor Trust"])
    assert [name for kind, name, _ in members if kind == "organization"] == ["Harbour Board", "Tide Council"]
    assert [members[place][1] for place in speakers if place is not None] == ["Tide Council"]


def test_a_pronoun_that_means_nobody_plainly_is_of_no_member() -> None:
    members, speakers = cast_of("“it will rain,” {they} said.")
    assert (members, speakers) == ([], [None])


def test_what_tells_of_gender_and_number_is_told_with_its_place() -> None:
    article, analysis, attributions = read("{Mr. Byron} spoke. “it will rain,” {he} said. Voters arrived.")
    cast, _ = read_cast(Resolver(article, analysis, attributions))
    signs = [[(sign.tells, sign.span.of(article.text)) for sign in member.signs] for member in cast.members]
    assert ("male", "he") in signs[0]
    assert signs[-1] == [("several", "Voters")]


def test_ids_come_from_the_article_and_the_first_mention() -> None:
    article, analysis, attributions = read("“it will rain,” said {Ada Byron}.")
    [member] = read_cast(Resolver(article, analysis, attributions))[0].members
    assert member.id == member_id("a", Span(21, 30))
    assert read_cast(Resolver(replace(article, id="b"), analysis, attributions))[0].members[0].id != member.id


@pytest.mark.parametrize(
    ("mentions", "kept"),
    [
        ([(Span(0, 5), "name"), (Span(0, 9), "noun")], [Span(0, 5)]),
        ([(Span(0, 5), "noun"), (Span(0, 9), "noun")], [Span(0, 9)]),
        ([(Span(0, 9), "noun"), (Span(0, 5), "noun")], [Span(0, 9)]),
        ([(Span(0, 5), "name"), (Span(6, 9), "pronoun")], [Span(0, 5), Span(6, 9)]),
    ],
)
def test_of_mentions_that_overlap_one_stays(mentions: list[tuple[Span, str]], kept: list[Span]) -> None:
    draft = Draft("person")
    for span, form in mentions:
        draft.add(span, form)  # type: ignore[arg-type]
    assert sorted(draft.mentions) == kept


def test_a_stretch_is_a_mention_of_one_member_only() -> None:
    first, second = Draft("person", "Ada"), Draft("unnamed")
    first.add(Span(4, 7), "name")
    second.add(Span(4, 7), "noun")
    second.add(Span(0, 3), "noun")
    cast, places = to_cast("a", [first, second])
    assert [[m.span for m in member.mentions] for member in cast.members] == [[Span(0, 3)], [Span(4, 7)]]
    assert (places[first], places[second]) == (1, 0)


def member(start: int, name: str | None = None, **more: object) -> Member:
    mention = CastMention(Span(start, start + 2), "name" if name else "noun")
    return Member(f"m{start}", "person", name, (mention,), **more)  # type: ignore[arg-type]


def test_pointers_follow_when_members_are_put_in_order() -> None:
    late = member(9, relations=(Relation("aunt", 1, Span(9, 11)),), roles=(CastRole(Span(9, 11), 1),))
    cast, places = in_order([late, member(3)])
    assert [m.id for m in cast.members] == ["m3", "m9"]
    assert places == (1, 0)
    assert (cast.members[1].relations[0].other, cast.members[1].roles[0].body) == (0, 0)


TEXT = "Ada told the Echo, of reporters: “Rain.”"


def point(cast: Cast, source: Source) -> tuple[Cast, Source]:
    pointed, [found] = point_into_cast(Article("a", TEXT), cast, [None], [Span(0, 3)], [source])
    assert found is not None
    return pointed, found


def test_outlets_and_listeners_join_the_cast() -> None:
    via = Via("the Echo", "told", Span(9, 17))
    source = Source("named_person", "Ada", via=(via,), addressee=Span(22, 31))
    cast, found = point(Cast((Member("m", "person", "Ada", (CastMention(Span(0, 3), "name"),)),)), source)
    assert [(m.kind, m.name) for m in cast.members] == [
        ("person", "Ada"), ("organization", "the Echo"), ("group", None),
    ]  # fmt: skip
    assert (found.member, found.via[0].member, found.addressee_member) == (0, 1, 2)


def test_a_listener_named_in_commas_is_who_bears_the_name() -> None:
    text = "He told the coroner, Dr Ada Byron, of it."
    her = Member("m", "person", "Ada Byron", (CastMention(Span(24, 33), "name"),))
    source = Source("unnamed_person", descriptor="He", addressee=Span(8, 19))
    _, [found] = point_into_cast(Article("a", text), Cast((her,)), [None], [Span(0, 2)], [source])
    assert found is not None
    assert found.addressee_member == 0


def test_a_name_that_is_withheld_is_not_given_away_by_the_cast() -> None:
    article, analysis, attributions = read("“it will rain,” said {Ada}, not her real name. Ada arrived.")
    cast, (identity,) = read_cast(Resolver(article, analysis, attributions))
    assert identity is not None
    assert identity.member is not None
    assert (identity.name, identity.descriptor, identity.stand_in is not None) == (None, "Ada", True)
    member = cast.members[identity.member]
    assert (member.kind, member.name) == ("unnamed", None)


def test_what_a_source_is_its_member_is() -> None:
    article, analysis, attributions = read("“it will rain,” said {a report}.")
    cast, identities = read_cast(Resolver(article, analysis, attributions))
    sources = sources_of(article, analysis, attributions, identities)
    mentions = [a.mention.span if a.mention else None for a in attributions]
    cast, [found] = point_into_cast(article, cast, identities, mentions, sources)
    assert found is not None
    assert found.member is not None
    assert cast.members[found.member].kind == "document"
