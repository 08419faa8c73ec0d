"""TEI P5: a corpus of the articles with their texts, the quotations in place, and who is quoted in each header.

    said    what people and bodies said; direct="false" of indirect speech, who= the speaker, cert= the confidence
    quote   what documents say

https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-said.html. The text stands in one `ab` exactly as it was received.
"""

from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from quotes.domain import Article
from quotes.errors import UsageError
from quotes.export.encoding import in_xml
from quotes.export.source import Source
from quotes.store import QuotationRecord

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Quotations</title></titleStmt><publicationStmt><p>Exported by quotes.</p>\
</publicationStmt><sourceDesc><p>The articles below.</p></sourceDesc></fileDesc></teiHeader>
"""


def write(source: Source, stream: IO[bytes]) -> None:
    """Of quotations that cross, the later is left out, since elements only nest. Raises UsageError where there is none
    at all: a corpus has a text."""
    empty = True
    for number, (stored, records) in enumerate(source.articles(), 1):
        if empty:
            stream.write(_HEAD.encode())
            empty = False
        stream.write("".join(_document(number, stored.article, records)).encode("utf-8"))
    if empty:
        raise UsageError("no quotation is like that, and TEI needs one; choose others, or another --format")
    stream.write(b"</teiCorpus>\n")


def _document(number: int, article: Article, records: list[QuotationRecord]) -> Iterator[str]:
    speakers = {
        record.person_id: (f"a{number}-s{place}", record)
        for place, record in enumerate(records)
        if record.person_id is not None
    }
    yield f'<TEI xml:id="a{number}">\n<teiHeader><fileDesc>'
    yield f"<titleStmt><title>{_text(article.title or article.id)}</title></titleStmt>"
    yield f"<publicationStmt><p>{_text(article.outlet or 'Not told.')}</p></publicationStmt>"
    yield "<sourceDesc><bibl>"
    yield from (f"<{name}>{_text(value)}</{name}>" for name, value in _bibliography(article) if value)
    yield f'<idno type="article">{_text(article.id)}</idno>'
    yield f'<idno type="url">{_text(article.url)}</idno>' if article.url else ""
    yield "</bibl></sourceDesc></fileDesc>"
    if speakers:
        yield f"<profileDesc><particDesc>{_participants(speakers.values())}</particDesc></profileDesc>"
    yield '</teiHeader>\n<text><body><ab xml:space="preserve">'
    yield from _marked(article.text, records, {identity: name for identity, (name, _) in speakers.items()}, number)
    yield "</ab></body></text>\n</TEI>\n"


def _bibliography(article: Article) -> Iterable[tuple[str, str | None]]:
    published = article.published.isoformat() if article.published else None
    return (
        ("author", article.byline), ("title", article.title), ("publisher", article.outlet), ("date", published)
    )  # fmt: skip


def _participants(speakers: Iterable[tuple[str, QuotationRecord]]) -> str:
    people, bodies = [], []
    for name, record in speakers:
        called = _text(record.person or record.speaker or record.descriptor or "")
        known = record.person or record.speaker
        idno = f'<idno type="speaker">{_text(record.person_id or "")}</idno>'
        if record.source_type in ("named_person", "unnamed_person", "unnamed_group", "narrator"):
            who = f"<persName>{called}</persName>" if known else f'<note type="descriptor">{called}</note>'
            role = f"<occupation>{_text(record.role)}</occupation>" if record.role else ""
            people.append(f'<person xml:id="{name}">{who}{role}{idno}</person>')
        else:
            bodies.append(f'<org xml:id="{name}"><orgName>{called}</orgName>{idno}</org>')
    listed = f"<listPerson>{''.join(people)}</listPerson>" if people else ""
    return listed + (f"<listOrg>{''.join(bodies)}</listOrg>" if bodies else "")


def _marked(text: str, records: list[QuotationRecord], names: dict[str, str], number: int) -> Iterator[str]:
    """The text with an element for each quotation, nested as they stand."""
    done = 0
    within: list[tuple[int, str]] = []  # where each open element ends, and its name
    for place, record in enumerate(sorted(records, key=lambda record: (record.start, -record.end)), 1):
        while within and within[-1][0] <= record.start:
            end, name = within.pop()
            yield f"{_text(text[done:end])}</{name}>"
            done = end
        if within and within[-1][0] < record.end:
            continue  # it crosses the one that is open
        name = "quote" if record.source_type == "document" else "said"
        yield _text(text[done : record.start]) + _start_tag(name, record, f"a{number}-q{place}", names)
        done = record.start
        within.append((record.end, name))
    while within:
        end, name = within.pop()
        yield f"{_text(text[done:end])}</{name}>"
        done = end
    yield _text(text[done:])


def _start_tag(name: str, record: QuotationRecord, identity: str, names: dict[str, str]) -> str:
    facts = {"xml:id": identity, "n": record.id, "cert": f"{record.confidence:.4f}", "type": record.kind}
    speaker = names.get(record.person_id or "")
    if name == "said":
        del facts["type"]
        facts["direct"] = "false" if record.kind == "indirect" else "true"
    if speaker:
        facts["who" if name == "said" else "source"] = f"#{speaker}"
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in facts.items())}>"


def _text(text: str) -> str:
    return escape(in_xml(text), {"\r": "&#13;"})
