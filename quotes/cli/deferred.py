"""Groups of commands that are imported when they are called: to list them, or to call another, loads none of them."""

from collections.abc import Iterator, Mapping, MutableMapping
from copy import copy
from importlib import import_module
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

Table = Mapping[str, Mapping[str, str]]  # by the panel that lists it, each command's name with its line of help


class DeferredGroup(TyperGroup):
    """A group whose commands are modules of a package, listed by a table; `typer.Typer(cls=…)` takes it.

    The module has the command's name, and in it a function of that name, or a group called `app`. What the module calls
    EPILOG stands below the command's own help.
    """

    package: ClassVar[str]
    table: ClassVar[Table]
    commands: "Deferred"

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = Deferred(self.package, self.table, self.commands)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        listed = copy(self)
        listed.commands = self.commands.listed()
        super(DeferredGroup, listed).format_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:  # pydantic's words, which are nothing to whoever mistyped an option
            error.message = error.message.removeprefix("Value error, ")
            raise


class Deferred(MutableMapping[str, Any]):
    """Commands by name, imported when they are looked up; after those of the table, what was put in."""

    def __init__(self, package: str, table: Table, more: Mapping[str, Any]) -> None:
        self._package, self._table = package, table
        self._loaded: dict[str, Any] = dict(more)
        self._names = [name for panel in table.values() for name in panel]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys([*self._names, *self._loaded])

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __contains__(self, name: object) -> bool:
        return name in self._loaded or name in self._names

    def __getitem__(self, name: str) -> Any:
        if name not in self:
            raise KeyError(name)
        if name not in self._loaded:
            self._loaded[name] = load(self._package, name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def listed(self) -> "Deferred":
        """The same with names and lines of help, and nothing to call."""
        lines = {
            name: TyperCommand(name, short_help=line, rich_help_panel=panel)
            for panel, of in self._table.items()
            for name, line in of.items()
        }
        return Deferred(self._package, self._table, {**self._loaded, **lines})


def load(package: str, name: str) -> Any:
    """The command of a package's module."""
    module = import_module(f"{package}.{name}")
    if (app := getattr(module, "app", None)) is not None:
        return group_of(app, name)
    alone = typer.Typer(add_completion=False)
    alone.command(name, epilog=getattr(module, "EPILOG", None))(getattr(module, name))
    return typer.main.get_command(alone)


def group_of(app: typer.Typer, name: str) -> Any:
    """A group under a name by which another lists it."""
    group = typer.main.get_group(app)
    group.name = name
    return group
