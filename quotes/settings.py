"""The environment, read in one place."""

import os
from pathlib import Path

DEFAULT_DB = "sqlite:///quotes.db"


def database_url(option: str | None = None) -> str:
    """`--db`, else QUOTES_DB, else quotes.db in the current folder; a plain path means SQLite."""
    given = option or os.environ.get("QUOTES_DB") or DEFAULT_DB
    return given if "://" in given else f"sqlite:///{given}"


def models_folder(option: str | None = None) -> Path | None:
    """`--models`, else QUOTES_MODELS, else None for the models that come with the package."""
    given = option or os.environ.get("QUOTES_MODELS")
    return Path(given) if given else None


def stanza_folder() -> Path:
    """Where Stanza's official models are kept: STANZA_RESOURCES_DIR, else a folder of the user's own."""
    given = os.environ.get("STANZA_RESOURCES_DIR")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("who-said-what", appauthor=False) / "stanza"


def models_mirror(option: str | None = None) -> str | None:
    """`--from`, else QUOTES_MODELS_URL, else None for Stanza's own servers."""
    return option or os.environ.get("QUOTES_MODELS_URL") or None
