"""Rows of the log that the machine writes, and rows that take effect at once."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection

from quotes.identity.candidates import Proposal
from quotes.identity.judgement import Judgement, Verdict
from quotes.store.people import log
from quotes.store.people.settling import settle

MATCHER = "matcher 2"  # who the machine signs as; raised when its points change


def machine_row(proposal: Proposal, verdict: Verdict, when: datetime) -> Judgement:
    """What the machine holds of two, as a row of the log."""
    score = proposal.score
    likely = round(score.probability, 4)
    return Judgement(proposal.left, proposal.right, verdict, "machine", MATCHER, when, score.explain(), likely)


def judge(connection: Connection, rows: Iterable[Judgement]) -> int:
    """Add rows to the log and let them take effect at once; returns how many were new."""
    written = list(rows)
    added = log.append(connection, written)
    settle(connection, {side for row in written for side in row.pair})
    return added
