"""The tables, by what they hold. docs/schema.md draws them; `quotes.store.views` says what counts.

Everything that is read out of a text hangs on a version of it; what a parser made of a stretch is a reading, and each
run's readings stay. Tables marked "derived" hold nothing of their own: they are filled anew from the others.
Times are ISO 8601 in UTC. A row checks nothing when it is made: the constraints hold in the database, and what must
hold of a value holds of the dataclass that it is made from.
"""

from collections.abc import Mapping

from sqlalchemy import Table
from sqlmodel import SQLModel

from quotes.store.tables import articles, counted, judgements, people, readings, runs

ROOMS = (articles, readings, people, counted, judgements, runs)
TABLES: Mapping[str, Table] = SQLModel.metadata.tables
