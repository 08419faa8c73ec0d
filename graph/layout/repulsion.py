"""How nodes repel each other: by mass, falling off with distance.

Up to three hundred nodes each pair is computed. Beyond that the masses are laid on a mesh, the field is found there by
fast Fourier transforms, and read at each node: particle–mesh, after Hockney and Eastwood, Computer Simulation Using
Particles (1988). Its cost grows with the number of nodes, not of pairs.
"""

from functools import cache

import numpy as np

from graph.layout.arrays import Floats, Ints

_EXACT = 300
_SOFT = 0.7  # cells within which the field of a mass is levelled off


def repel(places: Floats, mass: Floats) -> Floats:
    """(count, 2) forces: of two nodes, mass × mass / distance on each."""
    field = _exact(places, mass) if len(places) <= _EXACT else _on_mesh(places, mass)
    return field * mass[:, None]


def _exact(places: Floats, mass: Floats) -> Floats:
    squares = (places**2).sum(axis=1)
    distance = squares[:, None] + squares[None, :] - 2 * places @ places.T
    np.maximum(distance, 1e-4, out=distance)
    share = mass[None, :] / distance
    np.fill_diagonal(share, 0.0)
    field: Floats = places * share.sum(axis=1)[:, None] - share @ places
    return field


def _on_mesh(places: Floats, mass: Floats) -> Floats:
    cells = 256 if len(places) < 50_000 else 512
    low = places.min(axis=0)
    width = float((places.max(axis=0) - low).max()) / (cells - 2) or 1.0
    scaled = (places - low) / width
    corner = np.floor(scaled).astype(np.int64)
    part = scaled - corner
    density = np.zeros(cells * cells)
    shares = list(_shares(corner, part, cells))
    for at, share in shares:
        density += np.bincount(at, weights=mass * share, minlength=cells * cells)
    shape = (2 * cells, 2 * cells)
    spectrum = np.fft.rfft2(density.reshape(cells, cells), s=shape)
    field = np.empty_like(places)
    for axis, kernel in enumerate(_kernels(cells)):
        grid = np.fft.irfft2(spectrum * kernel, s=shape)[:cells, :cells].ravel()
        field[:, axis] = sum(grid[at] * share for at, share in shares)
    return field / width


def _shares(corner: Ints, part: Floats, cells: int) -> list[tuple[Ints, Floats]]:
    """The four cells around each node, and which share of it lies in each (cloud in cell)."""
    return [
        (
            (corner[:, 0] + right) * cells + corner[:, 1] + up,
            np.where(right, part[:, 0], 1 - part[:, 0]) * np.where(up, part[:, 1], 1 - part[:, 1]),
        )
        for right in (0, 1)
        for up in (0, 1)
    ]


@cache
def _kernels(cells: int) -> tuple[np.ndarray, np.ndarray]:
    """Spectra of the field of one mass, along each axis, on a mesh twice as wide so that it does not wrap round."""
    steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))
    along, across = np.meshgrid(steps, steps, indexing="ij")
    distance = along**2 + across**2 + _SOFT**2
    return np.fft.rfft2(along / distance), np.fft.rfft2(across / distance)
