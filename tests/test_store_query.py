"""What somebody types to find words, and what it finds on every database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.domain import Source
from quotes.errors import UsageError
from quotes.store import Selection, Store
from quotes.store.query import All, Any, Not, Term, parse_query
from tests.conftest import Build, build_article

ANN = Source("named_person", "Ann Lee")
SAID = (
    "The vaccines work.",
    "She was vaccinated in May.",
    "The vaccination centre is shut.",
    "Nobody wants the bridge.",
    "The old bridge and the vaccine.",
    "We are happy with the Élysée.",
    "Happily, it rained.",
)


@pytest.fixture
def asked(store: Store, build: Build) -> Store:
    store.add(build_article("a", *((words, ANN) for words in SAID)))
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("vaccine", (0, 1, 2, 4)),
        ("vaccin*", (0, 1, 2, 4)),
        ("vaccina*", (0, 1, 2, 4)),
        ("bri*", (3, 4)),
        ("happy*", (5,)),
        ("happi*", (5, 6)),
        ("elys*", (5,)),
        ('"old bridge"', (4,)),
        ('"old brid*"', ()),
        ('"old brid"*', (4,)),
        ("bridge vaccine", (4,)),
        ("bridge AND vaccine", (4,)),
        ("bridge OR rained", (3, 4, 6)),
        ("bridge NOT old", (3,)),
        ("(bridge OR vaccine) NOT (old OR work)", (1, 2, 3)),
        ("rained OR bridge old", (4, 6)),
        ("bridge) OR", (3, 4)),
        ("NOT old bridge", (3,)),
        ("“old bridge”", (4,)),
        ("OR", ()),
    ],
)
def test_a_query_finds(asked: Store, query: str, found: tuple[int, ...]) -> None:
    if query == "OR":
        with pytest.raises(UsageError, match="holds no word"):
            asked.search(query)
        return
    assert [record.text.strip("“”") for record in asked.search(query)] == [SAID[place] for place in found]


@pytest.mark.parametrize("query", ["NOT old", "bridge OR NOT old", "(NOT old)"])
def test_something_must_occur(asked: Store, query: str) -> None:
    with pytest.raises(UsageError, match="only for what must not occur"):
        asked.search(query)


def test_the_best_come_first(asked: Store) -> None:
    best = asked.select(Selection(words="bridge OR old OR vaccine", sort="relevance", limit=3))
    assert [record.text for record in best] == [f"“{SAID[place]}”" for place in (4, 3, 0)]
    assert asked.select(Selection(words="bridge", sort="relevance", limit=1)) == [best[1]]
    everything = asked.select(Selection(words="bridge OR old OR vaccine", sort="relevance"))
    assert everything[:3] == best
    assert len(everything) == 5


@given(st.text(alphabet="ab ()\"*'-OR NOT", max_size=30))
def test_whatever_is_typed_parses_or_is_told(query: str) -> None:
    try:
        node = parse_query(query)
    except UsageError:
        return
    assert isinstance(node, Term | All | Any | Not)
