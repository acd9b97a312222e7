-- What an analyst decided, append-only, and what it did to the machine's records, so that it can be lifted off again.
-- `unjudged` holds the row of each record as the machine made it (NULL: the machine made none); `withdrawn` the records
-- she rejected, which stand in no other table while they are; `standings` what became of each judgement in force.

CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX articles_by_title ON articles (title);

CREATE TABLE judgements (
    n      INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    at     TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE TRIGGER judgements_stay AFTER DELETE ON judgements BEGIN
    SELECT RAISE (ABORT, 'judgements are only ever added');
END;
CREATE TRIGGER judgements_hold BEFORE UPDATE ON judgements BEGIN
    SELECT RAISE (ABORT, 'judgements are only ever added');
END;

CREATE TABLE unjudged (
    kind TEXT NOT NULL,
    id   TEXT NOT NULL,
    base TEXT,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawn (
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    article_id TEXT,
    event_id   TEXT,
    record     TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE standings (
    id     TEXT PRIMARY KEY,
    state  TEXT NOT NULL,
    note   TEXT,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
