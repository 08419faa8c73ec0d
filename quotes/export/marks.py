"""What annotation tools are given of an article: stretches with labels, and which quotation is whose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quotes.domain import Span
from quotes.store import QuotationRecord

LABELS = ("Direct", "Mixed", "Indirect", "Speaker", "Cue")
RELATIONS = ("SaidBy", "SaidWith")  # from a quotation to its speaker, and to the words that report it


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with its label. Facts are of quotations alone."""

    id: int  # from one, within the article
    span: Span
    label: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """From a quotation to the mention of its speaker or to its cue, by the ids of marks."""

    id: int
    quotation: int
    other: int
    label: str


def mark(records: Iterable[QuotationRecord]) -> tuple[list[Mark], list[Tie]]:
    """Quotations, mentions and cues; a mention that several quotations share is one mark."""
    marks: list[Mark] = []
    ties: list[Tie] = []
    known: dict[tuple[Span, str], int] = {}
    for record in records:
        quotation = Mark(len(marks) + 1, record.span, record.kind.capitalize(), _facts(record))
        marks.append(quotation)
        for words, label, relation in ((record.mention, "Speaker", "SaidBy"), (record.cue, "Cue", "SaidWith")):
            if words is None:
                continue
            if (words.span, label) not in known:
                known[words.span, label] = len(marks) + 1
                marks.append(Mark(len(marks) + 1, words.span, label))
            ties.append(Tie(len(ties) + 1, quotation.id, known[words.span, label], relation))
    return marks, ties


def _facts(record: QuotationRecord) -> dict[str, str]:
    facts = {
        "identifier": record.id, "speaker": record.person or record.speaker, "speakerId": record.person_id,
        "sourceType": record.source_type, "descriptor": record.descriptor, "role": record.role,
        "anonymous": "true" if record.anonymous else None, "confidence": f"{record.confidence:.4f}",
    }  # fmt: skip
    return {name: " ".join(value.split()) for name, value in facts.items() if value}
