"""What the commands on people share: who judges, and a row of the log as JSON."""

import getpass
from typing import TYPE_CHECKING

from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.identity import Judgement


def row_to_dict(row: "Judgement") -> dict[str, object]:
    """A row of the log as JSON shows it."""
    return {
        "id": row.id,
        "left": row.left,
        "right": row.right,
        "verdict": row.verdict,
        "by": row.by,
        "who": row.who,
        "when": row.when.isoformat(),
        "reason": row.reason,
        "score": row.score,
        "undoes": row.undoes,
    }


def judge_name(given: str | None) -> str:
    """Who judges: as given, else the account's name. Raises UsageError where there is none, as in a container."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # which of them depends on Python's version
        raise UsageError("your account has no name; say who judges with --as NAME") from error
