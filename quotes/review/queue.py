"""What is left to be seen, and who could have said it."""

from dataclasses import dataclass, replace

from quotes.domain import Span
from quotes.store import QuotationRecord, Selection, Store

_MOST = 9  # candidates: one digit each


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the article's cast, with the type that a verdict gives."""

    name: str
    source_type: str


def read_queue(store: Store, selection: Selection, who: str, *, second: bool = False) -> list[QuotationRecord]:
    """The least sure first. Without `second`, what nobody has judged; with it, what others judged once and `who` has
    not. The log tells, so that work goes on where it stopped."""
    judges = read_judges(store)
    found = store.iter(replace(selection, limit=None))
    if second:
        wanted = [one for one in found if len(judges.get(one.id, ())) == 1 and who not in judges[one.id]]
    else:
        wanted = [one for one in found if not judges.get(one.id)]
    wanted.sort(key=lambda one: (one.confidence, one.article_id, one.start))
    return wanted[: selection.limit]


def read_judges(store: Store) -> dict[str, set[str]]:
    """Who has judged each quotation, by its present id; what was taken back is not judged."""
    judges: dict[str, set[str]] = {}
    for one in store.corrections():
        if one.holds and one.verdict != "undo" and one.present:
            judges.setdefault(one.present, set()).add(one.who)
    return judges


def candidates(store: Store, record: QuotationRecord) -> list[Candidate]:
    """People and organisations of the article, those who are mentioned nearest to the quotation first."""
    cast = store.article(record.article_id).cast
    near: dict[str, tuple[int, str]] = {}
    for member in cast.members:
        if member.kind not in ("person", "organization") or not member.name:
            continue
        distance = min((_distance(mention.span, record.span) for mention in member.mentions), default=10**6)
        kind = "named_person" if member.kind == "person" else "named_organization"
        near[member.name] = min(near.get(member.name, (distance, kind)), (distance, kind))
    if record.speaker and record.speaker not in near:
        near[record.speaker] = (-1, record.source_type or "named_person")
    for other in store.article(record.article_id).quotations:
        if other.speaker and other.source_type:
            near.setdefault(other.speaker, (_distance(other.span, record.span), other.source_type))
    ranked = sorted(near.items(), key=lambda item: (item[1][0], item[0]))
    return [Candidate(name, kind) for name, (_, kind) in ranked[:_MOST]]


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
