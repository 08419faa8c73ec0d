"""What is left to be seen, and who could have said it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quotes.domain import SourceType, Span
from quotes.review.whom import named_in
from quotes.store import QuotationRecord, Selection, Store
from quotes.store.folding import fold_words

_MOST = 9  # candidates: one digit each
_FAR = 10**6
_AT_ONCE = 1000  # quotations of a session, where no limit is given


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the article's cast, with the type that a verdict gives."""

    name: str
    source_type: SourceType
    role: str | None = None  # as the article words it


def read_queue(store: Store, selection: Selection, who: str, *, second: bool = False) -> list[QuotationRecord]:
    """The least sure first, a thousand where no limit is given; of a quotation over several paragraphs its first
    stretch, for what is said of that holds of all.

    Without `second`, what nobody has judged; with it, what others judged once and `who` has not. The log tells, so that
    work goes on where it stopped.
    """
    judges = read_judges(store)
    if second:
        ids = [identity for identity, those in judges.items() if len(those) == 1 and who not in those]
        asked = (
            replace(selection, quotations=tuple(ids[at : at + _AT_ONCE]), limit=None)
            for at in range(0, len(ids), _AT_ONCE)
        )
        wanted = [one for some in asked for one in store.iter(some) if _leads(one)]
    else:
        wanted = _unseen(store, selection, judges)
    wanted.sort(key=lambda one: (one.confidence, one.article_id, one.start))
    return wanted[: selection.limit or _AT_ONCE]


def _unseen(store: Store, selection: Selection, judges: Mapping[str, set[str]]) -> list[QuotationRecord]:
    """The least sure that nobody has judged; more and more are asked for until there are enough."""
    wanted = selection.limit or _AT_ONCE
    limit = 2 * wanted + len(judges)
    while True:
        found = store.select(replace(selection, sort="confidence", limit=limit))
        left = [one for one in found if _leads(one) and not judges.get(one.id)]
        if len(left) >= wanted or len(found) < limit:
            return left
        limit *= 2


def _leads(one: QuotationRecord) -> bool:
    return one.whole in (None, one.id)


def read_judges(store: Store) -> dict[str, set[str]]:
    """Who has judged each quotation, by its present id; what was taken back is not judged."""
    judges: dict[str, set[str]] = {}
    for one in store.corrections():
        if one.holds and one.verdict != "undo" and one.present:
            judges.setdefault(one.present, set()).add(one.who)
    return judges


def count_seen(store: Store, who: str) -> int:
    """How many quotations this reviewer has judged until now."""
    return sum(who in judges for judges in read_judges(store).values())


def candidates(store: Store, record: QuotationRecord) -> list[Candidate]:
    """People and organisations of the article, those who are mentioned nearest to the quotation first."""
    article = store.article(record.article_id)
    near: dict[tuple[str, ...], int] = {}
    for member in article.cast.members:
        for mention in member.mentions if member.name else ():
            _approach(near, member.name, _distance(mention.span, record.span))
    for other in article.quotations:
        _approach(near, other.speaker, -1 if other.id == record.id else _distance(other.span, record.span))
    found = sorted(named_in(article), key=lambda one: (near.get(tuple(fold_words(one.name)), _FAR), one.name))
    return [Candidate(one.name, one.source_type, one.role) for one in found[:_MOST]]


def _approach(near: dict[tuple[str, ...], int], name: str | None, distance: int) -> None:
    key = tuple(fold_words(name or ""))
    near[key] = min(near.get(key, _FAR), distance)


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
