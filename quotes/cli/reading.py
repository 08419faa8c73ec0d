"""What `parse` and `ingest` share: reading, parsing one article at a time, and keeping account of what failed."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from rich.progress import track

from quotes.cli.options import to_fields
from quotes.cli.output import notes
from quotes.domain import Article, IndirectScope, ParsedArticle, Reject, Span
from quotes.errors import InputError, ModelError
from quotes.settings import models_folder

if TYPE_CHECKING:
    from quotes.explanation import Explanation

Result = TypeVar("Result")
Item = TypeVar("Item")


class ArticleParser(Protocol):
    @property
    def version(self) -> str: ...

    @property
    def models(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

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
    rejects: list[Reject] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        return 1 if self.rejects else 0

    def close(self) -> None:
        """List the rejects; raises InputError when there was nothing that could be read."""
        for reject in self.rejects:
            notes().print(f"rejected {reject.origin}: {reject.reason}")
        if not self.read:
            raise InputError("nothing could be read as an article; give text, HTML, JSON Lines or CSV files")


def iter_articles(
    paths: Sequence[Path], fields: list[str] | None, outlet: str | None, account: Account
) -> Iterator[Article]:
    """The articles of the paths; what is none goes to the account."""
    from quotes.read import read_articles

    for item in read_articles(paths, fields=to_fields(fields), outlet=outlet):
        if isinstance(item, Reject):
            account.rejects.append(item)
        else:
            account.read += 1
            yield item


def is_rereadable(paths: Sequence[Path]) -> bool:
    """Whether all is there already; a pipe may bring one article today and the next tomorrow."""
    return all(path.is_file() or path.is_dir() for path in paths)


def parse_or_reject(parser: ArticleParser, article: Article, account: Account) -> ParsedArticle | None:
    """The article parsed, or None and a reject."""
    return attempt(parser.parse, article, article.id, account)


def attempt(
    work: Callable[[Item], Result], item: Item, origin: str, account: Account, *, report: str = "article"
) -> Result | None:
    """One article must not cost the others: whatever fails inside becomes a reject, save a missing model."""
    try:
        return work(item)
    except ModelError:
        raise
    except Exception as error:
        reason = f"The parser failed on it ({type(error).__name__}: {error}); please report it with the {report}."
        raw = to_json(item) if isinstance(item, Article) else None
        account.rejects.append(Reject(origin, reason, raw))
        return None


def to_json(article: Article) -> str:
    """The article as a line that can be fed again."""
    given = {name: getattr(article, name) for name in ("id", "title", "url", "outlet", "byline", "section", "text")}
    published = {"published": article.published.isoformat()} if article.published else {}
    return json.dumps({**{name: value for name, value in given.items() if value}, **published}, ensure_ascii=False)


def parsing(items: Iterable[Item], total: int) -> Iterable[Item]:
    """The items, with a bar on a terminal that shows how many were parsed."""
    console = notes()
    return track(items, "Parsing", total=total, console=console, transient=True, disable=not console.is_terminal)
