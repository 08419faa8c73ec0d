"""From a parsed article to the rows that hold what was read in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from quotes.cast_wire import cast_to_column
from quotes.categories import category_of
from quotes.domain import AttributedQuotation, ParsedArticle, Source, Span, Via, quotation_id
from quotes.store.counting.copies import count_words, fingerprint
from quotes.store.errors import UnstorableArticleError
from quotes.store.folding import fold_words

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadRows:
    """The rows of one parse. Where they refer to each other they do so by place: `readings[n]` is of `quotations[n]`,
    a reading's `parent` is a place there, and a via's `reading`, too; `evidence` and `outlet` hold the words."""

    parse: Row
    quotations: list[Row]
    words: list[list[str]]  # of the quotations, folded
    readings: list[Row]
    via: list[Row]


def to_rows(parsed: ParsedArticle, stem: str) -> ReadRows:
    """`stem` is what the ids of quotations are made of, with their spans: that of the article, or of a later wording.

    Raises UnstorableArticleError for text that no database takes.
    """
    article = parsed.article
    ids = [quotation_id(stem, item.quotation.span) for item in parsed.quotations]
    if len(set(ids)) < len(ids):
        raise UnstorableArticleError(
            f"article {article.id!r} has two quotations with the same start and end; report this"
        )
    rows = ReadRows(_parse_row(parsed), [], [], [], [])
    for place, (identity, item) in enumerate(zip(ids, parsed.quotations, strict=True)):
        said = item.quotation.span.of(article.text)
        words = fold_words(said)
        rows.quotations.append(_quotation_row(identity, item.quotation.span, said, words, len(article.text)))
        rows.words.append(words)
        rows.readings.append(_reading_row(item, article.text))
        if item.source is not None:
            rows.via.extend(_via_row(place, position, via) for position, via in enumerate(item.source.via))
    check_characters(article.id, rows.parse, *rows.readings, *rows.via)
    return rows


def _parse_row(parsed: ParsedArticle) -> Row:
    wire = parsed.wire
    start, end = wire.span if wire and wire.span else (None, None)
    return {
        "indirect": parsed.indirect,
        "wire_name": wire.name if wire else None,
        "wire_start": start,
        "wire_end": end,
        "members": cast_to_column(parsed.cast, parsed.article.id),
    }


def _quotation_row(identity: str, span: Span, said: str, words: Sequence[str], length: int) -> Row:
    return {
        "id": identity,
        "length": length,
        "span_start": span.start,
        "span_end": span.end,
        "words": count_words(said),
        "fingerprint": fingerprint(words),
    }


def _reading_row(item: AttributedQuotation, text: str) -> Row:
    attribution, sure, quotation = item.attribution, item.confidence, item.quotation
    mention, cue, source = attribution.mention, attribution.cue, item.source
    words = _words("mention", mention.span if mention else None, text)
    if source is not None and words["mention_text"] == (source.name or source.descriptor):
        words["mention_text"] = None  # it is told already
    return {
        "kind": quotation.kind,
        "content_start": quotation.content.start,
        "content_end": quotation.content.end,
        "parts": [list(part) for part in quotation.parts] or None,
        "group_number": quotation.group,
        "parent": quotation.parent,
        "marks": quotation.marks,
        "speech_confidence": sure.quotation,
        "mention_confidence": sure.mention,
        "name_confidence": sure.name,
        "evidence": list(attribution.evidence),
        "cause": attribution.cause,
        "polarity": attribution.polarity,
        "modality": attribution.modality,
        "cue_lemma": cue.lemma if cue else None,
        "category": category_of(item.source),
        **words,
        **_words("cue", cue.span if cue else None, text),
        **_source_columns(item.source, text),
    }


def _source_columns(source: Source | None, text: str) -> Row:
    """The columns of a source; those of an unknown one are empty."""
    described = source.description if source else None
    return {
        "name": source.name if source else None,
        "source_type": source.type if source else None,
        "role": source.role if source else None,
        "affiliation": source.affiliation if source else None,
        "descriptor": source.descriptor if source else None,
        "anonymous": source is not None and source.anonymous,
        "medium": source.medium if source else "none",
        "standing": source.standing if source else None,
        "described_role": described.role if described else None,
        "seniority": described.seniority if described else None,
        "described_affiliation": described.affiliation if described else None,
        "source_count": source.count if source else None,
        "document_kind": source.document_kind if source else None,
        "declined": source is not None and source.declined,
        "reason_class": source.reason_class if source else None,
        "member": source.member if source else None,
        "addressee_member": source.addressee_member if source else None,
        **_words("reason", source.reason if source else None, text),
        **_words("addressee", source.addressee if source else None, text),
    }


def _via_row(reading: int, position: int, via: Via) -> Row:
    start, end = via.span or (None, None)
    return {
        "reading": reading,
        "position": position,
        "name": via.name,
        "relation": via.relation,
        "span_start": start,
        "span_end": end,
        "outlet": via.name,
        "member": via.member,
    }


def _words(prefix: str, span: Span | None, text: str) -> Row:
    """The three columns of a stretch of text, all None where there is none."""
    start, end = span or (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end, f"{prefix}_text": span.of(text) if span else None}


def check_characters(article_id: str, *rows: Mapping[str, object]) -> None:
    """Refuse what cannot be kept letter for letter in every database: NUL and halves of surrogate pairs."""
    texts = [value for row in rows for value in row.values() if isinstance(value, str)]
    lists = [value for row in rows for value in row.values() if isinstance(value, list)]
    if _can_be_kept("".join(texts)) and _can_be_kept("".join(chain.from_iterable(map(_strings, lists)))):
        return
    for row in rows:
        for column, value in row.items():
            if not _can_be_kept("".join(_strings(value))):
                raise UnstorableArticleError(
                    f"article {article_id!r} cannot be stored, its {column} holds a NUL or half a surrogate pair; "
                    "remove that character from the source and ingest it again"
                )


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return (item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _can_be_kept(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text
