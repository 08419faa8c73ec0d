"""PROV-O in Turtle: each quotation with whoever said it and the article that it was quoted from.

    quotation   a prov:Entity, its words in prov:value; prov:wasAttributedTo its speaker, prov:wasQuotedFrom its article
                and the quotation that it stands inside; whom the words came through is a qualified attribution
    speaker     a prov:Agent, and a prov:Person or prov:Organization; one without a name belongs to an article; a
                document is a prov:Entity that quotations were quoted from
    article     a prov:Entity, prov:wasAttributedTo its outlet

It is of quotations, which a network only counts, and is therefore written from the store as well. The few forms that
are needed are written here, as they come: rdflib would hold a million quotations in memory before it wrote one.

https://www.w3.org/TR/prov-o/
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote as percent

import networkx as nx

from graph.formats.text import escape
from quotes.store import QuotationRecord, outlet_id

_OURS = "urn:who-said-what:"
_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "w": _OURS,
}
_AGENTS = {
    "person": ", prov:Person", "unnamed_person": ", prov:Person", "organization": ", prov:Organization",
    "outlet": ", prov:Organization",
}  # fmt: skip
_SPECIAL = re.compile(r'["\\\n\r]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def generate_prov(network: nx.Graph, quotations: Iterable[QuotationRecord]) -> Iterator[str]:
    """The lines of a Turtle file: the speakers and outlets that are nodes, and the quotations.

    A quotation whose speaker is no node, since nobody knows who it is, is attributed to nobody; one of several who
    spoke as one to the first of them. What was not said is left out.
    """
    for prefix, space in _PREFIXES.items():
        yield f"@prefix {prefix}: <{space}> .\n"
    yield "w:relay a prov:Role .\n"
    for node, data in network.nodes(data=True):
        yield from _agent(node, data["label"], _AGENTS.get(data["kind"], ""), data)
    articles: set[str] = set()
    outlets = {node for node in network if node.startswith("outlet:")}
    for said in quotations:
        if said.whole is None:
            continue
        for name in filter(None, (said.outlet, *(via.name for via in said.via))):
            if (outlet := f"outlet:{outlet_id(name)}") not in outlets:
                outlets.add(outlet)
                yield from _agent(outlet, name, ", prov:Organization", {})
        if said.article_id not in articles:
            articles.add(said.article_id)
            yield _article(said)
        yield _quotation(said, network)


def literal(text: str) -> str:
    r"""A string of Turtle.

    >>> print(literal('Ann "Nan" Lee\n'))
    "Ann \"Nan\" Lee\n"
    """
    return '"' + _SPECIAL.sub(lambda found: _ESCAPES[found[0]], escape(text)) + '"'


def iri(node: str) -> str:
    """The name of a node, an article or a quotation.

    >>> iri("article:a/1 ü")
    '<urn:who-said-what:article:a%2F1%20%C3%BC>'
    """
    kind, _, identity = node.partition(":")
    return f"<{_OURS}{kind}:{percent(escape(identity), safe='')}>"


def _agent(node: str, label: str, more: str, data: dict[str, str]) -> Iterator[str]:
    if node.startswith("article:"):
        return
    kind = "prov:Entity" if data.get("kind") == "document" else "prov:Agent" + more
    yield f"{iri(node)} a {kind} ;\n"
    for name in ("role", "affiliation"):
        if name in data:
            yield f"  w:{name} {literal(data[name])} ;\n"
    yield f"  rdfs:label {literal(label)} .\n"


def _article(said: QuotationRecord) -> str:
    facts = ["a prov:Entity"]
    facts += [f"dcterms:title {literal(said.title)}"] if said.title else []
    facts += [f'dcterms:issued "{said.published.isoformat()}"^^xsd:date'] if said.published else []
    facts += [f"dcterms:source {literal(said.url)}"] if said.url else []
    facts += [f"prov:wasAttributedTo {iri(f'outlet:{outlet_id(said.outlet)}')}"] if said.outlet else []
    return _resource(f"article:{said.article_id}", facts)


def _quotation(said: QuotationRecord, network: nx.Graph) -> str:
    facts = ["a prov:Entity", f"prov:value {literal(said.text)}"]
    speaker = f"speaker:{said.person_id}"
    if speaker in network:
        is_document = network.nodes[speaker].get("kind") == "document"
        facts.append(f"prov:{'wasQuotedFrom' if is_document else 'wasAttributedTo'} {iri(speaker)}")
    facts.append(f"prov:wasQuotedFrom {iri(f'article:{said.article_id}')}")
    if said.parent is not None:
        facts.append(f"prov:wasQuotedFrom {iri(f'quotation:{said.parent}')}")
    if said.whole != said.id:
        facts.append(f"prov:alternateOf {iri(f'quotation:{said.whole}')}")
    for via in said.via:
        relay = f"prov:agent {iri(f'outlet:{outlet_id(via.name)}')} ; prov:hadRole w:relay"
        facts.append(f"prov:qualifiedAttribution [ a prov:Attribution ; {relay} ; rdfs:label {literal(via.relation)} ]")
    facts.append(f"w:start {said.start} ; w:end {said.end} ; w:confidence {said.confidence:.4f}")
    return _resource(f"quotation:{said.id}", facts)


def _resource(node: str, facts: list[str]) -> str:
    return f"{iri(node)} " + " ;\n  ".join(facts) + " .\n"
