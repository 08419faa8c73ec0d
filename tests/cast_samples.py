"""Members of casts for property tests."""

from typing import get_args

from hypothesis import strategies as st

from quotes.domain import CastMention, CastRole, Member, MemberKind, MentionForm, Relation, Sign, SignOf, Span


def spans(length: int) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair)))


def members(length: int, words: st.SearchStrategy[str]) -> st.SearchStrategy[Member]:
    """Of a text of that length; they point to others at random."""
    places = spans(length)
    mention = st.builds(CastMention, places, st.sampled_from(get_args(MentionForm)))
    return st.builds(
        Member,
        id=words,
        kind=st.sampled_from(get_args(MemberKind)),
        name=st.none() | words,
        mentions=st.lists(mention, min_size=1, max_size=3).map(tuple),
        roles=st.lists(st.builds(CastRole, places, st.none() | st.integers(0, 3)), max_size=2).map(tuple),
        relations=st.lists(st.builds(Relation, words, st.integers(0, 3), places), max_size=2).map(tuple),
        signs=st.lists(st.builds(Sign, st.sampled_from(get_args(SignOf)), places), max_size=2).map(tuple),
    )
