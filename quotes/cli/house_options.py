"""Options that quotes.toml gives to commands: they take the place of the commands' own defaults."""

from collections.abc import Mapping
from typing import Any

from quotes.configuration import Configuration, unknown
from quotes.errors import UsageError


def with_house_options(command: Any, path: str, told: Mapping[str, Any], configuration: Configuration) -> Any:
    """The command, or group, with other defaults. `path` is what it is called by: "graph draw".

    Raises UsageError for an option, or a command of a group, that there is not.
    """
    group = getattr(command, "commands", None)
    options = {
        name.removeprefix("--"): one
        for one in command.params
        for name in getattr(one, "opts", ())
        if name.startswith("--") and name != "--help"
    }
    for name, value in told.items():
        if isinstance(value, Mapping) and group is not None:
            if name not in group:
                raise unknown(configuration.path, f"options.{path}.{name}", name, list(group))
            with_house_options(group[name], f"{path} {name}", value, configuration)
        elif name not in options:
            raise unknown(configuration.path, f"options.{path}.{name}", name, list(options))
        else:
            options[name].default = _fitting(options[name], value, f"{configuration.path}: options.{path}.{name}")
    return command


def _fitting(option: Any, value: object, place: str) -> object:
    """What Click takes for the option's default."""
    if option.is_flag or option.multiple or option.nargs != 1:
        if option.is_flag and not isinstance(value, bool):
            raise UsageError(f"{place} is to be true or false")
        if option.multiple and not isinstance(value, list):
            return [str(value)]
        return [str(one) for one in value] if isinstance(value, list) else value
    if isinstance(value, list | Mapping | bool):
        raise UsageError(f"{place} is to be one value")
    return str(value)
