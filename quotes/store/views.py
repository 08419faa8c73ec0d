"""The two views: `record`, from which everything is read, and `said`, flat and stable, for those who write SQL.

What holds of a quotation is decided here and nowhere else: of the current wording of an article the newest reading,
and before that what people said of it. Who says whose words they are is certain of it; and if that is somebody else
than the reading has, nothing that the reading tells of its speaker is told of theirs.
"""

# The words of a quotation `q`, out of the text of its version `v`; both databases count code points.
TEXT = "substr(v.text, q.span_start + 1, q.span_end - q.span_start)"
# What a reading `r` has of its mention, and how sure it is; kept where it is not the name, or the product of its parts.
_MENTION = "CASE WHEN r.mention_start IS NOT NULL THEN coalesce(r.mention_text, r.name, r.descriptor) END"
_READ = "coalesce(r.confidence, r.speech_confidence * r.mention_confidence * coalesce(r.name_confidence, 1.0))"
# The rest is of a reading `r` and of what people hold of its quotation, `c`, which most quotations have no row of.
# Whether they say that it is somebody else, or somebody where the reading has nobody, or nobody.
OVERRULED = """
(coalesce(c.speaker, FALSE) AND CASE
    WHEN c.source_type IS NULL OR r.source_type IS NULL THEN coalesce(c.source_type, r.source_type) IS NOT NULL
    ELSE coalesce(coalesce(c.name, c.descriptor) NOT IN
                  (coalesce(r.name, ''), coalesce(r.descriptor, ''), coalesce(r.mention_text, '')), TRUE) END)
""".strip()
ROLE = f"CASE WHEN {OVERRULED} THEN c.role ELSE coalesce(c.role, r.role) END"
CONFIDENCE = f"""
CASE WHEN c.speaker THEN 1.0
     WHEN c.said THEN coalesce(r.mention_confidence * coalesce(r.name_confidence, 1.0), r.confidence)
     ELSE {_READ} END
""".strip()
_ANONYMOUS = f"coalesce(c.anonymous, r.anonymous AND NOT {OVERRULED})"
_SOURCE_TYPE = "CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END"
_CATEGORY = f"""
CASE WHEN c.quotation IS NULL THEN r.category
     WHEN NOT {OVERRULED} AND coalesce({_SOURCE_TYPE}, '') = coalesce(r.source_type, '')
          AND (c.anonymous IS NULL OR (NOT c.anonymous AND r.category <> 'anonymous')) THEN r.category
     WHEN {_SOURCE_TYPE} IS NULL THEN 'unknown'
     WHEN CASE WHEN c.speaker THEN c.name ELSE r.name END IS NOT NULL THEN 'named'
     WHEN {_SOURCE_TYPE} IN ('document', 'narrator') THEN {_SOURCE_TYPE}
     WHEN c.standing = 'spokesperson' AND NOT coalesce(c.anonymous, FALSE) THEN 'spokesperson'
     WHEN {_ANONYMOUS} THEN 'anonymous'
     ELSE 'unnamed' END
""".strip()


def _unless_overruled(*columns: str) -> str:
    return ", ".join(f"CASE WHEN {OVERRULED} THEN NULL ELSE r.{column} END AS {column}" for column in columns)


def _if_withheld(*columns: str) -> str:
    """What tells why a name is withheld, where one is."""
    told = f"c.quotation IS NULL OR (NOT {OVERRULED} AND {_ANONYMOUS})"
    return ", ".join(f"CASE WHEN {told} THEN r.{column} END AS {column}" for column in columns)


RECORD = f"""
CREATE VIEW record AS
SELECT q.number, q.id, q.version, q.span_start, q.span_end, q.words, q.fingerprint, q.follows, q.change,
       {TEXT} AS text,
       a.number AS article, a.id AS article_id, p.title, p.url, o.id AS outlet_id, o.name AS outlet, p.published,
       p.byline, p.section, r.number AS reading, r.kind, r.content_start, r.content_end, r.parts, r.group_number,
       (SELECT outer_one.id FROM quotations outer_one WHERE outer_one.number = r.parent) AS parent_id, r.marks,
       {_unless_overruled("mention_start", "mention_end")},
       CASE WHEN {OVERRULED} THEN NULL ELSE {_MENTION} END AS mention_text,
       r.cue_start, r.cue_end, r.cue_text, r.cue_lemma, {CONFIDENCE} AS confidence,
       CASE WHEN c.speaker OR c.said THEN 1.0 ELSE r.speech_confidence END AS speech_confidence,
       CASE WHEN c.speaker THEN 1.0 ELSE r.mention_confidence END AS mention_confidence,
       CASE WHEN c.speaker THEN CASE WHEN c.name IS NULL THEN NULL ELSE 1.0 END ELSE r.name_confidence END
       AS name_confidence,
       {_unless_overruled("member")}, r.addressee_member, r.evidence, {_unless_overruled("cause")},
       r.polarity, r.modality, r.medium, {_if_withheld("reason_start", "reason_end", "reason_text", "reason_class")},
       CASE WHEN {OVERRULED} THEN c.standing ELSE r.standing END AS standing,
       {_unless_overruled("described_role", "seniority", "described_affiliation", "source_count", "document_kind")},
       r.declined, r.addressee_start, r.addressee_end, r.addressee_text,
       {_SOURCE_TYPE} AS source_type,
       CASE WHEN c.speaker THEN c.name ELSE r.name END AS name,
       {ROLE} AS role,
       {_unless_overruled("affiliation")},
       CASE WHEN c.speaker THEN c.descriptor ELSE r.descriptor END AS descriptor,
       {_ANONYMOUS} AS anonymous,
       {_CATEGORY} AS category,
       coalesce(c.said, coalesce(r.polarity, 'positive') <> 'negative' AND coalesce(r.modality, 'actual') = 'actual')
       AS said,
       c.quotation IS NOT NULL AS corrected, {OVERRULED} AS overruled, c.verdict AS corrected_as,
       c.who AS corrected_by, c.made AS corrected_at, c.reason AS corrected_because,
       (SELECT x.id FROM voices l JOIN quotations x ON x.number = l.whole WHERE l.quotation = w.whole AND l.first)
       AS whole_id,
       b.number AS person, b.id AS person_id, b.name AS person_name
FROM quotations q
JOIN versions v ON v.number = q.version AND v.current
JOIN articles a ON a.number = v.article
JOIN appearances p ON p.version = v.number AND p.first
JOIN parses m ON m.version = v.number AND m.current
JOIN readings r ON r.quotation = q.number AND r.parse = m.number
LEFT JOIN outlets o ON o.number = p.outlet
LEFT JOIN corrections c ON c.quotation = q.number
LEFT JOIN voices w ON w.quotation = q.number AND w.first
LEFT JOIN people b ON b.number = w.person
WHERE coalesce(c.said, TRUE)
"""

SAID = """
CREATE VIEW said AS
SELECT id AS quotation_id, article_id, outlet, published, section AS desk, byline, title, url, text AS words,
       words AS word_count, span_start AS start_offset, span_end AS end_offset, kind, kind <> 'indirect' AS quoted,
       coalesce(person_name, name) AS speaker, person_id AS speaker_id, name AS speaker_as_named, role, affiliation,
       descriptor, mention_text AS mention, cue_text AS cue, source_type, category, anonymous, reason_text AS reason,
       reason_class, standing, medium, confidence, speech_confidence, mention_confidence, name_confidence, corrected,
       corrected_by, corrected_at, corrected_because
FROM record
WHERE said
"""

VIEWS = {"record": RECORD, "said": SAID}
