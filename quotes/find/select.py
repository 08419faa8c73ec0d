"""Chooses among candidate reports those that stand."""

from collections.abc import Sequence

from quotes.domain import Span
from quotes.find.reports import Report


def contents_agree(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union of the characters of two contents."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - shared
    return shared / total if total else 0.0


def choose_reports(reports: Sequence[Report], probabilities: Sequence[float], threshold: float) -> list[int]:
    """Indices of the likeliest reports at or above the threshold, of which no two share most of their content or reach
    from the same place to the same place.

    One cue may govern several contents, and a report may stand inside another's content ("he said she had promised …").
    """
    chosen: list[int] = []
    for index in sorted(range(len(reports)), key=lambda i: -probabilities[i]):
        if probabilities[index] < threshold:
            break
        if all(_differ(reports[index], reports[j]) for j in chosen):
            chosen.append(index)
    return sorted(chosen)


def _differ(one: Report, other: Report) -> bool:
    same_ends = (one.content[0].start, one.content[-1].end) == (other.content[0].start, other.content[-1].end)
    return not same_ends and contents_agree(one.content, other.content) < 0.5
