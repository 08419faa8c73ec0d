"""Articles into a folder of parts: what is there is not made again."""

from collections.abc import Callable, Iterable, Iterator

from quotes.domain import Article
from quotes.parts.folder import Head, PartsFolder, Receipt
from quotes.parts.in_order import Engine
from quotes.parts.shards import Shard, into_shards
from quotes.parts.work import PartTask, Settings

PART_CHARACTERS = 500_000  # of text in a part, about a hundred articles and half a minute's work


def make_parts(
    articles: Iterable[Article],
    folder: PartsFolder,
    settings: Settings,
    engine: Engine,
    made: Callable[[Shard], None] = lambda shard: None,
) -> list[Receipt]:
    """What is in the parts of these articles, in order; also the manifest's contents. A shard that the engine gave up
    has none; `made` hears of each that is made now. Raises InputError when the folder cannot be written, and
    ModelError."""
    head = Head.of(settings.parser())
    receipts: dict[int, Receipt] = {}

    def missing() -> Iterator[Shard]:
        for shard in into_shards(articles, PART_CHARACTERS):
            if folder.has(name := head.name(shard)):
                receipts[shard.number] = folder.receipt(name)
            else:
                yield shard

    for shard, receipt in engine.run(missing(), PartTask(settings, folder.place)):
        receipts[shard.number] = receipt
        made(shard)
    found = [receipts[number] for number in sorted(receipts)]
    folder.write_manifest(head, found)
    return found
