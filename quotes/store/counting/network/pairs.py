"""Which two each quotation links, by kind of network; who is quoted together is in `together`.

Each function gives SQL whose rows are `source` and `target` (keys of ends), the stretch of a quotation that links them
with what counts it (`quotation`, `version`, `leads`, `copied`, `whole`, `reported`, `words`, `withheld`), its
`article`, the `first` and the `last` day that it stands there, and the `relation` that the article words, if any.
"""

from collections.abc import Callable, Mapping

from quotes.store.counting.network.relays import relay
from quotes.store.counting.network.rows import NetworkKind
from quotes.store.counting.network.spoken import ARTICLES, LEAD, Spoken

_ROW = "s.quotation, s.version, s.leads, s.copied, s.whole, s.reported, s.words, s.withheld"
_STANDS = "p.article, p.first, p.last, CAST(NULL AS VARCHAR) AS relation"


def speaker_outlet(spoken: Spoken) -> str:
    return (
        f"SELECT s.speaker AS source, p.place AS target, {_ROW}, {_STANDS}"
        f" FROM ({spoken.speakers}) s JOIN ({spoken.places}) p ON p.version = s.version"
    )


def article_speaker(spoken: Spoken) -> str:
    return (
        f"SELECT {ARTICLES} + p.article AS source, s.speaker AS target, {_ROW}, {_STANDS}"
        f" FROM ({spoken.speakers}) s JOIN ({spoken.versions}) p ON p.version = s.version"
    )


def about(spoken: Spoken) -> str:
    """Whoever speaks, and whom the words mention: people of the registry, and names that are only mentioned. What is
    told in several stretches of a quotation counts once, as its copies do."""
    return (
        "SELECT w.speaker AS source, t.target, w.quotation, w.version, TRUE AS leads, TRUE AS copied, l.whole,"
        f" w.reported, l.words, w.withheld, {_STANDS}"
        f" FROM ({spoken.speakers}) w {LEAD} JOIN ({spoken.versions}) p ON p.version = w.version"
        f" JOIN ({spoken.mentioned}) t ON t.quotation = w.quotation WHERE t.target <> w.speaker"
    )


def within(spoken: Spoken) -> str:
    """Whoever speaks, and those whose words stand inside; nobody who quotes their own."""
    return (
        f"SELECT DISTINCT outer_one.speaker AS source, s.speaker AS target, {_ROW}, {_STANDS}"
        f" FROM ({spoken.speakers}) s JOIN ({spoken.versions}) p ON p.version = s.version"
        " JOIN parses n ON n.version = s.version AND n.current"
        " JOIN readings i ON i.quotation = s.quotation AND i.parse = n.number AND i.parent IS NOT NULL"
        f" JOIN ({spoken.anybody}) outer_one ON outer_one.quotation = i.parent"
        " WHERE outer_one.speaker <> s.speaker"
    )


PAIRS: Mapping[NetworkKind, Callable[[Spoken], str]] = {
    "speaker-outlet": speaker_outlet,
    "relay": relay,
    "about": about,
    "article-speaker": article_speaker,
    "within": within,
}
