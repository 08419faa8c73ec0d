"""A network of one kind: its ends first, then its links."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Connection

from quotes.store.counting.network.agencies import agency_key, read_agencies
from quotes.store.counting.network.ends import iter_places, iter_speakers, read_passed
from quotes.store.counting.network.links import iter_links
from quotes.store.counting.network.pairs import PAIRS
from quotes.store.counting.network.rows import End, Link, NetworkKind
from quotes.store.counting.network.spoken import Spoken
from quotes.store.counting.network.strangers import read_strangers
from quotes.store.selection import Selection


def iter_network(
    connection: Connection, selection: Selection, kind: NetworkKind, *, group_unnamed: bool = False
) -> Iterator[End | Link]:
    """The ends with what counts as theirs, then the links between them; of people who are quoted together, who quote
    or who speak of each other, only those who have a link."""
    spoken = Spoken.of(connection, selection, group_unnamed=group_unnamed)
    agencies = read_agencies(connection)
    spoken = replace(spoken, agencies=agency_key(agencies))
    ends = (end for iterate in _ENDS[kind] for end in iterate(connection, spoken))
    links = _links(connection, spoken, kind)
    if kind in _WHOLE:
        yield from ends
        yield from links
        return
    found = list(links)
    linked = {key for link in found for key in (link.source, link.target)}
    known = set[int]()
    for end in ends:
        if end.key in linked or kind == "relay":
            known.add(end.key)
            yield end
    relayed = read_passed(connection, spoken).relayed if kind == "relay" else {}
    yield from read_strangers(connection, linked - known, agencies, relayed)
    yield from found


def _links(connection: Connection, spoken: Spoken, kind: NetworkKind) -> Iterator[Link]:
    if kind == "co-quoted":
        from quotes.store.counting.network.together import iter_together  # no other kind needs numpy

        return iter_together(connection, spoken)
    return iter_links(connection, PAIRS[kind](spoken), spoken.values, indirect=spoken.asked.reports)


def _articles(connection: Connection, spoken: Spoken) -> Iterator[End]:
    return iter_places(connection, spoken, articles=True)


_ENDS: Mapping[NetworkKind, tuple[Callable[[Connection, Spoken], Iterator[End]], ...]] = {
    "speaker-outlet": (iter_speakers, iter_places),
    "relay": (iter_places,),
    "about": (iter_speakers,),
    "co-quoted": (iter_speakers,),
    "article-speaker": (_articles, iter_speakers),
    "within": (iter_speakers,),
}
_WHOLE = ("speaker-outlet", "article-speaker")  # whose links have no ends but these
