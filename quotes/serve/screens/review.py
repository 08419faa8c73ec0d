"""Going through quotations, the least sure first: one button, or one key, a verdict, and on to the next."""

from dataclasses import replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from quotes.errors import UsageError
from quotes.review.queue import candidates, count_seen, read_queue
from quotes.review.verdicts import Given, to_verdict, undo_number
from quotes.review.whom import join_person
from quotes.serve.errors import RefusedError
from quotes.serve.judge import judge_of
from quotes.serve.pages import page
from quotes.serve.records import records_of
from quotes.serve.safety.csrf import takes_form
from quotes.serve.screens.quotation import read
from quotes.serve.selection import from_query, to_query
from quotes.store import Store

_SECOND = "second"  # what others have seen once


def show(request: Request) -> Response:
    """The next quotation of a selection. Raises RefusedError where nobody may correct."""
    if not request.app.state.settings.edit:
        raise RefusedError("reviewing is correcting, and the record is only read here; start it with --edit")
    query = request.query_params
    selection, second = from_query(query), query.get("pass") == _SECOND
    who = judge_of(request, query.get("by"))
    skipped = query.getlist("skip")[-20:]
    with records_of(request).reading() as store:
        queue = read_queue(store, replace(selection, limit=len(skipped) + 1), who, second=second)
        record = next((one for one in queue if one.id not in skipped), None)
        seen = count_seen(store, who)
        last = next((one for one in reversed(store.corrections()) if one.who == who and one.holds), None)
        passage = store.passages([record.id])[record.id] if record else None
        choices = candidates(store, record) if record else []
    return page(
        request, "review.html", record=record, passage=passage, choices=choices, seen=seen, last=last, who=who,
        second=second, skipped=skipped, selection=selection,
        again=to_query(selection, **({"pass": _SECOND} if second else {}), by=who),
    )  # fmt: skip


@takes_form(edits=True)
def judge(request: Request, form: FormData) -> Response:
    given = {name: str(value).strip() for name, value in form.items()}
    what, who, reason = given.get("what", ""), judge_of(request, given.get("by")), given.get("reason", "")
    with records_of(request).writing() as store:
        if what == "undo":
            undo_number(store, int(given.get("number", "0") or 0), who, reason)
        else:
            _judge(store, given.get("quotation", ""), what, given.get("speaker", ""), who, reason)
    return RedirectResponse(f"/review?{given.get('again', '')}", 303)


def _judge(store: Store, quotation: str, what: str, speaker: str, who: str, reason: str) -> None:
    stored, record = read(store, quotation)
    if what == "right":
        store.confirm(record.id, who=who, reason=reason)
        return
    said = {"nobody": Given(nobody=True), "none": Given(none=True), "speaker": Given(speaker=speaker or None)}.get(what)
    if said is None or said.is_empty:
        raise UsageError("say what is right: the attribution, another speaker, nobody, or no quotation")
    verdict, person = to_verdict(store, stored, record, said)
    store.correct(record.id, verdict, who=who, reason=reason)
    if person:
        join_person(store, record.id, person, who=who, reason=reason)


ROUTES = (Route("/review", show), Route("/review", judge, methods=["POST"]))
