"""What a worker does with a shard: read it, and hand back what it found or write it as a part file.

A task is what the driver sends to a worker, small and without models; starting it loads them, once a worker.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from quotes.domain import Article, IndirectScope, ParsedArticle, Reject
from quotes.failures import attempt
from quotes.parts.folder import Head, PartsFolder, Receipt
from quotes.parts.shards import Shard
from quotes.wire import article_to_json

if TYPE_CHECKING:
    from quotes.parser import Parser

Result_co = TypeVar("Result_co", covariant=True)
Tell = Callable[[int], None]  # called with the place of the article that comes next


class Work(Protocol[Result_co]):
    def __call__(self, shard: Shard, tell: Tell, /) -> Result_co: ...


class Task(Protocol[Result_co]):
    def start(self) -> Work[Result_co]: ...


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: folder of models, or None for the packaged ones, and which indirect speech to look for."""

    models: Path | None = None
    indirect: IndirectScope = "speech"

    def parser(self) -> "Parser":
        """On one thread: the workers share the processors."""
        from quotes.parser import Parser

        return Parser(self.models, threads=1, indirect=self.indirect)


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Read a shard; the result is a parsed article or a reject for each of its articles, in their order."""

    settings: Settings

    def start(self) -> Work[list[ParsedArticle | Reject]]:
        return Reader(self.settings)


@dataclass(frozen=True, slots=True)
class PartTask:
    """Read a shard and write it into a folder of parts."""

    settings: Settings
    folder: str

    def start(self) -> Work[Receipt]:
        reader, folder = Reader(self.settings), PartsFolder(self.folder)

        def write(shard: Shard, tell: Tell) -> Receipt:
            return folder.write(Head.of(reader.parser), shard, reader(shard, tell))

        return write


class Reader:
    def __init__(self, settings: Settings) -> None:
        self.parser = settings.parser()

    def __call__(self, shard: Shard, tell: Tell) -> list[ParsedArticle | Reject]:
        return list(self._read(shard, tell))

    def _read(self, shard: Shard, tell: Tell) -> Iterator[ParsedArticle | Reject]:
        articles = iter(shard.articles) if shard.one_by_one else self.parser.read_ahead(shard.articles)
        for place, article in enumerate(articles):
            if place in shard.spared:
                yield _broke(article)
            else:
                if shard.one_by_one:
                    tell(place)
                yield attempt(self.parser.parse, article, article.id)


def _broke(article: Article) -> Reject:
    reason = (
        "The system ended the process that parsed it, as it does when memory runs out; "
        "parse it alone where there is more of it, and report it if that fails."
    )
    return Reject(article.id, reason, article_to_json(article))
