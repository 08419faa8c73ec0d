"""Loading: a Stanza `Pipeline` from a folder, with no network, on the CPU, and in silence."""

import logging
from typing import Any

from quotes.nlp.models import LANGUAGE, ModelSet, damaged


def load_pipeline(models: ModelSet, processors: tuple[str, ...] | None = None) -> Any:
    """A `stanza.Pipeline` with the given processors, or all that the set has.

    Raises ModelError when a file is damaged. Word vectors that several processors use are loaded once.
    """
    logger = logging.getLogger("stanza")
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.ERROR)  # before the import, which would otherwise choose INFO
    import stanza

    wanted = {name: package for name, package in models.packages.items() if processors is None or name in processors}
    try:
        return stanza.Pipeline(
            lang=LANGUAGE,
            dir=str(models.folder),
            package=None,
            processors=wanted,
            download_method=None,
            use_gpu=False,
            logging_level="ERROR",
        )
    except Exception as error:
        raise damaged(models, error) from error
