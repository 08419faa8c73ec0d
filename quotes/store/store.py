"""The store: articles in, answers out."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import Connection, Engine

from quotes.domain import Article, IndirectScope, ParsedArticle, Reject, Span
from quotes.errors import UsageError
from quotes.store.connect import address_of, connect, parse_url, writing
from quotes.store.errors import translated
from quotes.store.migrate import prepare
from quotes.store.outcomes import Outcome
from quotes.store.quotations import Quotations
from quotes.store.reading import queries
from quotes.store.records import QuotationRecord, SpeakerRecord, StoredArticle
from quotes.store.selection import Selection
from quotes.store.verdicts import Correction, Verdict

if TYPE_CHECKING:
    from quotes.categories import Category
    from quotes.store.alike.places import StandsIn
    from quotes.store.alike.sources import StoredSource
    from quotes.store.counting.counts import Dimension, Key, Tally
    from quotes.store.counting.network.chains import Chain
    from quotes.store.counting.network.rows import End, Link, NetworkKind
    from quotes.store.counting.network.sourcing import Printed, Said
    from quotes.store.counting.speakers import SpeakerCount
    from quotes.store.counting.stories import Extent, Listed, Story
    from quotes.store.counting.utterances import Utterance
    from quotes.store.people.roles import RoleHeld
    from quotes.store.questions.periods import Period, Step
    from quotes.store.questions.quoted import Quoted
    from quotes.store.questions.wordings import Change, Wording
    from quotes.store.runs import RejectRecord, Run, RunRecord

Answer = TypeVar("Answer")
_CHOICES = 5  # how many ids an error offers
_AS_READ = Verdict()


class Store:
    """Parsed articles in a database, and what can be asked of them. Every method may raise StoreError.

    Close it, or use it as a context manager. Several processes may read and write one database at once; within a
    process, give each thread its own store.
    """

    def __init__(self, engine: Engine, address: str) -> None:
        self._engine = engine
        self.address = address
        self._run: Run | None = None
        self._waiting: dict[str, list[int]] | None = None  # rejects, by the id of the article that may mend them

    # Articles in

    def add(self, parsed: ParsedArticle, *, replace: bool = False) -> Outcome:
        """Store an article in one transaction; what became of it:

        "added": it was not there;
        "new version": its id or address was there with another text, which gives way to this and stays as a former one;
        "new appearance": its text was there, from another place;
        "read anew": it was there as other models or other code read it, or with less indirect speech, or a title,
        byline or outlet that the reading rests on is another now;
        "details changed": its carrier says something else of it now;
        "same": nothing is written.
        Raises ArticleConflictError when its id stands for something unrelated and `replace` is false, and
        UnstorableArticleError when no database can keep its characters.
        """
        from quotes.store.adding.appearances import check_article
        from quotes.store.runs import fingerprint_of

        check_article(parsed.article)
        if self._is_same(parsed.article, fingerprint_of(parsed), parsed.indirect):
            return "same"
        return self._add([parsed], replace=replace)[0]

    def add_all(self, parsed: Iterable[ParsedArticle], *, replace: bool = False) -> list[Outcome]:
        """Store articles as `add` does, but all in one transaction, which takes less time: all of them or none.

        Nobody else can write meanwhile; give a hundred at a time. What `add` raises for one article is raised, and then
        none of these is stored.
        """
        from quotes.store.adding.appearances import check_article

        articles = list(parsed)
        for one in articles:
            check_article(one.article)
        return self._add(articles, replace=replace)

    def has(self, article: Article, fingerprint: str, indirect: IndirectScope = "none") -> bool:
        """Whether `settle` needs no parser: the text is stored as this fingerprint reads it, with as much indirect
        speech or more, under the title, byline and outlet that the reading rests on."""
        from quotes.store.adding.arrival import Arrivals

        def ask(connection: Connection) -> bool:
            arrivals = Arrivals(connection, [article])
            return arrivals.is_settled(arrivals.find(article, replace=True), fingerprint, indirect)

        return self._ask(ask)

    def settle(
        self, article: Article, fingerprint: str, indirect: IndirectScope = "none", *, replace: bool = False
    ) -> Outcome | None:
        """Take in an article that need not be parsed; None where it must be. Outcomes and errors as `add` has them."""
        from quotes.store.adding import changes
        from quotes.store.adding.arrival import Arrivals

        if self._is_same(article, fingerprint, indirect):
            return "same"
        if not self.has(article, fingerprint, indirect):
            return None
        with self._writing() as connection:
            arrivals = Arrivals(connection, [article])
            arrival = arrivals.find(article, replace=replace)
            if not arrivals.is_settled(arrival, fingerprint, indirect):
                return None
            return changes.settle(connection, arrivals, article, arrival)

    @contextmanager
    def run(
        self, command: str, parser: str, models: str, fingerprint: str, settings: Mapping[str, Any]
    ) -> Iterator[int]:
        """What is added within belongs to one run, which the store remembers with its settings, and when it ended."""
        from quotes.store import runs

        with self._writing() as connection:
            number = runs.begin(connection, command, parser, models, fingerprint, settings, _now())
        self._run = runs.Run(number, fingerprint)
        try:
            yield number
        finally:
            self._run = None
        with self._writing() as connection:
            runs.end(connection, number, _now())

    def keep_rejects(self, run: int, rejects: list[Reject], paths: tuple[str, ...] = ()) -> None:
        """Keep what a run rejected; rejects that earlier runs had from these paths are done with."""
        from quotes.store import runs

        with self._writing() as connection:
            runs.supersede(connection, run, paths, _now())
            for reject in rejects:
                runs.keep_reject(connection, run, reject)
        self._waiting = None

    def correct(self, quotation_id: str, verdict: Verdict, *, who: str, reason: str = "") -> str:
        """Let a person's verdict come before whatever is read; returns the id of its row in the log.

        Raises UsageError where no such quotation is stored.
        """
        from quotes.store.adding.corrections import append_verdict, renew

        with self._writing() as connection:
            self._check_quotation(connection, quotation_id)
            row = append_verdict(connection, quotation_id, verdict, who=who, made=_now(), reason=reason)
            renew(connection, quotation_id)
        return row

    def confirm(self, quotation_id: str, *, who: str, reason: str = "") -> str:
        """Let what the record holds of a quotation be right, whatever is read later; returns the id of the log's row.

        Raises UsageError where no such quotation is stored, or none any more.
        """
        from quotes.store.adding.corrections import append_confirmation, renew

        with self._writing() as connection:
            self._check_quotation(connection, quotation_id)
            row = append_confirmation(connection, quotation_id, who=who, made=_now(), reason=reason)
            renew(connection, quotation_id)
        return row

    def undo_correction(self, row: str, *, who: str, reason: str = "") -> str:
        """Take a verdict, or an undo, back, with what came with it of who is who; returns the id of the new row. Raises
        UsageError for an unknown one."""
        from quotes.store.adding.corrections import append_undo, quotation_of, renew
        from quotes.store.people.joined import follow

        with self._writing() as connection:
            found = quotation_of(connection, row)
            if found is None:
                raise UsageError(f"the log has no verdict {row!r} on a quotation; give the id of one")
            undo = append_undo(connection, row, found, who=who, made=_now(), reason=reason)
            renew(connection, found[1])
            follow(connection, undo, who)
        return undo

    def mark(
        self,
        article_id: str,
        span: Span,
        verdict: Verdict = _AS_READ,
        *,
        instead_of: str | None = None,
        who: str,
        reason: str = "",
    ) -> tuple[str, str]:
        """Let a stretch of an article's newest wording be a quotation, be it in the place of another; the ids of the
        row in the log and of the quotation. Raises UsageError for what is one already or is none of the text."""
        from quotes.store.adding.corrections import append_mark, renew

        version = self.article(article_id).number
        assert version is not None
        with self._writing() as connection:
            row, identity = append_mark(
                connection, version, span, instead_of, verdict, who=who, made=_now(), reason=reason
            )
            renew(connection, instead_of or identity)
        return row, identity

    def corrections(self) -> list[Correction]:
        """Every row of the log about a quotation, oldest first, with what became of it."""
        from quotes.store.people.corrected import read_corrections

        return self._ask(read_corrections)

    def correction(self, given: str | int) -> Correction | None:
        """The row with this id or number."""
        from quotes.store.people.corrected import read_corrections

        asked: dict[str, Any] = {"number": given} if isinstance(given, int) else {"row": given}
        return next(iter(self._ask(lambda connection: read_corrections(connection, **asked))), None)

    # Answers out

    def select(self, selection: Selection) -> Quotations:
        """The quotations that are selected, in its order; raises UsageError where its `words` holds none."""
        return Quotations(self.iter(selection))

    def iter(self, selection: Selection) -> Iterator[QuotationRecord]:
        """As `select`, one at a time, as they were at the first step."""
        selection = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from queries.iter_quotations(connection, selection)

    def who(self, name: str, *, indirect: bool = False) -> list[SpeakerRecord]:
        """The people that a name or an id can mean, the most quoted first, each with what it said.

        Case, accents and punctuation do not count. Where somebody goes by exactly this name, only such are meant;
        else all one of whose names contains its words. With `indirect`, what they said without quotation marks comes
        too, and those who said nothing else. What they denied, promised or never said is left out; `search` has it.
        """
        from quotes.store.people.finding import find_people

        selection = Selection(indirect=indirect)

        def find(connection: Connection) -> list[SpeakerRecord]:
            return queries.read_speakers(connection, find_people(connection, name), selection)

        return self._ask(find)

    def count(
        self, selection: Selection | None = None, by: "Sequence[Dimension]" = (), *, each: bool = False
    ) -> "dict[Key, Tally]":
        """How many quotations, words, sources and articles there are in each group; without dimensions of all, under
        the empty key. With `each`, what stands in several places counts in each of them."""
        from quotes.store.counting.counts import count_by

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_by(connection, asked, by, each=each))

    def extent(self, selection: Selection | None = None) -> "Extent":
        """What there is to be counted: how many articles and outlets, and from when to when."""
        from quotes.store.counting.stories import read_extent

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_extent(connection, asked))

    def stories(self, categories: "Collection[Category]", selection: Selection | None = None) -> "Iterator[Story]":
        """The articles that have any quotation of these categories, with all their quotations, by date and id; of
        articles that are copies of one the first."""
        from quotes.store.counting.stories import iter_stories

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_stories(connection, asked, categories)

    def listed(self, category: "Category", selection: Selection | None = None) -> "Iterator[Listed]":
        """The quotations that count as of a category, by date and article, each once, with all where it stands."""
        from quotes.store.counting.stories import iter_listed

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_listed(connection, asked, category)

    def reasons(self, selection: Selection | None = None) -> "dict[str | None, int]":
        """How many anonymous sources have their names withheld for a reason that is worded so; None is no reason."""
        from quotes.store.counting.stories import count_reasons

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_reasons(connection, asked))

    def utterances(self, selection: Selection | None = None) -> "Iterator[Utterance]":
        """Who said what where, as networks are drawn of it, in the order of the selection."""
        from quotes.store.counting.utterances import iter_utterances

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_utterances(connection, asked)

    def network(
        self, kind: "NetworkKind", selection: Selection | None = None, *, group_unnamed: bool = False
    ) -> "Iterator[End | Link]":
        """Who is linked to whom: first everybody, then a row for each two who are, added up with its proof."""
        from quotes.store.counting.network.read import iter_network

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_network(connection, asked, kind, group_unnamed=group_unnamed)

    def sourcing(self, selection: Selection | None = None) -> "Iterator[End | Said | Printed]":
        """Whom each article quotes, how much: first everybody, then a row for each source and article, then a row for
        each article with its words."""
        from quotes.store.counting.network.sourcing import iter_sourcing

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_sourcing(connection, asked)

    def chains(self, selection: Selection | None = None) -> "list[Chain]":
        """The ways that words took from outlet to outlet, the most used first."""
        from quotes.store.counting.network.chains import read_chains

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_chains(connection, asked))

    def speakers(
        self,
        selection: Selection | None = None,
        *,
        limit: int | None = None,
        each: bool = False,
        as_spelled: bool = False,
    ) -> "Iterator[SpeakerCount]":
        """Everybody who speaks, the most quoted first; people of the registry, or speakers as articles spell them.
        With `each`, what stands in several places counts in each of them."""
        from quotes.store.counting.speakers import iter_speakers, iter_spellings

        found = iter_spellings if as_spelled else iter_speakers
        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from found(connection, asked, limit=limit, each=each)

    def people(self, name: str, *, indirect: bool = False, widely: bool = False) -> "list[SpeakerCount]":
        """The people that a name or an id can mean, as `who` has them, without their quotations; `widely`, all whose
        names hold its words, even where somebody goes by it alone."""
        from quotes.store.counting.speakers import read_people
        from quotes.store.people.finding import find_people

        def find(connection: Connection) -> "list[SpeakerCount]":
            found = find_people(connection, name, widely=widely)
            return read_people(connection, found, Selection(indirect=indirect))

        return self._ask(find)

    def unknown_name(self, name: str) -> UsageError:
        """The error that nobody is called so, with whose names are nearly so."""
        from quotes.store.people.finding import unknown_name

        return self._ask(lambda connection: unknown_name(connection, name))

    def role_at(self, person: str, day: date) -> "RoleHeld | None":
        """The role of somebody, by the id, as articles up to this day give it."""
        from quotes.store.people.roles import read_role_at

        return self._ask(lambda connection: read_role_at(connection, person, day))

    def periods(self, selection: Selection, step: "Step") -> "list[Period]":
        """How much is quoted in each month or year that has anything, in order of time, the undated last."""
        from quotes.store.questions.periods import count_periods

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_periods(connection, asked, step))

    def latest(self, selection: Selection, people: Sequence[str]) -> dict[str, QuotationRecord]:
        """The newest quotation of each of these people, by their ids."""
        from quotes.store.questions.latest import read_latest

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_latest(connection, asked, people))

    def quoted(self, selection: Selection, dimension: "Dimension", value: str) -> "list[Quoted]":
        """All with names who are quoted in one outlet, desk, byline, month (YYYY-MM) or year, in no order."""
        from quotes.store.questions.quoted import count_quoted

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_quoted(connection, asked, dimension, value))

    def compare_wordings(
        self, old: str, new: str | None = None, *, indirect: bool = False
    ) -> "tuple[Wording, Wording, list[Change]]":
        """What became of each quotation between two wordings, as `ARTICLE@1`; of one article alone, its last change.

        An article without a number stands for its newest wording. Raises UsageError for what is not stored.
        """
        from quotes.store.questions.wordings import compare_wordings, find_wording

        def ask(connection: Connection) -> "tuple[Wording, Wording, list[Change]]":
            before = find_wording(connection, old, back=0 if new or "@" in old else 1)
            after = find_wording(connection, new or before.article)
            return before, after, compare_wordings(connection, before, after, indirect=indirect)

        return self._ask(ask)

    def search(self, words: str, *, limit: int | None = None, indirect: bool = False) -> list[QuotationRecord]:
        """The quotations that hold all the words, in any order; words between double quotation marks side by side.

        Words are compared by their stems, without case and accents. By date (undated last), article and place in the
        text, at most `limit`; indirect speech only if asked for. Raises UsageError when there is no word in `words`.
        """
        return self.select(Selection(words=words, limit=limit, indirect=indirect, said=False))

    def alike(self, words: Sequence[str], limit: int = 6) -> "list[StoredSource]":
        """The wordings in which quotations stand that share most of these folded words, the likeliest first."""
        from quotes.store.alike.finding import find_alike
        from quotes.store.alike.sources import read_sources

        return self._ask(lambda connection: read_sources(connection, find_alike(connection, words, limit)))

    def places(self, quotation_ids: Sequence[str]) -> "list[StandsIn]":
        """Where these quotations stand, and those that read the same; the first appearance first."""
        from quotes.store.alike.places import read_places

        return self._ask(lambda connection: read_places(connection, quotation_ids))

    def called(self, name: str) -> frozenset[str]:
        """Ids of the people that a name can mean."""
        from quotes.store.people.finding import find_people

        return self._ask(lambda connection: frozenset(find_people(connection, name)))

    def article(self, article_id: str) -> StoredArticle:
        """A stored article in its newest wording, by its id, that of an appearance, or a beginning that no other id
        has; raises UsageError for others."""

        def find(connection: Connection) -> StoredArticle:
            found = queries.find_articles(connection, article_id, _CHOICES + 1) if article_id else []
            if len(found) == 1:
                return queries.read_article(connection, found[0])
            if found:
                more = " …" if len(found) > _CHOICES else ""
                raise UsageError(
                    f"{article_id!r} is the beginning of several article ids; write more of one of these: "
                    f"{', '.join(found[:_CHOICES])}{more}"
                )
            near = ", ".join(queries.near_articles(connection, article_id, _CHOICES))
            remedy = f"did you mean {near}?" if near else "look for it with quotes search or quotes who"
            raise UsageError(f"no article {article_id!r} is stored; {remedy}")

        return self._ask(find)

    def find_quotation(self, quotation_id: str) -> tuple[str, Span] | None:
        """The article that a quotation stands in, by its id, and where; None where it is not stored."""
        found = self._ask(lambda connection: queries.find_quotation(connection, quotation_id))
        return None if found is None else (found[0], Span(*found[1:]))

    def records(self, *, indirect: bool = False) -> Iterator[QuotationRecord]:
        """All quotations as they were at the first step, by date (undated last), article and place in the text.

        With `indirect`, reports without quotation marks too. What was not said is left out ("did not say", "denied
        calling it “odd”", "will say"): whoever counts counts what was said.
        """
        return self.iter(Selection(indirect=indirect))

    def runs(self) -> "list[RunRecord]":
        """What was done to the store, oldest first."""
        from quotes.store.runs import read_runs

        return self._ask(read_runs)

    def rejects(self, run: int | None = None) -> "list[RejectRecord]":
        """What was rejected and has not been mended since, oldest first."""
        from quotes.store.runs import read_rejects

        return self._ask(lambda connection: read_rejects(connection, run))

    def info(self) -> dict[str, int]:
        """How many there are of everything that a store holds."""
        return self._ask(queries.count_everything)

    def iter_stale(self, fingerprint: str, indirect: IndirectScope = "none") -> Iterator[Article]:
        """The current articles that something else read, or with less indirect speech, as they were received.

        They come in order of their first appearance; those that are read anew meanwhile are left out.
        """
        last = 0

        def ask(connection: Connection) -> tuple[int, Article] | None:
            return queries.next_stale(connection, fingerprint, indirect, last)

        while found := self._ask(ask):
            last, article = found
            yield article

    def rebuild(self) -> None:
        """Fill the derived tables anew, in one transaction."""
        from quotes.store.derived import rebuild

        with self._writing() as connection:
            rebuild(connection)

    def faults(self) -> list[str]:
        """What is amiss with the store, a sentence each with the remedy; every row is looked at."""
        from quotes.store.upkeep import iter_faults

        return self._ask(lambda connection: list(iter_faults(connection)))

    def vacuum(self) -> None:
        """Give back the room of what went."""
        from quotes.store.upkeep import vacuum

        with translated(self.address):
            vacuum(self._engine)

    def copy_to(self, other: "Store") -> int:
        """Copy all of it, row for row, into an empty store on whichever engine; returns the number of quotations.

        Raises UsageError where the other one holds anything.
        """
        from quotes.store.upkeep import copy

        with translated(self.address), self._engine.connect() as connection, translated(other.address):
            return copy(connection, other._engine, other.address)

    def close(self) -> None:
        self._engine.dispose()

    def _add(self, articles: Sequence[ParsedArticle], *, replace: bool) -> list[Outcome]:
        """All of them in one transaction. What was rejected under the id of one that is stored now is done with."""
        from quotes.store import runs
        from quotes.store.adding.articles import add_articles

        with self._writing() as connection:
            found = self._runs(connection, articles)
            outcomes = add_articles(connection, articles, found, replace=replace)
            if self._waiting is None:
                self._waiting = runs.waiting(connection)
            for article in articles:
                runs.mend(connection, self._waiting.pop(article.article.id, ()), _now())
        return outcomes

    def _runs(self, connection: Connection, articles: Sequence[ParsedArticle]) -> "list[Run]":
        """The run of each."""
        from quotes.store import runs

        if self._run is not None:
            return [self._run] * len(articles)
        found: dict[str, Run] = {}
        for article in articles:
            reader = runs.fingerprint_of(article)
            found[reader] = found.get(reader) or runs.run_of(connection, article, _now())
        return [found[runs.fingerprint_of(article)] for article in articles]

    def _is_same(self, article: Article, fingerprint: str, indirect: IndirectScope) -> bool:
        """Whether there is nothing to write."""
        from quotes.store.adding.arrival import Arrivals

        def ask(connection: Connection) -> bool:
            arrivals = Arrivals(connection, [article])
            arrival = arrivals.find(article, replace=True)
            return arrival.is_unchanged and arrivals.is_settled(arrival, fingerprint, indirect)

        return self._ask(ask)

    def _check_quotation(self, connection: Connection, quotation_id: str) -> None:
        if not queries.is_quotation(connection, quotation_id):
            raise UsageError(f"no quotation {quotation_id!r} is stored; give the id of one, as JSON Lines show them")

    def _resolved(self, selection: Selection | None) -> Selection:
        """With people for the names of speakers; of none, all that was said."""
        if selection is None or not selection.speaker:
            return selection or Selection()
        from quotes.store.people.finding import resolved

        return self._ask(lambda connection: resolved(connection, selection))

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        with translated(self.address), self._engine.connect() as connection:
            return question(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(self.address), writing(self._engine) as connection:
            yield connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(url: str, *, create: bool = True, patience: float = 10.0) -> Store:
    """Open the store in the database that an SQLAlchemy URL names; raises StoreError.

    With `create`, a missing file and missing tables are made. Without, nothing is, and a database that holds no store
    is an error. Either way, a store that an older version made is brought up to date. `patience` is how many seconds
    to wait while another program writes.
    """
    parsed = parse_url(url)
    address = address_of(parsed)
    engine = connect(parsed, create=create, patience=patience)
    try:
        with translated(address):
            prepare(engine, address, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, address)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
