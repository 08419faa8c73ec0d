CREATE TABLE former_voices AS
SELECT quotation, row_number() OVER (PARTITION BY quotation ORDER BY number) - 1 AS place, version, presence, person,
    first, reported, leads, category, words, fingerprint, whole, copied
FROM voices;

DROP TABLE voices;

CREATE TABLE voices (
    quotation INTEGER NOT NULL,
    place INTEGER NOT NULL,
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
    CONSTRAINT pk_voices PRIMARY KEY (quotation, place),
    CONSTRAINT ck_voices_category CHECK (category IN ('anonymous', 'spokesperson', 'unnamed', 'document', 'named', 'narrator', 'declined', 'unknown')),
    CONSTRAINT ck_voices_first CHECK ((place = 0) = first),
    CONSTRAINT fk_voices_quotation FOREIGN KEY(quotation) REFERENCES quotations (number) ON DELETE CASCADE,
    CONSTRAINT fk_voices_version FOREIGN KEY(version) REFERENCES versions (number) ON DELETE CASCADE,
    CONSTRAINT fk_voices_presence FOREIGN KEY(presence) REFERENCES presences (number) ON DELETE SET NULL,
    CONSTRAINT fk_voices_person FOREIGN KEY(person) REFERENCES people (number)
){keyed};

INSERT INTO voices SELECT * FROM former_voices ORDER BY quotation, place;

DROP TABLE former_voices;

CREATE INDEX ix_voices_version ON voices (version);

CREATE INDEX ix_voices_person ON voices (person, leads, reported, copied, whole);

CREATE INDEX ix_voices_presence ON voices (presence) WHERE presence IS NOT NULL;

CREATE INDEX ix_voices_fingerprint ON voices (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE INDEX ix_voices_copied ON voices (version) WHERE copied;

CREATE TABLE former_sketches AS SELECT hash - 2147483648 AS hash, version FROM sketches;

DELETE FROM sketches;

INSERT INTO sketches SELECT hash, version FROM former_sketches ORDER BY hash, version;

DROP TABLE former_sketches;

DROP INDEX ix_people_article;

CREATE INDEX ix_people_article ON people (article) WHERE article IS NOT NULL;

DROP INDEX ix_judgements_undoes;

CREATE INDEX ix_judgements_undoes ON judgements (undoes) WHERE undoes IS NOT NULL;

DROP INDEX ix_mentioned_presence;

CREATE INDEX ix_mentioned_presence ON mentioned (presence) WHERE presence IS NOT NULL;
