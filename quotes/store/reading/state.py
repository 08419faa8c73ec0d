"""What tells that anything in a store changed, for those who keep answers."""

from sqlalchemy import Connection, text

_STATE = """
SELECT (SELECT max(number) FROM versions), (SELECT max(number) FROM appearances), (SELECT max(number) FROM parses),
       (SELECT max(number) FROM judgements), (SELECT max(number) FROM runs), (SELECT max(ended) FROM runs),
       (SELECT max(number) FROM rejects), (SELECT max(number) FROM people)
"""


def read_state(connection: Connection) -> str:
    """A word that is another after every run, article and judgement."""
    return "-".join(str(value or 0) for value in connection.execute(text(_STATE)).one())
