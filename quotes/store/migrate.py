"""Stub until the migrations come."""

from sqlalchemy import Engine, inspect

from quotes.errors import StoreError
from quotes.store.connect import writing


def prepare(engine: Engine, address: str, *, create: bool) -> None:
    with engine.connect() as connection:
        ready = inspect(connection).has_table("articles")
    if not ready and create:
        from quotes.store.schema import create_all

        with writing(engine) as connection:
            if not inspect(connection).has_table("articles"):
                create_all(connection)
    if not ready and not create:
        raise StoreError(f"no quotations are stored in {address}; run quotes ingest with this --db first")
