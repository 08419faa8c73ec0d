"""Loading: a Stanza `Pipeline` from a folder, with no network, on the CPU, and in silence."""

import logging
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from quotes.nlp.layout import LANGUAGE
from quotes.nlp.models import NAMED, ModelSet
from quotes.nlp.unpickling import quicker
from quotes.nlp.verify import require_whole, unloadable


def load_pipeline(models: ModelSet) -> Any:
    """A `stanza.Pipeline` with the processors of the set.

    Raises ModelError when a file is damaged. Word vectors that several processors use are loaded once.
    """
    logger = logging.getLogger("stanza")
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.CRITICAL)  # before the import, which would otherwise choose INFO
    import stanza

    if models.name in NAMED:  # torch loads what is damaged without a word; a folder's owner may change its files
        require_whole(models)
    try:
        with _lightly():
            return stanza.Pipeline(
                lang=LANGUAGE,
                dir=str(models.folder),
                package=None,
                processors=dict(models.packages),
                download_method=None,
                use_gpu=False,
                logging_level="CRITICAL",  # what goes wrong is told below, and once
            )
    except Exception as error:
        raise unloadable(models, error) from error


_LOADING = threading.Lock()  # two at once could each take the other's stand-in for a library's own function


@contextmanager
def _lightly() -> Iterator[None]:
    """Loading a Stanza model makes an optimizer as well, which only training needs and which brings torch's compiler,
    and reads long lists of words in Python: most of the time that a short run took. Training in the same process finds
    the libraries' own functions again."""
    import torch
    from stanza.models.common import utils

    stand_ins: list[tuple[Any, str, Any]] = [
        (utils, "get_optimizer", _no_optimizer),
        (utils, "get_split_optimizer", _no_optimizer),
        (torch, "load", quicker(torch.load)),
    ]
    with _LOADING, ExitStack() as stack:
        for owner, name, stand_in in stand_ins:
            if hasattr(owner, name):
                stack.callback(setattr, owner, name, getattr(owner, name))
                setattr(owner, name, stand_in)
        yield


def _no_optimizer(*args: Any, **options: Any) -> dict[str, Any]:
    return {}
