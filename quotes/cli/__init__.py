"""The command line: thin commands over the library, data on standard output, all else on standard error.

Exit codes: 0 done · 1 done with rejects · 2 usage · 3 nothing could be read · 4 a model is missing · 5 store
· 130 interrupted · 143 ended by SIGTERM · 141 the reader of the output went away.
"""

import io
import os
import sys
from collections.abc import Sequence

from quotes.cli.commands import app
from quotes.errors import QuotesError

__all__ = ["app", "main"]

READER_LEFT = 141


def main(args: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every QuotesError becomes one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a text may hold what the terminal's encoding cannot say
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=args, prog_name="quotes")
    except QuotesError as error:
        print(f"quotes: {error}", file=sys.stderr)
        return error.exit_code
    except SystemExit as stop:
        code = _left(stop) or stop.code
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = READER_LEFT
    if code == READER_LEFT:
        _silence_stdout()
    return code if isinstance(code, int) else 0


def _left(stop: SystemExit) -> int:
    """Typer turns a broken pipe into exit code 1, which means rejects here; what caused it tells them apart."""
    return READER_LEFT if isinstance(stop.__context__, BrokenPipeError) else 0


def _silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere instead of complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
