-- "HOCL": tells this program's files from other SQLite databases.
PRAGMA application_id = 1213154124;

-- Notes, highlights and bookmarks. `block` repeats the block of the first target for queries.
CREATE TABLE annotation (
    id TEXT PRIMARY KEY NOT NULL,
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    block TEXT,
    motivation TEXT NOT NULL,
    colour TEXT,
    body TEXT NOT NULL,
    targets TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;
CREATE INDEX annotation_by_lesson ON annotation (course, lesson);

CREATE TABLE lesson_state (
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    done_at INTEGER,
    last_block TEXT,
    opened_at INTEGER,
    PRIMARY KEY (course, lesson)
) STRICT;

CREATE TABLE block_seen (
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    block TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    PRIMARY KEY (course, lesson, block)
) STRICT;

CREATE TABLE last_place (
    course TEXT PRIMARY KEY NOT NULL,
    lesson TEXT NOT NULL,
    block TEXT,
    at INTEGER NOT NULL
) STRICT;

-- Recent courses; `origin` is a folder or `shipped`.
CREATE TABLE library (
    origin TEXT PRIMARY KEY NOT NULL,
    course TEXT NOT NULL,
    title TEXT NOT NULL,
    opened_at INTEGER NOT NULL
) STRICT;

-- `value` is JSON.
CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
