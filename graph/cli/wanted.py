"""Which network a command is about: the options that all of them share, and what they ask for.

    @with_network()
    def stats(wanted: Wanted, format: OutputFormat = None) -> None:
        network = wanted.build()

gives `quotes graph stats` the options --network, --group-unnamed, --db and all of a selection.
"""

import gc
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from graph.measures.definitions import DEFINITIONS, choose
from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store.selection import Selection

if TYPE_CHECKING:
    import networkx as nx

    from graph.periods import Period

Answer = TypeVar("Answer")
PANEL = "Which network"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for."""

    selection: Selection
    network: str | None = None  # a kind; the default one if None
    group_unnamed: bool | None = None
    around: str | None = None  # a name
    steps: int | None = None  # from it; 1 if None
    backbone: float | None = None  # the significance that edges need
    measured: list[str] | None = None  # measures that its nodes and edges are to have as attributes
    db: str | None = None

    def build(self) -> "nx.Graph":
        """Raises UsageError for values that cannot be, and StoreError."""
        self._check_measures()
        network = self._build()
        self._measure(network)
        return network

    def _build(self) -> "nx.Graph":
        if self.around is None:
            return self.build_with()[0]
        from graph.paths import around

        network, nodes = self.build_with(self.around)
        steps = 1 if self.steps is None else self.steps
        part = around(network, nodes, steps)
        part.graph |= {"around": self.around, "steps": steps}
        return part

    def build_with(self, *names: str) -> "tuple[Any, ...]":
        """The network, its backbone if that is asked for, and for each of the names the nodes that it means."""
        from graph.disparity import backbone
        from graph.finding import find_nodes
        from graph.networks import build
        from quotes.store import open_store

        with open_store(database_url(self.db), create=False) as store:
            network = build(store, self.kind, self.selection, group_unnamed=bool(self.group_unnamed))
            people = [[one.id for one in store.people(name, indirect=True)] for name in names]
        gc.freeze()  # it stays until the command ends; whoever looks for garbage need not look through it
        if self.backbone is not None:
            network = backbone(network, self.backbone)
        meant = zip(names, people, strict=True)
        return (network, *(find_nodes(network, name, known) for name, known in meant))

    def build_each(self, every: str) -> "list[tuple[Period, nx.Graph]]":
        """A network for each period, as `graph.periods` has it; neither parts nor backbones of them."""
        from graph.periods import build_each
        from quotes.store import open_store

        if self.around is not None or self.backbone is not None:
            raise UsageError("--every makes whole networks; leave --around and --backbone out, or --every")
        self._check_measures()
        with open_store(database_url(self.db), create=False) as store:
            grouped = bool(self.group_unnamed)
            found = build_each(store, every, self.kind, self.selection, group_unnamed=grouped)  # type: ignore[arg-type]
        for _, network in found:
            self._measure(network)
        return found

    def _check_measures(self) -> None:
        """Before the work, which a wrong name would waste."""
        if self.measured:
            choose(self.measured, self.kind)

    def _measure(self, network: "nx.Graph") -> None:
        if self.measured:
            from graph.measures.measure import annotate

            annotate(network, *self.measured)

    @property
    def kind(self) -> str:
        from graph.networks.kinds import DEFAULT, kind_of

        return kind_of(self.network or DEFAULT)


def _option(name: str, metavar: str | None, help: str, **more: Any) -> Any:
    return typer.Option(name, metavar=metavar, help=help, rich_help_panel=PANEL, show_default=False, **more)


_ATTRIBUTES = [name for name, one in DEFINITIONS.items() if {"nodes", "outlets", "ties"} & {*one.tables}]
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
    "around": Annotated[
        str | None,
        _option("--around", "NAME", "Only what is near a speaker or an outlet: a name, or the id of a node."),
    ],
    "steps": Annotated[
        int | None, _option("--steps", "NUMBER", "How near: so many links away; 1 if not given.", min=0)
    ],
    "backbone": Annotated[
        float | None,
        _option(
            "--backbone",
            "ALPHA",
            "Only links that are stronger than chance, by the disparity filter at this level of significance, as 0.05.",
        ),
    ],
    "measured": Annotated[
        list[str] | None,
        _option(
            "--with",
            "MEASURE*",
            f"Give nodes and links these measures, as pagerank,community: {', '.join(_ATTRIBUTES)}. "
            "quotes graph stats --definitions says what they mean.",
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
