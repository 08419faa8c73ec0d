"""One place counts: whoever is asked about a store of copies, rewordings, merges and corrections says the same."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import graph
from quotes.domain import AttributedQuotation, ParsedArticle, Source
from quotes.page import generate_page
from quotes.report import Counted, choose_rules, find_breaches, measure_groups, measure_whole, parse_dimensions
from quotes.store import Selection, Store, Verdict, open_store
from quotes.store.counting.counts import Key, Tally
from quotes.store.people.registry import Registry
from tests.conftest import build_article

Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee", role="mayor of Seaton")
MAYOR = Source("named_person", "A. Lee", role="mayor of Seaton")
BOB = Source("named_person", "Bob Ray")
OFFICIAL = Source("unnamed_person", descriptor="a senior official", anonymous=True)
OFFICIALS = Source("unnamed_group", descriptor="officials", anonymous=True)
CRITICS = Source("unnamed_group", descriptor="critics")
SPEAKS = Source("unnamed_person", descriptor="a spokeswoman for the bank")
VOICE = Source("narrator")
REPORT = Source("document", descriptor="the report")
LONG = "the money was never there in the first place"
DAM = "nobody has looked at the old dam for years"
SHORT = "we will see"


def in_one(parsed: ParsedArticle, *places: int) -> ParsedArticle:
    """The article with these quotations as the stretches of one over several paragraphs."""

    def joined(item: AttributedQuotation) -> AttributedQuotation:
        quotation = replace(item.attribution.quotation, group=7)
        return replace(item, attribution=replace(item.attribution, quotation=quotation))

    items = (joined(item) if n in places else item for n, item in enumerate(parsed.quotations))
    return replace(parsed, quotations=tuple(items))


def wholes(store: Store, selection: Selection) -> dict[str, set[str]]:
    """By what a quotation counts as, the categories that it has anywhere."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in store.select(selection):
        assert record.whole is not None
        found[record.whole].add(record.category)
    return found


def everything(store: Store) -> list[dict[Key, Tally]]:
    by = ((), ("outlet",), ("outlet", "month"), ("byline",), ("desk",), ("year",))
    return [
        store.count(Selection(indirect=indirect), one, each=each)  # type: ignore[arg-type]
        for indirect in (False, True)
        for each in (False, True)
        for one in by
    ]


def agree(store: Store) -> dict[str, int]:
    """All who count say the same, and that is what one finds by reading everything; how many each person has."""
    told = wholes(store, Selection())
    tally = store.count()[()]
    whole = measure_whole(Counted(store))
    assert tally["quotations"].total == whole.measures["quotations"].total == len(told)
    assert tally["quotations"].strict == sum("anonymous" in found for found in told.values())
    assert tally["quotations"].strict == len(list(Counted(store).listed("anonymous")))
    assert tally["sources"].strict == sum(store.reasons().values())
    unreasoned = [one.quotation.id for one in find_breaches(Counted(store), choose_rules(["no-reason"]))]
    assert set(unreasoned) <= {record.id for record in store.records() if record.category == "anonymous"}
    assert bool(unreasoned) == bool(tally["quotations"].strict)
    assert store.extent().articles >= tally["articles"].total

    people: dict[str, set[str]] = defaultdict(set)
    outlets: dict[str | None, set[str]] = defaultdict(set)
    for said in store.utterances():
        outlets[said.outlet].add(said.whole)
        if said.person_id is not None:
            people[said.person_id].add(said.whole)
    speakers = {one.id: one.quotations for one in store.speakers()}
    assert speakers == {one: len(found) for one, found in people.items() if one in speakers}
    for name in {one.name for one in store.speakers() if one.name}:
        assert {one.id: one.quotations for one in store.people(name)}.items() <= speakers.items()
        for one in store.who(name):
            assert len({record.whole for record in one.quotations}) == speakers[one.id]
    by_outlet = store.count(by=("outlet",))
    assert {key: found["quotations"].total for (key,), found in by_outlet.items() if found["quotations"].total} == {
        outlet: len(found) for outlet, found in outlets.items()
    }
    groups = measure_groups(Counted(store), parse_dimensions("outlet"))
    assert {group.key: group.measures["quotations"].total for group in groups} == {
        key: found["quotations"].total for key, found in by_outlet.items()
    }

    for kind in ("speaker-outlet", "article-speaker"):
        network = graph.build(store, kind)
        quoted = {node: data["quotations"] for node, data in network.nodes(data=True)}
        assert speakers == {node[8:]: count for node, count in quoted.items() if node.startswith("speaker:")}
        for _, data in network.nodes(data=True):
            if data["kind"] == "outlet":
                assert data["quotations"] == len(outlets[data["label"]])
                assert data["words"] == by_outlet[data["label"],]["words"].total
        assert network.graph["quotations"] == len(told)
        for one, other, data in network.edges(data=True):
            assert 0 < data["weight"] <= min(quoted[one], quoted[other])
            assert data["weight"] <= len(data["evidence"])
            proved = [record for record in store.records() if record.id in data["evidence"]]
            assert len({record.whole for record in proved}) == data["weight"]

    for identity in {record.article_id for record in store.records()}:
        article = store.article(identity)
        of_article = Selection(version=article.number)
        found = store.count(of_article)[()]
        kept = wholes(store, of_article)
        assert found["quotations"].total == len(kept)
        noun = "quotation" if len(kept) == 1 else "quotations"
        assert f"{len(kept)} {noun}, " in generate_page(article.parsed(indirect=False), found)

    # what was added up as articles came in is what one gets by adding up now, and by filling everything anew
    found = store.count(Selection(since=date(1, 1, 1)))[()]  # without articles that quote nobody
    assert {**found, "articles": found["articles"]._replace(total=tally["articles"].total)} == dict(tally)
    before = everything(store)
    store.rebuild()
    assert everything(store) == before
    return speakers


