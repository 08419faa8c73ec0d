"""What becomes a node, what becomes an edge, and what proves it, on every kind of database."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import networkx as nx
import pytest

import graph
from graph.attributes import EDGE_ATTRIBUTES, GRAPH_ATTRIBUTES, NODE_ATTRIBUTES
from graph.networks import KINDS
from quotes.domain import (
    AttributedQuotation,
    Cast,
    CastMention,
    Member,
    ParsedArticle,
    Source,
    Span,
    Via,
    member_id,
)
from quotes.errors import UsageError
from quotes.store import Selection, Store
from quotes.store.people.registry import Registry

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", affiliation="Conservatives")
CLEGG = Source("named_person", "Nick Clegg")
OFFICE = Source("named_organization", "Foreign Office", via=(Via("the Guardian", "told"), Via("AP", "according to")))
DIPLOMAT = Source("unnamed_person", descriptor="a western diplomat", anonymous=True)
AIDE = Source("unnamed_person", descriptor="an aide at the embassy", affiliation="Embassy", anonymous=True)
MEMO = Source("document", "Pentagon memo")
LONG = "the money was never there in the first place"


def merge_all(store: Store) -> None:
    """Let all people of the store be one."""
    registry = Registry(store)
    first, *others = list(registry.people())
    for other in others:
        registry.merge(first.id, other.id, judge_name="me", reason="the same")


def node(network: nx.Graph, label: str) -> str:
    (found,) = [node for node, data in network.nodes(data=True) if data["label"] == label]
    return str(found)


def edge(network: nx.Graph, source: str, target: str) -> dict[str, Any]:
    data: dict[str, Any] = network.edges[node(network, source), node(network, target)]
    return data


def weights(network: nx.Graph) -> dict[str, int]:
    """The edges by their ends' labels; without direction in order of the letters."""
    labels, arrow = network.nodes(data="label"), " → " if network.is_directed() else " – "
    pairs = (([labels[one], labels[two]], weight) for one, two, weight in network.edges(data="weight"))
    return {arrow.join(pair if network.is_directed() else sorted(pair)): weight for pair, weight in pairs}


def in_one(parsed: ParsedArticle) -> ParsedArticle:
    """The article with its quotations as the stretches of one over several paragraphs."""
    stretches = tuple(
        replace(item, attribution=replace(item.attribution, quotation=replace(item.quotation, group=0)))
        for item in parsed.quotations
    )
    return replace(parsed, quotations=stretches)


