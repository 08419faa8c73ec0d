"""Nodes as marks: a shape and a colour for each kind, hollow where nobody is named."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.drawing.canvas import PAPER

if TYPE_CHECKING:
    from matplotlib.patches import Patch

Shape = Literal["circle", "square", "diamond", "triangle"]

SHAPES: dict[str, Shape] = {
    "outlet": "square",
    "agency": "square",
    "organization": "diamond",
    "document": "triangle",
    "article": "square",
}
HOLLOW = frozenset({"unnamed_person", "unnamed_group"})
KIND_WORDS = {
    "person": "person",
    "organization": "organisation",
    "unnamed_person": "unnamed source",
    "unnamed_group": "unnamed source",
    "document": "document",
    "narrator": "narrator",
    "outlet": "outlet",
    "agency": "agency",
    "article": "article",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A node on the sheet: its middle, its radius in points, how it looks."""

    x: float
    y: float
    radius: float
    colour: str
    shape: Shape = "circle"
    hollow: bool = False

    def patch(self, name: str | None = None) -> "Patch":
        """Shapes have the same area whatever they are."""
        from matplotlib.patches import Circle, RegularPolygon

        style = {
            "facecolor": PAPER if self.hollow else self.colour,
            "edgecolor": self.colour if self.hollow else PAPER,
            "linewidth": min(1.6, 0.3 * self.radius) if self.hollow else min(0.8, 0.12 * self.radius),
            "zorder": 5,
            "gid": name,
        }
        centre = self.x, self.y
        if self.shape == "circle":
            return Circle(centre, self.radius, **style)
        corners, factor, turn = _POLYGONS[self.shape]
        return RegularPolygon(centre, corners, radius=self.radius * factor, orientation=turn, **style)


# Corners, radius of the circle around it by that of a disc of the same area, and turn in radians.
_POLYGONS: dict[Shape, tuple[int, float, float]] = {
    "square": (4, 1.253, 0.7854),
    "diamond": (4, 1.253, 0.0),
    "triangle": (3, 1.555, 0.0),
}


def look(kind: str) -> tuple[Shape, bool]:
    """Shape, and whether hollow."""
    return SHAPES.get(kind, "circle"), kind in HOLLOW
