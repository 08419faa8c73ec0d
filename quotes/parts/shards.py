"""Articles into shards. Where one ends hangs on its articles alone, so that an article more in the middle of the input
changes its own shard and the rest keep theirs (content-defined chunking)."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quotes.domain import Article
from quotes.wire import article_to_dict

_ENDS = 32  # about one article in so many ends a shard


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles that are parsed together. `spared` are places of those that broke a worker; where a shard is read
    `one_by_one`, the next to break one is known."""

    number: int
    articles: tuple[Article, ...]
    spared: frozenset[int] = frozenset()
    one_by_one: bool = False

    def without(self, place: int | None) -> "Shard":
        """What to try after a worker broke on it, at the article of this place or nobody knows where."""
        spared = self.spared if place is None else self.spared | {place}
        return replace(self, spared=spared, one_by_one=True)

    @property
    def digest(self) -> str:
        """Hex digits of all that the articles hold."""
        found = hashlib.sha256()
        for article in self.articles:
            line = json.dumps(article_to_dict(article), ensure_ascii=True, sort_keys=True)
            found.update(line.encode() + b"\n")
        return found.hexdigest()[:24]


def into_shards(articles: Iterable[Article], characters: int, first: int | None = None) -> Iterator[Shard]:
    """Shards of at most about so many characters of text; an article longer than that is one of its own.

    The first has `first` characters, the next twice as many and so on, so that somebody has results early; where the
    shards are to be the same ones tomorrow, all are of one size.
    """
    number, held, size, most = 0, list[Article](), 0, first or characters
    for article in articles:
        held.append(article)
        size += len(article.text)
        if size >= most or (2 * size >= most and _ends(article)):
            yield Shard(number, tuple(held))
            number, held, size, most = number + 1, [], 0, min(2 * most, characters)
    if held:
        yield Shard(number, tuple(held))


def _ends(article: Article) -> bool:
    return int(article.text_hash[:8], 16) % _ENDS == 0
