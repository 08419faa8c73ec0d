"""The two views: `record`, from which everything is read, and `said`, flat and stable, for those who write SQL.

What holds of a quotation is decided here and nowhere else: of the current wording of an article the newest reading,
and before that what people said of it.
"""

# The words of a quotation `q`, out of the text of its version `v`; both databases count code points.
TEXT = "substr(v.text, q.span_start + 1, q.span_end - q.span_start)"
# How sure a reading `r` is; that is kept beside its parts only where an older version stored it without them.
CONFIDENCE = "coalesce(r.confidence, r.speech_confidence * r.mention_confidence * coalesce(r.name_confidence, 1.0))"
# A category under people's verdicts, for those quotations of which they gave any.
_CATEGORY = """
CASE WHEN c.quotation IS NULL THEN r.category
     WHEN NOT c.speaker AND c.anonymous IS NULL THEN r.category
     WHEN CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END IS NULL THEN 'unknown'
     WHEN CASE WHEN c.speaker THEN c.name ELSE r.name END IS NOT NULL THEN 'named'
     WHEN CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END IN ('document', 'narrator')
     THEN CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END
     WHEN coalesce(c.anonymous, r.anonymous AND NOT c.speaker) THEN 'anonymous'
     ELSE 'unnamed' END
"""

RECORD = f"""
CREATE VIEW record AS
SELECT q.number, q.id, q.version, q.span_start, q.span_end, q.words, q.fingerprint, q.follows, q.change,
       {TEXT} AS text,
       a.number AS article, a.id AS article_id, p.title, p.url, o.id AS outlet_id, o.name AS outlet, p.published,
       p.byline, p.section, r.number AS reading, r.kind, r.content_start, r.content_end, r.parts, r.group_number,
       (SELECT outer_one.id FROM quotations outer_one WHERE outer_one.number = r.parent) AS parent_id, r.marks,
       r.mention_start, r.mention_end,
       CASE WHEN r.mention_start IS NOT NULL THEN coalesce(r.mention_text, r.name, r.descriptor) END AS mention_text,
       r.cue_start, r.cue_end, r.cue_text, r.cue_lemma,
       {CONFIDENCE} AS confidence,
       r.speech_confidence, r.mention_confidence, r.name_confidence, r.member, r.addressee_member,
       r.evidence, r.cause,
       r.polarity, r.modality, r.medium, r.reason_start, r.reason_end, r.reason_text, r.standing, r.described_role,
       r.seniority, r.described_affiliation, r.source_count, r.document_kind, r.declined, r.reason_class,
       r.addressee_start, r.addressee_end, r.addressee_text,
       CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END AS source_type,
       CASE WHEN c.speaker THEN c.name ELSE r.name END AS name,
       CASE WHEN c.speaker THEN NULL ELSE r.role END AS role,
       CASE WHEN c.speaker THEN NULL ELSE r.affiliation END AS affiliation,
       CASE WHEN c.speaker THEN c.descriptor ELSE r.descriptor END AS descriptor,
       coalesce(c.anonymous, r.anonymous AND NOT coalesce(c.speaker, FALSE)) AS anonymous,
       {_CATEGORY.strip()} AS category,
       coalesce(c.said, coalesce(r.polarity, 'positive') <> 'negative' AND coalesce(r.modality, 'actual') = 'actual')
       AS said,
       c.quotation IS NOT NULL AS corrected,
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
       reason_class, standing, medium, confidence, speech_confidence, mention_confidence, name_confidence, corrected
FROM record
WHERE said
"""

VIEWS = {"record": RECORD, "said": SAID}
