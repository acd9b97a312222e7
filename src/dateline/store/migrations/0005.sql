-- Searches that people saved: the question as its address has it, under a name.

CREATE TABLE searches (
    id      TEXT PRIMARY KEY,
    name    TEXT NOT NULL,
    query   TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;
