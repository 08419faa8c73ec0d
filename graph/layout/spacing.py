"""Nodes that lie on each other are pushed apart, each as little as it takes, until none does."""

import numpy as np
from scipy.spatial import cKDTree

from graph.layout.arrays import Floats, Ints

_ROUNDS = 200
_GAP = 1.15  # discs keep so much of their size apart


def separate(places: Floats, radius: Floats) -> Floats:
    """(count, 2) positions at which no two discs overlap. Where pushing does not do, all is spread a little."""
    radius, places = radius * _GAP, places.copy()
    for turn in range(_ROUNDS):
        one, other = _overlapping(places, radius)
        if not len(one):
            break
        away = places[one] - places[other]
        distance = np.linalg.norm(away, axis=1)
        same = distance < 1e-9
        away[same] = np.stack([np.cos(one[same]), np.sin(one[same])], axis=1)  # any way, but always the same
        distance[same] = 1.0
        lack = radius[one] + radius[other] - np.where(same, 0.0, distance)
        share = radius[other] ** 2 / (radius[one] ** 2 + radius[other] ** 2)  # the smaller gives way
        push = away / distance[:, None] * (lack * 1.02 + 1e-6)[:, None]
        for axis in (0, 1):
            places[:, axis] += np.bincount(one, push[:, axis] * share, len(places)) / 1.5
            places[:, axis] -= np.bincount(other, push[:, axis] * (1 - share), len(places)) / 1.5
        if turn % 20 == 19:
            places *= 1.04
    return places


def _overlapping(places: Floats, radius: Floats) -> tuple[Ints, Ints]:
    """Pairs of discs that overlap. The few large ones are looked up one by one, the many small ones together."""
    large = radius > 3 * np.median(radius)
    reach = float(radius[~large].max(initial=0.0))
    tree = cKDTree(places)
    near = tree.query_pairs(2 * reach, output_type="ndarray")
    pairs = [near[~large[near].any(axis=1)]]
    big = np.flatnonzero(large)
    if len(big):
        for place, found in zip(big, tree.query_ball_point(places[big], radius[big] + radius.max()), strict=True):
            others = np.array(found)
            others = others[(others != place) & (~large[others] | (others > place))]
            pairs.append(np.stack([np.full(len(others), place), others], axis=1))
    one, other = np.concatenate(pairs).astype(np.int64).T
    inside = np.linalg.norm(places[one] - places[other], axis=1) < radius[one] + radius[other] - 1e-6
    return one[inside], other[inside]
