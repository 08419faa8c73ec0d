"""An Atom feed of any search: who subscribes to it is told when somebody is quoted."""

from dataclasses import replace
from datetime import UTC, datetime, time
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.quotation_columns import speaker, why
from quotes.serve.pages import part
from quotes.serve.records import records_of
from quotes.serve.selection import from_query, to_query
from quotes.store import QuotationRecord

_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 50
_UNKEPT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535), "�")  # what XML cannot hold
register_namespace("", _ATOM)


def show(request: Request) -> Response:
    """The newest quotations of a search, undated ones left out."""
    selection = replace(from_query(request.query_params), sort="newest", limit=_ENTRIES)
    with records_of(request).reading() as store:
        found = [record for record in store.iter(selection) if record.published]
    feed, base = Element(f"{{{_ATOM}}}feed"), str(request.base_url).rstrip("/")
    query = to_query(replace(selection, limit=None))
    _add(feed, "id", f"{base}/feed.atom?{query}")
    _add(feed, "title", f"Quotations: {selection.words or query or 'all'}")
    _add(feed, "updated", _moment(found[0]) if found else datetime.fromtimestamp(0, UTC).isoformat())
    SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=f"{base}/feed.atom?{query}")
    SubElement(feed, f"{{{_ATOM}}}link", rel="alternate", href=f"{base}/search?{query}")
    for record in found:
        entry = SubElement(feed, f"{{{_ATOM}}}entry")
        address = f"{base}/quotations/{part(record.id)}"
        _add(entry, "id", address)
        _add(entry, "title", f"{speaker(record)}: {' '.join(record.text.split())}")
        _add(entry, "updated", _moment(record))
        SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=address)
        _add(SubElement(entry, f"{{{_ATOM}}}author"), "name", record.outlet or "unknown")
        _add(entry, "summary", f"{why(record)}. {record.title or record.article_id}")
    return Response(tostring(feed, encoding="utf-8", xml_declaration=True), media_type="application/atom+xml")


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = text.translate(_UNKEPT).encode("utf-8", "replace").decode()


def _moment(record: QuotationRecord) -> str:
    assert record.published is not None
    return datetime.combine(record.published, time(), UTC).isoformat()


ROUTES = (Route("/feed.atom", show),)
