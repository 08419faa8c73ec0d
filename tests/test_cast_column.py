"""A cast as the store keeps it, in little room, is the cast again, however old the store is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotes.cast_wire import FORMS, KINDS, cast_from_column, cast_to_column
from quotes.domain import Cast, CastMention, CastRole, Member, Relation, Span, member_id

spans = some.builds(lambda start, length: Span(start, start + length), some.integers(0, 9999), some.integers(1, 60))
mentions = some.builds(CastMention, spans, some.sampled_from(FORMS))
roles = some.builds(CastRole, spans, some.none() | some.integers(0, 9))
relations = some.builds(Relation, some.sampled_from(("spokesperson", "member")), some.integers(0, 9), spans)


@some.composite
def members(draw: some.DrawFn) -> Member:
    named = tuple(draw(some.lists(mentions, min_size=1, max_size=4)))
    return Member(
        draw(some.sampled_from((member_id("a1", named[0].span), "other"))),
        draw(some.sampled_from(KINDS)),
        draw(some.none() | some.text(min_size=1)),
        named,
        tuple(draw(some.lists(roles, max_size=2))),
        tuple(draw(some.lists(relations, max_size=2))),
    )


@given(some.lists(members(), max_size=4))
def test_it_comes_back_whole(found: list[Member]) -> None:
    cast = Cast(tuple(found))
    assert cast_from_column(json.loads(json.dumps(cast_to_column(cast, "a1"))), "a1") == cast


@pytest.mark.parametrize(
    "column",
    [
        [[1, "Port of Loam", [4, 12, 0, 90, 2, 2], [20, 9, -1], ["spokesperson", 0, 30, 6]]],
        [["organization", "Port of Loam", [4, 16, 0, 90, 92, 2], [20, 29, None], ["spokesperson", 0, 30, 36]]],
    ],
)
def test_an_older_one_means_the_same(column: list[object]) -> None:
    mentioned = (CastMention(Span(4, 16), "name"), CastMention(Span(90, 92), "pronoun"))
    role, relation = CastRole(Span(20, 29)), Relation("spokesperson", 0, Span(30, 36))
    member = Member(member_id("a1", Span(4, 16)), "organization", "Port of Loam", mentioned, (role,), (relation,))
    assert cast_from_column(column, "a1") == Cast((member,))