def test_an_edge_carries_weight_dates_and_proof(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", CAMERON), ("Two words", CAMERON), ("Three", None)))
    store.add(build("a2", ("Four", replace(CAMERON, role="PM")), published=date(2010, 5, 12)))
    store.add(build("a3", ("Five", replace(CAMERON, role=None)), published=None))
    (cameron,) = store.who("Cameron")
    network = graph.build(store)
    assert network.graph == {
        "kind": "speaker-outlet", "title": "who is quoted where", "selection": "", "quotations": 5, "articles": 3,
    }  # fmt: skip
    assert network.nodes[node(network, "David Cameron")] == {
        "kind": "person", "label": "David Cameron", "side": "speaker", "role": "British Prime Minister",
        "affiliation": "Conservatives", "anonymous": False, "quotations": 4, "words": 5, "articles": 3,
        "first": "2010-05-12", "last": "2011-04-01",
    }  # fmt: skip
    assert network.nodes[node(network, "The Daily Example")] == {
        "kind": "outlet", "label": "The Daily Example", "side": "outlet", "quotations": 5, "words": 6, "articles": 3,
        "relayed": 0, "received": 0, "received_words": 0, "first": "2010-05-12", "last": "2011-04-01",
    }  # fmt: skip
    assert edge(network, "David Cameron", "The Daily Example") == {
        "weight": 4, "words": 5, "articles": 3, "first": "2010-05-12", "last": "2011-04-01", "anonymous": 0.0,
        "confidence": 0.75, "evidence": [record.id for record in cameron.quotations],
        "article_ids": ["a2", "a1", "a3"],
    }  # fmt: skip
    assert network.number_of_edges() == 1


def test_a_selection_is_said_and_kept_to(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", CAMERON), ("Two", DIPLOMAT)))
    store.add(build("a2", ("Four", CAMERON), published=date(2010, 5, 12), outlet="Echo"))
    network = graph.build(store, selection=Selection(since=date(2011, 1, 1), anonymous=False))
    assert network.graph["selection"] == "since 2011-01-01, named sources"
    assert weights(network) == {"David Cameron → The Daily Example": 1}
    assert (network.graph["quotations"], network.graph["articles"]) == (1, 1)
    by_name = graph.build(store, selection=Selection(speaker=("Cameron",), outlet=("echo",)))
    assert weights(by_name) == {"David Cameron → Echo": 1}
    assert len(graph.build(store, selection=Selection(since=date(2030, 1, 1)))) == 0


def test_one_text_in_two_outlets_is_one_quotation_with_an_edge_to_each(store: Store, build: Build) -> None:
    for article, outlet in (("a1", "The Echo"), ("a2", "The Bell")):
        store.add(build(article, (LONG, CAMERON), outlet=outlet))
    network = graph.build(store)
    assert (network.nodes[node(network, "David Cameron")]["quotations"], network.graph["quotations"]) == (1, 1)
    assert network.nodes[node(network, "David Cameron")]["words"] == len(LONG.split())
    assert weights(network) == {"David Cameron → The Echo": 1, "David Cameron → The Bell": 1}
    echo = graph.build(store, selection=Selection(outlet=("The Echo",)))
    assert weights(echo) == {"David Cameron → The Echo": 1}
    store.add(build("a3", (f"{LONG}!", CAMERON), outlet="The Echo"))  # the same words in another text
    once = edge(graph.build(store), "David Cameron", "The Echo")
    assert (once["weight"], once["words"], len(once["evidence"]), once["articles"]) == (1, len(LONG.split()), 2, 2)


def test_merges_count_and_neither_pronouns_nor_the_article_speak(store: Store, build: Build) -> None:
    he, voice = Source("unnamed_person", descriptor="he"), Source("narrator")
    store.add(build("a1", ("One", he), ("Two", voice), ("Three", CAMERON), ("Four", CLEGG)))
    assert set(weights(graph.build(store))) == {
        "David Cameron → The Daily Example", "Nick Clegg → The Daily Example",
    }  # fmt: skip
    merge_all(store)
    network = graph.build(store)
    assert list(weights(network).values()) == [2]
    assert network.nodes[node(network, "The Daily Example")]["quotations"] == 4


def test_unnamed_sources_are_one_node_an_article_or_a_class(store: Store, build: Build) -> None:
    for article in ("a1", "a2"):
        store.add(build(article, (f"One {article}", DIPLOMAT), ("Two", DIPLOMAT), ("Three", MEMO), ("Four", AIDE)))
    network = graph.build(store)
    unnamed = [data for _, data in network.nodes(data=True) if data["label"] == "a western diplomat"]
    assert [(data["kind"], data["article"], data["quotations"], data["anonymous"]) for data in unnamed] == [
        ("unnamed_person", "a1", 2, True), ("unnamed_person", "a2", 2, True),
    ]  # fmt: skip
    grouped = graph.build(store, group_unnamed=True)
    assert weights(grouped) == {
        "unnamed: insiders → The Daily Example": 4, "unnamed: insiders, Embassy → The Daily Example": 2,
        "Pentagon memo → The Daily Example": 1,
    }  # fmt: skip
    group = node(grouped, "unnamed: insiders, Embassy")
    assert group.startswith("source:")
    assert (grouped.nodes[group]["kind"], grouped.nodes[group]["affiliation"]) == ("unnamed_group", "Embassy")


def test_a_quotation_over_paragraphs_weighs_one_and_all_its_stretches_prove_it(store: Store, build: Build) -> None:
    store.add(in_one(build("a1", ("One", CAMERON), ("two", CAMERON))))
    network = graph.build(store)
    quoted = edge(network, "David Cameron", "The Daily Example")
    assert (quoted["weight"], quoted["words"], len(quoted["evidence"])) == (1, 2, 2)
    assert network.nodes[node(network, "David Cameron")]["quotations"] == 1


def test_an_article_stands_for_an_outlet_that_it_does_not_name(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", CAMERON), outlet=None, published=None))
    network = graph.build(store)
    assert network.nodes[node(network, "About a1")] == {
        "kind": "article", "label": "About a1", "side": "article", "article": "a1", "quotations": 1, "words": 1,
        "articles": 1,
    }  # fmt: skip
    assert weights(network) == {"David Cameron → About a1": 1}


def test_indirect_speech_counts_where_it_is_asked_for(store: Store, build: Build) -> None:
    parsed = build("a1", ("One", CAMERON), ("Two", CAMERON))
    first, second = parsed.quotations
    reported = replace(second.quotation, kind="indirect")
    second = replace(second, attribution=replace(second.attribution, quotation=reported))
    store.add(replace(parsed, quotations=(first, second), indirect="speech"))
    assert "reports" not in edge(graph.build(store), "David Cameron", "The Daily Example")
    network = graph.build(store, selection=Selection(indirect=True))
    both = edge(network, "David Cameron", "The Daily Example")
    assert (both["weight"], both["reports"]) == (2, 1)
    cameron = network.nodes[node(network, "David Cameron")]
    assert (cameron["quotations"], cameron["reports"], network.graph["selection"]) == (1, 1, "with indirect speech")


def test_relayed_words_go_step_by_step(store: Store, build: Build) -> None:
    store.add(build("a1", ("One two", OFFICE), outlet="The Daily Example"))
    store.add(build("a2", ("Two", OFFICE), ("Three", CAMERON), outlet="The Guardian"))
    network = graph.build(store, "relay")
    assert weights(network) == {
        "the Guardian → AP": 1, "AP → The Daily Example": 1, "AP → the Guardian": 1,
    }  # fmt: skip
    assert edge(network, "the Guardian", "AP")["relations"] == ["told"]
    assert edge(network, "AP", "The Daily Example")["relations"] == ["according to"]
    counted = {
        data["label"]: (data["quotations"], data["relayed"], data["received"], data["received_words"])
        for _, data in network.nodes(data=True)
    }
    assert counted == {"The Daily Example": (1, 0, 1, 2), "the Guardian": (2, 1, 1, 1), "AP": (0, 2, 0, 0)}
    published = graph.build(store).nodes[node(graph.build(store), "the Guardian")]
    assert (published["relayed"], published["received"]) == (1, 1)


def test_an_outlet_that_was_told_by_itself_relays_nothing(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", replace(OFFICE, via=(Via("the Guardian", "told"),))), outlet="The Guardian"))
    assert graph.build(store, "relay").number_of_edges() == 0
    assert list(weights(graph.build(store)).values()) == [1]


def test_an_agencys_copy_came_through_the_agency(store: Store, build: Build) -> None:
    told = replace(CLEGG, via=(Via("Radio Loam", "told"),))
    parsed = build("a1", ("One", CAMERON), ("Two", told), ("Three", None))
    store.add(replace(parsed, wire=Via("Reuters", "wire copy", Span(0, 3))))
    network = graph.build(store, "relay")
    assert weights(network) == {"Reuters → The Daily Example": 3, "Radio Loam → Reuters": 1}
    assert network.nodes[node(network, "Reuters")]["relayed"] == 3


def test_a_way_that_a_later_stretch_tells_counts(store: Store, build: Build) -> None:
    plain = replace(OFFICE, via=())
    store.add(in_one(build("a1", ("One two", plain), ("three", OFFICE))))
    network = graph.build(store, "relay")
    assert (edge(network, "the Guardian", "AP")["weight"], edge(network, "the Guardian", "AP")["words"]) == (1, 3)


def test_who_is_quoted_together(store: Store, build: Build) -> None:
    said = ((LONG, CAMERON), (f"{LONG}, he thinks", CLEGG), (f"{LONG}, or so", CAMERON))
    store.add(build("a1", *said, outlet="Echo"))
    network = graph.build(store, "co-quoted")
    assert not network.is_directed()
    both = edge(network, "David Cameron", "Nick Clegg")
    assert (both["weight"], both["words"], len(both["evidence"]), both["article_ids"]) == (1, 31, 2, ["a1"])
    store.add(build("a2", *said, outlet="Bell", published=date(2011, 4, 2)))  # one text in two places
    store.add(build("a3", *((f"{words}.", source) for words, source in said), outlet="Post"))  # a copy of it
    assert weights(graph.build(store, "co-quoted")) == {"David Cameron – Nick Clegg": 1}
    store.add(build("a4", ("No", CAMERON), ("Yes", CLEGG), ("Perhaps", DIPLOMAT), outlet="Echo"))
    assert weights(graph.build(store, "co-quoted")) == {
        "David Cameron – Nick Clegg": 2, "David Cameron – a western diplomat": 1, "Nick Clegg – a western diplomat": 1,
    }  # fmt: skip


def test_which_article_quotes_whom(store: Store, build: Build) -> None:
    store.add(build("a1", ("One", CAMERON), ("Two", CAMERON), ("Three", None)))
    store.add(build("a2", ("Four", CAMERON), outlet="Bell"))
    network = graph.build(store, "article-speaker")
    assert weights(network) == {"About a1 → David Cameron": 2, "About a2 → David Cameron": 1}
    assert network.nodes[node(network, "About a1")]["quotations"] == 3


def mentioning(parsed: ParsedArticle, *named: tuple[str, str]) -> ParsedArticle:
    """The article with a cast of these, by kind and name, each mentioned wherever the name stands."""
    text = parsed.article.text
    members = []
    for kind, name in named:
        places = [Span(found.start(), found.end()) for found in re.finditer(re.escape(name), text)]
        mentions = tuple(CastMention(span, "name") for span in places)
        members.append(Member(member_id(parsed.article.id, places[0]), kind, name, mentions))  # type: ignore[arg-type]

    def with_member(item: AttributedQuotation) -> AttributedQuotation:
        places = [place for place, (_, name) in enumerate(named) if item.source and item.source.name == name]
        return replace(item, source=replace(item.source, member=places[0])) if item.source and places else item

    return replace(parsed, cast=Cast(tuple(members)), quotations=tuple(map(with_member, parsed.quotations)))


def test_who_speaks_of_whom(store: Store, build: Build) -> None:
    said = build("a1", ("Nick Clegg and Ed Ball will pay Loam Council", CAMERON), ("Ed Ball, never", CAMERON),
                 ("I am Nick Clegg", CLEGG), ("no Ed Ball", None))  # fmt: skip
    cast = (
        ("person", "David Cameron"),
        ("person", "Nick Clegg"),
        ("person", "Ed Ball"),
        ("organization", "Loam Council"),
    )
    store.add(mentioning(said, *cast))
    network = graph.build(store, "about")
    assert weights(network) == {
        "David Cameron → Nick Clegg": 1, "David Cameron → Ed Ball": 2, "David Cameron → Loam Council": 1,
    }  # fmt: skip
    mentioned = node(network, "Ed Ball")
    assert mentioned.startswith("name:")
    assert (network.nodes[mentioned]["kind"], network.nodes[mentioned]["quotations"]) == ("person", 0)
    assert edge(network, "David Cameron", "Ed Ball")["words"] == 12
    store.add(mentioning(build("a2", ("Two", Source("named_person", "Ed Ball"))), ("person", "Ed Ball")))
    speaks = node(graph.build(store, "about"), "Ed Ball")  # the one person who is called just so
    assert speaks == f"speaker:{store.people('Ed Ball')[0].id}"


def test_who_quotes_whom(store: Store, build: Build) -> None:
    parsed = build("a1", ("She told me ‘go now’ and left", CAMERON), ("go now", CLEGG))
    outer, inner = parsed.quotations
    start = parsed.article.text.index("‘go now’")
    span = Span(start, start + 8)
    stands = replace(inner.quotation, span=span, content=Span(start + 1, start + 7), parent=0)
    inner = replace(inner, attribution=replace(inner.attribution, quotation=stands))
    store.add(replace(parsed, quotations=(outer, inner)))
    network = graph.build(store, "within")
    assert weights(network) == {"David Cameron → Nick Clegg": 1}
    assert edge(network, "David Cameron", "Nick Clegg")["words"] == 2
    assert weights(graph.build(store, "within", Selection(speaker=("Clegg",)))) == {"David Cameron → Nick Clegg": 1}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("group_unnamed", [False, True])
def test_nothing_is_carried_that_is_not_described(store: Store, build: Build, kind: str, group_unnamed: bool) -> None:
    store.add(build("a1", ("One", CAMERON), ("Two", OFFICE), ("Three", DIPLOMAT), ("Four", Source("narrator"))))
    store.add(build("a2", ("One", CAMERON), ("Five", AIDE), outlet=None))
    network = graph.build(store, kind, group_unnamed=group_unnamed)
    assert {name: type(value) for name, value in network.graph.items()}.items() <= GRAPH_ATTRIBUTES.items()
    for carried, described in (
        (network.nodes(data=True), NODE_ATTRIBUTES),
        (network.edges(data=True), EDGE_ATTRIBUTES),
    ):
        for *_, data in carried:
            assert {name: type(value) for name, value in data.items()} == {name: described[name] for name in data}
            assert all(value not in (None, "", []) for value in data.values())


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_store_is_an_empty_network(store: Store, kind: str) -> None:
    network = graph.build(store, kind)
    assert (len(network), network.graph["kind"]) == (0, kind)


def test_a_kind_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match=r"no network 'friends'; choose one of these: speaker-outlet, relay, about"):
        graph.build(store, "friends")
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        graph.bild  # noqa: B018


def test_whole_ways_of_words(store: Store, build: Build) -> None:
    store.add(build("a1", ("One two", OFFICE), ("Three", replace(CAMERON, via=OFFICE.via)), ("Four", CLEGG)))
    copy = build("a2", ("Five", replace(CLEGG, via=(Via("AP", "according to"),))), outlet="The Guardian")
    store.add(replace(copy, wire=Via("Reuters", "wire copy", Span(0, 3))))
    store.add(replace(build("a3", ("Six", CLEGG), outlet=None), wire=Via("Reuters", "wire copy", Span(0, 3))))
    assert [(chain.through, chain.relations, chain.quotations, chain.words) for chain in store.chains()] == [
        (("the Guardian", "AP", "The Daily Example"), ("told", "according to"), 2, 3),
        (("AP", "Reuters", "the Guardian"), ("according to", "wire copy"), 1, 1),
        (("Reuters", "About a3"), ("wire copy",), 1, 1),
    ]
    first = store.chains()[0]
    assert (len(first.evidence), first.article_ids, first.first) == (2, ["a1"], "2011-04-01")
    assert store.chains(Selection(outlet=("Echo",))) == []
