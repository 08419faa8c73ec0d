"""How sure a share is."""

from dataclasses import dataclass
from math import sqrt

_Z = 1.959963984540054  # the quantile of the normal distribution that leaves 2.5% above


def wilson(part: float, whole: float) -> tuple[float, float]:
    """The 95% interval of a share `part / whole`, both ends within [0, 1].

    Wilson's score interval (1927): unlike the textbook one it holds for small numbers and for shares near 0 and 1.
    Neither number need be an integer. Raises ValueError unless 0 <= part <= whole and 0 < whole.

    >>> "{:.3f} {:.3f}".format(*wilson(3, 10))
    '0.108 0.603'
    """
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"a share needs 0 <= part <= whole and 0 < whole, not {part} of {whole}")
    share, square = part / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    reach = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    low = 0.0 if part == 0 else max(0.0, middle - reach)
    return low, 1.0 if part == whole else min(1.0, middle + reach)


def percent(share: float) -> str:
    """A share in whole per cent, but with a decimal below one, so that something never reads as nothing.

    >>> percent(0.214), percent(1 / 209), percent(0)
    ('21%', '0.5%', '0%')
    """
    return f"{share:.1%}" if 0 < share < 0.01 else f"{share:.0%}"


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`. `effective` is how many independent cases the whole is worth, where those are fewer."""

    part: int
    whole: int
    effective: float | None = None

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Its 95% interval after Wilson, None of nothing."""
        if not self.whole:
            return None
        cases = self.whole if self.effective is None else self.effective
        return wilson(self.part / self.whole * cases, cases)


def difference(one: Share, other: Share) -> tuple[float, float, float] | None:
    """How much more the first share is than the other, and both ends of the 95% interval of that; None where either is
    of nothing.

    Newcombe's interval (1998, his method 10), made of Wilson's for each.

    >>> "{:.3f} {:.3f} {:.3f}".format(*difference(Share(56, 70), Share(48, 80)))
    '0.200 0.052 0.334'
    """
    if one.value is None or other.value is None or one.interval is None or other.interval is None:
        return None
    more = one.value - other.value
    (low, high), (least, most) = one.interval, other.interval
    below = sqrt((one.value - low) ** 2 + (most - other.value) ** 2)
    above = sqrt((high - one.value) ** 2 + (other.value - least) ** 2)
    return more, more - below, more + above
