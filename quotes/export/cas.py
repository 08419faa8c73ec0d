"""UIMA CAS as XMI by dkpro-cassis, zipped with its type system: layers for INCEpTION, one file an article.

In INCEpTION, import TypeSystem.xml under Settings > Layers, then the .xmi files as "UIMA CAS XMI (XML 1.0)".
"""

from collections.abc import Iterator
from typing import IO

from cassis import Cas, TypeSystem

from quotes.export.archive import write_archive
from quotes.export.encoding import in_xml
from quotes.export.marks import mark
from quotes.export.source import Source, entry_name

_LAYERS = "webanno.custom."
_FACTS = ("kind", "identifier", "speaker", "speakerId", "sourceType", "descriptor", "role", "anonymous", "confidence")


def write(source: Source, stream: IO[bytes]) -> None:
    """Offsets in the file count UTF-16 units, as UIMA's do; cassis converts them either way."""
    write_archive(_files(source), stream)


def type_system() -> TypeSystem:
    """Spans of quotations, speakers and cues, and the relations between them."""
    types = TypeSystem()
    for name in ("Quotation", "Speaker", "Cue"):
        layer = types.create_type(_LAYERS + name, "uima.tcas.Annotation")
        for fact in _FACTS if name == "Quotation" else ():
            types.create_feature(layer, fact, "uima.cas.String")
    for name in ("SaidBy", "SaidWith"):
        relation = types.create_type(_LAYERS + name, "uima.tcas.Annotation")
        types.create_feature(relation, "Governor", "uima.tcas.Annotation")
        types.create_feature(relation, "Dependent", "uima.tcas.Annotation")
    return types


def _files(source: Source) -> Iterator[tuple[str, bytes]]:
    types = type_system()
    yield "TypeSystem.xml", (types.to_xml() or "").encode()
    for number, (stored, records) in enumerate(source.articles(), 1):
        cas = Cas(typesystem=types)
        cas.sofa_string = in_xml(stored.article.text)
        cas.sofa_mime = "text/plain"
        marks, ties = mark(records)
        spans = {}
        for one in marks:
            name = one.label if one.label in ("Speaker", "Cue") else "Quotation"
            facts = {"kind": one.label.lower()} | {k: in_xml(v) for k, v in one.facts.items()} if one.facts else {}
            layer = types.get_type(_LAYERS + name)
            spans[one.id] = layer(begin=one.span.start, end=one.span.end, **facts)
            cas.add(spans[one.id])
        for tie in ties:
            quotation, other = spans[tie.quotation], spans[tie.other]
            relation = types.get_type(_LAYERS + tie.label)
            cas.add(relation(begin=other.begin, end=other.end, Governor=quotation, Dependent=other))
        yield entry_name(number, stored.article.id, ".xmi"), (cas.to_xmi() or "").encode()
