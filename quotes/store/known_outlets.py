"""Outlets that are asked for and are not stored."""

from collections.abc import Sequence

from sqlalchemy import Connection, text

from quotes.errors import UsageError
from quotes.store.outlets import outlet_id
from quotes.store.reading.asking import of_any

_NEAR = 60  # of a hundred: how much alike a name and its correction are
_OFFERED = 3


def require_outlets(connection: Connection, names: Sequence[str]) -> None:
    """Raises UsageError, with outlets of nearly that name, for the first that is not stored."""
    if not names:
        return
    ids = {outlet_id(name): name for name in names}
    known = connection.execute(of_any("SELECT id FROM outlets WHERE id IN :ids"), {"ids": list(ids)}).scalars()
    for missing in ids.keys() - set(known):
        raise _unknown(connection, ids[missing])


def _unknown(connection: Connection, name: str) -> UsageError:
    from rapidfuzz import fuzz, process, utils

    stored = connection.execute(text("SELECT name FROM outlets")).scalars().all()
    near = process.extract(
        name, stored, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_NEAR, limit=_OFFERED
    )
    remedy = (
        f"did you mean {' or '.join(found[0] for found in near)}?"
        if near
        else "quotes anonymous --by outlet lists them"
    )
    return UsageError(f"no outlet called {name!r} is stored; {remedy}")
