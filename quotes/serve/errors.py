"""What the web answers with instead of a page, and with which status."""

from quotes.errors import QuotesError, StoreError, UsageError
from quotes.store import TooSlowError


class RefusedError(QuotesError):
    """The request is none that may be answered; the sentence says why."""

    status = 403


class NotThereError(RefusedError):
    status = 404


class TooManyError(RefusedError):
    status = 429


class BusyError(RefusedError):
    status = 503


class TooMuchError(RefusedError):
    status = 413


def status_of(error: QuotesError) -> int:
    """The status of HTTP that says what an error does."""
    if isinstance(error, RefusedError):
        return error.status
    if isinstance(error, TooSlowError):
        return 504
    if isinstance(error, UsageError):
        return 404 if " is stored" in str(error) else 400
    return 503 if isinstance(error, StoreError) else 500
