"""Chooses among candidate reports those that stand."""

from collections.abc import Sequence

from quotes.domain import Span
from quotes.find.reports import Report

UNLIKELY = 0.03  # candidates below this probability count for nothing


def contents_agree(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union of the characters of two contents."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(s.end - s.start for s in (*one, *other)) - shared
    return shared / total if total else 0.0


def pool(reports: Sequence[Report], probabilities: Sequence[float]) -> list[float]:
    """For each report how likely it is that it, or another one with mostly the same content, is the true one.

    The readings of one report in several extents share its probability, of which only one can be true: what a choice
    can expect to agree with is their sum (minimum Bayes risk; Goodman, 1996).
    """
    pooled = list(probabilities)
    likely = sorted((i for i, p in enumerate(probabilities) if p >= UNLIKELY), key=lambda i: reports[i].first)
    for place, i in enumerate(likely):
        for j in likely[place + 1 :]:
            if reports[j].first >= reports[i].last:
                break
            if contents_agree(reports[i].content, reports[j].content) >= 0.5:
                pooled[i] += probabilities[j]
                pooled[j] += probabilities[i]
    return [min(1.0, p) for p in pooled]


def choose_reports(reports: Sequence[Report], pooled: Sequence[float], threshold: float) -> list[int]:
    """Indices, in order, of the likeliest reports at or above the threshold, of which no two share a word: a report
    inside another's content is among the words of the outer one."""
    chosen: list[int] = []
    for index in sorted(range(len(reports)), key=lambda i: -pooled[i]):
        if pooled[index] < threshold:
            break
        if not any(contents_agree(reports[index].content, reports[j].content) for j in chosen):
            chosen.append(index)
    return sorted(chosen)
