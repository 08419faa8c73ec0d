"""`quotes sources`: on whom an article rests."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.filters import OPTIONS, with_selection
from quotes.cli.listing import day, one_line, type_label
from quotes.cli.options import ArticleRef, Database
from quotes.cli.quotation_rows import per_cent, speaker
from quotes.definitions import STANDINGS
from quotes.settings import database_url
from quotes.store import QuotationRecord, Selection, open_store

_HERE = {"kind", "type", "anonymous", "via", "medium", "min_confidence", "indirect"}  # what one article can be asked by


@dataclass(frozen=True, slots=True)
class SourceInArticle:
    """Somebody or something that an article quotes, with all that it quotes of them."""

    records: Sequence[QuotationRecord]

    @property
    def told(self) -> QuotationRecord:
        """The quotation that tells most of the source."""
        return max(self.records, key=lambda one: (one.speaker is not None, one.role is not None, one.confidence))

    @property
    def words(self) -> int:
        return sum(len(record.text.split()) for record in self.records)

    @property
    def how(self) -> str:
        """On what terms, and through whom: "anonymous, “who may not speak”; via Associated Press"."""
        told = self.told
        terms = ["anonymous"] if told.anonymous else []
        if given := next((one for one in self.records if one.reason), None):
            terms.append(f"“{one_line(given.reason.text)}”" if given.reason else "")
        if told.standing in ("office_holder", "outlet", "spokesperson", "bare", "rhetorical"):
            terms.append(STANDINGS[told.standing][0])
        vias = dict.fromkeys(via.name for record in self.records for via in record.via)
        return "; ".join(filter(None, [", ".join(terms), ", ".join(f"via {name}" for name in vias)]))


@with_selection(without=set(OPTIONS) - _HERE)
def sources(
    article: ArticleRef,
    selection: Selection,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """List on whom an article rests: everybody it quotes, as what, and on what terms.

    Through whom words came is told, too; the most quoted come first.
    """
    with open_store(database_url(db), create=False) as store:
        stored = store.article(article)
        records = store.select(replace(selection, version=stored.number, declined=False))
    told = stored.article
    heading = " · ".join(filter(None, [told.title or told.id, told.outlet, day(told.published), told.byline]))
    answer = Answer(_grouped(records), _COLUMNS, _to_dict, None, "It quotes nobody.", heading)
    write_answer(answer, format, output)


def _grouped(records: Sequence[QuotationRecord]) -> list[SourceInArticle]:
    groups: dict[str | None, list[QuotationRecord]] = {}
    for record in records:
        groups.setdefault(record.person_id or record.speaker_id, []).append(record)
    return sorted(map(SourceInArticle, groups.values()), key=lambda one: -len(one.records))


_COLUMNS: Sequence[Column[SourceInArticle]] = (
    Column("source", lambda one: speaker(one.told)),
    Column("source_and_role", lambda one: " · ".join(filter(None, [speaker(one.told), _role(one)])), "Source"),
    Column("role", lambda one: _role(one)),
    Column("affiliation", lambda one: one.told.affiliation),
    Column("type", lambda one: type_label(one.told.source_type), "Type"),
    Column("terms", lambda one: one.how, "Terms"),
    Column("anonymous", lambda one: one.told.anonymous),
    Column("quotations", lambda one: ["#" + record.label for record in one.records], "Quotations"),
    Column("words", lambda one: one.words, "Words"),
    Column("least_confidence", lambda one: per_cent(min(record.confidence for record in one.records))),
    Column("person_id", lambda one: one.told.person_id),
)


def _role(one: SourceInArticle) -> str | None:
    return one_line(one.told.role) if one.told.role else None


def _to_dict(one: SourceInArticle) -> dict[str, object]:
    told = one.told
    return {
        "name": told.speaker,
        "descriptor": told.descriptor,
        "role": told.role,
        "affiliation": told.affiliation,
        "source_type": told.source_type,
        "standing": told.standing,
        "anonymous": told.anonymous,
        "reasons": list(dict.fromkeys(record.reason.text for record in one.records if record.reason)),
        "via": list(dict.fromkeys(via.name for record in one.records for via in record.via)),
        "words": one.words,
        "quotations": [record.id for record in one.records],
        "references": [record.reference for record in one.records],
        "person": {"id": told.person_id, "name": told.person} if told.person_id else None,
    }
