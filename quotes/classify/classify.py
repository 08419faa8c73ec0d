"""From identities to sources: type, anonymity and its reason, the way of the words, the medium."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quotes.cast import Identity
from quotes.cast.outlets import is_outlet, outlet_with_verb
from quotes.cast.phrases import Phrase, read_phrase
from quotes.classify.anonymity import is_anonymous
from quotes.classify.descriptor import read_descriptor, whole_description
from quotes.classify.names_beside import name_beside, name_given_next
from quotes.classify.reason_clauses import find_reason, find_reasons, shared_reason
from quotes.classify.reason_owners import Hidden
from quotes.classify.reasons import classify_reason
from quotes.classify.setting import find_settings
from quotes.classify.setting_reader import Setting
from quotes.classify.source_type import Kind, classify_type
from quotes.classify.stand_ins import called, find_stand_ins
from quotes.classify.standing import count_of, standing_of
from quotes.classify.utterance import declined, find_addressee
from quotes.classify.via import SHARED, is_printed, itself, on_air, same_outlet
from quotes.domain import Analysis, Article, Attribution, Medium, Mention, Source, SourceType, Span, Via
from quotes.lexicon import table, words
from quotes.scene import Scene

SURE_ENOUGH = 0.5  # a mention that is likelier wrong than right hides nobody
DESCRIBED = ("described", "bare", "spokesperson")
UNNAMED = ("unnamed_person", "unnamed_group")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one mention says, before sources learn from each other."""

    attribution: Attribution
    mention: Mention
    identity: Identity
    phrase: Phrase | None
    kind: Kind
    reason: Span | None
    is_hidden_here: bool = False  # the reason stands in the mention's own sentence
    described: Phrase | None = None  # the whole description of an unnamed source

    @property
    def hides(self) -> bool:
        """Whether the mention is sure enough to hide somebody."""
        return self.is_hidden_here or self.attribution.confidence >= SURE_ENOUGH


def classify_sources(
    article: Article, analysis: Analysis, attributions: Sequence[Attribution], identities: Sequence[Identity | None]
) -> tuple[Source | None, ...]:
    """One source for each attribution, None where it has no mention. `identities` come from `resolve_speakers`, in the
    same order; raises ValueError when their number differs.

    Sources learn from each other, quotations' from quotations alone: what they are does not depend on which reports
    were looked for."""
    if len(identities) != len(attributions):
        raise ValueError(f"{len(attributions)} attributions need as many identities, not {len(identities)}.")
    scene = Scene(analysis, [a.quotation for a in attributions if a.quotation.kind != "indirect"])
    phrases = [read_phrase(scene, a.mention) if a.mention is not None else None for a in attributions]
    identities = [_settled(scene, p, i) for p, i in zip(phrases, identities, strict=True)]
    names = [called(scene, p, i) for p, i in zip(phrases, identities, strict=True)]
    everything = list(range(len(attributions)))
    quoted = [i for i in everything if attributions[i].quotation.kind != "indirect"]
    stand_ins = find_stand_ins(
        scene, names, [(names[i], a.mention.span) for i in quoted if (a := attributions[i]).mention]
    )
    identities = [
        Identity("unnamed", descriptor=name, role=i.role, affiliation=i.affiliation) if i and name in stand_ins else i
        for name, i in zip(names, identities, strict=True)
    ]
    settings: dict[int, Setting] = {}
    readings: dict[int, _Reading | None] = {}
    for known in (quoted, everything) if len(quoted) < len(everything) else (everything,):
        told, who = [attributions[i] for i in known], [identities[i] for i in known]
        for i, setting in zip(known, find_settings(scene, told, who, article.outlet), strict=True):
            settings.setdefault(i, setting)
        sources = [(a.mention.span, identity) for a, identity in zip(told, who, strict=True) if a.mention and identity]
        read = [
            readings.get(i)
            or _read(scene, attributions[i], phrases[i], identities[i], sources, stand_ins.get(names[i] or ""))
            for i in known
        ]
        for i, reading in zip(known, _with_shared_reasons(scene, read), strict=True):
            readings.setdefault(i, reading)
    found = ((readings[i], settings[i]) for i in everything)
    return tuple(None if reading is None else _to_source(scene, reading, setting) for reading, setting in found)


def _settled(scene: Scene, phrase: Phrase | None, identity: Identity | None) -> Identity | None:
    """The identity with the name that the article gives beside the mention or right after it, where it has none."""
    if identity is None or phrase is None or (identity.kind == "unnamed" and identity.antecedent is not None):
        return identity
    if identity.name is None and (outlet := outlet_with_verb(scene.text, phrase.span)) is not None:
        return Identity("organization", outlet, reason="an outlet, its verb taken for a noun")
    if identity.kind == "organization" and _is_initials_of_document(scene, phrase):
        return Identity("unnamed", descriptor=phrase.span.of(scene.text), reason="the initials of a document")
    unsettled = identity.kind == "organization" or identity.name is None
    if unsettled and (name := name_beside(scene, phrase)) is not None:
        return Identity("person", name.of(scene.text), reason="named beside the mention")
    if identity.kind == "unnamed" and (name := name_given_next(scene, phrase)) is not None:
        return Identity("person", name.of(scene.text), reason="named at the start of the next paragraph")
    return identity


