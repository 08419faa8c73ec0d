"""Loading: a Stanza `Pipeline` from a folder, with no network, on the CPU, and in silence."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from quotes.nlp.layout import LANGUAGE
from quotes.nlp.models import NAMED, ModelSet
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
        with _without_optimizers():
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


_LOADING = threading.Lock()  # two at once could each take the other's stand-in for Stanza's own function


@contextmanager
def _without_optimizers() -> Iterator[None]:
    """Loading a Stanza model makes an optimizer as well, which only training needs and which brings torch's compiler:
    half of the time that a short run took. Training in the same process finds Stanza's own functions again."""
    from stanza.models.common import utils

    names = ("get_optimizer", "get_split_optimizer")
    with _LOADING:
        own = {name: getattr(utils, name) for name in names if hasattr(utils, name)}
        try:
            for name in own:
                setattr(utils, name, _no_optimizer)
            yield
        finally:
            for name, function in own.items():
                setattr(utils, name, function)


def _no_optimizer(*args: Any, **options: Any) -> dict[str, Any]:
    return {}
