"""Which network a command is about: the options that all of them share, and what they ask for.

    @with_network()
    def stats(wanted: Wanted, format: OutputFormat = None) -> None:
        network = wanted.build()

gives `quotes graph stats` the options --network, --group-unnamed, --db and all of a selection.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.settings import database_url
from quotes.store.selection import Selection

if TYPE_CHECKING:
    import networkx as nx

Answer = TypeVar("Answer")
PANEL = "Which network"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for."""

    selection: Selection
    network: str | None = None  # a kind; the default one if None
    group_unnamed: bool | None = None
    db: str | None = None

    def build(self) -> "nx.Graph":
        """Raises UsageError for values that cannot be, and StoreError."""
        from graph.networks import build
        from graph.networks.kinds import DEFAULT, kind_of
        from quotes.store import open_store

        kind = kind_of(self.network or DEFAULT)
        with open_store(database_url(self.db), create=False) as store:
            return build(store, kind, self.selection, group_unnamed=bool(self.group_unnamed))


def _option(name: str, metavar: str | None, help: str) -> Any:
    return typer.Option(name, metavar=metavar, help=help, rich_help_panel=PANEL, show_default=False)


OPTIONS: Mapping[str, Any] = {
    "network": Annotated[
        str | None,
        _option(
            "--network",
            "KIND",
            "speaker-outlet (who is quoted where; if not given), relay (whose words come through whom), about (who "
            "speaks of whom), co-quoted (who is quoted together), article-speaker (which article quotes whom) or "
            "within (who quotes whom).",
        ),
    ],
    "group_unnamed": Annotated[
        bool | None,
        _option(
            "--group-unnamed",
            None,
            "Let unnamed sources of one class and affiliation be one node; else each is a node of its article's own.",
        ),
    ],
}


def with_network(*, without: Collection[str] = ()) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Let a Typer command take these options, those of a selection and --db, and hand over its parameter `wanted`.

    `without` names options of either that make no sense for the command.
    """
    offered = {name: option for name, option in OPTIONS.items() if name not in without}

    def wrap(command: Callable[..., Answer]) -> Callable[..., Answer]:
        own = signature(command, eval_str=True)

        @wraps(command)
        def asked(*args: Any, selection: Selection, db: str | None, **given: Any) -> Answer:
            chosen = {name: given.pop(name) for name in offered}
            return command(*args, wanted=Wanted(selection, db=db, **chosen), **given)

        parameters = [parameter for name, parameter in own.parameters.items() if name != "wanted"]
        more = {**offered, "db": Database, "selection": Selection}
        parameters += [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=option) for name, option in more.items()
        ]
        asked.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        asked.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return with_selection(without=("limit", "sort", *without))(asked)

    return wrap
