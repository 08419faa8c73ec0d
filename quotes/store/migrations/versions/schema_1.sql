CREATE TABLE judged_names (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE judgements (
    number {number},
    id VARCHAR NOT NULL,
    left_id VARCHAR NOT NULL,
    right_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    made_by VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    made VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    score FLOAT,
    undoes VARCHAR,
    PRIMARY KEY (number),
    UNIQUE (id)
);

CREATE INDEX ix_judgements_left_id ON judgements (left_id);

CREATE INDEX ix_judgements_right_id ON judgements (right_id);

CREATE TABLE known_people (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    aliases JSON NOT NULL,
    roles JSON NOT NULL,
    wikidata VARCHAR,
    PRIMARY KEY (id)
);

CREATE TABLE outlets (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE speakers (
    id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    name VARCHAR,
    descriptor VARCHAR,
    article_id VARCHAR,
    PRIMARY KEY (id)
);

CREATE TABLE articles (
    id VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    title VARCHAR,
    url VARCHAR,
    outlet VARCHAR,
    outlet_id VARCHAR,
    published DATE,
    byline VARCHAR,
    section VARCHAR,
    parser VARCHAR NOT NULL,
    models VARCHAR NOT NULL,
    wire_name VARCHAR,
    wire_start INTEGER,
    wire_end INTEGER,
    indirect VARCHAR,
    members JSON,
    text VARCHAR NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(outlet_id) REFERENCES outlets (id)
);

CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);

CREATE TABLE quotations (
    number {number},
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    group_number INTEGER,
    parent_id VARCHAR,
    parts JSON,
    marks BOOLEAN,
    text VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX ix_quotations_article_id ON quotations (article_id);

CREATE TABLE speaker_names (
    speaker_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    PRIMARY KEY (speaker_id, article_id, name),
    FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON DELETE CASCADE,
    FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX ix_speaker_names_article_id ON speaker_names (article_id);

CREATE INDEX ix_speaker_names_words ON speaker_names (words);

CREATE TABLE attributions (
    quotation_id VARCHAR NOT NULL,
    speaker_id VARCHAR,
    name VARCHAR,
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
    declined BOOLEAN,
    reason_class VARCHAR,
    addressee_start INTEGER,
    addressee_end INTEGER,
    addressee_text VARCHAR,
    member INTEGER,
    addressee_member INTEGER,
    PRIMARY KEY (quotation_id),
    FOREIGN KEY(quotation_id) REFERENCES quotations (id) ON DELETE CASCADE,
    FOREIGN KEY(speaker_id) REFERENCES speakers (id)
);

CREATE INDEX ix_attributions_speaker_id ON attributions (speaker_id);

CREATE TABLE via (
    quotation_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    relation VARCHAR NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    outlet_id VARCHAR NOT NULL,
    member INTEGER,
    PRIMARY KEY (quotation_id, position),
    FOREIGN KEY(quotation_id) REFERENCES quotations (id) ON DELETE CASCADE,
    FOREIGN KEY(outlet_id) REFERENCES outlets (id)
);

CREATE INDEX ix_via_outlet_id ON via (outlet_id);
