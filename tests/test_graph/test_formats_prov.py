"""Provenance says of each quotation whose words it is and where it stands, and rdflib reads it."""

from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import pytest

import graph
from graph.formats import write
from graph.formats.prov import generate_prov, iri, literal
from graph.formats.text import escape
from quotes.domain import ParsedArticle, Source, Via
from quotes.errors import UsageError
from quotes.store import Selection, Store, open_store
from tests.test_graph.samples import BACKSLASHES, CONTROL, LINES, OUTSIDE, QUOTED

rdflib = pytest.importorskip("rdflib")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
RDFS = rdflib.RDFS
Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee", role="mayor", via=(Via("The Wire", "told"),))
COUNCIL = Source("named_organization", "Rook Council")
MEMO = Source("document", "the memo")
OFFICIALS = Source("unnamed_group", descriptor="officials", anonymous=True)


@pytest.fixture
def memory(build: Build) -> Iterator[Store]:
    with open_store("sqlite://") as store:
        store.add(build('a/1 "ü"', ("One", ANN), ("Two", COUNCIL), ("Three", MEMO), ("Four", OFFICIALS)))
        store.add(build("a2", ("Five", ANN), ("Six", None), outlet=None, published=None))
        yield store


@pytest.fixture
def triples(memory: Store) -> Any:
    document = "".join(generate_prov(graph.build(memory), memory.iter(Selection())))
    return rdflib.Graph().parse(data=document, format="turtle")


def by_words(triples: Any, words: str) -> Any:
    (found,) = [entity for entity, value in triples.subject_objects(PROV.value) if words in str(value)]
    return found


def labels(triples: Any, entity: Any, says: Any) -> set[str]:
    return {str(triples.value(one, RDFS.label)) for one in triples.objects(entity, says)}


def test_quotations_are_attributed_and_were_quoted_from_articles(triples: Any) -> None:
    one = by_words(triples, "One")
    assert (one, rdflib.RDF.type, PROV.Entity) in triples
    assert labels(triples, one, PROV.wasAttributedTo) == {"Ann Lee"}
    (article,) = triples.objects(one, PROV.wasQuotedFrom)
    assert labels(triples, article, PROV.wasAttributedTo) == {"The Daily Example"}
    assert str(triples.value(article, rdflib.DCTERMS.title)) == 'About a/1 "ü"'
    assert triples.value(article, rdflib.DCTERMS.issued).toPython().isoformat() == "2011-04-01"


def test_whom_the_words_came_through_is_a_role(triples: Any) -> None:
    (attribution,) = triples.objects(by_words(triples, "One"), PROV.qualifiedAttribution)
    assert labels(triples, attribution, PROV.agent) == {"The Wire"}
    assert str(triples.value(attribution, RDFS.label)) == "told"
    role = triples.value(attribution, PROV.hadRole)
    assert (role, rdflib.RDF.type, PROV.Role) in triples


def test_agents_are_people_bodies_and_what_has_no_name(triples: Any) -> None:
    kinds = {
        str(label): {str(kind).removeprefix(str(PROV)) for kind in triples.objects(agent, rdflib.RDF.type)}
        for agent, label in triples.subject_objects(RDFS.label)
    }
    assert kinds["Ann Lee"] == {"Agent", "Person"}
    assert kinds["Rook Council"] == kinds["The Daily Example"] == kinds["The Wire"] == {"Agent", "Organization"}
    assert kinds["officials"] == {"Agent"}
    assert kinds["the memo"] == {"Entity"}


def test_documents_are_quoted_and_the_unknown_are_not_named(triples: Any) -> None:
    assert "the memo" in labels(triples, by_words(triples, "Three"), PROV.wasQuotedFrom)
    assert labels(triples, by_words(triples, "Three"), PROV.wasAttributedTo) == set()
    assert labels(triples, by_words(triples, "Six"), PROV.wasAttributedTo) == set()


@pytest.mark.parametrize("text", [QUOTED, LINES, BACKSLASHES, OUTSIDE, CONTROL, '"""', "\\", "<>{}|^`"])
def test_any_text_is_a_literal_and_a_name(text: str) -> None:
    document = f"{iri('article:' + text)} <urn:x> {literal(text)} ."
    ((subject, _, value),) = rdflib.Graph().parse(data=document.encode(), format="turtle")
    assert str(value) == escape(text)
    assert str(subject).startswith("urn:who-said-what:article:")


def test_a_network_alone_has_no_provenance() -> None:
    with pytest.raises(UsageError, match="provenance is of quotations"):
        write(nx.DiGraph(), "net.ttl")
