"""What `parse` and `ingest` share: reading, parsing one article at a time, and keeping account of what failed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from rich.progress import track

from quotes import failures
from quotes.cli.options import to_fields
from quotes.cli.output import notes
from quotes.configuration import configuration
from quotes.domain import Article, IndirectScope, ParsedArticle, Reject, Span
from quotes.errors import InputError
from quotes.settings import models_folder

if TYPE_CHECKING:
    from quotes.explanation import Explanation
    from quotes.read import Format
    from quotes.read.sources import Given

Result = TypeVar("Result")
Item = TypeVar("Item")


class Reader(Protocol):
    """What reads articles, or has read them."""

    @property
    def version(self) -> str: ...

    @property
    def models(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...


class ArticleParser(Reader, Protocol):
    indirect: IndirectScope

    def parse(self, article: Article) -> ParsedArticle: ...

    def read_ahead(
        self, articles: Iterable[Article], is_known: Callable[[Article], bool] = ...
    ) -> Iterator[Article]: ...

    def explain(self, article: Article, at: Span) -> "Explanation | None": ...


def open_parser(models: Path | None, indirect: IndirectScope = "speech") -> ArticleParser:
    from quotes.parser import Parser  # brings the language models' libraries, which the other commands do without

    return Parser(models_folder(str(models) if models else None), indirect=indirect)


@dataclass(slots=True)
class Account:
    """What became of the input."""

    read: int = 0
    healed: int = 0  # articles whose text was
    rejects: list[Reject] = field(default_factory=list)
    formats: Counter["Format"] = field(default_factory=Counter)  # how many files were taken for what
    remarks: dict[str, None] = field(default_factory=dict)  # what readers decided, each once

    @property
    def exit_code(self) -> int:
        return 1 if self.rejects else 0

    @property
    def files_by_format(self) -> dict[str, int]:
        """How many files were taken for what, by the names that --format takes."""
        return {format.name: count for format, count in self.formats.most_common()}

    def close(self, *, quiet: bool = False, may_be_empty: bool = False) -> None:
        """Say how files were read and list the rejects; raises InputError when nothing could be read, unless it may."""
        if not quiet:
            self._say()
        if not self.read and not may_be_empty:
            raise InputError(_nothing())

    def _say(self) -> None:
        for remark in self.remarks:
            notes().print(remark)
        if self.formats:
            notes().print(_as_read(self.formats))
        if self.healed:
            notes().print(_as_healed(self.healed))
        for reject in self.rejects:
            notes().print(f"rejected {reject.origin}: {reject.reason}")


def _nothing() -> str:
    from quotes.read import FORMATS

    *some, last = FORMATS
    return f"nothing could be read as an article; what is read is {', '.join(some)} and {last}"


def _as_read(formats: Counter["Format"]) -> str:
    if len(formats) == 1:
        (format, count), *_ = formats.items()
        return f"read as {format.called}" if count == 1 else f"{count} files read as {format.called}"
    listed = ", ".join(f"{count} as {format.called}" for format, count in formats.most_common())
    return f"{sum(formats.values())} files read: {listed}"


def _as_healed(count: int) -> str:
    told = "1 article was" if count == 1 else f"{count} articles were"
    return f"{told} healed of a wrong decoding or of entities; offsets count the healed text"


@dataclass(frozen=True, slots=True)
class Input:
    """What `parse` and `ingest` are given, and how they are told to read it."""

    paths: Sequence[Path]
    fields: list[str] | None = None
    outlet: str | None = None
    format: str | None = None
    records: str | None = None
    any_language: bool = False

    @property
    def is_rereadable(self) -> bool:
        """Whether all is there already; a pipe may bring one article today and the next tomorrow."""
        return all(path.is_file() or path.is_dir() for path in self.paths)

    @property
    def size(self) -> int | None:
        """Bytes of the files; None where a pipe brings them."""
        from quotes.read.position import size_of

        return size_of(self.paths)


def iter_articles(
    given: Input,
    account: Account,
    reached: Callable[[int], None] | None = None,
    found: "Iterable[Given] | None" = None,
) -> Iterator[Article]:
    """The articles of the input; what is none goes to the account. `reached` is as in `read_articles`; `found` is read
    instead of the paths."""
    from quotes.read import Format, read_articles
    from quotes.read.position import look_away

    def take(origin: str, format: Format) -> None:
        account.formats[format] += 1

    for item in read_articles(
        given.paths if found is None else found,
        fields=to_fields(given.fields),
        outlet=given.outlet,
        format=given.format,
        records=given.records,
        any_language=given.any_language,
        say=lambda remark: account.remarks.setdefault(remark),
        taken=take,
        reached=reached or look_away,
        house=configuration(),
    ):
        if isinstance(item, Reject):
            account.rejects.append(item)
        else:
            account.read += 1
            account.healed += bool(item.notes)
            yield item


def parse_or_reject(parser: ArticleParser, article: Article, account: Account) -> ParsedArticle | None:
    """The article parsed, or None and a reject."""
    return attempt(parser.parse, article, article.id, account)


def attempt(
    work: Callable[[Item], Result], item: Item, origin: str, account: Account, *, report: str = "article"
) -> Result | None:
    """As `quotes.failures.attempt`, with rejects put to the account."""
    result = failures.attempt(work, item, origin, report=report)
    if isinstance(result, Reject):
        account.rejects.append(result)
        return None
    return result


def parsing(items: Iterable[Item], total: int) -> Iterable[Item]:
    """The items, with a bar on a terminal that shows how many were parsed."""
    console = notes()
    return track(items, "Parsing", total=total, console=console, transient=True, disable=not console.is_terminal)
