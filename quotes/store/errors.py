"""What the store refuses, and the database's own errors told as sentences with a remedy.

StoreError                         5   the database cannot be opened, read or written
├── TooSlowError                   5   an answer took longer than whoever opened the store allows
└── ArticleError                   5   one article cannot be stored; others can
    ├── ArticleConflictError       5   its id already stands for another text
    └── UnstorableArticleError     5   it holds characters that a database does not take
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from quotes.errors import StoreError


class TooSlowError(StoreError):
    """The question takes longer than it may."""


class ArticleError(StoreError):
    """This article cannot be stored; nothing of it was, and the next one may be tried."""


class ArticleConflictError(ArticleError):
    """The article's id is already stored with another text."""


class UnstorableArticleError(ArticleError):
    """The article cannot be kept letter for letter."""


_TOO_SLOW = "{} takes too long to answer this; ask for fewer quotations, as of one year or one outlet"

# What the driver says (PostgreSQL: its SQLSTATE), in lower case → the sentence. First match wins.
_SENTENCES = {
    "interrupted": _TOO_SLOW,
    "57014": _TOO_SLOW,
    "database is locked": "{} is locked by another program; wait until that is done and try again",
    "55p03": "{} is locked by another program; wait until that is done and try again",
    "readonly database": "{} may be read but not written; change its permissions or choose another --db",
    "25006": "{} may be read but not written; connect to one that may be written or choose another --db",
    "42501": "{} does not grant this user the right to do this; ask its owner, or choose another --db",
    "unable to open": "{} cannot be opened; check that the file and its folder exist and may be read and written",
    "not a database": "{} is not a database; choose another --db",
    "disk is full": "the disk that holds {} is full; make room and try again",
    "malformed": "{} is damaged; restore it from a copy, or ingest into a new --db",
    "no such": "{} was not made by this version of quotes; ingest into a new --db",
    "42p01": "{} was not made by this version of quotes; ingest into a new --db",
    "42703": "{} was not made by this version of quotes; ingest into a new --db",
    "fe_sendauth": "{} asks for a password; write it into the URL of --db, or into ~/.pgpass",
    "password authentication": "{} refuses the user or the password; correct them in the URL of --db",
    "does not exist": "{} does not exist on its server; create it there, or correct the URL of --db",
    "connection": "{} cannot be reached; check that its server runs and that the URL of --db is right",
    "resolve": "{} cannot be reached; check the host in the URL of --db",
}


def forbids_writing(error: DBAPIError) -> bool:
    """Whether the database says that this user may read but not write."""
    return "readonly" in str(error.orig) or getattr(error.orig, "sqlstate", None) in ("25006", "42501")


def lacks_table(error: DBAPIError) -> bool:
    return "no such table" in str(error.orig) or getattr(error.orig, "sqlstate", None) == "42P01"


def describe(error: SQLAlchemyError, address: str) -> str:
    """One sentence with the remedy; `address` names the database without its password."""
    driver_error = error.orig if isinstance(error, DBAPIError) else None
    said = " ".join(str(driver_error or error).split())
    code = getattr(driver_error, "sqlstate", None)
    for sign, sentence in _SENTENCES.items():
        if sign == (code or "").lower() or sign in said.lower():
            return sentence.format(address)
    return f"{address} failed ({said}); correct that, or choose another --db"


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Raise what the database complains of as StoreError."""
    try:
        yield
    except SQLAlchemyError as error:
        told = describe(error, address)
        raise (TooSlowError if told == _TOO_SLOW.format(address) else StoreError)(told) from error