def test_everybody_who_counts_says_the_same(store: Store, build: Build) -> None:
    wire = build("wire", (LONG, ANN), (DAM, OFFICIAL), (SHORT, ANN), ("so it goes", None), ("Hm.", BOB), outlet="Echo")
    store.add(in_one(wire, 2, 3))
    assert sorted(agree(store).values()) == [1, 1, 2]  # of which one runs over two paragraphs
    assert store.count()[()]["quotations"].total == 4

    again = replace(wire.article, id="again", outlet="Bell", published=date(2011, 5, 2))
    store.add(in_one(replace(wire, article=again), 2, 3))  # the same text in another place
    agree(store)
    assert store.count()[()]["articles"].total == 1
    assert store.count(each=True)[()]["quotations"].total == 8
    assert {key: found["quotations"].total for key, found in store.count(by=("outlet", "month")).items()} == {
        ("Echo", "2011-04"): 4, ("Bell", "2011-05"): 4,
    }  # fmt: skip

    store.add(build("cut", (f"{LONG.upper()}!", MAYOR), (DAM, OFFICIALS), ("No.", None), outlet="Post"))
    agree(store)
    assert store.count()[()]["quotations"].total == 6  # under two names it is two quotations …
    registry = Registry(store)
    (ann,) = (one for one in registry.people() if one.name == "Ann Lee")
    others = [one for one in registry.people() if one.name == "A. Lee"]
    for other in others:
        registry.merge(ann.id, other.id, judge_name="me", reason="the mayor")
    agree(store)
    (merged,) = store.people("Ann Lee")
    assert merged.quotations == 2
    assert store.count()[()]["quotations"].total == 5  # … and under one one
    sources = store.count()[()]["sources"]
    assert (sources.total, sources.strict) == (3, 1)  # Ann, Bob, and the official, who are the same in the copy

    if others:
        somebody = registry.one(merged.id)
        registry.split(
            merged.id, [one for one in somebody.members if one != somebody.id][-1:], judge_name="me", reason=""
        )
        agree(store)
        assert store.count()[()]["quotations"].total == 6

    store.add(build("wire", (LONG, ANN), (DAM, OFFICIAL), (f"{SHORT} soon", ANN), outlet="Echo"), replace=True)
    agree(store)  # a new wording for one of the places

    (denied,) = (r for r in store.records() if r.article_id == "cut" and r.category == "anonymous")
    row = store.correct(denied.id, Verdict(said=False), who="me")
    agree(store)
    store.undo_correction(row, who="me")
    agree(store)
    store.correct(denied.id, Verdict(speaker=True, source_type="named_person", name="Bob Ray"), who="me")
    agree(store)


