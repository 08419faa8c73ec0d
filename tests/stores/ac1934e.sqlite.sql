BEGIN;
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
	parser VARCHAR NOT NULL, 
	models VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(outlet_id) REFERENCES outlets (id)
);
CREATE TABLE speaker_names (
	speaker_id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	PRIMARY KEY (speaker_id, article_id, name), 
	FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON DELETE CASCADE, 
	FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE quotations (
	number INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	article_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	content_start INTEGER NOT NULL, 
	content_end INTEGER NOT NULL, 
	group_number INTEGER, 
	parent_id VARCHAR, 
	text VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (id), 
	FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);
CREATE VIRTUAL TABLE quotation_words USING fts5(words, content='quotations', content_rowid='number', tokenize='unicode61 remove_diacritics 0');
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
	evidence JSON NOT NULL, 
	cause VARCHAR, 
	source_type VARCHAR, 
	role VARCHAR, 
	affiliation VARCHAR, 
	descriptor VARCHAR, 
	anonymous BOOLEAN NOT NULL, 
	reason_start INTEGER, 
	reason_end INTEGER, 
	reason_text VARCHAR, 
	medium VARCHAR NOT NULL, 
	PRIMARY KEY (quotation_id), 
	FOREIGN KEY(quotation_id) REFERENCES quotations (id) ON DELETE CASCADE, 
	FOREIGN KEY(speaker_id) REFERENCES speakers (id)
);
CREATE TABLE via (
	quotation_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	relation VARCHAR NOT NULL, 
	span_start INTEGER, 
	span_end INTEGER, 
	outlet_id VARCHAR NOT NULL, 
	PRIMARY KEY (quotation_id, position), 
	FOREIGN KEY(quotation_id) REFERENCES quotations (id) ON DELETE CASCADE, 
	FOREIGN KEY(outlet_id) REFERENCES outlets (id)
);
CREATE TRIGGER quotation_words_insert AFTER INSERT ON quotations BEGIN INSERT INTO quotation_words(rowid, words) VALUES (new.number, new.words); END;
CREATE TRIGGER quotation_words_delete AFTER DELETE ON quotations BEGIN INSERT INTO quotation_words(quotation_words, rowid, words) VALUES ('delete', old.number, old.words); END;
CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);
CREATE INDEX ix_speaker_names_article_id ON speaker_names (article_id);
CREATE INDEX ix_speaker_names_words ON speaker_names (words);
CREATE INDEX ix_quotations_article_id ON quotations (article_id);
CREATE INDEX ix_attributions_speaker_id ON attributions (speaker_id);
CREATE INDEX ix_via_outlet_id ON via (outlet_id);
INSERT INTO outlets (id, name) VALUES ('55799a70b84f40da', 'The Daily Example');
INSERT INTO outlets (id, name) VALUES ('f2e9061fd01bb94c', 'Coast Wire');
INSERT INTO outlets (id, name) VALUES ('0b6bba52baff565c', 'the Loam Letter');
INSERT INTO outlets (id, name) VALUES ('e2450962aff26e8b', 'Loam Post');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('067e0a1f797af34a', 'named_organization', 'Port Authority', NULL, NULL);
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('19c769fa2d0d6e9b', 'narrator', NULL, NULL, 'harbour');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('238e7781b7be8f22', 'named_person', 'Ada Quill', NULL, NULL);
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('e1a4dcc3110ae79c', 'unnamed_person', NULL, 'old Tom', 'harbour');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('ecbff565a4e7ae05', 'unnamed_person', NULL, 'A senior official at the ministry', 'harbour');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('96c46e6c7fd61285', 'named_person', 'Bea Fenn and Cole Fenn', NULL, NULL);
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('4e8d37d9ee87322b', 'unnamed_person', NULL, 'A spokesman for the port', 'harbour');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('9327d87988b218e2', 'named_organization', 'Fishers’ Union', NULL, NULL);
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('1c0d7ffd1dfbf19a', 'unnamed_person', NULL, 'one stallholder', 'market');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('58a6c28518b56579', 'document', NULL, 'The report', 'market');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('75c990c635a6e974', 'unnamed_person', NULL, 'one stallholder', 'market-copy');
INSERT INTO speakers (id, type, name, descriptor, article_id) VALUES ('2f5656239a120e3f', 'document', NULL, 'The report', 'market-copy');
INSERT INTO articles (id, text_hash, title, url, outlet, outlet_id, published, byline, parser, models, text) VALUES ('harbour', '2b6f08ce3094dd134ce847b5b7376d26d9a4de55fea444caa2415b1f63a0b785', 'Loam’s harbour closes', 'https://daily.example/harbour', 'The Daily Example', '55799a70b84f40da', '2026-11-20', 'By Fay Ink', '0.1.0', 'en-1', 'LOAM (Coast Wire) — The harbour will close for a week, the port authority said on Monday.

“We have no choice,” said Ada Quill, the mayor of Loam. “The wall is cracked, and old Tom’s ‘never mind’ won’t mend it.

“It will be a hard week.”

A senior official at the ministry, who asked not to be named because the plans are not public, told the Coast Wire that the bill would be “twice what anybody thinks 🌊”.

“It’s a scandal,” Bea Fenn and Cole Fenn said. The mayor did not say it was “safe”. A spokesman for the port declined to comment.
');
INSERT INTO articles (id, text_hash, title, url, outlet, outlet_id, published, byline, parser, models, text) VALUES ('market', '7ce4baecc7a977c2b6f68edd531ba2e994bb3467ab5b7d783e75ab40ffb25e67', 'Market', NULL, 'Daily Example', '55799a70b84f40da', '2026-11-21', NULL, '0.2.0', 'en-2', 'Loam’s market is safe, Ada Quill said at a press conference.

“Fish for everybody,” the Fishers’ Union wrote on Chirper.

“Übermorgen”, one stallholder told reporters. The report speaks of “serious neglect”.

“Nobody asked us.”
');
INSERT INTO articles (id, text_hash, title, url, outlet, outlet_id, published, byline, parser, models, text) VALUES ('market-copy', '7ce4baecc7a977c2b6f68edd531ba2e994bb3467ab5b7d783e75ab40ffb25e67', 'Market', NULL, 'Loam Post', 'e2450962aff26e8b', '2026-11-21', NULL, '0.2.0', 'en-1', 'Loam’s market is safe, Ada Quill said at a press conference.

“Fish for everybody,” the Fishers’ Union wrote on Chirper.

“Übermorgen”, one stallholder told reporters. The report speaks of “serious neglect”.

“Nobody asked us.”
');
INSERT INTO articles (id, text_hash, title, url, outlet, outlet_id, published, byline, parser, models, text) VALUES ('plain', '19be612bab2d5c809209f6b3313193c5d58e85d67ab78710c2503245fe6e32f8', NULL, NULL, NULL, NULL, NULL, NULL, '0.1.0', 'en-2', 'A quiet day in Loam. Nobody spoke.
');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('067e0a1f797af34a', 'harbour', 'Port Authority', ' port authority ');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('238e7781b7be8f22', 'harbour', 'Ada Quill', ' ada quill ');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('96c46e6c7fd61285', 'harbour', 'Bea Fenn and Cole Fenn', ' bea fenn and cole fenn ');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('238e7781b7be8f22', 'market', 'Ada Quill', ' ada quill ');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('9327d87988b218e2', 'market', 'Fishers’ Union', ' fishers union ');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('238e7781b7be8f22', 'market-copy', 'Ada Quill', ' ada quill ');
INSERT INTO speaker_names (speaker_id, article_id, name, words) VALUES ('9327d87988b218e2', 'market-copy', 'Fishers’ Union', ' fishers union ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (1, '8dfded123b669d2f', 'harbour', 'indirect', 20, 53, 20, 53, NULL, NULL, 'The harbour will close for a week', ' the harbour will close for a week ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (2, 'fb70d88abcada7cf', 'harbour', 'indirect', 82, 88, 82, 88, NULL, NULL, 'Monday', ' monday ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (3, '9b76a2f92b301991', 'harbour', 'mixed', 91, 210, 92, 210, 0, NULL, '“We have no choice,” said Ada Quill, the mayor of Loam. “The wall is cracked, and old Tom’s ‘never mind’ won’t mend it.', ' we have no choice said ada quill the mayor of loam the wall is cracked and old tom s never mind won t mend it ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (4, '458782078b951add', 'harbour', 'mixed', 183, 195, 184, 194, NULL, 'fb70d88abcada7cf', '‘never mind’', ' never mind ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (5, 'fc138c11918beac9', 'harbour', 'direct', 212, 237, 213, 236, 0, NULL, '“It will be a hard week.”', ' it will be a hard week ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (6, 'ceddeff3103227f0', 'harbour', 'mixed', 377, 406, 378, 405, NULL, NULL, '“twice what anybody thinks 🌊”', ' twice what anybody thinks ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (7, '5295c7ba09e91fa7', 'harbour', 'direct', 409, 426, 410, 425, NULL, NULL, '“It’s a scandal,”', ' it s a scandal ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (8, '23fcf7d63097635d', 'harbour', 'mixed', 485, 491, 486, 490, NULL, NULL, '“safe”', ' safe ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (9, 'f91c9d0f90ca886c', 'harbour', 'indirect', 518, 537, 518, 537, NULL, NULL, 'declined to comment', ' declined to comment ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (10, 'bf4524f631ed208c', 'market', 'indirect', 0, 21, 0, 21, NULL, NULL, 'Loam’s market is safe', ' loam s market is safe ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (11, '374bc1036a201fc0', 'market', 'direct', 62, 83, 63, 82, NULL, NULL, '“Fish for everybody,”', ' fish for everybody ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (12, '21e30c49fd2711d7', 'market', 'direct', 122, 134, 123, 133, NULL, NULL, '“Übermorgen”', ' ubermorgen ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (13, 'a99b4058d48691ea', 'market', 'mixed', 189, 206, 190, 205, NULL, NULL, '“serious neglect”', ' serious neglect ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (14, '63d7a02c31399465', 'market', 'direct', 209, 227, 210, 226, NULL, NULL, '“Nobody asked us.”', ' nobody asked us ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (15, 'ee7c81e6a5b305a4', 'market-copy', 'indirect', 0, 21, 0, 21, NULL, NULL, 'Loam’s market is safe', ' loam s market is safe ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (16, '8f2002eb6eb29479', 'market-copy', 'direct', 62, 83, 63, 82, NULL, NULL, '“Fish for everybody,”', ' fish for everybody ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (17, 'ed6b90c0040283a8', 'market-copy', 'direct', 122, 134, 123, 133, NULL, NULL, '“Übermorgen”', ' ubermorgen ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (18, 'f8f00129d6f7ed7f', 'market-copy', 'mixed', 189, 206, 190, 205, NULL, NULL, '“serious neglect”', ' serious neglect ');
INSERT INTO quotations (number, id, article_id, kind, span_start, span_end, content_start, content_end, group_number, parent_id, text, words) VALUES (19, '76104bdf75283ce9', 'market-copy', 'direct', 209, 227, 210, 226, NULL, NULL, '“Nobody asked us.”', ' nobody asked us ');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('8dfded123b669d2f', '067e0a1f797af34a', 'Port Authority', 55, 73, 'the port authority', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('fb70d88abcada7cf', '19c769fa2d0d6e9b', NULL, NULL, NULL, NULL, 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'narrator', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('9b76a2f92b301991', '238e7781b7be8f22', 'Ada Quill', 117, 126, 'Ada Quill', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('458782078b951add', 'e1a4dcc3110ae79c', NULL, 173, 180, 'old Tom', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'unnamed_person', NULL, NULL, 'old Tom', 0, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('fc138c11918beac9', '238e7781b7be8f22', 'Ada Quill', 117, 126, 'Ada Quill', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('ceddeff3103227f0', 'ecbff565a4e7ae05', NULL, 239, 272, 'A senior official at the ministry', 334, 338, 'told', 'say', 3.33333333333333314829e-01, '["subject of ''said''", "nearest"]', NULL, 'unnamed_person', NULL, NULL, 'A senior official at the ministry', 1, 300, 332, 'because the plans are not public', 'interview');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('5295c7ba09e91fa7', '96c46e6c7fd61285', 'Bea Fenn and Cole Fenn', 427, 449, 'Bea Fenn and Cole Fenn', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('23fcf7d63097635d', '238e7781b7be8f22', 'Ada Quill', 456, 465, 'The mayor', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_person', 'the mayor of Loam', 'Loam', NULL, 0, NULL, NULL, NULL, 'speech');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('f91c9d0f90ca886c', '4e8d37d9ee87322b', NULL, 493, 517, 'A spokesman for the port', 74, 78, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', 'nothing was said', 'unnamed_person', NULL, NULL, 'A spokesman for the port', 0, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('bf4524f631ed208c', '238e7781b7be8f22', 'Ada Quill', 23, 32, 'Ada Quill', 33, 37, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'press_conference');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('374bc1036a201fc0', '9327d87988b218e2', 'Fishers’ Union', 84, 102, 'the Fishers’ Union', 103, 108, 'wrote', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'social_media');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('21e30c49fd2711d7', '1c0d7ffd1dfbf19a', NULL, 136, 151, 'one stallholder', 152, 156, 'told', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'unnamed_person', NULL, NULL, 'one stallholder', 1, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('a99b4058d48691ea', '58a6c28518b56579', NULL, 168, 178, 'The report', 179, 188, 'speaks of', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'document', NULL, NULL, 'The report', 0, NULL, NULL, NULL, 'document');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('63d7a02c31399465', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, '[]', 'no speaker stands near', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('ee7c81e6a5b305a4', '238e7781b7be8f22', 'Ada Quill', 23, 32, 'Ada Quill', 33, 37, 'said', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_person', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'press_conference');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('8f2002eb6eb29479', '9327d87988b218e2', 'Fishers’ Union', 84, 102, 'the Fishers’ Union', 103, 108, 'wrote', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'named_organization', NULL, NULL, NULL, 0, NULL, NULL, NULL, 'social_media');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('ed6b90c0040283a8', '75c990c635a6e974', NULL, 136, 151, 'one stallholder', 152, 156, 'told', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'unnamed_person', NULL, NULL, 'one stallholder', 1, NULL, NULL, NULL, 'none');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('f8f00129d6f7ed7f', '2f5656239a120e3f', NULL, 168, 178, 'The report', 179, 188, 'speaks of', 'say', 0.75, '["subject of ''said''", "nearest"]', NULL, 'document', NULL, NULL, 'The report', 0, NULL, NULL, NULL, 'document');
INSERT INTO attributions (quotation_id, speaker_id, name, mention_start, mention_end, mention_text, cue_start, cue_end, cue_text, cue_lemma, confidence, evidence, cause, source_type, role, affiliation, descriptor, anonymous, reason_start, reason_end, reason_text, medium) VALUES ('76104bdf75283ce9', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.0, '[]', 'no speaker stands near', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 'none');
INSERT INTO via (quotation_id, position, name, relation, span_start, span_end, outlet_id) VALUES ('ceddeff3103227f0', 0, 'Coast Wire', 'told', 339, 353, 'f2e9061fd01bb94c');
INSERT INTO via (quotation_id, position, name, relation, span_start, span_end, outlet_id) VALUES ('ceddeff3103227f0', 1, 'the Loam Letter', 'first appeared in', NULL, NULL, '0b6bba52baff565c');
COMMIT;
