"""What a person can hold of a quotation."""

from dataclasses import dataclass

from quotes.domain import SourceType


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of one quotation. What is None is left as it is read."""

    said: bool | None = None  # False: these are nobody's words
    speaker: bool = (
        False  # whether the four below say whose words they are; with no source type, nobody's that is known
    )
    source_type: SourceType | None = None
    name: str | None = None
    descriptor: str | None = None
    anonymous: bool | None = None
