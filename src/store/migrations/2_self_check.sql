-- Answers to questions; rows are added and never changed. `given` is a JSON list of words.
CREATE TABLE answer (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT UNIQUE NOT NULL,
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    block TEXT NOT NULL,
    objective TEXT,
    purpose TEXT NOT NULL,
    sureness TEXT,
    correct INTEGER NOT NULL,
    given TEXT NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- What happened to flashcards; rows are added and never changed, an `undo` names the row that it takes back.
CREATE TABLE card_event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT UNIQUE NOT NULL,
    course TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    act TEXT NOT NULL,
    value TEXT,
    day TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE study_time (
    course TEXT NOT NULL,
    day TEXT NOT NULL,
    millis INTEGER NOT NULL,
    PRIMARY KEY (course, day)
) STRICT;
