-- What lets an article added later join without looking at the whole project. `keys`: under which words, runs of words or
-- sides of an act a record can be found (`room` says which kind of key; `key` and `ref` are 64 bits of the key and of the
-- record's id; `day` counts from 1 January of year 1, 0 where it is not known). `counts`: in how many records of a room a word
-- stands; the empty word counts the records. `profiles`: what of a story is compared with other stories.

CREATE TABLE keys (
    room INTEGER NOT NULL,
    key  INTEGER NOT NULL,
    day  INTEGER NOT NULL,
    ref  INTEGER NOT NULL,
    PRIMARY KEY (room, key, day, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE counts (
    room INTEGER NOT NULL,
    word TEXT NOT NULL,
    n    INTEGER NOT NULL,
    PRIMARY KEY (room, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE profiles (
    id     TEXT PRIMARY KEY,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('keyed', '0');
