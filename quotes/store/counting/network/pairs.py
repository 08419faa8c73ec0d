"""Which two each quotation links, by kind of network.

Each function gives SQL whose rows are `source` and `target` (keys of ends), the stretch of a quotation that links them
with what counts it (`quotation`, `version`, `leads`, `copied`, `whole`, `reported`, `words`, `withheld`), its `article`,
the `first` and the `last` day that it stands there, and the `relation` that the article words, if any.
"""

from collections.abc import Callable, Mapping

from quotes.store.counting.network.rows import NetworkKind
from quotes.store.counting.network.spoken import ARTICLES, Spoken

_ROW = "s.quotation, s.version, s.leads, s.copied, s.whole, s.reported, s.words, s.withheld"


def speaker_outlet(spoken: Spoken) -> str:
    return (
        f"SELECT s.speaker AS source, p.place AS target, {_ROW}, p.article, p.first, p.last, NULL AS relation"
        f" FROM ({spoken.speakers}) s JOIN ({spoken.places}) p ON p.version = s.version"
    )


def article_speaker(spoken: Spoken) -> str:
    return (
        f"SELECT {ARTICLES} + p.article AS source, s.speaker AS target, {_ROW}, p.article, p.first, p.last,"
        f" NULL AS relation FROM ({spoken.speakers}) s JOIN ({spoken.versions}) p ON p.version = s.version"
    )


PAIRS: Mapping[NetworkKind, Callable[[Spoken], str]] = {
    "speaker-outlet": speaker_outlet,
    "article-speaker": article_speaker,
}
