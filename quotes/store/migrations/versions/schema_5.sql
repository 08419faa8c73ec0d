CREATE TABLE mentioned_names (
    number {number},
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    CONSTRAINT pk_mentioned_names PRIMARY KEY (number),
    CONSTRAINT ck_mentioned_names_kind CHECK (kind IN ('person', 'organization')),
    CONSTRAINT uq_mentioned_names_folded UNIQUE (folded)
);

CREATE TABLE mentioned_words (
    word VARCHAR NOT NULL,
    name INTEGER NOT NULL,
    CONSTRAINT pk_mentioned_words PRIMARY KEY (word, name),
    CONSTRAINT fk_mentioned_words_name FOREIGN KEY(name) REFERENCES mentioned_names (number) ON DELETE CASCADE
){keyed};

CREATE INDEX ix_mentioned_words_name ON mentioned_words (name);

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
){keyed};

CREATE INDEX ix_mentioned_name ON mentioned (name, quotation);

CREATE INDEX ix_mentioned_presence ON mentioned (presence);