def test_a_short_quotation_and_one_of_another_kind_stay_apart(store: Store, build: Build) -> None:
    store.add(build("a", (LONG, OFFICIAL), (SHORT, ANN), (DAM, REPORT)))
    store.add(build("b", (LONG, VOICE), (SHORT, ANN), (DAM, None)))
    agree(store)
    assert store.count()[()]["quotations"].total == 6


def test_a_stock_phrase_of_many(store: Store, build: Build) -> None:
    for number in range(12):
        store.add(build(f"a{number}", (LONG, (OFFICIAL, SPEAKS, CRITICS)[number % 3]), (f"Number {number}.", ANN)))
    agree(store)
    quotations = store.count()[()]["quotations"]
    assert (quotations.total, quotations.strict, quotations.spokespersons) == (13, 1, 0)  # as the weightiest
    (phrase,) = Counted(store).listed("anonymous")
    assert len(phrase.places) == 12
    assert not list(Counted(store).listed("spokesperson"))


def test_speakers_as_people_and_as_spelled(store: Store, build: Build) -> None:
    he = Source("unnamed_person", descriptor="he")
    store.add(
        build("a", (LONG, ANN), (SHORT, replace(BOB, name="bob ray")), ("Yes.", VOICE), ("No.", he), outlet="Echo")
    )
    store.add(
        build("a2", (LONG, ANN), (SHORT, replace(BOB, name="bob ray")), ("Yes.", VOICE), ("No.", he), outlet="Bell")
    )
    store.add(
        build("b", (LONG, replace(ANN, role="mayor")), (DAM, replace(BOB, role="clerk")), published=date(2010, 1, 1))
    )
    said = {(one.name or one.descriptor or one.type): one for one in store.speakers(as_spelled=True)}
    assert [(name, one.quotations, one.role) for name, one in said.items()] == [
        ("Bob Ray", 2, "clerk"), ("Ann Lee", 1, "mayor"), ("he", 1, None), ("narrator", 1, None),
    ]  # fmt: skip
    each = {
        (one.name or one.descriptor or one.type): one.quotations for one in store.speakers(as_spelled=True, each=True)
    }
    assert each == {"Ann Lee": 3, "Bob Ray": 3, "he": 2, "narrator": 2}
    people = list(store.speakers())
    assert {one.name.casefold() for one in people if one.name} == {"ann lee", "bob ray"}
    assert list(store.speakers(limit=1)) == people[:1]
    assert {one.descriptor for one in people} == {None}  # neither he nor the article's own voice


SAID = st.tuples(
    st.sampled_from([LONG, DAM, SHORT, "Yes."]),
    st.sampled_from([ANN, MAYOR, BOB, OFFICIAL, OFFICIALS, CRITICS, SPEAKS, VOICE, REPORT, None]),
)
ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["Echo", "Bell", None]),
        st.sampled_from([date(2024, 1, 1), date(2024, 3, 1)]),
        st.lists(SAID, max_size=5),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(ARTICLES)
def test_whatever_comes_in(given_articles: list[tuple[str, str | None, date, list[tuple[str, Source | None]]]]) -> None:
    with open_store("sqlite://") as store:
        for identity, outlet, published, said in given_articles:
            store.add(build_article(identity, *said, outlet=outlet, published=published), replace=True)
        agree(store)


def test_somebody_who_took_anothers_place_gives_it_back(store: Store, build: Build) -> None:
    """A. Lee of a later wording is whom Ann Lee was there; when she is there too, he is judged by himself."""
    initial = replace(ANN, name="A. Lee", role="mayor of Seaton")
    mayor = replace(ANN, role="mayor of Seaton")
    for identity, *speakers in (("a", mayor, mayor), ("b", mayor), ("b", initial), ("a", mayor), ("b", mayor, initial)):
        store.add(build(identity, *((LONG, one) for one in speakers)), replace=True)
    agree(store)
