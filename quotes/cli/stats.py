"""`quotes stats`: how much there is of everything, in a store or in a part of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.console import RenderableType

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.listing import day
from quotes.cli.options import Appearances, Database
from quotes.cli.output import plain_table
from quotes.report.interval import Share, percent
from quotes.settings import database_url
from quotes.store import Selection, Store, open_store

_MOST = 5  # people who are listed


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure; a share where it is a part of something."""

    room: str  # what it belongs to
    name: str
    value: int | str
    of: int | None = None

    @property
    def share(self) -> Share | None:
        return Share(self.value, self.of) if isinstance(self.value, int) and self.of else None


@with_selection(without={"sort"})
def stats(
    selection: Selection,
    appearances: Appearances = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Count what there is: articles, quotations, who speaks, how much is unnamed."""
    with open_store(database_url(db), create=False) as store:
        found = list(_stats(store, replace(selection, limit=None), selection.limit or _MOST, each=appearances))
    write_answer(Answer(found, _COLUMNS, table=_table), format, output)


def _stats(store: Store, selection: Selection, most: int, *, each: bool) -> Iterator[Stat]:
    tally = store.count(selection, each=each)[()]
    extent = store.extent(selection)
    quotations, words, sources, articles = (tally[name] for name in ("quotations", "words", "sources", "articles"))
    yield Stat("Articles", "articles", articles.total)
    yield Stat("Articles", "outlets", extent.outlets)
    if extent.first and extent.last:
        yield Stat("Articles", "from", day(extent.first))
        yield Stat("Articles", "to", day(extent.last))
    yield Stat("Quotations", "quotations", quotations.total)
    yield Stat("Quotations", "with a speaker", quotations.told, quotations.total)
    yield Stat("Quotations", "by anonymous sources", quotations.strict, quotations.told)
    yield Stat("Quotations", "by anybody unnamed", quotations.broad, quotations.told)
    yield Stat("Quotations", "from documents", quotations.documents, quotations.told)
    yield Stat("Quotations", "quoted words", words.total)
    yield Stat("Sources", "sources, article by article", sources.total)
    yield Stat("Sources", "anonymous", sources.strict, sources.total)
    for speaker in store.speakers(selection, limit=most, each=each):
        called = speaker.name or speaker.descriptor or speaker.type.replace("_", " ")
        yield Stat("Quoted the most", called, speaker.quotations, quotations.told)


def _table(found: Sequence[Stat]) -> RenderableType:
    table = plain_table("", "", "", "")
    table.show_header = False
    for column in table.columns[2:]:
        column.justify = "right"
    room = None
    for stat in found:
        if room is not None and stat.room != room:
            table.add_row()
        value = f"{stat.value:,}" if isinstance(stat.value, int) else stat.value
        share = percent(stat.share.value) if stat.share and stat.share.value is not None else ""
        table.add_row(stat.room if stat.room != room else "", stat.name, value, share)
        room = stat.room
    return table


_COLUMNS: Sequence[Column[Stat]] = (
    Column("room", lambda one: one.room, "Of"),
    Column("name", lambda one: one.name, "What"),
    Column("value", lambda one: one.value, "Number"),
    Column("of", lambda one: one.of),
    Column("share", lambda one: None if one.share is None else round(one.share.value or 0, 4), "Share"),
)
