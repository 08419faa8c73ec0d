"""What the store answers with: frozen values, each with the dict that JSON shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quotes.categories import Category
from quotes.domain import (
    Article,
    Cast,
    Confidence,
    Description,
    IndirectScope,
    Kind,
    Medium,
    Modality,
    ParsedArticle,
    Polarity,
    ReasonClass,
    SourceType,
    Span,
    Standing,
    Via,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the article's text, with what stands there."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class CueWords(Words):
    """The reporting words beside a quotation, with their dictionary form."""

    lemma: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "lemma": self.lemma}


@dataclass(frozen=True, slots=True)
class Signature:
    """Who had their say on a quotation: the one who said whose words they are, else the last.

    >>> str(Signature("desk", "2026-12-01T10:00:00+00:00", "on the tape"))
    'corrected by desk on 2026-12-01, because “on the tape”'
    """

    who: str
    made: str  # ISO 8601 in UTC
    reason: str = ""
    confirmed: bool = False  # that it is as it was read

    def __str__(self) -> str:
        because = f", because “{' '.join(self.reason.split())}”" if self.reason else ""
        return f"{'confirmed' if self.confirmed else 'corrected'} by {self.who} on {self.made[:10]}{because}"

    def to_dict(self) -> dict[str, Any]:
        return {"who": self.who, "made": self.made, "reason": self.reason or None, "confirmed": self.confirmed}


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """A stored quotation with all that a query shows of it. Nothing of a speaker is set where it is unknown."""

    id: str
    article_id: str
    title: str | None
    url: str | None
    outlet: str | None  # the name under which the store first met the outlet
    published: date | None
    kind: Kind
    start: int
    end: int
    text: str
    content: Span
    parts: tuple[Span, ...]  # the stretches of the content where the attribution interrupts it
    group: int | None  # stretches of one quotation over several paragraphs share it, within their article
    parent: str | None  # id of the quotation that this one stands inside
    mention: Words | None
    cue: CueWords | None
    sure: Confidence
    evidence: tuple[str, ...]
    cause: str | None  # why the speaker is unknown, or the name that was found for it is not given
    polarity: Polarity | None  # whether it was said; None where the speaker is unknown
    modality: Modality | None
    speaker_id: str | None
    speaker: str | None  # the name as this article gives it; None for the unnamed
    source_type: SourceType | None  # None where the speaker is unknown
    role: str | None
    affiliation: str | None
    descriptor: str | None
    anonymous: bool
    reason: Words | None  # where the article says why it withholds the name
    via: tuple[Via, ...]
    medium: Medium
    standing: Standing | None = None
    description: Description | None = None
    count: int | None = None  # how many people an unnamed source is
    document_kind: str | None = None
    declined: bool = False
    reason_class: ReasonClass | None = None
    addressee: Words | None = None
    member: int | None = None  # place in StoredArticle.cast
    addressee_member: int | None = None
    marks: bool = True  # False for a turn, a block quote or a post
    category: Category = "unknown"  # what it counts as
    person_id: str | None = None  # who that is across articles; the first of those who spoke as one
    person: str | None = None  # what that person is called in the record
    corrected: bool = False  # whether people's verdicts are in it
    signature: Signature | None = None  # whose
    said: bool = True  # False for what was denied, promised or supposed
    whole: str | None = None  # id of the quotation that it is counted as; None where it is not said, nor counted
    ordinal: int | None = None  # which of its article it is, from one; indirect speech is numbered apart

    @property
    def confidence(self) -> float:
        """The product of the parts, as everything is sorted and filtered by."""
        return self.sure.product

    @property
    def why(self) -> tuple[str, ...]:
        """Why it is this speaker, and why it is none or one without a name."""
        return self.evidence if self.cause is None else (*self.evidence, self.cause)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def label(self) -> str:
        """What it is called within its article: "2", or "r2" for the second report in indirect speech."""
        return f"{'r' if self.kind == 'indirect' else ''}{self.ordinal or '?'}"

    @property
    def reference(self) -> str:
        """What `quotes show` and `quotes explain` know it by: "match#2"."""
        return f"{self.article_id}#{self.label}"

    def to_dict(self) -> dict[str, Any]:
        """The wire form of `quotes parse`, with the article that the quotation stands in."""
        speaker = {
            "name": self.speaker,
            "id": self.speaker_id,
            "role": self.role,
            "affiliation": self.affiliation,
            "member": self.member,
        }
        sure = self.sure
        return {
            "id": self.id,
            "article": self.article_id,
            "reference": self.reference,
            "title": self.title,
            "url": self.url,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "content": [list(part) for part in self.parts or (self.content,)],
            "group": self.group,
            "marks": self.marks,
            "parent": self.parent,
            "cue": self.cue.to_dict() if self.cue else None,
            "mention": self.mention.to_dict() if self.mention else None,
            "speaker": speaker if self.speaker_id else None,
            "descriptor": self.descriptor,
            "source_type": self.source_type,
            "standing": self.standing,
            "description": _description_to_dict(self.description) if self.description else None,
            "count": self.count,
            "document_kind": self.document_kind,
            "declined": self.declined,
            "anonymous": self.anonymous,
            "anonymity_reason": self.reason.to_dict() if self.reason else None,
            "via": [_via_to_dict(via) for via in self.via],
            "reason_class": self.reason_class,
            "medium": self.medium,
            "addressee": {**self.addressee.to_dict(), "member": self.addressee_member} if self.addressee else None,
            "confidence": self.confidence,
            "confidence_parts": {"quotation": sure.quotation, "mention": sure.mention, "name": sure.name},
            "evidence": list(self.evidence),
            "cause": self.cause,
            "polarity": self.polarity,
            "modality": self.modality,
            "whole": self.whole,
            "person": {"id": self.person_id, "name": self.person} if self.person_id else None,
            "corrected": self.corrected,
            "corrected_by": self.signature.to_dict() if self.signature else None,
        }


def _description_to_dict(description: Description) -> dict[str, Any]:
    return {
        "role": description.role,
        "seniority": description.seniority,
        "affiliation": description.affiliation,
    }


def _via_to_dict(via: Via) -> dict[str, Any]:
    start, end = via.span or (None, None)
    return {"name": via.name, "relation": via.relation, "start": start, "end": end, "member": via.member}


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """Somebody, or something, whose words are stored."""

    id: str
    type: SourceType
    name: str | None  # as the store first met it; None for the unnamed
    descriptor: str | None
    names: tuple[str, ...]  # every spelling that an article gave, in alphabetical order
    roles: tuple[str, ...]  # likewise
    quotations: tuple[QuotationRecord, ...]  # by date (undated last), article and place in the text

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "type": self.type,
            "name": self.name,
            "descriptor": self.descriptor,
            "names": list(self.names),
            "roles": list(self.roles),
            "quotations": [record.to_dict() for record in self.quotations],
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of an article stands."""

    id: str
    outlet: str | None
    published: date | None
    url: str | None

    def to_dict(self) -> dict[str, Any]:
        published = self.published.isoformat() if self.published else None
        return {"id": self.id, "outlet": self.outlet, "published": published, "url": self.url}


