"""Each connected part of a network in a place of its own: stars as rosettes, small parts unfolded, others by forces."""

import numpy as np
from scipy.sparse.csgraph import connected_components

from graph.layout.arrays import Floats, Ints, Links
from graph.layout.forceatlas import arrange
from graph.layout.packing import pack
from graph.layout.spacing import separate
from graph.layout.start import adjacency, scale_distances

_MANY, _MANY_PARTS = 1000, 9  # so many parts are too many for forces in each, which then needs so many nodes
_MOST_PUSHED = 30_000  # nodes; beyond that a node is a dot on any screen, and pushing would take minutes


def positions(links: Links, *, seed: int, aspect: float) -> Floats:
    """(count, 2) positions of all nodes, in the unit of their radii, centred."""
    if not links.count:
        return np.empty((0, 2))
    fill, gap = _fill(links.count), float(links.radius.mean()) * min(8.0, 3 + 60 / np.sqrt(links.count))
    members = _members(links)
    forces = _MANY_PARTS if len(members) > _MANY else 1
    parts = [_spread(part, fill, forces, seed=seed, aspect=aspect) for part in links.split(members)]
    places = np.empty((links.count, 2))
    for each, moved in zip(members, pack(parts, [links.radius[m] for m in members], aspect, gap), strict=True):
        places[each] = moved
    centred: Floats = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return centred


def _members(links: Links) -> list[Ints]:
    """The nodes of each connected part."""
    _, label = connected_components(adjacency(links), directed=False)
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)


def _fill(count: int) -> float:
    """Share of the sheet that nodes cover: small networks want air for names, large ones all the room there is."""
    return float(min(0.15, 0.04 * (count / 2000) ** 0.4))


def _spread(part: Links, fill: float, forces: int, *, seed: int, aspect: float) -> Floats:
    """Positions of a connected part, so wide that its nodes cover that share of it. Parts of fewer nodes than `forces`
    are unfolded only.
    """
    if part.count == 1:
        return np.zeros((1, 2))
    if int(part.degrees().max()) == part.count - 1 and len(part.ends) == part.count - 1:
        return _rosette(part, fill)
    places = scale_distances(part, seed)
    if part.count >= forces:
        places = arrange(part, places, aspect)
    room = np.pi * float((part.radius**2).sum()) / fill
    width, height = np.maximum(np.ptp(places, axis=0), 1e-9 + 0.2 * np.ptp(places, axis=0).max())
    places = places * np.sqrt(room / (width * height))
    return separate(places, part.radius) if part.count <= _MOST_PUSHED else places


def _rosette(part: Links, fill: float) -> Floats:
    """The middle of a star with the others around it as seeds of a sunflower, the strongest inmost.

    Vogel (1979), A better way to construct the sunflower head.
    """
    middle = int(np.argmax(part.degrees()))
    others = np.array([node for node in np.argsort(-part.radius, kind="stable") if node != middle])
    places = np.zeros((part.count, 2))
    ring = part.radius[middle] + 2.5 * part.radius[others[0]]
    if len(others) <= 12:
        angles = np.pi / 2 + 2 * np.pi * np.arange(len(others)) / len(others)
        distance = np.full(len(others), max(ring * 1.4, part.radius[others].max() * len(others) / 2))
    else:
        angles = np.arange(len(others)) * np.pi * (3 - np.sqrt(5))
        distance = np.sqrt(ring**2 + np.cumsum(part.radius[others] ** 2) / min(0.3, fill * 6))
    wide = 1.3 if len(others) <= 12 else 1.0  # for their names
    places[others] = distance[:, None] * np.stack([wide * np.cos(angles), np.sin(angles)], axis=1)
    return separate(places, part.radius)
