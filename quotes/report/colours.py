"""The colours of the charts. On a page they are variables of its style, so that charts turn dark with it."""

import re
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Colours:
    """As `#rrggbb`, each another, so that they can be told apart again in a drawing."""

    paper: str
    ink: str
    soft: str
    line: str
    strict: str
    broad: str

    def style(self) -> dict[str, object]:
        """What matplotlib calls these."""
        return {
            "figure.facecolor": self.paper,
            "axes.facecolor": self.paper,
            "savefig.facecolor": self.paper,
            "text.color": self.ink,
            "axes.labelcolor": self.soft,
            "axes.edgecolor": self.line,
            "xtick.color": self.line,
            "ytick.color": self.line,
            "xtick.labelcolor": self.soft,
            "ytick.labelcolor": self.soft,
            "grid.color": self.line,
            "grid.linewidth": 0.7,
        }


LIGHT = Colours(paper="#fdfcf9", ink="#1d1c1a", soft="#66625c", line="#dfdad0", strict="#a23b12", broad="#1f4e8c")


def to_variables(svg: str, colours: Colours = LIGHT) -> str:
    """The drawing with `var(--ink)` and so on in place of colours, for a page that defines these."""
    names = {getattr(colours, field.name): field.name for field in fields(colours)}
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    return pattern.sub(lambda match: f"var(--{names[match.group().lower()]})", svg)
