"""An article: its text with the quotations marked, who speaks in it and why, its wordings."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.answers import Answer
from quotes.page import speakers_of
from quotes.page.aside import generate_aside
from quotes.page.body import generate_body, is_headline
from quotes.quotation_columns import COLUMNS
from quotes.serve.answers import download, wants_file
from quotes.serve.pages import page, part
from quotes.serve.records import records_of
from quotes.serve.selection import from_query
from quotes.store import QuotationRecord, Selection, StoredArticle
from quotes.text.paragraphs import find_paragraphs

_EXPORTED = Selection(said=False, sort="date")


def show(request: Request) -> Response:
    indirect = from_query(request.query_params).indirect
    with records_of(request).reading() as store:
        stored = store.article(request.path_params["id"])
        if wants_file(request):
            asked = replace(_EXPORTED, version=stored.number, indirect=indirect)
            return download(request, Answer(store.iter(asked), COLUMNS, QuotationRecord.to_dict), "article")
    parsed, quotations = stored.parsed(indirect=indirect), _shown(stored, indirect=indirect)
    speakers, paragraphs = speakers_of(parsed), find_paragraphs(parsed.article.text)
    title = parsed.article.title
    if title is None or (paragraphs and is_headline(paragraphs[0], parsed)):
        title = None
    proofs = [f"/quotations/{part(record.id)}" for record in quotations]
    return page(
        request, "article.html", stored=stored, article=stored.article, title=title, indirect=indirect,
        total=_count(quotations), withheld=_count([one for one in quotations if one.category == "anonymous"]),
        body=Markup(generate_body(parsed, speakers, paragraphs)),
        aside=Markup(generate_aside(parsed, speakers, proofs)),
        reports=sum(record.kind == "indirect" for record in stored.quotations),
    )  # fmt: skip


def _count(quotations: Sequence[QuotationRecord]) -> int:
    """How many they count as: those over several paragraphs once, and what was not said not at all. (The store's own
    counting goes through everything that has copies, which takes longer than all else on the page.)"""
    return len({one.whole for one in quotations if one.whole})


def changes(request: Request) -> Response:
    """What became of the quotations from one wording to another, and both texts."""
    from quotes.serve.side_by_side import to_rows

    article, query = request.path_params["id"], request.query_params
    old, new = (query.get(name, "") for name in ("old", "new"))
    with records_of(request).reading() as store:
        given = [f"{article}@{number}" if number.isdecimal() else article for number in (old, new)]
        before, after, found = store.compare_wordings(given[0], given[1] if old or new else None)
    return page(
        request, "changes.html", before=before, after=after, changes=found,
        rows=to_rows(before.text, after.text),
    )  # fmt: skip


def _shown(stored: StoredArticle, *, indirect: bool) -> list[QuotationRecord]:
    return [record for record in stored.quotations if indirect or record.kind != "indirect"]


ROUTES = (Route("/changes/{id:path}", changes), Route("/articles/{id:path}", show))
