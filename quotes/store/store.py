"""The store: articles in, answers out."""

from quotes.store.connect import address_of, connect, parse_url
from quotes.store.errors import translated
from quotes.store.facade.figures import Figures
from quotes.store.facade.intake import Intake
from quotes.store.facade.upkeep import Upkeep
from quotes.store.facade.verdicts import Verdicts
from quotes.store.migrate import prepare


class Store(Intake, Verdicts, Figures, Upkeep):
    """Parsed articles in a database, and what can be asked of them. Every method may raise StoreError.

    Close it, or use it as a context manager. Several processes may read and write one database at once; within a
    process, give each thread its own store.
    """


def open_store(url: str, *, create: bool = True, patience: float = 10.0) -> Store:
    """Open the store in the database that an SQLAlchemy URL names; raises StoreError.

    With `create`, a missing file and missing tables are made. Without, nothing is, and a database that holds no store
    is an error. Either way, a store that an older version made is brought up to date. `patience` is how many seconds
    to wait while another program writes.
    """
    parsed = parse_url(url)
    address = address_of(parsed)
    engine = connect(parsed, create=create, patience=patience)
    try:
        with translated(address):
            prepare(engine, address, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, address)
