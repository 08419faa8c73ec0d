"""The registry of a store, for the commands that ask it and those that add to its log."""

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quotes.errors import UsageError
from quotes.store import Store

if TYPE_CHECKING:
    from quotes.identity import Judgement, Registry, Somebody


def load_registry(store: Store, *, with_texts: bool = False) -> "Registry":
    """The registry of a store as it stands. Only the machine's proposals need the articles' texts."""
    from quotes.identity import Registry, collect_appearances
    from quotes.store.judgements import (
        read_judged_names,
        read_known_people,
        read_log,
        read_named_speakers,
        read_texts,
    )

    appearances = collect_appearances(read_named_speakers(store), read_texts(store) if with_texts else {})
    return Registry(appearances, read_known_people(store), read_log(store), read_judged_names(store))


def only_one(registry: "Registry", text: str) -> "Somebody":
    """The one whom a name or id means; raises UsageError for none and for several."""
    found = registry.find(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"nobody called {text!r} is stored; quotes people list shows everybody")
    choices = ", ".join(f"{somebody.id} ({somebody.name})" for somebody in found[:5])
    raise UsageError(f"{text!r} can be any of {len(found)}; ask again with an id: {choices}")


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


def human(left: str, right: str, verdict: str, judge: str | None, reason: str) -> "Judgement":
    """A person's verdict, made now."""
    from quotes.identity import Judgement

    assert verdict in ("positive", "negative")
    return Judgement(left, right, verdict, "human", judge_name(judge), datetime.now(UTC), reason)  # type: ignore[arg-type]


def judge_name(given: str | None) -> str:
    """Who judges: as given, else the account's name. Raises UsageError where there is none, as in a container."""
    if given:
        return given
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # which of them depends on Python's version
        raise UsageError("your account has no name; say who judges with --as NAME") from error


def append(store: Store, registry: "Registry", rows: "Sequence[Judgement]") -> None:
    """Write rows to the log, with whom they are about."""
    from quotes.store.judgements import append_judgements

    append_judgements(store, rows, registry.to_judged(rows))
