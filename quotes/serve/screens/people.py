"""People and bodies: who speaks, what they are called, when, where and through whom, and who speaks of them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from quotes.answers import Answer, Column
from quotes.errors import UsageError
from quotes.listing import type_label
from quotes.serve.answers import download, wants_file
from quotes.serve.judge import judge_of
from quotes.serve.pages import page, part
from quotes.serve.records import Records, records_of
from quotes.serve.safety.csrf import takes_form
from quotes.serve.screens.search import bars_of, read_hits
from quotes.serve.selection import from_query, to_query
from quotes.store import Selection, Store
from quotes.store.counting.speakers import SpeakerCount
from quotes.store.questions.vocabulary import telling_words

if TYPE_CHECKING:
    from quotes.identity import Judgement
    from quotes.identity.registry import Somebody

_LISTED, _ABOUT, _WORDS = 100, 8, 16
_EVERYBODY = ("named_person", "named_organization")

COLUMNS: tuple[Column[SpeakerCount], ...] = (
    Column("speaker", lambda one: one.name or one.descriptor or type_label(one.type), "Name"),
    Column("role", lambda one: one.role, "Role"),
    Column("type", lambda one: type_label(one.type), "Kind"),
    Column("quotations", lambda one: one.quotations, "Quotations"),
    Column("id", lambda one: one.id),
)


def index(request: Request) -> Response:
    """Everybody who speaks, the most quoted first; or those who go by a name."""
    records, selection = records_of(request), from_query(request.query_params)
    name = request.query_params.get("name", "").strip()
    near = None
    with records.reading(export=wants_file(request)) as store:
        if wants_file(request):
            most = request.app.state.settings.limits.export_rows
            return download(request, Answer(store.speakers(selection, limit=most), COLUMNS), "people")
        if name:
            found = store.people(name, indirect=True)[:_LISTED]
            near = None if found else str(store.unknown_name(name))
        else:
            found = records.kept(store, ("people", selection), lambda: list(store.speakers(selection, limit=_LISTED)))
    return page(request, "people.html", people=found, name=name, near=near, query=to_query(selection))


def show(request: Request) -> Response:
    """One of them."""
    records, asked = records_of(request), request.path_params["id"]
    with records.reading() as store:
        person = _one(store, asked)
        if person.id != asked:
            return RedirectResponse(f"/people/{part(person.id)}", 303)
        selection = Selection(people=(person.id,), declined=False, sort="newest")
        hits = read_hits(store, selection, 1)
        facets = records.kept(store, ("facets", selection), lambda: store.facets(selection))
        about = replace(Selection(), about=(person.id,), declined=False)
        speakers = records.kept(store, ("about", about), lambda: list(store.speakers(about, limit=_ABOUT)))
        passages = store.passages([record.id for record in hits.rows])
        somebody, judgements = _registered(store, person)
        words = records.kept(store, ("words", selection), lambda: _words(records, store, selection))
    return page(
        request, "person.html", person=person, somebody=somebody, judgements=judgements, hits=hits, passages=passages,
        facets=facets, speakers=speakers, words=[(word, to_query(replace(selection, words=word))) for word in words],
        query=to_query(selection), about=to_query(replace(about, sort="newest")),
        bars=bars_of(selection, facets.values["month"]), who=judge_of(request, None),
        places=[(title, [(one, _narrowed(selection, field, one.value)) for one in facets.values[facet]])
                for facet, title, field in (("outlet", "In which outlets", "outlet"), ("via", "Through whom", "via"))],
    )  # fmt: skip


@takes_form(edits=True)
def judge(request: Request, form: FormData) -> Response:
    """Merge, split, keep apart, or undo one of these."""
    from quotes.store.people.registry import Registry

    given = {name: str(value).strip() for name, value in form.items()}
    what, who, reason = given.get("what"), given.get("who", ""), given.get("reason", "")
    by = judge_of(request, given.get("by"))
    with records_of(request).writing() as store:
        registry = Registry(store)
        if what == "merge":
            left, _ = registry.merge(who, given.get("other", ""), judge_name=by, reason=reason)
            who = left.id
        elif what == "split":
            parts = [str(value) for value in form.getlist("part")]
            if not parts:
                raise UsageError("nothing is to be split off; give at least one name or article")
            registry.split(who, parts, judge_name=by, reason=reason)
        elif what == "undo":
            registry.undo(given.get("judgement", ""), judge_name=by, reason=reason)
        else:
            raise UsageError("say what to do: give merge, split or undo")
    return RedirectResponse(f"/people/{part(who)}", 303)


def _words(records: Records, store: Store, selection: Selection) -> list[str]:
    """Those that mark what is selected against what all others say."""
    everybody = records.kept(store, "vocabulary", lambda: store.vocabulary(Selection()))
    theirs = store.vocabulary(selection)
    return telling_words(theirs, everybody.without(theirs), _WORDS)


def _one(store: Store, asked: str) -> SpeakerCount:
    """By an id, or by a name that only one goes by; raises UsageError."""
    found = store.people(asked, indirect=True)
    if not found:
        raise store.unknown_name(asked)
    if len(found) > 1:
        listed = ", ".join(f"{one.name or one.descriptor} ({one.role or one.id})" for one in found[:5])
        raise UsageError(f"{asked!r} can be any of {len(found):,}; give an id, as People has them: {listed}")
    return found[0]


def _registered(store: Store, person: SpeakerCount) -> "tuple[Somebody | None, list[Judgement]]":
    """What the registry has of those who have names."""
    if person.type not in _EVERYBODY:
        return None, []
    from quotes.store.people.registry import Registry

    registry = Registry(store)
    somebody = registry.one(person.id)
    return somebody, registry.judgements_on(somebody)


def _narrowed(selection: Selection, field: str, value: str) -> str:
    values: Any = (value,)
    return to_query(replace(selection, **{field: values}))


ROUTES = (
    Route("/people", index),
    Route("/people/judge", judge, methods=["POST"]),
    Route("/people/{id:path}", show),
)
