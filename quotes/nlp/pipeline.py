"""Loading: a Stanza `Pipeline` from a folder, with no network, on the CPU, and in silence."""

import logging
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
