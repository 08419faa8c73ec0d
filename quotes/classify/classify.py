"""From identities to sources: type, anonymity and its reason, the way of the words, the medium."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quotes.cast import Identity
from quotes.cast.outlets import is_outlet
from quotes.cast.phrases import Phrase, read_phrase
from quotes.cast.reading import Reading
from quotes.cast.withheld import Hidden, find_reason, find_reasons, shared_reason
from quotes.classify.anonymity import is_anonymous, tells_why_known
from quotes.classify.descriptor import read_descriptor, whole_description
from quotes.classify.reasons import classify_reason
from quotes.classify.setting import find_settings
from quotes.classify.setting_reader import Setting
from quotes.classify.source_type import Kind, classify_type
from quotes.classify.standing import count_of, standing_of
from quotes.classify.utterance import declined, find_addressee
from quotes.classify.via import SHARED, is_printed, itself, on_air, same_outlet
from quotes.domain import Attribution, Medium, Mention, Source, SourceType, Span, Via
from quotes.lexicon import table
from quotes.scene import Scene

SURE_ENOUGH = 0.5  # a mention that is likelier wrong than right hides nobody
DESCRIBED = ("described", "bare", "spokesperson")
UNNAMED = ("unnamed_person", "unnamed_group")


@dataclass(frozen=True, slots=True)
class _Told:
    """What one mention says, before sources learn from each other."""

    attribution: Attribution
    mention: Mention
    identity: Identity
    phrase: Phrase | None
    kind: Kind
    reason: Span | None
    is_hidden_here: bool = False  # the reason stands in the mention's own sentence
    described: Phrase | None = None  # the whole description of an unnamed source


def classify_sources(reading: Reading, identities: Sequence[Identity | None]) -> tuple[Source | None, ...]:
    """One source for each attribution of the reading, None where it has no mention. `identities` are those of the
    attributions, in the same order; raises ValueError when their number differs.

    Sources learn from each other, quotations' from quotations alone: what they are does not depend on which reports
    were looked for."""
    attributions = reading.attributions
    if len(identities) != len(attributions):
        raise ValueError(f"{len(attributions)} attributions need as many identities, not {len(identities)}.")
    everything = list(range(len(attributions)))
    quoted = [i for i in everything if attributions[i].quotation.kind != "indirect"]
    settings: dict[int, Setting] = {}
    told: dict[int, _Told | None] = {}
    for known in (quoted, everything) if len(quoted) < len(everything) else (everything,):
        heard, who = [attributions[i] for i in known], [identities[i] for i in known]
        for i, setting in zip(known, find_settings(reading.scene, heard, who, reading.article.outlet), strict=True):
            settings.setdefault(i, setting)
        sources = [(a.mention.span, identity) for a, identity in zip(heard, who, strict=True) if a.mention and identity]
        read = [told.get(i) or _read(reading, i, identities[i], sources) for i in known]
        for i, found in zip(known, _with_shared_reasons(reading.scene, read), strict=True):
            told.setdefault(i, found)
    both = ((told[i], settings[i]) for i in everything)
    return tuple(None if found is None else _to_source(reading.scene, found, setting) for found, setting in both)


def _read(
    reading: Reading, place: int, identity: Identity | None, sources: Sequence[tuple[Span, Identity]]
) -> _Told | None:
    """`sources` are the mentions of all attributions, with their identities."""
    scene, phrase, attribution = reading.scene, reading.phrases[place], reading.attributions[place]
    mention = attribution.mention
    if identity is None or mention is None:
        return None
    kind = classify_type(scene, phrase, identity)
    is_read = attribution.cue is not None and attribution.cue.lemma == "read"
    if is_read and identity.kind == "unnamed" and kind.type == "named_organization":
        kind = replace(kind, type="document")  # a board, which names no body here
    reason = identity.stand_in
    if kind.type in UNNAMED and reason is None:
        others = tuple(s for s, _ in sources if not s.overlaps(mention.span))
        hidden = Hidden(mention.span, kind.noun, kind.type == "unnamed_group", others)
        reason = find_reason(scene, hidden, attribution.quotation.span)
    is_here = reason is not None and any(
        s.start < reason.end and reason.start < s.end and s.start <= mention.span.start < s.end
        for s in scene.analysis.sentences
    )
    described = None
    if kind.type in UNNAMED and phrase is not None and identity.stand_in is None:
        cue = attribution.cue.span if attribution.cue is not None else None
        described = _whole(scene, phrase, identity, [s for s in (cue, reason) if s is not None])
    return _Told(attribution, mention, identity, phrase, kind, reason, is_here, described)


def _whole(scene: Scene, phrase: Phrase, identity: Identity, stops: Collection[Span]) -> Phrase | None:
    """The whole description of an unnamed source; of a pronoun that of what it stands for."""
    if identity.antecedent is not None:
        meant = read_phrase(scene, Mention(_worded_at(scene, identity, identity.antecedent), None))
        if meant is None:
            return None
        phrase = meant
    span = whole_description(scene, phrase, stops)
    return phrase if span == phrase.span else replace(phrase, span=span, last=scene.token_range(span)[1])


def _with_shared_reasons(scene: Scene, readings: Sequence[_Told | None]) -> list[_Told | None]:
    """A reason that stands beside one quotation holds for all of the same source; one that a sentence of its own
    gives, for all whom it names."""
    known: dict[str, Span] = {}
    for reading in readings:
        if reading is not None and reading.reason is not None and reading.identity.descriptor is not None:
            known.setdefault(reading.identity.descriptor.casefold(), reading.reason)
    told = find_reasons(scene)
    made: list[_Told | None] = []
    for reading in readings:
        if reading is not None and reading.reason is None and reading.kind.type in UNNAMED:
            reason = known.get((reading.identity.descriptor or "").casefold())
            if reason is None:
                reason = shared_reason(scene, told, reading.kind.noun, reading.attribution.quotation.span)
            reading = replace(reading, reason=reason)
        made.append(reading)
    return made


def _to_source(scene: Scene, reading: _Told, setting: Setting) -> Source:
    attribution, identity, kind = reading.attribution, reading.identity, reading.kind
    name = _plain(identity.name)
    via = setting.via
    if kind.type == "named_organization" and identity.name is not None and is_outlet(identity.name):
        via = (itself(identity.name, reading.mention.span), *(v for v in via if not same_outlet(v.name, identity.name)))
    through = attribution.through
    if through is not None and not any(v.span and v.span.overlaps(through) for v in via):
        via = (*via, Via(through.of(scene.text), "reported", through))
    medium = setting.medium or _implied_medium(kind.type, via)
    if medium == "speech" and any(v.relation in SHARED for v in via) and on_air(via):
        medium = "broadcast"
    cue, reason, is_report = attribution.cue, reading.reason, attribution.quotation.kind == "indirect"
    asks_for_no_name = is_report and cue is not None and reason is not None and reason.contains(cue.span)
    refused = declined(scene, attribution) or asks_for_no_name
    described = reading.described
    descriptor = identity.descriptor
    if described is not None and descriptor is not None and described.span.end - described.span.start > len(descriptor):
        descriptor = described.span.of(scene.text)
    withheld = not refused and is_anonymous(scene, reading.phrase, kind, attribution, reason, descriptor)
    is_sure = attribution.confidence >= SURE_ENOUGH or reading.is_hidden_here or tells_why_known(descriptor)
    anonymous = withheld and is_sure
    standing = standing_of(kind, name, descriptor, anonymous=withheld, hidden=reason is not None)
    return Source(
        type=kind.type,
        name=name,
        role=_plain(identity.role),
        affiliation=_plain(identity.affiliation),
        descriptor=descriptor,
        anonymous=anonymous,
        reason=reason,
        via=via,
        medium=medium,
        standing=standing,
        description=read_descriptor(scene, described) if described and standing in DESCRIBED else None,
        count=count_of(scene, reading.phrase, kind),
        document_kind=table("document_kinds").get(kind.noun, "document") if kind.type == "document" else None,
        declined=refused,
        reason_class=classify_reason(reason.of(scene.text) if reason else None) if anonymous else None,
        addressee=find_addressee(scene, attribution),
        name_confidence=identity.certainty,
    )


def _worded_at(scene: Scene, identity: Identity, antecedent: Span) -> Span:
    """Where the descriptor stands in full around the antecedent's noun; the noun alone where it cannot be found."""
    wording = identity.descriptor or ""
    start = scene.text.find(wording, max(0, antecedent.end - len(wording)), antecedent.start + len(wording))
    full = Span(start, start + len(wording))
    return full if start >= 0 and full.contains(antecedent) else antecedent


def _implied_medium(source_type: SourceType, via: Sequence[Via]) -> Medium:
    """The medium by the kind of source and of outlet, where no words tell it."""
    if on_air(via):
        return "broadcast"
    if source_type == "named_organization" and via and via[0].relation == "reported" and is_printed(via[0].name):
        return "document"
    return "document" if source_type == "document" else "none"


def _plain(name: str | None) -> str | None:
    """With straight apostrophes, so that O’Brien of one outlet is O'Brien of another."""
    return name.replace("’", "'") if name else None
