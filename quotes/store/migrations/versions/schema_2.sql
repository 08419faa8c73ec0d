CREATE TABLE articles (
    number {number},
    id VARCHAR NOT NULL,
    CONSTRAINT pk_articles PRIMARY KEY (number),
    CONSTRAINT uq_articles_id UNIQUE (id)
);

CREATE TABLE judged_names (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    CONSTRAINT pk_judged_names PRIMARY KEY (id)
);

CREATE INDEX ix_judged_names_article_id ON judged_names (article_id);

CREATE TABLE judgements (
    number {number},
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

CREATE INDEX ix_judgements_left_id ON judgements (left_id);

CREATE INDEX ix_judgements_right_id ON judgements (right_id);

CREATE INDEX ix_judgements_undoes ON judgements (undoes);

CREATE TABLE outlets (
    number {number},
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    CONSTRAINT pk_outlets PRIMARY KEY (number),
    CONSTRAINT uq_outlets_id UNIQUE (id)
);

CREATE TABLE reasons (
    number {number},
    text VARCHAR NOT NULL,
    CONSTRAINT pk_reasons PRIMARY KEY (number),
    CONSTRAINT uq_reasons_text UNIQUE (text)
);

CREATE TABLE runs (
    number {number},
    started VARCHAR NOT NULL,
    ended VARCHAR,
    command VARCHAR NOT NULL,
    parser VARCHAR NOT NULL,
    models VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL,
    settings JSON NOT NULL,
    CONSTRAINT pk_runs PRIMARY KEY (number)
);

CREATE TABLE people (
    number {number},
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

CREATE INDEX ix_people_article ON people (article);

CREATE TABLE rejects (
    number {number},
    run INTEGER NOT NULL,
    origin VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    raw VARCHAR,
    mended VARCHAR,
    CONSTRAINT pk_rejects PRIMARY KEY (number),
    CONSTRAINT fk_rejects_run FOREIGN KEY(run) REFERENCES runs (number) ON DELETE CASCADE
);

CREATE INDEX ix_rejects_run ON rejects (run);

CREATE TABLE versions (
    number {number},
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
    CONSTRAINT ck_versions_length CHECK (length >= 0),
    CONSTRAINT fk_versions_article FOREIGN KEY(article) REFERENCES articles (number) ON DELETE CASCADE,
    CONSTRAINT fk_versions_copy_of FOREIGN KEY(copy_of) REFERENCES versions (number) ON DELETE SET NULL
);

CREATE INDEX ix_versions_copy_of ON versions (copy_of) WHERE copy_of IS NOT NULL;

CREATE INDEX ix_versions_text_hash ON versions (text_hash);

CREATE TABLE appearances (
    number {number},
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

CREATE UNIQUE INDEX ix_appearances_first ON appearances (version) WHERE first;

CREATE UNIQUE INDEX ix_appearances_id_current ON appearances (id) WHERE current;

CREATE INDEX ix_appearances_outlet ON appearances (outlet);

CREATE INDEX ix_appearances_published ON appearances (published);

CREATE INDEX ix_appearances_url ON appearances (url);

CREATE INDEX ix_appearances_version ON appearances (version);

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

CREATE INDEX ix_known_people_person ON known_people (person);

CREATE TABLE name_keys (
    hash BIGINT NOT NULL,
    person INTEGER NOT NULL,
    CONSTRAINT pk_name_keys PRIMARY KEY (hash, person),
    CONSTRAINT fk_name_keys_person FOREIGN KEY(person) REFERENCES people (number) ON DELETE CASCADE
){keyed};

CREATE INDEX ix_name_keys_person ON name_keys (person);

CREATE TABLE name_words (
    word VARCHAR NOT NULL,
    person INTEGER NOT NULL,
    CONSTRAINT pk_name_words PRIMARY KEY (word, person),
    CONSTRAINT fk_name_words_person FOREIGN KEY(person) REFERENCES people (number) ON DELETE CASCADE
){keyed};

CREATE INDEX ix_name_words_person ON name_words (person);

CREATE TABLE parses (
    number {number},
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

CREATE UNIQUE INDEX ix_parses_current ON parses (version) WHERE current;

CREATE INDEX ix_parses_run ON parses (run);

CREATE INDEX ix_parses_version ON parses (version);

CREATE TABLE presences (
    number {number},
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

CREATE INDEX ix_presences_article ON presences (article);

CREATE INDEX ix_presences_person ON presences (person, number);

CREATE TABLE quotations (
    number {number},
    id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    length INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words INTEGER NOT NULL,
    fingerprint BIGINT,
    follows INTEGER,
    change VARCHAR,
    text VARCHAR NOT NULL,
    CONSTRAINT pk_quotations PRIMARY KEY (number),
    CONSTRAINT fk_quotations_version_length FOREIGN KEY(version, length) REFERENCES versions (number, length) ON DELETE CASCADE,
    CONSTRAINT uq_quotations_version_span_start_span_end UNIQUE (version, span_start, span_end),
    CONSTRAINT ck_quotations_span_span CHECK (span_start >= 0 AND span_end >= span_start),
    CONSTRAINT ck_quotations_inside CHECK (span_end <= length),
    CONSTRAINT ck_quotations_text CHECK (length(text) = span_end - span_start),
    CONSTRAINT ck_quotations_change CHECK (change IN ('kept', 'altered')),
    CONSTRAINT uq_quotations_id UNIQUE (id),
    CONSTRAINT fk_quotations_follows FOREIGN KEY(follows) REFERENCES quotations (number) ON DELETE SET NULL
);

CREATE INDEX ix_quotations_follows ON quotations (follows) WHERE follows IS NOT NULL;

CREATE TABLE sketches (
    hash BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_sketches PRIMARY KEY (hash, version),
    CONSTRAINT fk_sketches_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE
){keyed};

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
){keyed};

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

CREATE TABLE readings (
    number {number},
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
    CONSTRAINT uq_readings_quotation_parse UNIQUE (quotation, parse),
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

CREATE INDEX ix_readings_parse ON readings (parse);

CREATE TABLE voices (
    number {number},
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

CREATE INDEX ix_voices_copied ON voices (version) WHERE copied;

CREATE INDEX ix_voices_fingerprint ON voices (fingerprint);

CREATE INDEX ix_voices_person ON voices (person, leads, reported, copied, whole);

CREATE INDEX ix_voices_presence ON voices (presence);

CREATE INDEX ix_voices_version ON voices (version);

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
){keyed};

CREATE INDEX ix_via_outlet ON via (outlet);
