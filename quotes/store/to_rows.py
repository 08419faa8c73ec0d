"""From a parsed article to the rows that hold it."""

from dataclasses import dataclass, field
from typing import Any

from sqlmodel import SQLModel

from quotes.cast_wire import cast_to_columns
from quotes.domain import AttributedQuotation, ParsedArticle, Source, Span, quotation_id, speaker_id
from quotes.store import tables
from quotes.store.errors import UnstorableArticleError
from quotes.store.folding import fold_words, padded
from quotes.store.outlets import outlet_id


@dataclass(slots=True)
class ArticleRows:
    """All rows of one article; `outlets` and `speakers` may be shared with other articles."""

    article: tables.ArticleRow
    outlets: dict[str, tables.OutletRow] = field(default_factory=dict)
    speakers: dict[str, tables.SpeakerRow] = field(default_factory=dict)
    names: dict[tuple[str, str], tables.SpeakerNameRow] = field(default_factory=dict)
    quotations: list[tables.QuotationRow] = field(default_factory=list)
    attributions: list[tables.AttributionRow] = field(default_factory=list)
    via: list[tables.ViaRow] = field(default_factory=list)

    def add_outlet(self, name: str) -> str:
        identity = outlet_id(name)
        self.outlets.setdefault(identity, tables.OutletRow(id=identity, name=name))
        return identity

    def add_speaker(self, source: Source) -> str:
        article = self.article.id
        identity = speaker_id(source, article)
        row = tables.SpeakerRow(id=identity, type=source.type, name=source.name, descriptor=source.descriptor)
        if source.name is None:
            row.article_id = article
        else:
            row.descriptor = None
            name = tables.SpeakerNameRow(
                speaker_id=identity, article_id=article, name=source.name, words=padded(fold_words(source.name))
            )
            self.names.setdefault((identity, source.name), name)
        self.speakers.setdefault(identity, row)
        return identity


def to_rows(parsed: ParsedArticle) -> ArticleRows:
    """The rows of an article; raises UnstorableArticleError for text that no database takes."""
    article = parsed.article
    rows = ArticleRows(
        tables.ArticleRow(
            id=article.id,
            text_hash=article.text_hash,
            title=article.title,
            url=article.url,
            outlet=article.outlet,
            published=article.published,
            byline=article.byline,
            section=article.section,
            parser=parsed.parser,
            models=parsed.models,
            indirect=parsed.indirect,
            wire_name=parsed.wire.name if parsed.wire else None,
            wire_start=parsed.wire.span.start if parsed.wire and parsed.wire.span else None,
            wire_end=parsed.wire.span.end if parsed.wire and parsed.wire.span else None,
            members=cast_to_columns(parsed.cast),
            text=article.text,
        )
    )
    _check_characters(article.id, rows.article)
    if article.outlet is not None:
        rows.article.outlet_id = rows.add_outlet(article.outlet)
    ids = [quotation_id(article.id, item.quotation.span) for item in parsed.quotations]
    if len(set(ids)) < len(ids):
        raise UnstorableArticleError(
            f"article {article.id!r} has two quotations with the same start and end; report this"
        )
    for identity, item in zip(ids, parsed.quotations, strict=True):
        quotation = item.quotation
        text = quotation.span.of(article.text)
        rows.quotations.append(
            tables.QuotationRow(
                id=identity,
                article_id=article.id,
                kind=quotation.kind,
                span_start=quotation.span.start,
                span_end=quotation.span.end,
                content_start=quotation.content.start,
                content_end=quotation.content.end,
                group_number=quotation.group,
                parent_id=None if quotation.parent is None else ids[quotation.parent],
                parts=[list(part) for part in quotation.parts] or None,
                marks=quotation.marks,
                text=text,
                words=padded(fold_words(text)),
            )
        )
        attribution = _attribution_to_row(identity, item, article.text)
        if item.source is not None:
            _add_source(rows, attribution, item.source, article.text)
        _check_characters(article.id, attribution)
        rows.attributions.append(attribution)
    return rows


def _attribution_to_row(identity: str, item: AttributedQuotation, text: str) -> tables.AttributionRow:
    attribution, sure = item.attribution, item.confidence
    mention, cue = attribution.mention, attribution.cue
    return tables.AttributionRow(
        quotation_id=identity,
        confidence=sure.product,
        speech_confidence=sure.quotation,
        mention_confidence=sure.mention,
        name_confidence=sure.name,
        evidence=list(attribution.evidence),
        cause=attribution.cause,
        polarity=attribution.polarity,
        modality=attribution.modality,
        cue_lemma=cue.lemma if cue else None,
        **_words("mention", mention.span if mention else None, text),
        **_words("cue", cue.span if cue else None, text),
    )


def _add_source(rows: ArticleRows, attribution: tables.AttributionRow, source: Source, text: str) -> None:
    attribution.speaker_id = rows.add_speaker(source)
    attribution.name = source.name
    attribution.source_type = source.type
    attribution.role = source.role
    attribution.affiliation = source.affiliation
    attribution.descriptor = source.descriptor
    attribution.anonymous = source.anonymous
    attribution.medium = source.medium
    attribution.standing = source.standing
    if source.description is not None:
        attribution.described_role = source.description.role
        attribution.seniority = source.description.seniority
        attribution.described_affiliation = source.description.affiliation
    attribution.source_count = source.count
    attribution.document_kind = source.document_kind
    attribution.declined = source.declined
    attribution.reason_class = source.reason_class
    attribution.member = source.member
    attribution.addressee_member = source.addressee_member
    places = _words("reason", source.reason, text) | _words("addressee", source.addressee, text)
    for column, value in places.items():
        setattr(attribution, column, value)
    for position, via in enumerate(source.via):
        start, end = via.span or (None, None)
        row = tables.ViaRow(
            quotation_id=attribution.quotation_id,
            position=position,
            name=via.name,
            relation=via.relation,
            span_start=start,
            span_end=end,
            outlet_id=rows.add_outlet(via.name),
            member=via.member,
        )
        _check_characters(rows.article.id, row)
        rows.via.append(row)


def _words(prefix: str, span: Span | None, text: str) -> dict[str, Any]:
    """The three columns of a stretch of text, all None where there is none."""
    start, end = span or (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end, f"{prefix}_text": span.of(text) if span else None}


def _check_characters(article_id: str, row: SQLModel) -> None:
    """Refuse what cannot be kept letter for letter in every database: NUL and halves of surrogate pairs."""
    for column, value in row:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str) and ("\0" in item or not _is_encodable(item)):
                raise UnstorableArticleError(
                    f"article {article_id!r} cannot be stored, its {column} holds a NUL or half a surrogate pair; "
                    "remove that character from the source and ingest it again"
                )


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
