"""A record of a few quotations, and drafts that quote it, for tests of checking without models."""

from datetime import date

from quotes.check import Checked, Library, Record, check_quotation
from quotes.check.drafted import draft_of
from quotes.check.speakers import Speaker
from quotes.domain import Kind, Source, Span
from quotes.store import Store
from tests.conftest import build_article

PAUL = Source("named_person", "Paul Adeyemi")
LENA = Source("named_person", "Lena Ostrow")
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)
BOATS = "We have the boats, but we do not yet have the crews."
WATER = "Nobody drives under that water until an engineer I trust has signed for it."
COUNCIL = "It will cost 4.5 million crowns. The council has not met since March, and it will not meet before June."
REPORT = "It was in a report that nobody wanted to read."


def fill(store: Store) -> Store:
    """Three outlets, the second of which reprints what the first has."""
    store.add(build_article("post", (BOATS, PAUL), (WATER, LENA), outlet="Post", published=date(2026, 3, 2)))
    store.add(build_article("star", (BOATS, PAUL), outlet="Star", published=date(2026, 3, 1)))
    store.add(build_article("bell", (COUNCIL, LENA), (REPORT, AIDE), outlet="Bell", published=date(2026, 3, 3)))
    return store


def check(
    store: Store,
    words: str,
    who: str | None = None,
    *,
    kind: Kind = "direct",
    before: str = "",
    libraries: tuple[Library, ...] = (),
) -> Checked:
    """A draft `BEFORE “WORDS”` by somebody."""
    text = f"{before}“{words}” was said."
    start = len(before) + 1
    speaker = Speaker(who, type="named_person") if who else None
    drafted = draft_of(text, (Span(start, start + len(words)),), kind, speaker)
    return check_quotation(drafted, [Record(store), *libraries])
