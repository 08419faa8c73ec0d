"""The queries. They are written as SQL so that asking need not load the tables' definitions, which takes a while."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import JSON, Boolean, Connection, Date, RowMapping, bindparam, text

from quotes.domain import Article, IndirectScope, Via, scopes_covering
from quotes.store.folding import fold_words, padded
from quotes.store.from_rows import article_from_row, cast_from_row, quotation_from_row, via_from_row, wire_from_row
from quotes.store.records import QuotationRecord, SpeakerRecord, StoredArticle

Parameters = Mapping[str, Any]

QUOTATIONS = """
SELECT q.id, q.article_id, a.title, a.url, o.name AS outlet, a.published, q.kind, q.span_start, q.span_end, q.text,
       q.content_start, q.content_end, q.parts, q.group_number, q.parent_id, q.marks,
       t.mention_start, t.mention_end, t.mention_text, t.cue_start, t.cue_end, t.cue_text, t.cue_lemma,
       t.confidence, t.speech_confidence, t.mention_confidence, t.name_confidence, t.member, t.addressee_member,
       t.evidence, t.cause, t.polarity, t.modality, t.speaker_id, t.name, t.source_type, t.role,
       t.affiliation, t.descriptor, t.anonymous, t.reason_start, t.reason_end, t.reason_text, t.medium, t.standing,
       t.described_role, t.seniority, t.described_affiliation, t.source_count, t.document_kind, t.declined,
       t.reason_class, t.addressee_start, t.addressee_end, t.addressee_text
