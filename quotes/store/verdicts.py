"""What a person can hold of a quotation."""

from dataclasses import dataclass
from datetime import date

from quotes.domain import SourceType, Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of one quotation. What is None is left as it is read.

    One that says nothing at all is that somebody has seen the quotation and left it as it is.
    """

    said: bool | None = None  # False: these are nobody's words
    speaker: bool = (
        False  # whether the five below say whose words they are; with no source type, nobody's that is known
    )
    source_type: SourceType | None = None
    name: str | None = None
    role: str | None = None
    descriptor: str | None = None
    anonymous: bool | None = None
    via: str | None = None  # an outlet or agency through which the words came, besides those that were read
    without_via: bool = False  # none of those that were read, or named before, counts

    @property
    def is_empty(self) -> bool:
        return self == Verdict()


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of the log about a quotation, with what has become of it."""

    number: int
    id: str
    quotation: str  # the id, as it was when the row was written
    present: str | None  # the id of the quotation that it holds of in the newest wording; None: it can hold no more
    place: Span | None  # of that
    article: str
    text: str  # as the quotation was worded when the row was written
    title: str | None  # of that wording, and where it stands
    outlet: str | None
    published: date | None
    read_as: str | None  # whose words the newest reading of that wording takes them for
    speaker: str | None  # whose they are by the record
    verdict: str  # "correct", "mark", "seen", "undo"
    value: Verdict
    span: tuple[int, int] | None  # that a person marked, in the wording of that time
    instead_of: str | None  # id of the quotation whose place a marked one takes
    who: str
    made: str
    reason: str
    undoes: int | None  # number of another row
    holds: bool  # nobody took it back
