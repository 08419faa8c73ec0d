"""The environment and quotes.toml, read in one place."""

import hashlib
import os
import re
from pathlib import Path

from quotes.configuration import configuration

DEFAULT_DB = "sqlite:///quotes.db"


def database_url(option: str | None = None) -> str:
    """`--db`, else QUOTES_DB, else the store of quotes.toml, else quotes.db in the current folder; a plain path means
    SQLite."""
    given = option or os.environ.get("QUOTES_DB") or configuration().store or DEFAULT_DB
    return given if "://" in given else f"sqlite:///{given}"


def without_password(url: str) -> str:
    """The URL of a database, fit to be shown.

    >>> without_password("postgresql://ann:secret@db.example/quotes")
    'postgresql://ann:***@db.example/quotes'
    """
    return re.sub(r"(://[^/@:]*):[^/@]*@", r"\1:***@", url)


def models_folder(option: str | None = None) -> Path | None:
    """`--models`, else QUOTES_MODELS, else those of quotes.toml, else None for the packaged ones."""
    given = option or os.environ.get("QUOTES_MODELS") or configuration().models
    return Path(given) if given else None


def stanza_folder() -> Path:
    """Where Stanza's official models are kept: STANZA_RESOURCES_DIR, else a folder of the user's own."""
    given = os.environ.get("STANZA_RESOURCES_DIR")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("who-said-what", appauthor=False) / "stanza"


def fetched_file(url: str) -> Path:
    """Where `quotes fetch` keeps what it fetched for a store: a file of the user's own, another for each store."""
    from platformdirs import user_state_path

    scheme, _, path = url.partition(":///")
    where = f"{scheme}:{Path(path).resolve()}" if scheme == "sqlite" else url
    name = hashlib.sha256(where.encode()).hexdigest()[:16]
    return user_state_path("who-said-what", appauthor=False) / f"fetched-{name}.json"


def models_mirror(option: str | None = None) -> str | None:
    """`--from`, else QUOTES_MODELS_URL, else None for Stanza's own servers."""
    return option or os.environ.get("QUOTES_MODELS_URL") or None
