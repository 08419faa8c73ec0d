"""ForceAtlas2: linked nodes attract each other, all repel each other by their degree, and gravity holds them together.

Jacomy, Venturini, Heymann, Bastian (2014), ForceAtlas2, a Continuous Graph Layout Algorithm for Handy Network
Visualization Designed for the Gephi Software, PLOS ONE 9(6), doi:10.1371/journal.pone.0098679. Written for arrays:
each step moves all nodes at once.
"""

import numpy as np

from graph.layout.arrays import Floats, Links
from graph.layout.repulsion import repel

_STEPS, _FEW, _LARGE = 250, 120, 50_000  # steps, and how many do for so many nodes
_GRAVITY = 0.3
_TOLERANCE = 1.0


def arrange(links: Links, places: Floats, aspect: float, steps: int | None = None) -> Floats:
    """(count, 2) positions after the forces have acted on those given; `aspect` is width by height aimed at."""
    places = places * np.sqrt(links.mass.sum())
    weak = np.array([1 / aspect, 1.0])  # gravity is weaker along the width
    before, speed, efficiency = np.zeros_like(places), 1.0, 1.0
    for _ in range(steps or (_STEPS if links.count < _LARGE else _FEW)):
        force = repel(places, links.mass) + _attract(links, places) - _pull_in(links, places, weak)
        swing = np.linalg.norm(force - before, axis=1)
        traction = np.linalg.norm(force + before, axis=1) / 2
        swinging, effective = float(links.mass @ swing), float(links.mass @ traction)
        estimate = 0.05 * np.sqrt(links.count)
        tolerance = _TOLERANCE * max(np.sqrt(estimate), min(10.0, estimate * effective / links.count**2))
        if effective and swinging / effective > 2:
            efficiency = max(efficiency * 0.5, 0.05)
            tolerance = max(tolerance, _TOLERANCE)
        target = tolerance * efficiency * effective / swinging if swinging else speed
        if swinging > tolerance * effective:
            efficiency = max(efficiency * 0.7, 0.05)
        elif speed < 1000:
            efficiency *= 1.3
        speed += min(target - speed, 0.5 * speed)
        places = places + force * (speed / (1 + np.sqrt(speed * links.mass * swing)))[:, None]
        before = force
    centred: Floats = places - places.mean(axis=0)
    return centred


def _attract(links: Links, places: Floats) -> Floats:
    one, other = links.ends.T
    pull = (places[other] - places[one]) * links.pull[:, None]
    force = np.empty_like(places)
    for axis in (0, 1):
        force[:, axis] = np.bincount(one, pull[:, axis], links.count) - np.bincount(other, pull[:, axis], links.count)
    return force


def _pull_in(links: Links, places: Floats, weak: Floats) -> Floats:
    """Towards the middle, the more the farther ("strong gravity"), which fills an ellipse evenly."""
    return _GRAVITY * places * weak * links.mass[:, None]
