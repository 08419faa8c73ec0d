"""A network of one kind: its ends first, then its links."""

from collections.abc import Iterator

from sqlalchemy import Connection

from quotes.store.counting.network.ends import iter_places, iter_speakers
from quotes.store.counting.network.links import iter_links
from quotes.store.counting.network.pairs import PAIRS
from quotes.store.counting.network.rows import End, Link, NetworkKind
from quotes.store.counting.network.spoken import Spoken
from quotes.store.selection import Selection


def iter_network(connection: Connection, selection: Selection, kind: NetworkKind, *, group_unnamed: bool = False) -> Iterator[End | Link]:
    """The ends with what counts as theirs, then the links between them."""
    spoken = Spoken.of(selection, connection.dialect.name)
    yield from iter_speakers(connection, spoken)
    yield from iter_places(connection, spoken, articles=kind == "article-speaker")
    yield from iter_links(connection, PAIRS[kind](spoken), spoken.values)