def _read(
    scene: Scene,
    attribution: Attribution,
    phrase: Phrase | None,
    identity: Identity | None,
    sources: Sequence[tuple[Span, Identity]],
    stand_in: Span | None,
) -> _Reading | None:
    """`sources` are the mentions of all attributions, with their identities; `stand_in` is what says that the
    mention's name hides somebody."""
    mention = attribution.mention
    if identity is None or mention is None:
        return None
    kind = Kind("unnamed_person", "person") if stand_in is not None else classify_type(scene, phrase, identity)
    if identity.kind == "unnamed" and kind.type == "named_organization" and _is_read(attribution):
        kind = replace(kind, type="document")  # a board, which names no body here
    if identity.kind == "unnamed" and phrase is not None and _is_initials_of_document(scene, phrase):
        kind = Kind("document", "document", phrase.noun)
    reason = stand_in
    if kind.type in UNNAMED and stand_in is None:
        others = tuple(s for s, other in sources if not s.overlaps(mention.span) and not _is_same(identity, other))
        hidden = Hidden(mention.span, kind.noun, kind.type == "unnamed_group", others)
        reason = find_reason(scene, hidden, attribution.quotation.span)
    is_here = reason is not None and any(
        s.start < reason.end and reason.start < s.end and s.start <= mention.span.start < s.end
        for s in scene.analysis.sentences
    )
    described = None
    if kind.type in UNNAMED and phrase is not None and stand_in is None:
        cue = attribution.cue.span if attribution.cue is not None else None
        described = _whole(scene, phrase, identity, [s for s in (cue, reason) if s is not None])
    return _Reading(attribution, mention, identity, phrase, kind, reason, is_here, described)


def _whole(scene: Scene, phrase: Phrase, identity: Identity, stops: Collection[Span]) -> Phrase | None:
    """The whole description of an unnamed source; of a pronoun that of what it stands for."""
    if identity.antecedent is not None:
        meant = read_phrase(scene, Mention(_worded_at(scene, identity, identity.antecedent), None))
        if meant is None:
            return None
        phrase = meant
    span = whole_description(scene, phrase, stops)
    return phrase if span == phrase.span else replace(phrase, span=span, last=scene.token_range(span)[1])


def _is_same(one: Identity, other: Identity) -> bool:
    """Whether two mentions may be of one source: of one name, or unnamed and worded alike."""
    if one.name is not None or other.name is not None:
        return one.name == other.name
    return (one.descriptor or "").casefold() == (other.descriptor or "").casefold()


def _is_initials_of_document(scene: Scene, phrase: Phrase) -> bool:
    """ "The FIR", which no body is called by."""
    return scene.tokens[phrase.head].text in words("document_acronyms") and phrase.head == phrase.last - 1


def _is_read(attribution: Attribution) -> bool:
    """The words stand written: "a board over the door reads …"."""
    return attribution.cue is not None and attribution.cue.lemma == "read"


def _with_shared_reasons(scene: Scene, readings: Sequence[_Reading | None]) -> list[_Reading | None]:
    """A reason that stands beside one quotation holds for all of the same source; one that a sentence of its own
    gives, for all whom it names."""
    known: dict[str, Span] = {}
    for reading in readings:
        if reading is not None and reading.reason is not None and reading.identity.descriptor is not None:
            known.setdefault(reading.identity.descriptor.casefold(), reading.reason)
    told = find_reasons(scene)
    made: list[_Reading | None] = []
    for reading in readings:
        if reading is not None and reading.reason is None and reading.kind.type in UNNAMED:
            reason = known.get((reading.identity.descriptor or "").casefold())
            if reason is None:
                reason = shared_reason(scene, told, reading.kind.noun, reading.attribution.quotation.span)
            reading = replace(reading, reason=reason)
        made.append(reading)
    return made


def _to_source(scene: Scene, reading: _Reading, setting: Setting) -> Source:
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
    refused = declined(scene, attribution) or _asks_for_no_name(reading)
    described = reading.described
    descriptor = identity.descriptor
    if described is not None and descriptor is not None and described.span.end - described.span.start > len(descriptor):
        descriptor = described.span.of(scene.text)
    withheld = not refused and is_anonymous(scene, reading.phrase, kind, attribution, reading.reason, descriptor)
    anonymous = reading.hides and withheld
    standing = standing_of(kind, name, descriptor, anonymous=withheld, hidden=reading.reason is not None)
    return Source(
        type=kind.type,
        name=name,
        role=_plain(identity.role),
        affiliation=_plain(identity.affiliation),
        descriptor=descriptor,
        anonymous=anonymous,
        reason=reading.reason,
        via=via,
        medium=medium,
        standing=standing,
        description=read_descriptor(scene, described) if described and standing in DESCRIBED else None,
        count=count_of(scene, reading.phrase, kind),
        document_kind=table("document_kinds").get(kind.noun, "document") if kind.type == "document" else None,
        declined=refused,
        reason_class=classify_reason(reading.reason.of(scene.text) if reading.reason else None) if anonymous else None,
        addressee=find_addressee(scene, attribution),
        name_confidence=identity.certainty,
    )


def _asks_for_no_name(reading: _Reading) -> bool:
    """Indirect speech that is the reason itself: "he asked not to be named"."""
    cue, reason = reading.attribution.cue, reading.reason
    indirect = reading.attribution.quotation.kind == "indirect"
    return indirect and cue is not None and reason is not None and reason.contains(cue.span)


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