@dataclass(frozen=True, slots=True)
class NearCopy:
    """The article that another one repeats but for small changes."""

    article: str  # id
    alike: float  # share of the shorter text's word triples that both have
    outlet: str | None

    def to_dict(self) -> dict[str, Any]:
        return {"article": self.article, "alike": self.alike, "outlet": self.outlet}


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as it was received, with its quotations in order of the text, and what read them."""

    article: Article
    parser: str
    models: str
    quotations: tuple[QuotationRecord, ...]  # of every kind
    indirect: IndirectScope  # the class of indirect speech that was looked for
    wire: Via | None = None  # the agency whose copy the article is
    cast: Cast = field(default=Cast(), repr=False)
    fingerprint: str | None = None  # of what read it
    places: tuple[Place, ...] = ()  # of this wording, the one that it is shown under first
    versions: tuple[str, ...] = ()  # when the store met each wording, oldest first; ISO 8601 in UTC
    version: int = 1  # which of them this is, counted from one
    copy_of: NearCopy | None = None  # the first article that the store met of those that read nearly the same
    number: int | None = field(default=None, compare=False)  # of this wording, as Selection.version takes it

    def history(self) -> dict[str, Any]:
        """Where the text stands, how often it was reworded, and of what it is a copy, as JSON shows it."""
        return {
            "appearances": [place.to_dict() for place in self.places],
            "versions": list(self.versions),
            "version": self.version,
            "near_copy_of": self.copy_of.to_dict() if self.copy_of else None,
        }

    def parsed(self, *, indirect: bool = True) -> ParsedArticle:
        """The article as the parser handed it over, but for tokens, sentences and what tells of anybody's gender, which
        are not stored; without its indirect speech if not wanted."""
        from quotes.store.reading.from_rows import to_attributed

        quotations = [record for record in self.quotations if indirect or record.kind != "indirect"]
        places: Mapping[str, int] = {record.id: place for place, record in enumerate(quotations)}
        attributed = tuple(to_attributed(record, places) for record in quotations)
        scope: IndirectScope = self.indirect if indirect else "none"
        return ParsedArticle(
            self.article, attributed, self.parser, self.models, indirect=scope, wire=self.wire, cast=self.cast,
            fingerprint=self.fingerprint,
        )  # fmt: skip