FROM quotations q
JOIN attributions t ON t.quotation_id = q.id
JOIN articles a ON a.id = q.article_id
LEFT JOIN outlets o ON o.id = a.outlet_id
WHERE {where}
ORDER BY a.published IS NULL, a.published, q.article_id, q.span_start, q.span_end
"""
QUOTED = "q.kind <> 'indirect'"
SAID = "(t.polarity IS NULL OR t.polarity <> 'negative') AND (t.modality IS NULL OR t.modality = 'actual')"
VIA = """
SELECT v.quotation_id, v.name, v.relation, v.span_start, v.span_end, v.member
FROM via v
JOIN quotations q ON q.id = v.quotation_id
JOIN attributions t ON t.quotation_id = q.id
WHERE {where}
ORDER BY v.quotation_id, v.position
"""


def iter_quotations(
    connection: Connection, where: str = "1 = 1", parameters: Parameters | None = None, limit: int | None = None
) -> Iterator[QuotationRecord]:
    """The quotations that the condition holds of, by date (undated last), article and place in the text."""
    values = dict(parameters or {})
    via: dict[str, tuple[Via, ...]] = {}
    for row in connection.execute(text(VIA.format(where=where)), values).mappings():
        via[row["quotation_id"]] = (*via.get(row["quotation_id"], ()), via_from_row(row))
    query = QUOTATIONS.format(where=where) + ("" if limit is None else f"LIMIT {limit:d}")
    typed = text(query).columns(published=Date, parts=JSON, evidence=JSON, anonymous=Boolean)
    for row in connection.execute(typed, values, execution_options={"yield_per": 1000}).mappings():
        yield quotation_from_row(row, via.get(row["id"], ()))


def search_condition(dialect: str, phrases: list[list[str]]) -> tuple[str, Parameters]:
    """The condition that a quotation holds every phrase, each as whole words side by side."""
    if dialect == "sqlite":
        match = " ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
        return "q.number IN (SELECT rowid FROM quotation_words WHERE quotation_words MATCH :match)", {"match": match}
    values = {f"phrase{place}": " ".join(phrase) for place, phrase in enumerate(phrases)}
    if dialect == "postgresql":
        wanted = " && ".join(f"phraseto_tsquery('simple', :{name})" for name in values)
        return f"to_tsvector('simple', left(q.words, 60000)) @@ ({wanted})", values
    return " AND ".join(f"q.words LIKE :{name}" for name in values), {k: f"% {v} %" for k, v in values.items()}


def find_speakers(connection: Connection, name: str) -> list[str]:
    """Ids of the speakers that are meant: by id, else by their exact name, else by all words of the name."""
    by_id = connection.execute(text("SELECT id FROM speakers WHERE id = :id"), {"id": name}).scalars().all()
    words = fold_words(name)
    if by_id or not words:
        return list(by_id)
    query = "SELECT DISTINCT speaker_id FROM speaker_names WHERE "
    exact = connection.execute(text(query + "words = :words"), {"words": padded(words)}).scalars().all()
    if exact:
        return list(exact)
    values = {f"word{place}": f"% {word} %" for place, word in enumerate(words)}
    condition = " AND ".join(f"words LIKE :{key}" for key in values)
    return list(connection.execute(text(query + condition), values).scalars())


def read_speakers(connection: Connection, ids: list[str], *, indirect: bool) -> list[SpeakerRecord]:
    """The speakers with their quotations, the most quoted first; those without any are left out."""
    if not ids:
        return []
    query = "SELECT id, type, name, descriptor FROM speakers WHERE id IN :ids"
    found = connection.execute(text(query).bindparams(bindparam("ids", expanding=True)), {"ids": ids}).mappings().all()
    speakers = [_read_speaker(connection, row, indirect=indirect) for row in found]
    return sorted((s for s in speakers if s.quotations), key=_most_quoted_first)


def _read_speaker(connection: Connection, row: RowMapping, *, indirect: bool) -> SpeakerRecord:
    values = {"speaker": row["id"]}
    names = connection.execute(text("SELECT DISTINCT name FROM speaker_names WHERE speaker_id = :speaker"), values)
    condition = "t.speaker_id = :speaker" + ("" if indirect else f" AND {QUOTED}")
    quotations = tuple(iter_quotations(connection, condition, values))
    roles = {record.role for record in quotations if record.role is not None}
    return SpeakerRecord(
        row["id"], row["type"], row["name"], row["descriptor"],
        tuple(sorted(names.scalars())), tuple(sorted(roles)), quotations,
    )  # fmt: skip


def _most_quoted_first(speaker: SpeakerRecord) -> tuple[int, str, str]:
    return (-len(speaker.quotations), speaker.name or speaker.descriptor or "", speaker.id)


def find_articles(connection: Connection, given: str, limit: int) -> list[str]:
    """The id itself where it is stored, else up to `limit` of the ids that begin so, in alphabetical order."""
    exact = connection.execute(text("SELECT id FROM articles WHERE id = :id"), {"id": given}).scalars().all()
    if exact:
        return list(exact)
    query = "SELECT id FROM articles WHERE substr(id, 1, :length) = :id ORDER BY id LIMIT :limit"
    values = {"id": given, "length": len(given), "limit": limit}
    return list(connection.execute(text(query), values).scalars())


def find_quotation(connection: Connection, given: str) -> tuple[str, int, int] | None:
    """Article, start and end of the quotation with this id."""
    query = "SELECT article_id, span_start, span_end FROM quotations WHERE id = :id"
    row = connection.execute(text(query), {"id": given}).first()
    return None if row is None else (row[0], row[1], row[2])


def near_articles(connection: Connection, given: str, limit: int) -> list[str]:
    """Stored ids that look like the given one, the nearest first."""
    from difflib import get_close_matches

    query = "SELECT id FROM articles ORDER BY CASE WHEN substr(id, 1, 2) = :head THEN 0 ELSE 1 END, id LIMIT 2000"
    return get_close_matches(given, connection.execute(text(query), {"head": given[:2]}).scalars().all(), n=limit)


def read_article(connection: Connection, article_id: str) -> StoredArticle:
    query = text("SELECT * FROM articles WHERE id = :id").columns(published=Date, members=JSON)
    row = connection.execute(query, {"id": article_id}).mappings().one()
    quotations = tuple(iter_quotations(connection, "q.article_id = :article", {"article": article_id}))
    scope: IndirectScope = row["indirect"] or "none"
    return StoredArticle(
        article_from_row(row), row["parser"], row["models"], quotations, scope, wire_from_row(row), cast_from_row(row)
    )


def is_stored(connection: Connection, article: Article, parser: str, models: str, indirect: IndirectScope) -> bool:
    """Whether these versions read this very article; what its carrier leaves out now may have been there before."""
    query = (
        "SELECT title, byline, outlet FROM articles WHERE id = :id AND text_hash = :hash AND parser = :parser "
        "AND models = :models AND coalesce(indirect, 'none') IN :scopes"
    )
    values: dict[str, Any] = {"id": article.id, "hash": article.text_hash, "parser": parser, "models": models}
    values["scopes"] = list(scopes_covering(indirect))
    row = connection.execute(text(query).bindparams(bindparam("scopes", expanding=True)), values).mappings().first()
    return row is not None and not changed(article, row)


def changed_details(connection: Connection, article: Article) -> dict[str, Any]:
    """The columns that no reading rests on and that the carrier now gives otherwise than they are stored."""
    query = text("SELECT url, published, section FROM articles WHERE id = :id").columns(published=Date)
    row = connection.execute(query, {"id": article.id}).mappings().first()
    return {} if row is None else changed(article, row)


def changed(article: Article, row: RowMapping) -> dict[str, Any]:
    """What the carrier says of the article otherwise than the row has it; what it does not say is no change."""
    given = {column: getattr(article, column) for column in row}
    return {column: value for column, value in given.items() if value is not None and value != row[column]}
