"""The store: articles in, answers out."""

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import Connection, Engine, inspect

from quotes.domain import Article, IndirectScope, ParsedArticle, Span
from quotes.errors import StoreError, UsageError
from quotes.store import reading
from quotes.store.connect import address_of, connect, parse_url, writing
from quotes.store.errors import translated
from quotes.store.folding import fold_query
from quotes.store.heads import ArticleHead, iter_heads
from quotes.store.records import QuotationRecord, SpeakerRecord, StoredArticle
from quotes.store.upgrade import add_missing_columns, missing_columns

if TYPE_CHECKING:
    from quotes.store.writing import Outcome

Answer = TypeVar("Answer")
_CHOICES = 5  # how many ids an error offers


class Store:
    """Parsed articles in a database, and what can be asked of them. Every method may raise StoreError.

    Close it, or use it as a context manager. Several processes may read and write one database at once; within a
    process, give each thread its own store.
    """

    def __init__(self, engine: Engine, address: str) -> None:
        self._engine = engine
        self.address = address

    def add(self, parsed: ParsedArticle, *, replace: bool = False) -> "Outcome":
        """Store an article in one transaction.

        "unchanged": it was stored as read by the same parser and models, which looked for as much indirect speech or
        more; nothing is written.
        "updated": it was stored as read by others, or its carrier says something else of it now, or, with `replace`, it
        had another text; that gives way to this.
        Raises ArticleConflictError when its id is stored with another text and `replace` is false, and
        UnstorableArticleError when no database can keep its characters.
        """
        article = parsed.article
        if self.has(article, parsed.parser, parsed.models, parsed.indirect):
            return "updated" if self.update_details(article) else "unchanged"
        from quotes.store.to_rows import to_rows
        from quotes.store.writing import add_article

        rows = to_rows(parsed)
        with translated(self.address), writing(self._engine) as connection:
            return add_article(connection, parsed, rows, replace=replace)

    def has(self, article: Article, parser: str, models: str, indirect: IndirectScope = "none") -> bool:
        """Whether this article is stored as these versions read it, so that parsing it can be spared.

        It is not where less indirect speech was looked for than `indirect` says, or where its title, byline or outlet,
        which the reading rests on, is another now; one that the article no longer tells is the one it had.
        """
        return self._ask(lambda connection: reading.is_stored(connection, article, parser, models, indirect))

    def update_details(self, article: Article) -> bool:
        """Take over URL, date and section of a stored article where it gives others now; whether it does.

        No reading rests on these. What the article no longer tells stays as it was.
        """
        changed = self._ask(lambda connection: reading.changed_details(connection, article))
        if not changed:
            return False
        from quotes.store.writing import update_article

        with translated(self.address), writing(self._engine) as connection:
            update_article(connection, article.id, changed)
        return True

    def who(self, name: str, *, indirect: bool = False) -> list[SpeakerRecord]:
        """The speakers that a name or a speaker's id can mean, the most quoted first, each with what it said.

        Case, accents and punctuation do not count. Where a speaker has exactly this name, only such are meant;
        else all whose name contains its words. With `indirect`, what they said without quotation marks comes too, and
        those who said nothing else.
        """

        def find(connection: Connection) -> list[SpeakerRecord]:
            return reading.read_speakers(connection, reading.find_speakers(connection, name), indirect=indirect)

        return self._ask(find)

    def search(self, words: str, *, limit: int | None = None, indirect: bool = False) -> list[QuotationRecord]:
        """The quotations that hold all the words, in any order; words between double quotation marks side by side.

        Whole words; case and accents do not count. By date (undated last), article and place in the text, at most
        `limit`; indirect speech only if asked for. Raises UsageError when there is no word in `words`.
        """
        phrases = fold_query(words)
        if not phrases:
            raise UsageError(f"{words!r} holds no word to search for; give one or more")
        condition, values = reading.search_condition(self._engine.dialect.name, phrases)
        if not indirect:
            condition = f"{condition} AND {reading.QUOTED}"
        return self._ask(lambda connection: list(reading.iter_quotations(connection, condition, values, limit)))

    def article(self, article_id: str) -> StoredArticle:
        """A stored article by its id or a beginning of it that no other id has; raises UsageError for others."""

        def find(connection: Connection) -> StoredArticle:
            found = reading.find_articles(connection, article_id, _CHOICES + 1) if article_id else []
            if len(found) == 1:
                return reading.read_article(connection, found[0])
            if found:
                more = " …" if len(found) > _CHOICES else ""
                raise UsageError(
                    f"{article_id!r} is the beginning of several article ids; write more of one of these: "
                    f"{', '.join(found[:_CHOICES])}{more}"
                )
            near = ", ".join(reading.near_articles(connection, article_id, _CHOICES))
            remedy = f"did you mean {near}?" if near else "look for it with quotes search or quotes who"
            raise UsageError(f"no article {article_id!r} is stored; {remedy}")

        return self._ask(find)

    def find_quotation(self, quotation_id: str) -> tuple[str, Span] | None:
        """The article that a quotation stands in, by its id, and where; None where it is not stored."""
        found = self._ask(lambda connection: reading.find_quotation(connection, quotation_id))
        return None if found is None else (found[0], Span(*found[1:]))

    def records(self, *, indirect: bool = False) -> Iterator[QuotationRecord]:
        """All quotations as they were at the first step, by date (undated last), article and place in the text.

        With `indirect`, reports without quotation marks too. What was not said is left out ("did not say", "denied
        calling it “odd”", "will say"): whoever counts counts what was said.
        """
        with translated(self.address), self._engine.connect() as connection:
            yield from reading.iter_quotations(
                connection, reading.SAID if indirect else f"{reading.QUOTED} AND {reading.SAID}"
            )

    def heads(self) -> Iterator[ArticleHead]:
        """All articles without their texts, those without a quotation too, by date (undated last) and id."""
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_heads(connection)

    def close(self) -> None:
        self._engine.dispose()

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        with translated(self.address), self._engine.connect() as connection:
            return question(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(url: str, *, create: bool = True, patience: float = 10.0) -> Store:
    """Open the store in the database that an SQLAlchemy URL names; raises StoreError.

    With `create`, a missing file and missing tables are made. Without, nothing is, and a database that holds no store
    is an error. Either way, a store that an older version made gets the columns that it lacks. `patience` is how many
    seconds to wait while another program writes.
    """
    parsed = parse_url(url)
    address = address_of(parsed)
    engine = connect(parsed, create=create, patience=patience)
    try:
        with translated(address):
            with engine.connect() as connection:
                ready = inspect(connection).has_table("articles")
                old = ready and any(missing_columns(connection))
            if not ready and create:
                from quotes.store.writing import create_tables

                with writing(engine) as connection:
                    create_tables(connection)
            if old:
                with writing(engine) as connection:
                    add_missing_columns(connection)
        if not ready and not create:
            raise StoreError(f"no quotations are stored in {address}; run quotes ingest with this --db first")
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, address)
