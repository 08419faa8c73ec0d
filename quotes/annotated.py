"""An article with what was said in it, as Python and notebooks handle it: the values that the store answers with,
made without a store."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from quotes.categories import category_of
from quotes.domain import Article, AttributedQuotation, Cast, ParsedArticle, Span, quotation_id, speaker_id
from quotes.store.records import CueWords, QuotationRecord, StoredArticle, Words

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its quotations in order of the text; iterating goes through them.

    A notebook shows it as `quotes page` does: the text with the quotations marked and linked to those who speak.
    """

    article: Article
    quotations: tuple[QuotationRecord, ...]
    parsed: ParsedArticle = field(repr=False)  # as the parser handed it over, or the store kept it

    @classmethod
    def of(cls, article: "ParsedArticle | StoredArticle") -> "AnnotatedArticle":
        """From what the parser made of an article, or from a stored one."""
        if isinstance(article, StoredArticle):
            return cls(article.article, article.quotations, article.parsed())
        return cls(article.article, tuple(iter_records(article)), article)

    @property
    def cast(self) -> Cast:
        """Everybody and everything that acts or speaks in the article."""
        return self.parsed.cast

    def to_dict(self) -> dict[str, Any]:
        """The object that `quotes parse` writes for the article, with its text."""
        from quotes.wire import to_dict

        return to_dict(self.parsed, with_text=True)

    def to_html(self) -> str:
        """The article as one page of HTML, as `quotes page` writes it."""
        from quotes.page import generate_page

        return generate_page(self.parsed)

    def __iter__(self) -> Iterator[QuotationRecord]:
        return iter(self.quotations)

    def __len__(self) -> int:
        return len(self.quotations)

    def __getitem__(self, place: int) -> QuotationRecord:
        return self.quotations[place]

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that neither its style nor its words touch the notebook."""
        from html import escape

        page = escape(self.to_html())
        return (
            f'<iframe srcdoc="{page}" sandbox title="who said what" style="width:100%;height:40em;border:0"></iframe>'
        )


def iter_records(parsed: ParsedArticle) -> Iterator[QuotationRecord]:
    """The quotations as a store would answer with them, but that nobody is known across articles."""
    ids = [quotation_id(parsed.article.id, item.quotation.span) for item in parsed.quotations]
    groups: dict[int, str] = {}
    counted = {True: 0, False: 0}
    for identity, item in zip(ids, parsed.quotations, strict=True):
        counted[item.quotation.kind == "indirect"] += 1
        group = item.quotation.group
        whole = identity if group is None else groups.setdefault(group, identity)
        record = _record(parsed.article, item, identity, whole, ids)
        yield replace(record, ordinal=counted[item.quotation.kind == "indirect"])


def _record(
    article: Article, item: AttributedQuotation, identity: str, whole: str, ids: "Sequence[str]"
) -> QuotationRecord:
    quotation, attribution, source = item.quotation, item.attribution, item.source
    cue = attribution.cue
    said = attribution.polarity != "negative" and attribution.modality in (None, "actual")
    return QuotationRecord(
        id=identity,
        article_id=article.id,
        title=article.title,
        url=article.url,
        outlet=article.outlet,
        published=article.published,
        kind=quotation.kind,
        start=quotation.span.start,
        end=quotation.span.end,
        text=quotation.span.of(article.text),
        content=quotation.content,
        parts=quotation.parts,
        group=quotation.group,
        parent=None if quotation.parent is None else ids[quotation.parent],
        mention=_words(attribution.mention.span if attribution.mention else None, article.text),
        cue=CueWords(*cue.span, cue.span.of(article.text), cue.lemma) if cue else None,
        sure=item.confidence,
        evidence=attribution.evidence,
        cause=attribution.cause,
        polarity=attribution.polarity,
        modality=attribution.modality,
        speaker_id=speaker_id(source, article.id) if source else None,
        speaker=source.name if source else None,
        source_type=source.type if source else None,
        role=source.role if source else None,
        affiliation=source.affiliation if source else None,
        descriptor=source.descriptor if source else None,
        anonymous=source is not None and source.anonymous,
        reason=_words(source.reason if source else None, article.text),
        via=source.via if source else (),
        medium=source.medium if source else "none",
        standing=source.standing if source else None,
        description=source.description if source else None,
        count=source.count if source else None,
        document_kind=source.document_kind if source else None,
        declined=source is not None and source.declined,
        reason_class=source.reason_class if source else None,
        addressee=_words(source.addressee if source else None, article.text),
        member=source.member if source else None,
        addressee_member=source.addressee_member if source else None,
        marks=quotation.marks,
        category=category_of(source),
        said=said,
        whole=whole if said else None,
    )


def _words(span: Span | None, text: str) -> Words | None:
    return None if span is None else Words(*span, span.of(text))
