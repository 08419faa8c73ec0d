"""Articles parsed on several processors, for `parse` and `ingest`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quotes.cli.reading import Account, Input, open_parser, parse_or_reject
from quotes.domain import Article, IndirectScope, ParsedArticle, Reject
from quotes.errors import UsageError
from quotes.parts.processes import Processes, processors
from quotes.parts.shards import Shard, into_shards
from quotes.settings import models_folder

if TYPE_CHECKING:
    from quotes.cli.long_run import LongRun
    from quotes.parts.work import Settings

_SHARD_CHARACTERS = 60_000  # of text, what the language models read together
_FIRST_SHARD = 8_000
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Processes that parse, each on one processor and with models of its own; all processors if not given.",
    ),
]
EngineName = Annotated[
    Literal["local", "ray"],
    typer.Option("--engine", help="Who works on --parts: processes of this machine, or actors of a Ray cluster."),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address", metavar="ADDRESS", help="Of the Ray cluster; if not given, one is started on this machine."
    ),
]


@dataclass(frozen=True, slots=True)
class Reading:
    """How to parse: with which models, for which indirect speech, in how many processes."""

    models: Path | None
    indirect: IndirectScope
    jobs: int | None

    def iter_parsed(self, articles: Iterable[Article], given: Input, account: Account) -> Iterator[ParsedArticle]:
        """The articles parsed, in their order; those that fail go to the account.

        What comes by a pipe is parsed as it comes, by one process, unless `jobs` says more; and so is what one process
        has read before others have loaded their models.
        """
        jobs = self.jobs or (processors() if given.is_rereadable else 1)
        if jobs > 1:
            shards = into_shards(articles, _SHARD_CHARACTERS, _FIRST_SHARD)
            first, characters = list[Shard](), 0
            for shard in shards:
                first.append(shard)
                characters += sum(len(article.text) for article in shard.articles)
                if len(first) > 1 and characters > _SHARD_CHARACTERS:
                    yield from self._in_processes(chain(first, shards), jobs, account)
                    return
            articles = (article for shard in first for article in shard.articles)
        parser = open_parser(self.models, self.indirect)
        for article in parser.read_ahead(articles) if given.is_rereadable else articles:
            if parsed := parse_or_reject(parser, article, account):
                yield parsed

    def _in_processes(self, shards: Iterable[Shard], jobs: int, account: Account) -> Iterator[ParsedArticle]:
        from quotes.parts.work import ReadTask

        for _, found in Processes(jobs).run(shards, ReadTask(self._settings)):
            for one in found:
                if isinstance(one, Reject):
                    account.rejects.append(one)
                else:
                    yield one

    @property
    def _settings(self) -> "Settings":
        from quotes.parts.work import Settings

        return Settings(models_folder(str(self.models) if self.models else None), self.indirect)

    def write_parts(
        self, run: "LongRun", given: Input, folder: str, engine: Literal["local", "ray"], address: str | None
    ) -> int:
        """Write the parts of the articles; how many articles and shards failed."""
        from quotes.parts.cluster import Cluster
        from quotes.parts.folder import PartsFolder
        from quotes.parts.making import make_parts

        if address is not None and engine == "local":
            raise UsageError("--address is of a Ray cluster; give --engine ray, too")
        lost: list[Shard] = []

        def failed(shard: Shard, reason: str) -> None:
            lost.append(shard)
            first, last = shard.articles[0].id, shard.articles[-1].id
            run.say(f"no part of {len(shard.articles)} articles, {first} to {last}: {reason}")

        jobs = self.jobs or processors()
        receipts = make_parts(
            run.read(given),
            PartsFolder(folder),
            self._settings,
            Cluster(jobs, address, failed) if engine == "ray" else Processes(jobs),
            run.made,
        )
        rejects = sum(receipt.rejects for receipt in receipts)
        found = {
            "parts": len(receipts),
            "articles": sum(receipt.articles for receipt in receipts),
            "quotations": sum(receipt.quotations for receipt in receipts),
            "rejected": rejects,
        }
        run.say(f"{folder}: {', '.join(f'{name} {number}' for name, number in found.items())}")
        if lost:
            run.say("the same command again makes the parts that are missing")
        return rejects + len(lost)
