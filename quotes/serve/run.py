"""The server process."""

import signal
import sys
from types import FrameType

import uvicorn

from quotes.serve.settings import ServeSettings

_CONNECTIONS = 200


def run(settings: ServeSettings) -> None:
    """Serve until it is told to stop. Raises StoreError where there is no record."""
    from quotes.serve.app import make_app
    from quotes.serve.safety.access_log import write_to_standard_error
    from quotes.store import open_store

    open_store(settings.database, create=False).close()  # an older one is brought up to date now
    write_to_standard_error()
    signal.signal(signal.SIGTERM, _leave)
    uvicorn.run(
        make_app(settings), host=settings.host.strip("[]"), port=settings.port, access_log=False, log_level="warning",
        server_header=False, date_header=True, limit_concurrency=_CONNECTIONS, timeout_keep_alive=15,
        proxy_headers=settings.user_header is not None,
    )  # fmt: skip


def _leave(number: int, _frame: FrameType | None) -> None:
    """Uvicorn sends itself the signal again after it has closed all; by itself that would end us with what is left to
    tidy up."""
    sys.exit(0)
