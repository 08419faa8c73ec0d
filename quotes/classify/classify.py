"""From identities to sources: type, anonymity and its reason, the way of the words, the medium."""

from collections.abc import Sequence

from quotes.classify.anonymity import find_reason, is_anonymous
from quotes.classify.outlets import is_outlet
from quotes.classify.setting import find_settings
from quotes.classify.setting_reader import Setting
from quotes.classify.source_type import classify_type
from quotes.classify.via import SHARED, is_printed, itself, on_air, same_outlet
from quotes.domain import Analysis, Article, Attribution, Medium, Mention, Source, SourceType, Via
from quotes.resolve import Identity
from quotes.resolve.phrases import read_phrase
from quotes.scene import Scene

SURE_ENOUGH_TO_NAME = 0.5  # a mention that is likelier wrong than right names nobody and hides nobody


def classify_sources(
    article: Article, analysis: Analysis, attributions: Sequence[Attribution], identities: Sequence[Identity | None]
) -> tuple[Source | None, ...]:
    """One source for each attribution, None where it has no mention. `identities` come from `resolve_speakers`, in the
    same order; raises ValueError when their number differs."""
    if len(identities) != len(attributions):
        raise ValueError(f"{len(attributions)} attributions need as many identities, not {len(identities)}.")
    scene = Scene(analysis, [a.quotation for a in attributions if a.quotation.kind != "indirect"])
    settings = find_settings(scene, attributions, identities)
    return tuple(
        None
        if identity is None or attribution.mention is None
        else _classify(scene, attribution, attribution.mention, identity, s)
        for attribution, identity, s in zip(attributions, identities, settings, strict=True)
    )


def _classify(scene: Scene, attribution: Attribution, mention: Mention, identity: Identity, setting: Setting) -> Source:
    phrase = read_phrase(scene, mention)
    kind = classify_type(scene, phrase, identity)
    unnamed = kind.type in ("unnamed_person", "unnamed_group")
    reason = find_reason(scene, mention.span, attribution.quotation.span) if unnamed else None
    via = setting.via
    if kind.type == "named_organization" and identity.name is not None and is_outlet(identity.name):
        via = (itself(identity.name, mention.span), *(v for v in via if not same_outlet(v.name, identity.name)))
    medium = setting.medium or _implied_medium(kind.type, via)
    if medium == "speech" and any(v.relation in SHARED for v in via) and on_air(via):
        medium = "broadcast"
    sure = attribution.confidence >= SURE_ENOUGH_TO_NAME
    return Source(
        type=kind.type,
        name=_plain(identity.name) if sure else None,
        role=_plain(identity.role) if sure else None,
        affiliation=_plain(identity.affiliation) if sure else None,
        descriptor=identity.descriptor if sure else identity.descriptor or mention.span.of(scene.text),
        anonymous=sure and is_anonymous(scene, phrase, kind, attribution, reason),
        reason=reason,
        via=via,
        medium=medium,
    )


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
