"""Which quotations a command is about: the options of a `Selection`, the same words and help for every command.

    @with_selection()
    def stats(selection: Selection, db: Database = None) -> None: ...

gives `quotes stats` the options --speaker, --since and so on, and hands over what they ask for.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any, TypeVar, get_args

import typer

from quotes.cli.output import notes
from quotes.definitions import to_day
from quotes.domain import Kind, Medium, SourceType
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import Store, open_store
from quotes.store.selection import ORDERS, Selection

__all__ = ["OPTIONS", "PANEL", "tell_who_is_meant", "to_day", "to_selection", "with_selection"]
Answer = TypeVar("Answer")
PANEL = "Which quotations (* may be given several times)"
_KINDS, _TYPES, _MEDIA = get_args(Kind), get_args(SourceType), get_args(Medium)
_DAY = "YYYY[-MM[-DD]]"
_LISTED = 5  # people whom a note names


def _one_of(values: Sequence[str]) -> str:
    return f"{', '.join(values[:-1])} or {values[-1]}"


def with_selection(*, without: Collection[str] = ()) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Let a Typer command take the options of a selection, and hand it over as its parameter `selection`.

    `without` names options that make no sense for the command: "limit", "sort". Values that cannot be are told in a
    UsageError that lists those that can.
    """
    offered = {name: option for name, option in OPTIONS.items() if name not in without}

    def wrap(command: Callable[..., Answer]) -> Callable[..., Answer]:
        own = signature(command, eval_str=True)

        @wraps(command)
        def asked(*args: Any, **given: Any) -> Answer:
            chosen = {name: given.pop(name, None) for name in offered}
            selection = to_selection(**chosen)
            outlets = (*selection.outlet, *selection.via)
            if (selection.speaker or outlets) and "db" in given:
                with open_store(database_url(given["db"]), create=False) as store:
                    store.require_outlets(outlets)
                    tell_who_is_meant(store, selection.speaker)
            return command(*args, selection=selection, **given)

        parameters = [parameter for name, parameter in own.parameters.items() if name != "selection"]
        parameters += [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=offered[name]) for name in offered
        ]
        asked.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        asked.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return asked

    return wrap


def tell_who_is_meant(store: Store, names: Sequence[str]) -> None:
    """Say of each name that several people bear who they are, as it counts all of them."""
    for given in names:
        found = store.people(given, indirect=True)
        if len(found) > 1:
            who = ((one.name or one.descriptor, one.role, one.id) for one in found[:_LISTED])
            listed = "; ".join(f"{name}{f', {role}' if role else ''} ({identity})" for name, role, identity in who)
            more = f"; and {len(found) - _LISTED:,} more" if len(found) > _LISTED else ""
            notes().print(f"{given!r} means {len(found):,} speakers, give an id for one of them: {listed}{more}")


def to_selection(**given: Any) -> Selection:
    """The selection that values of options ask for, by their names in OPTIONS; raises UsageError for others.

    >>> to_selection(since="2024-02", until="2024-02", kind=["direct"]).until
    datetime.date(2024, 2, 29)
    """
    chosen = {name: value for name, value in given.items() if value is not None and value != []}
    since, until = to_day("--since", chosen.get("since")), to_day("--until", chosen.get("until"), last=True)
    if since and until and since > until:
        raise UsageError(f"--since {since} is after --until {until}; exchange them")
    sure, limit = chosen.get("min_confidence"), chosen.get("limit")
    if sure is not None and not 0 <= sure <= 1:
        raise UsageError(f"--min-confidence {sure} is no share; give a number from 0 to 1, as in 0.9")
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} shows nothing; give 1 or more")
    return Selection(
        speaker=_names("--speaker", chosen), about=_names("--about", chosen), outlet=_names("--outlet", chosen),
        desk=_names("--desk", chosen), byline=_names("--byline", chosen), via=_names("--via", chosen),
        since=since, until=until,
        kind=_choices("--kind", chosen.get("kind"), _KINDS), type=_choices("--type", chosen.get("type"), _TYPES),
        medium=_choices("--medium", chosen.get("medium"), _MEDIA), anonymous=chosen.get("anonymous"),
        min_confidence=sure, indirect=bool(chosen.get("indirect")), limit=limit,
        sort=_choices("--sort", [chosen.get("sort") or "date"], tuple(ORDERS))[0],
    )  # fmt: skip


def _option(name: str, metavar: str | None, help: str, **more: Any) -> Any:
    return typer.Option(name, metavar=metavar, help=help, rich_help_panel=PANEL, show_default=False, **more)


Several = list[str] | None
OPTIONS: Mapping[str, Any] = {
    "speaker": Annotated[Several, _option("--speaker", "NAME*", "Said by them: all words of a name, or an id.")],
    "about": Annotated[Several, _option("--about", "NAME|WORDS*", "That mention somebody, or hold these words.")],
    "outlet": Annotated[Several, _option("--outlet", "NAME*", "In articles of this outlet.")],
    "desk": Annotated[Several, _option("--desk", "NAME*", "In articles of this desk, or section.")],
    "byline": Annotated[Several, _option("--byline", "NAME*", "In articles by this writer.")],
    "since": Annotated[str | None, _option("--since", _DAY, "In articles of this day, month or year, or later.")],
    "until": Annotated[str | None, _option("--until", _DAY, "In articles of this day, month or year, or before.")],
    "kind": Annotated[Several, _option("--kind", "KIND*", f"{_one_of(_KINDS)}.")],
    "type": Annotated[Several, _option("--type", "TYPE*", f"By a source of this type: {_one_of(_TYPES)}.")],
    "anonymous": Annotated[
        bool | None,
        _option("--anonymous/--named", None, "By sources whose names are withheld; or by those with names."),
    ],
    "via": Annotated[Several, _option("--via", "NAME*", "That came through this outlet or agency.")],
    "medium": Annotated[Several, _option("--medium", "MEDIUM*", f"Said in: {_one_of(_MEDIA)}.")],
    "min_confidence": Annotated[
        float | None, _option("--min-confidence", "SHARE", "With this confidence in the speaker or more, as in 0.9.")
    ],
    "indirect": Annotated[
        bool | None,
        _option("--indirect", None, "Take in indirect speech, which has no quotation marks; else it is left out."),
    ],
    "limit": Annotated[int | None, _option("--limit", "NUMBER", "At most so many; all if not given.")],
    "sort": Annotated[str | None, _option("--sort", "ORDER", f"{_one_of(tuple(ORDERS))}; date if not given.")],
}


def _names(option: str, given: Mapping[str, Any]) -> tuple[str, ...]:
    names = tuple(given.get(option.removeprefix("--"), ()))
    if not all(name.strip() for name in names):
        raise UsageError(f"{option} is empty; give a name")
    return names


def _choices(option: str, given: Sequence[str] | None, right: Sequence[Any]) -> tuple[Any, ...]:
    wanted = [value.strip().lower().replace("-", "_") for value in given or ()]
    for value in wanted:
        if value not in right:
            raise UsageError(f"{option} {value!r} is not known; give one of {', '.join(right)}")
    return tuple(wanted)
