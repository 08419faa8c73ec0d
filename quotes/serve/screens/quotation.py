"""One quotation: whose it is and how that is known, where else it stands, and what people say of it."""

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from quotes.errors import UsageError
from quotes.review.verdicts import Given, to_verdict, undo_number
from quotes.review.whom import join_person
from quotes.serve.judge import judge_of
from quotes.serve.pages import environment, page, part
from quotes.serve.records import records_of
from quotes.serve.safety.csrf import takes_form
from quotes.serve.safety.headers import EMBEDDED
from quotes.store import QuotationRecord, Store, StoredArticle

_CHOICES = {"": None, "yes": True, "no": False}


def show(request: Request) -> Response:
    with records_of(request).reading() as store:
        stored, record = read(store, request.path_params["id"])
        passage = store.passages([record.id])[record.id]
        places = store.places([record.id])
        corrections = [one for one in store.corrections() if record.id in (one.quotation, one.instead_of)]
    others = [member.called(stored.article.text) for member in stored.cast.members if member.name]
    return page(
        request, "quotation.html", stored=stored, record=record, passage=passage, places=places,
        corrections=corrections, others=list(dict.fromkeys(others)), address=str(request.url.replace(query="")),
        embed=str(request.url.replace(path=f"/embed/{part(record.id)}", query="")), who=judge_of(request, None),
    )  # fmt: skip


def embed(request: Request) -> Response:
    """The quotation alone with its proof, for a frame on another page."""
    with records_of(request).reading() as store:
        _, record = read(store, request.path_params["id"])
        passage = store.passages([record.id])[record.id]
    text = environment().get_template("embed.html").render(
        record=record, passage=passage, assets=request.app.state.assets,
        address=str(request.url.replace(path=f"/quotations/{part(record.id)}", query="")),
    )  # fmt: skip
    return Response(text, media_type="text/html", headers={"content-security-policy": EMBEDDED})


@takes_form(edits=True)
def correct(request: Request, form: FormData) -> Response:
    given = {name: str(value).strip() for name, value in form.items()}
    what, reason, who = given.get("what", ""), given.get("reason", ""), judge_of(request, given.get("by"))
    with records_of(request).writing() as store:
        stored, record = read(store, given.get("quotation", ""))
        if what == "undo":
            undo_number(store, int(given.get("number", "0") or 0), who, reason)
        else:
            _correct(store, stored, record, what, given, who, reason)
    return RedirectResponse(f"/quotations/{part(record.id)}", 303)


def _correct(
    store: Store,
    stored: StoredArticle,
    record: QuotationRecord,
    what: str,
    given: dict[str, str],
    who: str,
    reason: str,
) -> None:
    if what not in ("correct", "nobody", "none"):
        raise UsageError("say what is wrong: give another speaker, nobody, or that it is no quotation")
    is_told = what == "correct"
    said = Given(
        speaker=(given.get("speaker") or None) if is_told else None,
        nobody=what == "nobody",
        none=what == "none",
        type=(given.get("type") or None) if is_told else None,
        anonymous=_CHOICES.get(given.get("anonymous", "")) if is_told else None,
    )
    if said.is_empty:
        raise UsageError("nothing is corrected; give a speaker, a kind of source, or whether the name is withheld")
    verdict, person = to_verdict(store, stored, record, said)
    store.correct(record.id, verdict, who=who, reason=reason)
    if person:
        join_person(store, record.id, person, who=who, reason=reason)


def read(store: Store, quotation: str) -> tuple[StoredArticle, QuotationRecord]:
    """A quotation by its id, with its article. Raises UsageError where none is stored."""
    found = store.find_quotation(quotation)
    if found is None:
        raise UsageError(f"no quotation {quotation!r} is stored, or people say that it is none")
    stored = store.article(found[0])
    return stored, next(one for one in stored.quotations if one.id == quotation)


ROUTES = (
    Route("/quotations/correct", correct, methods=["POST"]),
    Route("/quotations/{id:path}", show),
    Route("/embed/{id:path}", embed),
)
