"""A drawing of how far confidences can be believed: the share of right mentions in each bin beside its confidence.

A reliability diagram after DeGroot and Fienberg, The comparison and evaluation of forecasters (1983): what lies on the
diagonal means what it says.
"""

from html import escape

from quotes.evaluate.calibration import Bin, Calibration

_SIDE = 320  # pixels of the plot
_LEFT, _TOP = 56, 52
_WIDTH, _HEIGHT = _LEFT + _SIDE + 24, _TOP + _SIDE + 92
_STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1f2933}.small{font-size:10px;fill:#52606d}"
    ".grid{stroke:#e4e7eb}.even{stroke:#7b8794;stroke-dasharray:4 4}.bar{fill:#9fc5e8}.dot{fill:#0b5394}"
    ".title{font-weight:600}"
)


def generate_reliability(calibration: Calibration, title: str) -> str:
    """One SVG: a bar a bin as high as its share of right ones, a dot at its mean confidence, its number below."""
    error = "–" if calibration.error is None else f"{calibration.error:.3f}"
    number = sum(b.number for b in calibration.bins)
    filled = [b for b in calibration.bins if b.number]
    told = "; ".join(f"{b.low:.1f} to {b.high:.1f}: {b.number}, {b.right:.0%} right" for b in filled)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" '
            f'height="{_HEIGHT}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>Share of right mentions by confidence. {told}.</desc>",
            f"<style>{_STYLE}</style>",
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            _text(_LEFT, 20, title, css="title", anchor="start"),
            _text(_LEFT, 38, f"{number} mentions, expected calibration error {error}", css="small", anchor="start"),
            *(_grid(step / 5) for step in range(6)),
            *(_bar(b) for b in filled),
            f'<line class="even" x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}"/>',
            *(_dot(b) for b in filled),
            _text(_LEFT + _SIDE / 2, _TOP + _SIDE + 38, "confidence"),
            _text(_LEFT + _SIDE / 2, _TOP + _SIDE + 78, "number of mentions in each bin", css="small"),
            f'<text transform="translate(16 {_TOP + _SIDE / 2:.0f}) rotate(-90)" '
            'text-anchor="middle">share right</text>',
            "</svg>\n",
        )
    )


def _x(share: float) -> float:
    return round(_LEFT + share * _SIDE, 1)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _SIDE, 1)


def _text(x: float, y: float, words: str, css: str = "", anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{css}" text-anchor="{anchor}">{escape(words)}</text>'


def _grid(share: float) -> str:
    line = f'<line class="grid" x1="{_x(0)}" y1="{_y(share)}" x2="{_x(1)}" y2="{_y(share)}"/>'
    level = _text(_LEFT - 8, _y(share) + 4, f"{share:.1f}", css="small", anchor="end")
    return line + level + _text(_x(share), _TOP + _SIDE + 16, f"{share:.1f}", css="small")


def _bar(b: Bin) -> str:
    top = _y(b.right or 0.0)
    bar = (
        f'<rect class="bar" x="{_x(b.low) + 1:.1f}" y="{top}" width="{_x(b.high) - _x(b.low) - 2:.1f}" '
        f'height="{_y(0) - top:.1f}"/>'
    )
    return bar + _text((_x(b.low) + _x(b.high)) / 2, _TOP + _SIDE + 62, str(b.number), css="small")


def _dot(b: Bin) -> str:
    return f'<circle class="dot" cx="{_x(b.confidence or 0.0)}" cy="{_y(b.right or 0.0)}" r="4"/>'
