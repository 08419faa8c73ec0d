"""What a format's reader is told about the input that it is given."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader

from quotes.domain import Article, Reject

Say = Callable[[str], None]


def say_nothing(note: str) -> None:
    """For those who do not ask how their files are read."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One input on its way to becoming articles."""

    origin: str  # the path as it was given or found, "-" for standard input
    name: str | None = None  # the id of an article that is a whole file; None where there is no file name
    fields: Mapping[str, str] = field(default_factory=dict)  # our field → the record's field
    outlet: str | None = None  # for articles that name none themselves
    records: str | None = None  # where in a JSON document the articles are: "response.results"
    say: Say = say_nothing  # hears what a reader decided that its user should know


Reader = Callable[[BufferedReader, Incoming], Iterator[Article | Reject]]
