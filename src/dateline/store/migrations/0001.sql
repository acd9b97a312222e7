-- First form of a project file. `record` is the record as its article gave it, in the JSON of the export contract;
-- `linked` holds the top-level fields that looking across articles changed, or NULL. The text of an article is a
-- column of its own, so that full-text search can point at it without a second copy.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stamps (
    n       INTEGER PRIMARY KEY,
    program TEXT NOT NULL,
    model   TEXT NOT NULL,
    data    TEXT NOT NULL,
    UNIQUE (program, model, data)
) STRICT;

CREATE TABLE articles (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    sha256   TEXT NOT NULL UNIQUE,
    source   TEXT NOT NULL,
    outlet   TEXT,
    earliest TEXT,
    latest   TEXT,
    story_id TEXT,
    title    TEXT,
    text     TEXT NOT NULL,
    digest   BLOB NOT NULL,
    stamp    INTEGER NOT NULL REFERENCES stamps (n),
    record   TEXT NOT NULL,
    linked   TEXT
) STRICT;
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_day ON articles (earliest, latest);
CREATE INDEX articles_by_story ON articles (story_id);

CREATE TABLE rejected (
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    stage  TEXT NOT NULL,
    code   TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (sha256, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX rejected_by_source ON rejected (source);

CREATE TABLE quotations (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    cue_class  TEXT,
    same_as    TEXT,
    start      INTEGER NOT NULL,
    content    TEXT NOT NULL,
    record     TEXT NOT NULL,
    linked     TEXT
) STRICT;
CREATE INDEX quotations_by_article ON quotations (article_id, start);
CREATE INDEX quotations_by_cue ON quotations (cue_class);
CREATE INDEX quotations_by_words ON quotations (same_as);

CREATE TABLE mentions (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    event_id   TEXT,
    type       TEXT NOT NULL,
    status     TEXT NOT NULL,
    earliest   TEXT,
    latest     TEXT,
    start      INTEGER NOT NULL,
    record     TEXT NOT NULL,
    linked     TEXT
) STRICT;
CREATE INDEX mentions_by_article ON mentions (article_id, start);
CREATE INDEX mentions_by_event ON mentions (event_id);
CREATE INDEX mentions_by_day ON mentions (earliest, latest);
CREATE INDEX mentions_by_type ON mentions (type, status);

CREATE TABLE seen (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    actor_id   TEXT NOT NULL,
    record     TEXT NOT NULL,
    PRIMARY KEY (article_id, actor_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    story_id TEXT,
    type     TEXT NOT NULL,
    status   TEXT NOT NULL,
    earliest TEXT,
    latest   TEXT,
    record   TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_day ON events (earliest, latest);
CREATE INDEX events_by_type ON events (type, status);
CREATE INDEX events_by_story ON events (story_id);

CREATE TABLE stories (
    n            INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    storyline_id TEXT,
    earliest     TEXT,
    record       TEXT NOT NULL
) STRICT;
CREATE INDEX stories_by_day ON stories (earliest);

CREATE TABLE storylines (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    earliest TEXT,
    record   TEXT NOT NULL
) STRICT;

CREATE TABLE actors (
    n       INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    country TEXT,
    record  TEXT NOT NULL
) STRICT;
CREATE INDEX actors_by_name ON actors (name);

-- What a record can be found by where it may have several values. `facet` is kind and field, as in `mention.actor`;
-- `owner` is the rowid of the record in the table of that kind.
CREATE TABLE facets (
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    owner INTEGER NOT NULL,
    PRIMARY KEY (facet, value, owner)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'articles', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF n, title, text ON articles BEGIN
    INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
    INSERT INTO article_words (rowid, title, text) VALUES (new.n, new.title, new.text);
END;

CREATE VIRTUAL TABLE quotation_words USING fts5 (
    content, content = 'quotations', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER quotations_added AFTER INSERT ON quotations BEGIN
    INSERT INTO quotation_words (rowid, content) VALUES (new.n, new.content);
END;
CREATE TRIGGER quotations_removed AFTER DELETE ON quotations BEGIN
    INSERT INTO quotation_words (quotation_words, rowid, content) VALUES ('delete', old.n, old.content);
END;
CREATE TRIGGER quotations_changed AFTER UPDATE OF n, content ON quotations BEGIN
    INSERT INTO quotation_words (quotation_words, rowid, content) VALUES ('delete', old.n, old.content);
    INSERT INTO quotation_words (rowid, content) VALUES (new.n, new.content);
END;

INSERT INTO meta (key, value) VALUES ('generation', '0'), ('linked_generation', '0'), ('linked_stamp', '0');
