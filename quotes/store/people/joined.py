"""What a correction of a speaker said of people, too: it holds as long as the correction does."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from quotes.identity.judgement import taken_back, undo
from quotes.store.adding import lineage
from quotes.store.people import log
from quotes.store.people.judging import judge
from quotes.store.sql import execute

_ROWS = "SELECT id, number, undoes FROM judgements WHERE about = 'quotation' ORDER BY number"


def reason_of(correction: int, reason: str = "") -> str:
    """What rows about people say that come with the correction of this number.

    >>> reason_of(12, "on the tape"), reason_of(12)
    ('correction 12: on the tape', 'correction 12')
    """
    return f"correction {correction}: {reason}" if reason else f"correction {correction}"


def follow(connection: Connection, row: str, who: str) -> None:
    """Let what came with a correction hold or not as it does, after this row was added, which takes it or an undo of
    it back."""
    rows = {one.id: one for one in execute(connection, _ROWS)}
    root = row
    while rows[root].undoes is not None:
        root = rows[root].undoes
    holds = root not in lineage.taken_back({identity: one.undoes for identity, one in rows.items()})
    number = int(rows[root].number)
    told = f"j.reason = '{reason_of(number)}' OR j.reason LIKE '{reason_of(number)}: %'"
    added = list(log.iter_log(connection, f"j.made_by = 'human' AND j.number > {number} AND ({told})"))
    own = [one for one in added if one.undoes is None]
    if not own:
        return
    gone = taken_back(log.rows_about(connection, {side for one in own for side in one.pair}))
    turned = [gone[one.id] for one in own if one.id in gone] if holds else [one for one in own if one.id not in gone]
    judge(connection, [undo(one, who, datetime.now(UTC), reason_of(number)) for one in turned])
