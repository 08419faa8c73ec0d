"""The kinds of networks: what their nodes and edges are."""

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.store import NetworkKind


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of network."""

    title: str  # what it shows, as a heading
    edge: str  # what an edge is, from which to which
    directed: bool = True


KINDS: Mapping[NetworkKind, Kind] = {
    "speaker-outlet": Kind("who is quoted where", "speaker → outlet that published the words"),
    "relay": Kind("whose words come through whom", "outlet or agency → the next one that passed the words on"),
    "about": Kind("who speaks of whom", "speaker → person or organisation that the quotation mentions"),
    "co-quoted": Kind("who is quoted together", "speaker – speaker in the same article", directed=False),
    "article-speaker": Kind("which article quotes whom", "article → speaker"),
    "within": Kind("who quotes whom", "speaker → somebody whose words stand inside the speaker's"),
}
DEFAULT: NetworkKind = "speaker-outlet"


def kind_of(name: str) -> NetworkKind:
    """The kind of that name; raises UsageError listing them."""
    for kind in KINDS:
        if kind == name:
            return kind
    raise UsageError(f"there is no network {name!r}; choose one of these: {', '.join(KINDS)}")
