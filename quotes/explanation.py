"""A quotation laid out: all that led to its attribution, its name and its type."""

from dataclasses import dataclass
from typing import Any

from quotes.attribute.weighing import WeighedCandidate, Weighing, Weight
from quotes.cast import Identity
from quotes.cast_wire import cast_to_list
from quotes.domain import Article, AttributedQuotation, Cast, Cue, Member, Mention, Span, quotation_id


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one reading of an article made of one stretch of it."""

    article: Article
    paragraph: Span  # that the stretch begins in, to the end of the one that it ends in
    weighing: Weighing
    attributed: AttributedQuotation | None  # None where the stretch is held to be nobody's words
    identity: Identity | None  # None where no speaker was chosen
    cast: Cast

    @property
    def id(self) -> str:
        return quotation_id(self.article.id, self.weighing.quotation.span)

    @property
    def member(self) -> Member | None:
        """Whom of the cast the quotation is given to."""
        source = self.attributed.source if self.attributed else None
        return None if source is None or source.member is None else self.cast.members[source.member]

    @property
    def name_and_reason(self) -> tuple[str | None, str]:
        """The name that the quotation is given, as the store holds it, and why it is that one, or none."""
        source = self.attributed.source if self.attributed else None
        name, identity = (source.name if source else None), self.identity
        if identity is None:
            return name, ""
        return name, identity.reason if identity.withheld is None else f"{identity.reason}; {identity.withheld}"

    def to_dict(self) -> dict[str, Any]:
        """As JSON shows it; offsets as everywhere."""
        text, weighing = self.article.text, self.weighing
        quotation, chosen = weighing.quotation, weighing.chosen
        attribution = self.attributed.attribution if self.attributed else None
        return {
            "id": self.id,
            "article": self.article.id,
            **_stretch(quotation.span, text),
            "kind": quotation.kind,
            "context": _stretch(self.paragraph, text),
            "speech": {
                "held": weighing.is_speech,
                "probability": round(weighing.probability, 4),
                "threshold": weighing.threshold,
                "weights": [_weight_to_dict(w) for w in weighing.weights],
            },
            "threshold": weighing.least,
            "rule": weighing.rule,
            "candidates": [_candidate_to_dict(c, chosen, text) for c in weighing.candidates],
            **self._confidence_to_dict(),
            "cause": attribution.cause if attribution else None,
            "identity": _identity_to_dict(self.identity, text) if self.identity else None,
            "member": _member_to_dict(self.member, self.cast, text) if self.member else None,
            "source": self._source_to_dict(),
        }

    def _confidence_to_dict(self) -> dict[str, Any]:
        if self.attributed is None:
            return {"confidence": None, "confidence_parts": None}
        sure = self.attributed.confidence
        parts = {"quotation": sure.quotation, "mention": sure.mention, "name": sure.name}
        rounded = {part: None if value is None else round(value, 4) for part, value in parts.items()}
        return {"confidence": round(sure.product, 4), "confidence_parts": rounded}

    def _source_to_dict(self) -> dict[str, Any] | None:
        source = self.attributed.source if self.attributed else None
        if source is None:
            return None
        return {
            "name": source.name,
            "name_reason": self.name_and_reason[1],
            "role": source.role,
            "source_type": source.type,
            "anonymous": source.anonymous,
            "anonymity_reason": _stretch(source.reason, self.article.text) if source.reason else None,
            "via": [{"name": via.name, "relation": via.relation} for via in source.via],
            "medium": source.medium,
        }


def _candidate_to_dict(candidate: WeighedCandidate, chosen: WeighedCandidate | None, text: str) -> dict[str, Any]:
    lost = () if chosen is None or candidate is chosen else candidate.behind(chosen)
    return {
        "chosen": candidate is chosen,
        "probability": round(candidate.probability, 4),
        "mention": _named(candidate.mention, text),
        "cue": _named(candidate.cue, text),
        "content": [list(part) for part in candidate.content] or None,
        "weights": [_weight_to_dict(w) for w in candidate.weights],
        "behind_in": [w.feature for w in lost],
    }


def _named(words: Cue | Mention | None, text: str) -> dict[str, Any] | None:
    return _stretch(words.span, text) if words else None


def _weight_to_dict(weight: Weight) -> dict[str, Any]:
    return {
        "feature": weight.feature,
        "value": round(weight.value, 4),
        "weight": round(weight.weight, 4),
        "words": weight.words,
    }


def _member_to_dict(member: Member, cast: Cast, text: str) -> dict[str, Any]:
    [written] = [one for one in cast_to_list(cast, text) if one["id"] == member.id]
    del written["signs"]
    relations = [{**r, "other": cast.members[r["other"]].id} for r in written["relations"]]
    return {**written, "relations": relations}


def _identity_to_dict(identity: Identity, text: str) -> dict[str, Any]:
    return {
        "kind": identity.kind,
        "name": identity.name,
        "descriptor": identity.descriptor,
        "reason": identity.reason,
        "rule": identity.rule,
        "withheld": identity.withheld,
        "antecedent": _stretch(identity.antecedent, text) if identity.antecedent else None,
    }


def _stretch(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
