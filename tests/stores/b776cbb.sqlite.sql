BEGIN;
CREATE TABLE outlets (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_outlets PRIMARY KEY (number), 
	CONSTRAINT uq_outlets_id UNIQUE (id)
);
CREATE TABLE runs (
	number INTEGER NOT NULL, 
	started VARCHAR NOT NULL, 
	ended VARCHAR, 
	command VARCHAR NOT NULL, 
	parser VARCHAR NOT NULL, 
	models VARCHAR NOT NULL, 
	fingerprint VARCHAR NOT NULL, 
	settings JSON NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (number)
);
CREATE TABLE articles (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	CONSTRAINT pk_articles PRIMARY KEY (number), 
	CONSTRAINT uq_articles_id UNIQUE (id)
);
CREATE TABLE reasons (
	number INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_reasons PRIMARY KEY (number), 
	CONSTRAINT uq_reasons_text UNIQUE (text)
);
CREATE TABLE mentioned_names (
	number INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT pk_mentioned_names PRIMARY KEY (number), 
	CONSTRAINT ck_mentioned_names_kind CHECK (kind IN ('person', 'organization')), 
	CONSTRAINT uq_mentioned_names_folded UNIQUE (folded)
);
CREATE TABLE judgements (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	about VARCHAR NOT NULL, 
	left_id VARCHAR NOT NULL, 
	right_id VARCHAR, 
	verdict VARCHAR NOT NULL, 
	value JSON, 
	made_by VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	made VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	score FLOAT, 
	undoes VARCHAR, 
	CONSTRAINT pk_judgements PRIMARY KEY (number), 
	CONSTRAINT ck_judgements_about CHECK (about IN ('identity', 'quotation')), 
	CONSTRAINT ck_judgements_made_by CHECK (made_by IN ('human', 'machine')), 
	CONSTRAINT ck_judgements_pair CHECK (about <> 'identity' OR right_id IS NOT NULL), 
	CONSTRAINT uq_judgements_id UNIQUE (id)
);
CREATE TABLE judged_names (
	id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_judged_names PRIMARY KEY (id)
);
CREATE TABLE rejects (
	number INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	origin VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	raw VARCHAR, 
	mended VARCHAR, 
	CONSTRAINT pk_rejects PRIMARY KEY (number), 
	CONSTRAINT fk_rejects_run FOREIGN KEY(run) REFERENCES runs (number) ON DELETE CASCADE
);
CREATE TABLE versions (
	number INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	seen VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	text_hash VARCHAR NOT NULL, 
	length INTEGER NOT NULL, 
	copy_of INTEGER, 
	alike FLOAT, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_versions PRIMARY KEY (number), 
	CONSTRAINT uq_versions_article_text_hash UNIQUE (article, text_hash), 
	CONSTRAINT uq_versions_number_length UNIQUE (number, length), 
	CONSTRAINT ck_versions_length CHECK (length = length(text)), 
	CONSTRAINT fk_versions_article FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	CONSTRAINT fk_versions_copy_of FOREIGN KEY(copy_of) REFERENCES versions (number) ON DELETE SET NULL
);
CREATE TABLE people (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR, 
	descriptor VARCHAR, 
	article INTEGER, 
	CONSTRAINT pk_people PRIMARY KEY (number), 
	CONSTRAINT ck_people_kind CHECK (kind IN ('person', 'organization', 'unnamed_person', 'unnamed_group', 'document', 'narrator')), 
	CONSTRAINT uq_people_id UNIQUE (id), 
	CONSTRAINT fk_people_article FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE
);
CREATE TABLE mentioned_words (
	word VARCHAR NOT NULL, 
	name INTEGER NOT NULL, 
	CONSTRAINT pk_mentioned_words PRIMARY KEY (word, name), 
	CONSTRAINT fk_mentioned_words_name FOREIGN KEY(name) REFERENCES mentioned_names (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE appearances (
	number INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	first BOOLEAN NOT NULL, 
	seen VARCHAR NOT NULL, 
	url VARCHAR, 
	outlet INTEGER, 
	outlet_name VARCHAR, 
	published DATE, 
	title VARCHAR, 
	byline VARCHAR, 
	section VARCHAR, 
	CONSTRAINT pk_appearances PRIMARY KEY (number), 
	CONSTRAINT fk_appearances_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE, 
	CONSTRAINT fk_appearances_outlet FOREIGN KEY(outlet) REFERENCES outlets (number)
);
CREATE TABLE sketches (
	hash BIGINT NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_sketches PRIMARY KEY (hash, version), 
	CONSTRAINT fk_sketches_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE parses (
	number INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	current BOOLEAN NOT NULL, 
	indirect VARCHAR NOT NULL, 
	wire_name VARCHAR, 
	wire_start INTEGER, 
	wire_end INTEGER, 
	members JSON NOT NULL, 
	CONSTRAINT pk_parses PRIMARY KEY (number), 
	CONSTRAINT ck_parses_indirect CHECK (indirect IN ('none', 'speech', 'all')), 
	CONSTRAINT fk_parses_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE, 
	CONSTRAINT fk_parses_run FOREIGN KEY(run) REFERENCES runs (number)
);
CREATE TABLE quotations (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	length INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	words INTEGER NOT NULL, 
	fingerprint BIGINT, 
	follows INTEGER, 
	change VARCHAR, 
	CONSTRAINT pk_quotations PRIMARY KEY (number), 
	CONSTRAINT fk_quotations_version_length FOREIGN KEY(version, length) REFERENCES versions (number, length) ON DELETE CASCADE, 
	CONSTRAINT uq_quotations_version_span_start_span_end UNIQUE (version, span_start, span_end), 
	CONSTRAINT ck_quotations_span_span CHECK (span_start >= 0 AND span_end >= span_start), 
	CONSTRAINT ck_quotations_inside CHECK (span_end <= length), 
	CONSTRAINT ck_quotations_change CHECK (change IN ('kept', 'altered')), 
	CONSTRAINT uq_quotations_id UNIQUE (id), 
	CONSTRAINT fk_quotations_follows FOREIGN KEY(follows) REFERENCES quotations (number) ON DELETE SET NULL
);
CREATE TABLE presences (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	article INTEGER NOT NULL, 
	person INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	names JSON NOT NULL, 
	roles JSON NOT NULL, 
	affiliations JSON NOT NULL, 
	published DATE, 
	CONSTRAINT pk_presences PRIMARY KEY (number), 
	CONSTRAINT uq_presences_id UNIQUE (id), 
	CONSTRAINT fk_presences_article FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE, 
	CONSTRAINT fk_presences_person FOREIGN KEY(person) REFERENCES people (number)
);
CREATE TABLE name_words (
	word VARCHAR NOT NULL, 
	person INTEGER NOT NULL, 
	CONSTRAINT pk_name_words PRIMARY KEY (word, person), 
	CONSTRAINT fk_name_words_person FOREIGN KEY(person) REFERENCES people (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE name_keys (
	hash BIGINT NOT NULL, 
	person INTEGER NOT NULL, 
	CONSTRAINT pk_name_keys PRIMARY KEY (hash, person), 
	CONSTRAINT fk_name_keys_person FOREIGN KEY(person) REFERENCES people (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE tallies (
	version INTEGER NOT NULL, 
	reports INTEGER NOT NULL, 
	quotations_total INTEGER NOT NULL, 
	quotations_told INTEGER NOT NULL, 
	quotations_strict INTEGER NOT NULL, 
	quotations_broad INTEGER NOT NULL, 
	quotations_spokespersons INTEGER NOT NULL, 
	quotations_documents INTEGER NOT NULL, 
	words_total INTEGER NOT NULL, 
	words_told INTEGER NOT NULL, 
	words_strict INTEGER NOT NULL, 
	words_broad INTEGER NOT NULL, 
	words_spokespersons INTEGER NOT NULL, 
	words_documents INTEGER NOT NULL, 
	words_squares BIGINT NOT NULL, 
	sources_total INTEGER NOT NULL, 
	sources_told INTEGER NOT NULL, 
	sources_strict INTEGER NOT NULL, 
	sources_broad INTEGER NOT NULL, 
	sources_spokespersons INTEGER NOT NULL, 
	sources_documents INTEGER NOT NULL, 
	articles_told INTEGER NOT NULL, 
	articles_strict INTEGER NOT NULL, 
	articles_broad INTEGER NOT NULL, 
	articles_spokespersons INTEGER NOT NULL, 
	articles_documents INTEGER NOT NULL, 
	CONSTRAINT pk_tallies PRIMARY KEY (version, reports), 
	CONSTRAINT fk_tallies_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE known_people (
	id VARCHAR NOT NULL, 
	person INTEGER, 
	name VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	aliases JSON NOT NULL, 
	roles JSON NOT NULL, 
	wikidata VARCHAR, 
	CONSTRAINT pk_known_people PRIMARY KEY (id), 
	CONSTRAINT fk_known_people_person FOREIGN KEY(person) REFERENCES people (number)
);
CREATE TABLE fingerprints (
	hash INTEGER NOT NULL, 
	quotation INTEGER NOT NULL, 
	CONSTRAINT pk_fingerprints PRIMARY KEY (hash, quotation), 
	CONSTRAINT fk_fingerprints_quotation FOREIGN KEY(quotation) REFERENCES quotations (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE readings (
	number INTEGER NOT NULL, 
	quotation INTEGER NOT NULL, 
	parse INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	content_start INTEGER NOT NULL, 
	content_end INTEGER NOT NULL, 
	parts JSON, 
	group_number INTEGER, 
	parent INTEGER, 
	marks BOOLEAN NOT NULL, 
	mention_start INTEGER, 
	mention_end INTEGER, 
	mention_text VARCHAR, 
	cue_start INTEGER, 
	cue_end INTEGER, 
	cue_text VARCHAR, 
	cue_lemma VARCHAR, 
	confidence FLOAT NOT NULL, 
	speech_confidence FLOAT, 
	mention_confidence FLOAT, 
	name_confidence FLOAT, 
	evidence JSON NOT NULL, 
	cause VARCHAR, 
	polarity VARCHAR, 
	modality VARCHAR, 
	name VARCHAR, 
	source_type VARCHAR, 
	role VARCHAR, 
	affiliation VARCHAR, 
	descriptor VARCHAR, 
	anonymous BOOLEAN NOT NULL, 
	reason_start INTEGER, 
	reason_end INTEGER, 
	reason_text VARCHAR, 
	medium VARCHAR NOT NULL, 
	standing VARCHAR, 
	described_role VARCHAR, 
	seniority VARCHAR, 
	described_affiliation VARCHAR, 
	source_count INTEGER, 
	document_kind VARCHAR, 
	declined BOOLEAN NOT NULL, 
	reason_class VARCHAR, 
	addressee_start INTEGER, 
	addressee_end INTEGER, 
	addressee_text VARCHAR, 
	member INTEGER, 
	addressee_member INTEGER, 
	category VARCHAR NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (number), 
	CONSTRAINT uq_readings_parse_quotation UNIQUE (parse, quotation), 
	CONSTRAINT ck_readings_kind CHECK (kind IN ('direct', 'mixed', 'indirect')), 
	CONSTRAINT ck_readings_polarity CHECK (polarity IN ('positive', 'negative')), 
	CONSTRAINT ck_readings_modality CHECK (modality IN ('actual', 'future', 'hypothetical')), 
	CONSTRAINT ck_readings_source_type CHECK (source_type IN ('named_person', 'named_organization', 'unnamed_person', 'unnamed_group', 'document', 'narrator')), 
	CONSTRAINT ck_readings_medium CHECK (medium IN ('speech', 'interview', 'statement', 'social_media', 'document', 'debate', 'press_conference', 'broadcast', 'testimony', 'call', 'other', 'none')), 
	CONSTRAINT ck_readings_standing CHECK (standing IN ('named', 'office_holder', 'outlet', 'spokesperson', 'described', 'bare', 'rhetorical', 'document', 'narrator')), 
	CONSTRAINT ck_readings_reason_class CHECK (reason_class IN ('not_authorised', 'fear', 'sensitivity', 'courtesy', 'other', 'boilerplate', 'none')), 
	CONSTRAINT ck_readings_content_span CHECK (content_start >= 0 AND content_end >= content_start), 
	CONSTRAINT ck_readings_mention_span CHECK (mention_start >= 0 AND mention_end >= mention_start), 
	CONSTRAINT ck_readings_cue_span CHECK (cue_start >= 0 AND cue_end >= cue_start), 
	CONSTRAINT ck_readings_reason_span CHECK (reason_start >= 0 AND reason_end >= reason_start), 
	CONSTRAINT ck_readings_addressee_span CHECK (addressee_start >= 0 AND addressee_end >= addressee_start), 
	CONSTRAINT ck_readings_category CHECK (category IN ('anonymous', 'spokesperson', 'unnamed', 'document', 'named', 'narrator', 'declined', 'unknown')), 
	CONSTRAINT ck_readings_confidence CHECK (confidence BETWEEN 0 AND 1), 
	CONSTRAINT fk_readings_quotation FOREIGN KEY(quotation) REFERENCES quotations (number) ON DELETE CASCADE, 
	CONSTRAINT fk_readings_parse FOREIGN KEY(parse) REFERENCES parses (number) ON DELETE CASCADE, 
	CONSTRAINT fk_readings_parent FOREIGN KEY(parent) REFERENCES quotations (number) ON DELETE SET NULL
);
CREATE TABLE voices (
	number INTEGER NOT NULL, 
	quotation INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	presence INTEGER, 
	person INTEGER, 
	first BOOLEAN NOT NULL, 
	reported BOOLEAN NOT NULL, 
	leads BOOLEAN NOT NULL, 
	category VARCHAR NOT NULL, 
	words INTEGER NOT NULL, 
	fingerprint BIGINT, 
	whole INTEGER NOT NULL, 
	copied BOOLEAN NOT NULL, 
	CONSTRAINT pk_voices PRIMARY KEY (number), 
	CONSTRAINT uq_voices_quotation_presence UNIQUE (quotation, presence), 
	CONSTRAINT ck_voices_category CHECK (category IN ('anonymous', 'spokesperson', 'unnamed', 'document', 'named', 'narrator', 'declined', 'unknown')), 
	CONSTRAINT fk_voices_quotation FOREIGN KEY(quotation) REFERENCES quotations (number) ON DELETE CASCADE, 
	CONSTRAINT fk_voices_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE, 
	CONSTRAINT fk_voices_presence FOREIGN KEY(presence) REFERENCES presences (number) ON DELETE SET NULL, 
	CONSTRAINT fk_voices_person FOREIGN KEY(person) REFERENCES people (number)
);
CREATE TABLE mentioned (
	quotation INTEGER NOT NULL, 
	name INTEGER NOT NULL, 
	presence INTEGER, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	CONSTRAINT pk_mentioned PRIMARY KEY (quotation, name), 
	CONSTRAINT ck_mentioned_span_span CHECK (span_start >= 0 AND span_end >= span_start), 
	CONSTRAINT fk_mentioned_quotation FOREIGN KEY(quotation) REFERENCES quotations (number) ON DELETE CASCADE, 
	CONSTRAINT fk_mentioned_name FOREIGN KEY(name) REFERENCES mentioned_names (number), 
	CONSTRAINT fk_mentioned_presence FOREIGN KEY(presence) REFERENCES presences (number) ON DELETE SET NULL
)
 WITHOUT ROWID

;
CREATE TABLE corrections (
	quotation INTEGER NOT NULL, 
	said BOOLEAN, 
	speaker BOOLEAN NOT NULL, 
	source_type VARCHAR, 
	name VARCHAR, 
	descriptor VARCHAR, 
	anonymous BOOLEAN, 
	CONSTRAINT pk_corrections PRIMARY KEY (quotation), 
	CONSTRAINT ck_corrections_source_type CHECK (source_type IN ('named_person', 'named_organization', 'unnamed_person', 'unnamed_group', 'document', 'narrator')), 
	CONSTRAINT fk_corrections_quotation FOREIGN KEY(quotation) REFERENCES quotations (number) ON DELETE CASCADE
);
CREATE TABLE via (
	reading INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	span_start INTEGER, 
	span_end INTEGER, 
	outlet INTEGER NOT NULL, 
	member INTEGER, 
	CONSTRAINT pk_via PRIMARY KEY (reading, position), 
	CONSTRAINT ck_via_span_span CHECK (span_start >= 0 AND span_end >= span_start), 
	CONSTRAINT fk_via_reading FOREIGN KEY(reading) REFERENCES readings (number) ON DELETE CASCADE, 
	CONSTRAINT fk_via_outlet FOREIGN KEY(outlet) REFERENCES outlets (number)
)
 WITHOUT ROWID

;
CREATE VIRTUAL TABLE quotation_words USING fts5(stems, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
CREATE VIEW record AS
SELECT q.number, q.id, q.version, q.span_start, q.span_end, q.words, q.fingerprint, q.follows, q.change,
       substr(v.text, q.span_start + 1, q.span_end - q.span_start) AS text,
       a.number AS article, a.id AS article_id, p.title, p.url, o.id AS outlet_id, o.name AS outlet, p.published,
       p.byline, p.section, r.number AS reading, r.kind, r.content_start, r.content_end, r.parts, r.group_number,
       (SELECT outer_one.id FROM quotations outer_one WHERE outer_one.number = r.parent) AS parent_id, r.marks,
       r.mention_start, r.mention_end, r.mention_text, r.cue_start, r.cue_end, r.cue_text, r.cue_lemma, r.confidence,
       r.speech_confidence, r.mention_confidence, r.name_confidence, r.member, r.addressee_member, r.evidence, r.cause,
       r.polarity, r.modality, r.medium, r.reason_start, r.reason_end, r.reason_text, r.standing, r.described_role,
       r.seniority, r.described_affiliation, r.source_count, r.document_kind, r.declined, r.reason_class,
       r.addressee_start, r.addressee_end, r.addressee_text,
       CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END AS source_type,
       CASE WHEN c.speaker THEN c.name ELSE r.name END AS name,
       CASE WHEN c.speaker THEN NULL ELSE r.role END AS role,
       CASE WHEN c.speaker THEN NULL ELSE r.affiliation END AS affiliation,
       CASE WHEN c.speaker THEN c.descriptor ELSE r.descriptor END AS descriptor,
       coalesce(c.anonymous, r.anonymous AND NOT coalesce(c.speaker, FALSE)) AS anonymous,
       CASE WHEN c.quotation IS NULL THEN r.category
     WHEN NOT c.speaker AND c.anonymous IS NULL THEN r.category
     WHEN CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END IS NULL THEN 'unknown'
     WHEN CASE WHEN c.speaker THEN c.name ELSE r.name END IS NOT NULL THEN 'named'
     WHEN CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END IN ('document', 'narrator')
     THEN CASE WHEN c.speaker THEN c.source_type ELSE r.source_type END
     WHEN coalesce(c.anonymous, r.anonymous AND NOT c.speaker) THEN 'anonymous'
     ELSE 'unnamed' END AS category,
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
WHERE coalesce(c.said, TRUE);
CREATE VIEW said AS
SELECT id AS quotation_id, article_id, outlet, published, section AS desk, byline, title, url, text AS words,
       words AS word_count, span_start AS start_offset, span_end AS end_offset, kind, kind <> 'indirect' AS quoted,
       coalesce(person_name, name) AS speaker, person_id AS speaker_id, name AS speaker_as_named, role, affiliation,
       descriptor, mention_text AS mention, cue_text AS cue, source_type, category, anonymous, reason_text AS reason,
       reason_class, standing, medium, confidence, speech_confidence, mention_confidence, name_confidence, corrected
FROM record
WHERE said;
CREATE INDEX ix_judgements_undoes ON judgements (undoes);
CREATE INDEX ix_judgements_right_id ON judgements (right_id);
CREATE INDEX ix_judgements_left_id ON judgements (left_id);
CREATE INDEX ix_judged_names_article_id ON judged_names (article_id);
CREATE INDEX ix_rejects_run ON rejects (run);
CREATE INDEX ix_versions_copy_of ON versions (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX ix_versions_text_hash ON versions (text_hash);
CREATE INDEX ix_people_article ON people (article);
CREATE INDEX ix_mentioned_words_name ON mentioned_words (name);
CREATE INDEX ix_appearances_url ON appearances (url);
CREATE INDEX ix_appearances_published ON appearances (published);
CREATE INDEX ix_appearances_version ON appearances (version);
CREATE INDEX ix_appearances_outlet ON appearances (outlet);
CREATE UNIQUE INDEX ix_appearances_id_current ON appearances (id) WHERE current;
CREATE UNIQUE INDEX ix_appearances_first ON appearances (version) WHERE first;
CREATE INDEX ix_parses_version ON parses (version);
CREATE INDEX ix_parses_run ON parses (run);
CREATE UNIQUE INDEX ix_parses_current ON parses (version) WHERE current;
CREATE INDEX ix_quotations_follows ON quotations (follows) WHERE follows IS NOT NULL;
CREATE INDEX ix_presences_article ON presences (article);
CREATE INDEX ix_presences_person ON presences (person, number);
CREATE INDEX ix_name_words_person ON name_words (person);
CREATE INDEX ix_name_keys_person ON name_keys (person);
CREATE INDEX ix_known_people_person ON known_people (person);
CREATE INDEX ix_voices_person ON voices (person, leads, reported, copied, whole);
CREATE INDEX ix_voices_presence ON voices (presence);
CREATE INDEX ix_voices_fingerprint ON voices (fingerprint);
CREATE INDEX ix_voices_version ON voices (version);
CREATE INDEX ix_voices_copied ON voices (version) WHERE copied;
CREATE INDEX ix_mentioned_presence ON mentioned (presence);
CREATE INDEX ix_mentioned_name ON mentioned (name, quotation);
CREATE INDEX ix_via_outlet ON via (outlet);
INSERT INTO outlets (number, id, name) VALUES (1, '55799a70b84f40da', 'The Daily Example');
INSERT INTO outlets (number, id, name) VALUES (2, 'f2e9061fd01bb94c', 'Coast Wire');
INSERT INTO outlets (number, id, name) VALUES (3, '0b6bba52baff565c', 'the Loam Letter');
INSERT INTO outlets (number, id, name) VALUES (4, 'e2450962aff26e8b', 'Loam Post');
INSERT INTO runs (number, started, ended, command, parser, models, fingerprint, settings) VALUES (1, '2026-11-30T22:00:00+00:00', '2026-11-30T22:00:00+00:00', 'ingest', '0.3.0', 'en-1', 'f1', '{"indirect":"all","run":1}');
INSERT INTO runs (number, started, ended, command, parser, models, fingerprint, settings) VALUES (2, '2026-11-30T22:00:00+00:00', '2026-11-30T22:00:00+00:00', 'ingest', '0.3.0', 'en-2', 'f2', '{"indirect":"all","run":2}');
INSERT INTO articles (number, id) VALUES (1, 'harbour');
INSERT INTO articles (number, id) VALUES (2, 'market');
INSERT INTO articles (number, id) VALUES (3, 'plain');
INSERT INTO reasons (number, text) VALUES (1, 'subject of ''said''');
INSERT INTO reasons (number, text) VALUES (2, 'nearest');
INSERT INTO mentioned_names (number, kind, name, folded) VALUES (1, 'person', 'Ada Quill', 'person ada quill');
INSERT INTO judgements (number, id, about, left_id, right_id, verdict, value, made_by, who, made, reason, score, undoes) VALUES (1, '07e4f7898e1eb54b', 'identity', 'e204c1680e92cd9c', 'f7dc1578afac2e01', 'positive', NULL, 'machine', 'matcher 2', '2026-11-30T22:00:00+00:00', 'the same name, Ada Quill (+3.5)', 0.9707, NULL);
INSERT INTO judgements (number, id, about, left_id, right_id, verdict, value, made_by, who, made, reason, score, undoes) VALUES (2, '3d3967b65b3f6d55', 'quotation', '2bc489f96ae2d82b', NULL, 'correct', '{"speaker":true,"source_type":"named_person","name":"Gil Marsh"}', 'human', 'Édith', '2026-11-30T22:00:00+00:00', 'he told me', NULL, NULL);
INSERT INTO judgements (number, id, about, left_id, right_id, verdict, value, made_by, who, made, reason, score, undoes) VALUES (3, 'a6c138854cd7f23d', 'quotation', 'a814ff588cc63169', NULL, 'correct', '{"said":false,"speaker":false}', 'human', 'Édith', '2026-11-30T22:00:00+00:00', '', NULL, NULL);
INSERT INTO judgements (number, id, about, left_id, right_id, verdict, value, made_by, who, made, reason, score, undoes) VALUES (4, 'ba0c3efe1472612d', 'quotation', 'a814ff588cc63169', 'a814ff588cc63169', 'undo', NULL, 'human', 'Édith', '2026-11-30T22:00:00+00:00', 'it was said', NULL, 'a6c138854cd7f23d');
INSERT INTO judgements (number, id, about, left_id, right_id, verdict, value, made_by, who, made, reason, score, undoes) VALUES (5, '65bed756481ddd41', 'identity', 'f7dc1578afac2e01', 'p1', 'negative', NULL, 'human', 'Édith', '2026-11-24T09:30:00.000005+00:00', 'I know both', NULL, NULL);
INSERT INTO judgements (number, id, about, left_id, right_id, verdict, value, made_by, who, made, reason, score, undoes) VALUES (6, '3d7e7cd728b15290', 'identity', 'e204c1680e92cd9c', 'f7dc1578afac2e01', 'positive', NULL, 'human', 'Édith', '2026-11-24T09:30:00.000005+00:00', 'one and the same', NULL, NULL);
INSERT INTO rejects (number, run, origin, reason, raw, mended) VALUES (1, 1, 'in.jsonl:1', 'no text', '{"id": "x"}', NULL);
INSERT INTO rejects (number, run, origin, reason, raw, mended) VALUES (2, 2, 'in.jsonl:2', 'no text', '{"id": "x"}', NULL);
INSERT INTO versions (number, article, seen, current, text_hash, length, copy_of, alike, text) VALUES (1, 1, '2026-11-30T22:00:00+00:00', 1, '2b6f08ce3094dd134ce847b5b7376d26d9a4de55fea444caa2415b1f63a0b785', 539, NULL, NULL, 'LOAM (Coast Wire) — The harbour will close for a week, the port authority said on Monday.

“We have no choice,” said Ada Quill, the mayor of Loam. “The wall is cracked, and old Tom’s ‘never mind’ won’t mend it.

“It will be a hard week.”

A senior official at the ministry, who asked not to be named because the plans are not public, told the Coast Wire that the bill would be “twice what anybody thinks 🌊”.

“It’s a scandal,” Bea Fenn and Cole Fenn said. The mayor did not say it was “safe”. A spokesman for the port declined to comment.
');
INSERT INTO versions (number, article, seen, current, text_hash, length, copy_of, alike, text) VALUES (2, 2, '2026-11-30T22:00:00+00:00', 1, '7ce4baecc7a977c2b6f68edd531ba2e994bb3467ab5b7d783e75ab40ffb25e67', 228, NULL, NULL, 'Loam’s market is safe, Ada Quill said at a press conference.

“Fish for everybody,” the Fishers’ Union wrote on Chirper.

“Übermorgen”, one stallholder told reporters. The report speaks of “serious neglect”.

“Nobody asked us.”
');
INSERT INTO versions (number, article, seen, current, text_hash, length, copy_of, alike, text) VALUES (3, 3, '2026-11-30T22:00:00+00:00', 1, '19be612bab2d5c809209f6b3313193c5d58e85d67ab78710c2503245fe6e32f8', 35, NULL, NULL, 'A quiet day in Loam. Nobody spoke.
');
INSERT INTO versions (number, article, seen, current, text_hash, length, copy_of, alike, text) VALUES (4, 2, '2026-11-30T22:00:00+00:00', 1, '29fb6a72fbcf05779dfe30cad04d0ca39f4819837694318f30bc85970001ccce', 261, NULL, NULL, 'Loam’s market is safe, Ada Quill said at a press conference.

“Fish for everybody,” the Fishers’ Union wrote on Chirper.

“Übermorgen”, one stallholder told reporters. The report speaks of “serious neglect”.

“Nobody asked us.”
“We will see” 🌊, Ada Quill said.
');
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (1, '19c769fa2d0d6e9b', 'narrator', NULL, NULL, 1);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (2, 'e1a4dcc3110ae79c', 'unnamed_person', NULL, 'old Tom', 1);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (3, 'ecbff565a4e7ae05', 'unnamed_person', NULL, 'A senior official at the ministry', 1);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (4, '4e8d37d9ee87322b', 'unnamed_person', NULL, 'A spokesman for the port', 1);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (5, 'f7dc1578afac2e01', 'person', 'Ada Quill', NULL, NULL);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (6, 'ed9452362247181e', 'person', 'Bea Fenn', NULL, NULL);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (7, 'd720754abfec07d8', 'person', 'Cole Fenn', NULL, NULL);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (8, '1c0d7ffd1dfbf19a', 'unnamed_person', NULL, 'one stallholder', 2);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (9, '58a6c28518b56579', 'document', NULL, 'The report', 2);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (10, '66256de4a3a7a080', 'organization', 'Fishers’ Union', NULL, NULL);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (11, '12763c2fa8ad7eab', 'person', 'Gil Marsh', NULL, NULL);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (12, 'p1', 'person', 'Ada Quill', NULL, NULL);
INSERT INTO people (number, id, kind, name, descriptor, article) VALUES (13, 'o1', 'organization', 'Fishers’ Union', NULL, NULL);
INSERT INTO mentioned_words (word, name) VALUES ('ada', 1);
INSERT INTO mentioned_words (word, name) VALUES ('quill', 1);
INSERT INTO appearances (number, version, id, current, first, seen, url, outlet, outlet_name, published, title, byline, section) VALUES (1, 1, 'harbour', 1, 1, '2026-11-30T22:00:00+00:00', 'https://daily.example/harbour', 1, 'The Daily Example', '2026-11-20', 'Loam’s harbour closes', 'By Fay Ink', 'Local');
INSERT INTO appearances (number, version, id, current, first, seen, url, outlet, outlet_name, published, title, byline, section) VALUES (2, 2, 'market', 0, 0, '2026-11-30T22:00:00+00:00', NULL, 1, 'Daily Example', '2026-11-21', 'Market', NULL, NULL);
INSERT INTO appearances (number, version, id, current, first, seen, url, outlet, outlet_name, published, title, byline, section) VALUES (3, 2, 'market-copy', 1, 1, '2026-11-30T22:00:00+00:00', NULL, 4, 'Loam Post', '2026-11-21', 'Market', NULL, NULL);
INSERT INTO appearances (number, version, id, current, first, seen, url, outlet, outlet_name, published, title, byline, section) VALUES (4, 3, 'plain', 1, 1, '2026-11-30T22:00:00+00:00', NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO appearances (number, version, id, current, first, seen, url, outlet, outlet_name, published, title, byline, section) VALUES (5, 4, 'market', 1, 1, '2026-11-30T22:00:00+00:00', NULL, 1, 'Daily Example', '2026-11-21', 'Market', NULL, NULL);
INSERT INTO sketches (hash, version) VALUES (1115273, 1);
INSERT INTO sketches (hash, version) VALUES (11688714, 1);
INSERT INTO sketches (hash, version) VALUES (18622421, 1);
INSERT INTO sketches (hash, version) VALUES (27386045, 1);
INSERT INTO sketches (hash, version) VALUES (61713291, 2);
INSERT INTO sketches (hash, version) VALUES (61713291, 4);
INSERT INTO sketches (hash, version) VALUES (75425046, 4);
INSERT INTO sketches (hash, version) VALUES (120824173, 1);
INSERT INTO sketches (hash, version) VALUES (122891408, 2);
INSERT INTO sketches (hash, version) VALUES (122891408, 4);
INSERT INTO sketches (hash, version) VALUES (147528560, 2);
INSERT INTO sketches (hash, version) VALUES (147528560, 4);
INSERT INTO sketches (hash, version) VALUES (211956969, 1);
INSERT INTO sketches (hash, version) VALUES (248441136, 1);
INSERT INTO sketches (hash, version) VALUES (266568819, 2);
INSERT INTO sketches (hash, version) VALUES (266568819, 4);
INSERT INTO sketches (hash, version) VALUES (295972488, 1);
INSERT INTO sketches (hash, version) VALUES (347737012, 1);
INSERT INTO sketches (hash, version) VALUES (365724021, 1);
INSERT INTO sketches (hash, version) VALUES (391577522, 1);
INSERT INTO sketches (hash, version) VALUES (509368122, 1);
INSERT INTO sketches (hash, version) VALUES (518942416, 1);
INSERT INTO sketches (hash, version) VALUES (535535869, 1);
INSERT INTO sketches (hash, version) VALUES (535758537, 1);
INSERT INTO sketches (hash, version) VALUES (556761681, 1);
INSERT INTO sketches (hash, version) VALUES (557106791, 4);
INSERT INTO sketches (hash, version) VALUES (599560066, 4);
INSERT INTO sketches (hash, version) VALUES (605541439, 2);
INSERT INTO sketches (hash, version) VALUES (605541439, 4);
INSERT INTO sketches (hash, version) VALUES (929758298, 2);
INSERT INTO sketches (hash, version) VALUES (929758298, 4);
INSERT INTO sketches (hash, version) VALUES (1018276498, 2);
INSERT INTO sketches (hash, version) VALUES (1018276498, 4);
INSERT INTO sketches (hash, version) VALUES (1191504205, 2);
INSERT INTO sketches (hash, version) VALUES (1191504205, 4);
INSERT INTO sketches (hash, version) VALUES (1197102944, 2);
INSERT INTO sketches (hash, version) VALUES (1197102944, 4);
INSERT INTO sketches (hash, version) VALUES (1216141175, 2);
INSERT INTO sketches (hash, version) VALUES (1216141175, 4);
INSERT INTO sketches (hash, version) VALUES (1400950040, 2);
INSERT INTO sketches (hash, version) VALUES (1400950040, 4);
INSERT INTO sketches (hash, version) VALUES (1500344353, 2);
INSERT INTO sketches (hash, version) VALUES (1500344353, 4);
INSERT INTO sketches (hash, version) VALUES (1524839082, 3);
INSERT INTO sketches (hash, version) VALUES (1537333184, 2);
INSERT INTO sketches (hash, version) VALUES (1537333184, 4);
INSERT INTO sketches (hash, version) VALUES (1612480904, 2);
INSERT INTO sketches (hash, version) VALUES (1785756055, 2);
INSERT INTO sketches (hash, version) VALUES (1805634514, 2);
INSERT INTO sketches (hash, version) VALUES (1999028180, 3);
INSERT INTO sketches (hash, version) VALUES (2299949763, 3);
INSERT INTO sketches (hash, version) VALUES (2975539821, 3);
INSERT INTO sketches (hash, version) VALUES (3149683673, 3);
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (1, 1, 1, 0, 'speech', 'Coast Wire', 6, 16, '[["person","Ada Quill",[117,126,0,132,137,1],[128,145,1],[],"m1"],["organization","Coast Wire",[6,16,0],[],[],"m2"],["unnamed",null,[239,256,1],[],["aide",0,248,256],"m3"]]');
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (2, 2, 1, 0, 'all', NULL, NULL, NULL, '[]');
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (3, 3, 1, 0, 'none', NULL, NULL, NULL, '[]');
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (4, 1, 2, 1, 'speech', 'Coast Wire', 6, 16, '[["person","Ada Quill",[117,126,0,132,137,1],[128,145,1],[],"m1"],["organization","Coast Wire",[6,16,0],[],[],"m2"],["unnamed",null,[239,256,1],[],["aide",0,248,256],"m3"]]');
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (5, 2, 2, 1, 'all', NULL, NULL, NULL, '[]');
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (6, 3, 2, 1, 'none', NULL, NULL, NULL, '[]');
INSERT INTO parses (number, version, run, current, indirect, wire_name, wire_start, wire_end, members) VALUES (7, 4, 2, 1, 'all', NULL, NULL, NULL, '[]');
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (1, '8dfded123b669d2f', 1, 539, 20, 53, 7, 708283019737350969, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (2, 'fb70d88abcada7cf', 1, 539, 82, 88, 1, 7713678296611134487, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (3, '9b76a2f92b301991', 1, 539, 91, 210, 23, 6281804931200379797, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (4, '458782078b951add', 1, 539, 183, 195, 2, 488739670369944882, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (5, 'fc138c11918beac9', 1, 539, 212, 237, 6, 5309961871647236554, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (6, 'ceddeff3103227f0', 1, 539, 377, 406, 4, 5392812983582051358, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (7, '5295c7ba09e91fa7', 1, 539, 409, 426, 3, 3204505135411136373, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (8, '23fcf7d63097635d', 1, 539, 485, 491, 1, 5015238440382976509, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (9, 'f91c9d0f90ca886c', 1, 539, 518, 537, 3, 4975502205907557720, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (10, 'bf4524f631ed208c', 2, 228, 0, 21, 4, 2888972085579655362, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (11, '374bc1036a201fc0', 2, 228, 62, 83, 3, 1662817141713248712, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (12, '21e30c49fd2711d7', 2, 228, 122, 134, 1, 3738446953495300518, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (13, 'a99b4058d48691ea', 2, 228, 189, 206, 2, 7228823334139443458, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (14, '63d7a02c31399465', 2, 228, 209, 227, 3, 6045531609398322973, NULL, NULL);
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (15, '8924b5f9f3029bcb', 4, 261, 0, 21, 4, 2888972085579655362, 10, 'kept');
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (16, 'ffbeb1a2c667ef2f', 4, 261, 62, 83, 3, 1662817141713248712, 11, 'kept');
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (17, '2bc489f96ae2d82b', 4, 261, 122, 134, 1, 3738446953495300518, 12, 'kept');
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (18, '99b5dfa0b6a64147', 4, 261, 189, 206, 2, 7228823334139443458, 13, 'kept');
INSERT INTO quotations (number, id, version, length, span_start, span_end, words, fingerprint, follows, change) VALUES (19, 'a814ff588cc63169', 4, 261, 209, 227, 3, 6045531609398322973, 14, 'kept');
INSERT INTO presences (number, id, article, person, kind, names, roles, affiliations, published) VALUES (1, 'f7dc1578afac2e01', 1, 5, 'person', '["Ada Quill"]', '["the mayor of Loam"]', '["Loam"]', '2026-11-20');
INSERT INTO presences (number, id, article, person, kind, names, roles, affiliations, published) VALUES (2, 'ed9452362247181e', 1, 6, 'person', '["Bea Fenn"]', '[]', '[]', '2026-11-20');
INSERT INTO presences (number, id, article, person, kind, names, roles, affiliations, published) VALUES (3, 'd720754abfec07d8', 1, 7, 'person', '["Cole Fenn"]', '[]', '[]', '2026-11-20');
INSERT INTO presences (number, id, article, person, kind, names, roles, affiliations, published) VALUES (4, 'e204c1680e92cd9c', 2, 5, 'person', '["Ada Quill"]', '[]', '[]', '2026-11-21');
INSERT INTO presences (number, id, article, person, kind, names, roles, affiliations, published) VALUES (5, '66256de4a3a7a080', 2, 10, 'organization', '["Fishers’ Union"]', '[]', '[]', '2026-11-21');
INSERT INTO presences (number, id, article, person, kind, names, roles, affiliations, published) VALUES (6, '12763c2fa8ad7eab', 2, 11, 'person', '["Gil Marsh"]', '[]', '[]', '2026-11-21');
INSERT INTO name_words (word, person) VALUES ('ada', 5);
INSERT INTO name_words (word, person) VALUES ('quill', 5);
INSERT INTO name_words (word, person) VALUES ('bea', 6);
INSERT INTO name_words (word, person) VALUES ('fenn', 6);
INSERT INTO name_words (word, person) VALUES ('cole', 7);
INSERT INTO name_words (word, person) VALUES ('fenn', 7);
INSERT INTO name_words (word, person) VALUES ('fishers', 10);
INSERT INTO name_words (word, person) VALUES ('union', 10);
INSERT INTO name_words (word, person) VALUES ('gil', 11);
INSERT INTO name_words (word, person) VALUES ('marsh', 11);
INSERT INTO name_words (word, person) VALUES ('a', 12);
INSERT INTO name_words (word, person) VALUES ('ada', 12);
INSERT INTO name_words (word, person) VALUES ('q', 12);
INSERT INTO name_words (word, person) VALUES ('quill', 12);
INSERT INTO name_words (word, person) VALUES ('fishers', 13);
INSERT INTO name_words (word, person) VALUES ('union', 13);
INSERT INTO name_keys (hash, person) VALUES (-1775871160, 5);
INSERT INTO name_keys (hash, person) VALUES (-1373402762, 5);
INSERT INTO name_keys (hash, person) VALUES (-662483241, 5);
INSERT INTO name_keys (hash, person) VALUES (-243396040, 5);
INSERT INTO name_keys (hash, person) VALUES (-198209548, 5);
INSERT INTO name_keys (hash, person) VALUES (806929305, 5);
INSERT INTO name_keys (hash, person) VALUES (1138943855, 5);
INSERT INTO name_keys (hash, person) VALUES (1691461204, 5);
INSERT INTO name_keys (hash, person) VALUES (-1423152409, 6);
INSERT INTO name_keys (hash, person) VALUES (-1180683491, 6);
INSERT INTO name_keys (hash, person) VALUES (-803792782, 6);
INSERT INTO name_keys (hash, person) VALUES (-316650159, 6);
INSERT INTO name_keys (hash, person) VALUES (-193450358, 6);
INSERT INTO name_keys (hash, person) VALUES (262721492, 6);
INSERT INTO name_keys (hash, person) VALUES (456416017, 6);
INSERT INTO name_keys (hash, person) VALUES (496024165, 6);
INSERT INTO name_keys (hash, person) VALUES (550625606, 6);
INSERT INTO name_keys (hash, person) VALUES (625735725, 6);
INSERT INTO name_keys (hash, person) VALUES (683227228, 6);
INSERT INTO name_keys (hash, person) VALUES (919759543, 6);
INSERT INTO name_keys (hash, person) VALUES (-2037664473, 7);
INSERT INTO name_keys (hash, person) VALUES (-1423152409, 7);
INSERT INTO name_keys (hash, person) VALUES (-1316305922, 7);
INSERT INTO name_keys (hash, person) VALUES (-208323847, 7);
INSERT INTO name_keys (hash, person) VALUES (1350405942, 7);
INSERT INTO name_keys (hash, person) VALUES (1902449647, 7);
INSERT INTO name_keys (hash, person) VALUES (2094903284, 7);
INSERT INTO name_keys (hash, person) VALUES (2123816975, 7);
INSERT INTO name_keys (hash, person) VALUES (-225089597, 10);
INSERT INTO name_keys (hash, person) VALUES (581154933, 10);
INSERT INTO name_keys (hash, person) VALUES (829999731, 10);
INSERT INTO name_keys (hash, person) VALUES (1467487070, 10);
INSERT INTO name_keys (hash, person) VALUES (1624509176, 10);
INSERT INTO name_keys (hash, person) VALUES (-2063472574, 11);
INSERT INTO name_keys (hash, person) VALUES (-1880256236, 11);
INSERT INTO name_keys (hash, person) VALUES (-1835341936, 11);
INSERT INTO name_keys (hash, person) VALUES (-1612489990, 11);
INSERT INTO name_keys (hash, person) VALUES (-1342088896, 11);
INSERT INTO name_keys (hash, person) VALUES (-703094629, 11);
INSERT INTO name_keys (hash, person) VALUES (-213942213, 11);
INSERT INTO name_keys (hash, person) VALUES (358699410, 11);
INSERT INTO name_keys (hash, person) VALUES (700723076, 11);
INSERT INTO name_keys (hash, person) VALUES (1502746975, 11);
INSERT INTO name_keys (hash, person) VALUES (1943222524, 11);
INSERT INTO name_keys (hash, person) VALUES (2004772156, 11);
INSERT INTO name_keys (hash, person) VALUES (-2008387842, 12);
INSERT INTO name_keys (hash, person) VALUES (-1775871160, 12);
INSERT INTO name_keys (hash, person) VALUES (-1718089837, 12);
INSERT INTO name_keys (hash, person) VALUES (-1373402762, 12);
INSERT INTO name_keys (hash, person) VALUES (-662483241, 12);
INSERT INTO name_keys (hash, person) VALUES (-534865055, 12);
INSERT INTO name_keys (hash, person) VALUES (-505674320, 12);
INSERT INTO name_keys (hash, person) VALUES (-243396040, 12);
INSERT INTO name_keys (hash, person) VALUES (-198209548, 12);
INSERT INTO name_keys (hash, person) VALUES (6276790, 12);
INSERT INTO name_keys (hash, person) VALUES (806929305, 12);
INSERT INTO name_keys (hash, person) VALUES (1138943855, 12);
INSERT INTO name_keys (hash, person) VALUES (1465910778, 12);
INSERT INTO name_keys (hash, person) VALUES (1691461204, 12);
INSERT INTO name_keys (hash, person) VALUES (1867610979, 12);
INSERT INTO name_keys (hash, person) VALUES (-225089597, 13);
INSERT INTO name_keys (hash, person) VALUES (581154933, 13);
INSERT INTO name_keys (hash, person) VALUES (829999731, 13);
INSERT INTO name_keys (hash, person) VALUES (1467487070, 13);
INSERT INTO name_keys (hash, person) VALUES (1624509176, 13);
INSERT INTO tallies (version, reports, quotations_total, quotations_told, quotations_strict, quotations_broad, quotations_spokespersons, quotations_documents, words_total, words_told, words_strict, words_broad, words_spokespersons, words_documents, words_squares, sources_total, sources_told, sources_strict, sources_broad, sources_spokespersons, sources_documents, articles_told, articles_strict, articles_broad, articles_spokespersons, articles_documents) VALUES (1, 0, 4, 4, 1, 2, 0, 0, 38, 38, 4, 6, 0, 0, 870, 5, 5, 1, 2, 0, 0, 1, 1, 1, 0, 0);
INSERT INTO tallies (version, reports, quotations_total, quotations_told, quotations_strict, quotations_broad, quotations_spokespersons, quotations_documents, words_total, words_told, words_strict, words_broad, words_spokespersons, words_documents, words_squares, sources_total, sources_told, sources_strict, sources_broad, sources_spokespersons, sources_documents, articles_told, articles_strict, articles_broad, articles_spokespersons, articles_documents) VALUES (1, 1, 6, 5, 1, 2, 0, 0, 42, 39, 4, 6, 0, 0, 871, 5, 5, 1, 2, 0, 0, 1, 1, 1, 0, 0);
INSERT INTO tallies (version, reports, quotations_total, quotations_told, quotations_strict, quotations_broad, quotations_spokespersons, quotations_documents, words_total, words_told, words_strict, words_broad, words_spokespersons, words_documents, words_squares, sources_total, sources_told, sources_strict, sources_broad, sources_spokespersons, sources_documents, articles_told, articles_strict, articles_broad, articles_spokespersons, articles_documents) VALUES (2, 0, 4, 3, 1, 1, 0, 1, 9, 6, 1, 1, 0, 2, 14, 3, 3, 1, 1, 0, 1, 1, 1, 1, 0, 1);
INSERT INTO tallies (version, reports, quotations_total, quotations_told, quotations_strict, quotations_broad, quotations_spokespersons, quotations_documents, words_total, words_told, words_strict, words_broad, words_spokespersons, words_documents, words_squares, sources_total, sources_told, sources_strict, sources_broad, sources_spokespersons, sources_documents, articles_told, articles_strict, articles_broad, articles_spokespersons, articles_documents) VALUES (2, 1, 5, 4, 1, 1, 0, 1, 13, 10, 1, 1, 0, 2, 30, 4, 4, 1, 1, 0, 1, 1, 1, 1, 0, 1);
INSERT INTO tallies (version, reports, quotations_total, quotations_told, quotations_strict, quotations_broad, quotations_spokespersons, quotations_documents, words_total, words_told, words_strict, words_broad, words_spokespersons, words_documents, words_squares, sources_total, sources_told, sources_strict, sources_broad, sources_spokespersons, sources_documents, articles_told, articles_strict, articles_broad, articles_spokespersons, articles_documents) VALUES (4, 0, 4, 3, 0, 0, 0, 1, 9, 6, 0, 0, 0, 2, 14, 3, 3, 0, 0, 0, 1, 1, 0, 0, 0, 1);
INSERT INTO tallies (version, reports, quotations_total, quotations_told, quotations_strict, quotations_broad, quotations_spokespersons, quotations_documents, words_total, words_told, words_strict, words_broad, words_spokespersons, words_documents, words_squares, sources_total, sources_told, sources_strict, sources_broad, sources_spokespersons, sources_documents, articles_told, articles_strict, articles_broad, articles_spokespersons, articles_documents) VALUES (4, 1, 5, 4, 0, 0, 0, 1, 13, 10, 0, 0, 0, 2, 30, 4, 4, 0, 0, 0, 1, 1, 0, 0, 0, 1);
INSERT INTO known_people (id, person, name, kind, aliases, roles, wikidata) VALUES ('p1', 12, 'Ada Quill', 'person', '["A. Quill","Ada Q."]', '["mayor"]', 'Q42');
INSERT INTO known_people (id, person, name, kind, aliases, roles, wikidata) VALUES ('o1', 13, 'Fishers’ Union', 'organization', '[]', '[]', NULL);
INSERT INTO fingerprints (hash, quotation) VALUES (-2146368375, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1935526679, 5);
INSERT INTO fingerprints (hash, quotation) VALUES (-1781759627, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1755906126, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1590721967, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1557257991, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1465107768, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1452856778, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1338780137, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1142270585, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-1123040625, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (-76930900, 3);
INSERT INTO fingerprints (hash, quotation) VALUES (270935865, 3);
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (1, 1, 1, 'indirect', 20, 53, NULL, NULL, NULL, 1, 55, 73, 'the port authority', 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'future', 'Port Authority', 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', 'outlet', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (2, 2, 1, 'indirect', 82, 88, NULL, NULL, NULL, 1, NULL, NULL, NULL, 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'narrator', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', 'narrator', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'narrator');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (3, 3, 1, 'mixed', 92, 210, '[[92,109],[148,210]]', 0, NULL, 1, 117, 126, 'Ada Quill', 74, 78, 'said', 'say', 7.12499999999999911182e-01, 0.9, 8.33333333333333259318e-01, 0.95, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (4, 4, 1, 'mixed', 184, 194, NULL, NULL, 2, 1, 173, 180, 'old Tom', 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'old Tom', 0, NULL, NULL, NULL, 'none', 'bare', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'unnamed');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (5, 5, 1, 'direct', 213, 236, NULL, 0, NULL, 1, 117, 126, 'Ada Quill', 74, 78, 'said', 'say', 7.12499999999999911182e-01, 0.9, 8.33333333333333259318e-01, 0.95, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (6, 6, 1, 'mixed', 378, 405, NULL, NULL, NULL, 1, 239, 272, 'A senior official at the ministry', 334, 338, 'told', 'say', 3.33333333333333314829e-01, 0.9, 3.7037037037037034981e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'A senior official at the ministry', 1, 300, 332, 'because the plans are not public', 'interview', 'described', 'official', 'senior', 'the ministry', 1, NULL, 0, 'sensitivity', 339, 353, 'the Coast Wire', 2, 1, 'anonymous');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (7, 7, 1, 'direct', 410, 425, NULL, NULL, NULL, 1, 427, 449, 'Bea Fenn and Cole Fenn', 74, 78, 'said', 'say', 0.675, 0.9, 8.33333333333333259318e-01, 0.9, '[1,2]', NULL, 'positive', 'actual', 'Bea Fenn and Cole Fenn', 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (8, 8, 1, 'mixed', 486, 490, NULL, NULL, NULL, 1, 456, 465, 'The mayor', 74, 78, 'said', 'say', 7.12499999999999911182e-01, 0.9, 8.33333333333333259318e-01, 0.95, '[1,2]', NULL, 'negative', 'actual', 'Ada Quill', 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (9, 9, 1, 'indirect', 518, 537, NULL, NULL, NULL, 1, 493, 517, 'A spokesman for the port', 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', 'nothing was said', 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'A spokesman for the port', 0, NULL, NULL, NULL, 'none', 'spokesperson', NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 'declined');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (10, 10, 2, 'indirect', 0, 21, NULL, NULL, NULL, 1, 23, 32, 'Ada Quill', 33, 37, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'press_conference', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (11, 11, 2, 'direct', 63, 82, NULL, NULL, NULL, 1, 84, 102, 'the Fishers’ Union', 103, 108, 'wrote', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', 'Fishers’ Union', 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'social_media', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (12, 12, 2, 'direct', 123, 133, NULL, NULL, NULL, 1, 136, 151, 'one stallholder', 152, 156, 'told', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'one stallholder', 1, NULL, NULL, NULL, 'none', 'bare', NULL, NULL, NULL, 1, NULL, 0, 'none', 157, 166, 'reporters', NULL, NULL, 'anonymous');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (13, 13, 2, 'mixed', 190, 205, NULL, NULL, NULL, 1, 168, 178, 'The report', 179, 188, 'speaks of', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'document', NULL, NULL, 'The report', 0, NULL, NULL, NULL, 'document', 'document', NULL, NULL, NULL, NULL, 'report', 0, NULL, NULL, NULL, NULL, NULL, NULL, 'document');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (14, 14, 2, 'direct', 210, 226, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, 0.9, 0.0, NULL, '[]', 'no speaker stands near', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'unknown');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (15, 1, 4, 'indirect', 20, 53, NULL, NULL, NULL, 1, 55, 73, 'the port authority', 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'future', 'Port Authority', 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', 'outlet', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (16, 2, 4, 'indirect', 82, 88, NULL, NULL, NULL, 1, NULL, NULL, NULL, 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'narrator', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', 'narrator', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'narrator');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (17, 3, 4, 'mixed', 92, 210, '[[92,109],[148,210]]', 0, NULL, 1, 117, 126, 'Ada Quill', 74, 78, 'said', 'say', 7.12499999999999911182e-01, 0.9, 8.33333333333333259318e-01, 0.95, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (18, 4, 4, 'mixed', 184, 194, NULL, NULL, 2, 1, 173, 180, 'old Tom', 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'old Tom', 0, NULL, NULL, NULL, 'none', 'bare', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'unnamed');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (19, 5, 4, 'direct', 213, 236, NULL, 0, NULL, 1, 117, 126, 'Ada Quill', 74, 78, 'said', 'say', 7.12499999999999911182e-01, 0.9, 8.33333333333333259318e-01, 0.95, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (20, 6, 4, 'mixed', 378, 405, NULL, NULL, NULL, 1, 239, 272, 'A senior official at the ministry', 334, 338, 'told', 'say', 3.33333333333333314829e-01, 0.9, 3.7037037037037034981e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'A senior official at the ministry', 1, 300, 332, 'because the plans are not public', 'interview', 'described', 'official', 'senior', 'the ministry', 1, NULL, 0, 'sensitivity', 339, 353, 'the Coast Wire', 2, 1, 'anonymous');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (21, 7, 4, 'direct', 410, 425, NULL, NULL, NULL, 1, 427, 449, 'Bea Fenn and Cole Fenn', 74, 78, 'said', 'say', 0.675, 0.9, 8.33333333333333259318e-01, 0.9, '[1,2]', NULL, 'positive', 'actual', 'Bea Fenn and Cole Fenn', 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (22, 8, 4, 'mixed', 486, 490, NULL, NULL, NULL, 1, 456, 465, 'The mayor', 74, 78, 'said', 'say', 7.12499999999999911182e-01, 0.9, 8.33333333333333259318e-01, 0.95, '[1,2]', NULL, 'negative', 'actual', 'Ada Quill', 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (23, 9, 4, 'indirect', 518, 537, NULL, NULL, NULL, 1, 493, 517, 'A spokesman for the port', 74, 78, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', 'nothing was said', 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'A spokesman for the port', 0, NULL, NULL, NULL, 'none', 'spokesperson', NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, 'declined');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (24, 10, 5, 'indirect', 0, 21, NULL, NULL, NULL, 1, 23, 32, 'Ada Quill', 33, 37, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'press_conference', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (25, 11, 5, 'direct', 63, 82, NULL, NULL, NULL, 1, 84, 102, 'the Fishers’ Union', 103, 108, 'wrote', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', 'Fishers’ Union', 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'social_media', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (26, 12, 5, 'direct', 123, 133, NULL, NULL, NULL, 1, 136, 151, 'one stallholder', 152, 156, 'told', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'one stallholder', 1, NULL, NULL, NULL, 'none', 'bare', NULL, NULL, NULL, 1, NULL, 0, 'none', 157, 166, 'reporters', NULL, NULL, 'anonymous');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (27, 13, 5, 'mixed', 190, 205, NULL, NULL, NULL, 1, 168, 178, 'The report', 179, 188, 'speaks of', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'document', NULL, NULL, 'The report', 0, NULL, NULL, NULL, 'document', 'document', NULL, NULL, NULL, NULL, 'report', 0, NULL, NULL, NULL, NULL, NULL, NULL, 'document');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (28, 14, 5, 'direct', 210, 226, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, 0.9, 0.0, NULL, '[]', 'no speaker stands near', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'unknown');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (29, 15, 7, 'indirect', 0, 21, NULL, NULL, NULL, 1, 23, 32, 'Ada Quill', 33, 37, 'said', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', 'Ada Quill', 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'press_conference', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (30, 16, 7, 'direct', 63, 82, NULL, NULL, NULL, 1, 84, 102, 'the Fishers’ Union', 103, 108, 'wrote', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', 'Fishers’ Union', 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'social_media', 'named', NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'named');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (31, 17, 7, 'direct', 123, 133, NULL, NULL, NULL, 1, 136, 151, 'one stallholder', 152, 156, 'told', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'unnamed_person', NULL, NULL, 'one stallholder', 1, NULL, NULL, NULL, 'none', 'bare', NULL, NULL, NULL, 1, NULL, 0, 'none', 157, 166, 'reporters', NULL, NULL, 'anonymous');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (32, 18, 7, 'mixed', 190, 205, NULL, NULL, NULL, 1, 168, 178, 'The report', 179, 188, 'speaks of', 'say', 0.75, 0.9, 8.33333333333333259318e-01, NULL, '[1,2]', NULL, 'positive', 'actual', NULL, 'document', NULL, NULL, 'The report', 0, NULL, NULL, NULL, 'document', 'document', NULL, NULL, NULL, NULL, 'report', 0, NULL, NULL, NULL, NULL, NULL, NULL, 'document');
INSERT INTO readings (number, quotation, parse, kind, content_start, content_end, parts, group_number, parent, marks, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, speech_confidence, mention_confidence, name_confidence, evidence, cause, polarity, modality, name, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium, standing, described_role, seniority, described_affiliation, source_count, document_kind, declined, reason_class, addressee_start, addressee_end, addressee_text, member, addressee_member, category) VALUES (33, 19, 7, 'direct', 210, 226, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, 0.9, 0.0, NULL, '[]', 'no speaker stands near', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none', NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'unknown');
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (14, 2, 1, NULL, 1, 1, 1, 1, 'narrator', 1, NULL, 2, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (15, 3, 1, 1, 5, 1, 0, 1, 'named', 29, 7965135162125139185, 3, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (16, 4, 1, NULL, 2, 1, 0, 1, 'unnamed', 2, NULL, 4, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (17, 5, 1, 1, 5, 1, 0, 0, 'named', 0, NULL, 3, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (18, 6, 1, NULL, 3, 1, 0, 1, 'anonymous', 4, NULL, 6, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (19, 7, 1, 2, 6, 1, 0, 1, 'named', 3, NULL, 7, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (20, 7, 1, 3, 7, 0, 0, 1, 'named', 3, NULL, 7, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (21, 9, 1, NULL, 4, 1, 1, 1, 'declined', 3, NULL, 9, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (56, 10, 2, 4, 5, 1, 1, 1, 'named', 4, NULL, 10, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (57, 11, 2, 5, 10, 1, 0, 1, 'named', 3, NULL, 11, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (58, 12, 2, NULL, 8, 1, 0, 1, 'anonymous', 1, NULL, 12, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (59, 13, 2, NULL, 9, 1, 0, 1, 'document', 2, NULL, 13, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (60, 14, 2, NULL, NULL, 1, 0, 1, 'unknown', 3, NULL, 14, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (61, 15, 4, 4, 5, 1, 1, 1, 'named', 4, NULL, 15, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (62, 16, 4, 5, 10, 1, 0, 1, 'named', 3, NULL, 16, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (63, 17, 4, 6, 11, 1, 0, 1, 'named', 1, NULL, 17, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (64, 18, 4, NULL, 9, 1, 0, 1, 'document', 2, NULL, 18, 0);
INSERT INTO voices (number, quotation, version, presence, person, first, reported, leads, category, words, fingerprint, whole, copied) VALUES (65, 19, 4, NULL, NULL, 1, 0, 1, 'unknown', 3, NULL, 19, 0);
INSERT INTO mentioned (quotation, name, presence, span_start, span_end) VALUES (3, 1, 1, 117, 126);
INSERT INTO corrections (quotation, said, speaker, source_type, name, descriptor, anonymous) VALUES (17, NULL, 1, 'named_person', 'Gil Marsh', NULL, NULL);
INSERT INTO via (reading, position, name, relation, span_start, span_end, outlet, member) VALUES (6, 0, 'Coast Wire', 'told', 339, 353, 2, 1);
INSERT INTO via (reading, position, name, relation, span_start, span_end, outlet, member) VALUES (6, 1, 'the Loam Letter', 'first appeared in', NULL, NULL, 3, NULL);
INSERT INTO via (reading, position, name, relation, span_start, span_end, outlet, member) VALUES (20, 0, 'Coast Wire', 'told', 339, 353, 2, 1);
INSERT INTO via (reading, position, name, relation, span_start, span_end, outlet, member) VALUES (20, 1, 'the Loam Letter', 'first appeared in', NULL, NULL, 3, NULL);
INSERT INTO alembic_version (version_num) VALUES ('5');
DELETE FROM quotation_words_data;
INSERT INTO quotation_words_data VALUES (1, X'1351');
INSERT INTO quotation_words_data VALUES (10, X'000000000103030003010101020101030101');
INSERT INTO quotation_words_data VALUES (137438953473, X'000001740230610102070402050202040202646103020702026E64030211030579626F646906020401026265050204010563686F696303020502046C6F736501020502066F6D6D656E7409020402047261636B03021001066465636C696E0902020103666F720102060107686172626F7572010203040164050206030276650302030102697303020F02017403021A02020202020201046C6F616D03020C01056D61796F7203020A0203656E640302190203696E6403021601020302056F6E64617902020201056E6576657203021501020202016F03020401026F6603020B02026C6403021201057175696C6C030208010173030214040203020361666508020203026964030206020663616E64616C07020501017403021802026865010202020409060303696E6B06020502016F09020303016D030213020477696365060202010477616C6C03020E0201650302020302656B01020804020702036861740602030203696C6C01020404020302026F6E030217040C07070A070A090B090B080C0607070C090A080B0A0D0607070A0908070B060B0806060909060A080B');
INSERT INTO quotation_words_data VALUES (274877906945, X'00000089043061736B0E020301096576657279626F64690B02040104666973680B020202026F720B0203010269730A020501046C6F616D0A020201066D61726B65740A020401076E65676C6563740D020302056F626F64690E02020101730A020302036166650A020602066572696F75730D0202010A756265726D6F7267656E0C02020201730E020404080E090707090B0C0A06080B0F');
INSERT INTO quotation_words_data VALUES (412316860417, X'00000089043061736B13020301096576657279626F646910020401046669736810020202026F72100203010269730F020501046C6F616D0F020201066D61726B65740F020401076E65676C65637412020302056F626F64691302020101730F020302036166650F020602066572696F7573120202010A756265726D6F7267656E11020202017313020404080E090707090B0C0A06080B0F');
DELETE FROM quotation_words_idx;
INSERT INTO quotation_words_idx VALUES (1, X'', 2);
INSERT INTO quotation_words_idx VALUES (2, X'', 2);
INSERT INTO quotation_words_idx VALUES (3, X'', 2);
DELETE FROM quotation_words_config;
INSERT INTO quotation_words_config VALUES ('version', 4);
COMMIT;
