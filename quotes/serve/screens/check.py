"""Check a draft: its quotations held against the record. What is pasted or sent is stored nowhere."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.answers import Answer
from quotes.domain import Article, Reject
from quotes.errors import UsageError
from quotes.serve.answers import write_as
from quotes.serve.pages import page, part
from quotes.serve.reader import reader_of
from quotes.serve.records import records_of
from quotes.serve.safety.csrf import takes_form

if TYPE_CHECKING:
    from quotes.store.alike.places import StandsIn

_PASTED = "the draft"


def ask(request: Request) -> Response:
    return page(request, "check.html", text="", found=None)


@takes_form()
def check(request: Request, form: FormData) -> Response:
    """Raises UsageError where nothing can be read as a draft."""
    from quotes.check import Record, check_article
    from quotes.check.columns import COLUMNS
    from quotes.check.page import to_context

    text = str(form.get("text") or "")
    drafts = _drafts(text, form.get("file"))
    parsed = [reader_of(request).read(draft, "none") for draft in drafts]
    with records_of(request).reading() as store:
        library = Record(store)
        found = [checked for one in parsed for checked in check_article(one, [library])]
    wanted = str(form.get("format") or "")
    if wanted:
        answer = Answer(found, COLUMNS, lambda one: one.to_dict())
        return write_as(wanted, answer, "checked")
    return page(request, "check.html", text=text, found=to_context(found, _proof))


def _proof(place: "StandsIn") -> str:
    return f"/quotations/{part(place.quotation)}"


def _drafts(text: str, file: object) -> list[Article]:
    if isinstance(file, UploadFile) and file.filename:
        return _read(file)
    if not text.strip():
        raise UsageError("there is no draft; paste one, or choose a file")
    return [Article(_PASTED, text)]


def _read(file: UploadFile) -> list[Article]:
    """The articles of a file, which is kept on the disk for as long as it is read."""
    from quotes.read import read_articles

    name = Path(file.filename or "").name or "draft.txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"draft{Path(name).suffix.lower()}"
        path.write_bytes(file.file.read())
        found = list(read_articles([path]))
    articles = [item for item in found if isinstance(item, Article)]
    if not articles:
        reasons = [item.reason for item in found if isinstance(item, Reject)]
        raise UsageError(reasons[0] if reasons else "the file holds no text")
    return [Article(name if len(articles) == 1 else one.id, one.text, one.title) for one in articles]


ROUTES = (Route("/check", ask), Route("/check", check, methods=["POST"]))
