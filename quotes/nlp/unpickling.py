"""Model files through the C unpickler, as far as they hold tensors and plain data.

torch's own loader of weights is written in Python, and lists of words take it most of the time of a short run. What
stands in a model file may call nothing but what is listed here; a file that wants more goes to torch's loader, which
decides.
"""

import pickle
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

HARMLESS = frozenset(
    {
        ("collections", "OrderedDict"),
        ("torch._utils", "_rebuild_tensor_v2"),
        ("_codecs", "encode"),
    }
)  # torch turns the names of storages into their types by itself


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in HARMLESS:
            raise pickle.UnpicklingError(f"{module}.{name} is not for this loader")
        return super().find_class(module, name)


_WAY = SimpleNamespace(__name__="pickle", Unpickler=_Unpickler)


def quicker(load: Callable[..., Any]) -> Callable[..., Any]:
    """`torch.load`, quicker for files that are to hold weights only: it reads the same and refuses the same."""

    def load_weights(file: Any, map_location: Any = None, *, weights_only: bool = True, **options: Any) -> Any:
        if weights_only and not options and isinstance(file, str | Path):
            try:
                return load(file, map_location, pickle_module=_WAY, weights_only=False)
            except (pickle.UnpicklingError, RuntimeError):
                pass
        return load(file, map_location, weights_only=weights_only, **options)

    return load_weights
