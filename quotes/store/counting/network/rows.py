"""The rows that a network is made of."""

from dataclasses import dataclass
from typing import Any, Literal

NetworkKind = Literal["speaker-outlet", "relay", "about", "co-quoted", "article-speaker", "within"]


@dataclass(frozen=True, slots=True)
class End:
    """Somebody who speaks or is spoken of, an outlet, or an article, with what counts as theirs."""

    key: int  # what links refer to it by, within one answer
    id: str  # "speaker:…", "outlet:…", "article:…", "source:…" of unnamed sources that were grouped
    kind: str  # person, organization, unnamed_person, unnamed_group, document, outlet, article
    label: str
    article: str | None = None  # id of the one that an unnamed source belongs to, or that this is
    role: str | None = None  # the one that articles give most; of several the first
    affiliation: str | None = None  # likewise
    anonymous: bool = False  # whether the name is withheld in any of the quotations
    quotations: int = 0  # each counted once, wherever it stands
    reports: int = 0  # indirect speech, likewise
    words: int = 0
    articles: int = 0
    relayed: int = 0  # of an outlet: quotations that came through it to others
    received: int = 0  # of an outlet: quotations that came to it through others
    received_words: int = 0
    first: str | None = None  # ISO dates
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What links two: how much, when, and the quotations that prove it."""

    source: int  # keys of ends
    target: int
    weight: int  # quotations, each counted once; of people quoted together, articles
    words: int
    reports: int  # how many of the weight are indirect speech
    anonymous: int  # how many of the weight rest on an identity withheld
    confidence: float  # the mean
    first: str | None  # ISO dates
    last: str | None
    evidence: list[str]  # ids of quotations, by date (undated last), then as they were stored
    articles: list[str]  # ids of articles, in the order of the evidence
    relations: list[str]  # how the articles word it


def to_iso(day: Any) -> str | None:
    """A day as SQLite's driver has it, or PostgreSQL's."""
    return day if day is None or isinstance(day, str) else str(day.isoformat())
