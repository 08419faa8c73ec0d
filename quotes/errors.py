"""What can go wrong, and the exit code that says so.

    QuotesError                 1
    ├── UsageError              2   an option or argument that makes no sense
    ├── InputError              3   something that cannot be read as articles (also a ValueError)
    ├── ModelError              4   a language model is missing, damaged or not downloaded (also a FileNotFoundError)
    └── StoreError              5   the database cannot be opened, read or written (also a RuntimeError)

Every message is one sentence that names the remedy.
"""


class QuotesError(Exception):
    exit_code = 1


class UsageError(QuotesError, ValueError):
    exit_code = 2


class InputError(QuotesError, ValueError):
    exit_code = 3


class ModelError(QuotesError, FileNotFoundError):
    exit_code = 4


class StoreError(QuotesError, RuntimeError):
    exit_code = 5
