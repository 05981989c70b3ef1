-- Classes held: rows are added and never changed. `json` is what the kind of event says.
CREATE TABLE session_event (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (session, seq)
) STRICT;
CREATE INDEX session_event_by_kind ON session_event (kind, at);

-- The user's own agendas. `items` is JSON.
CREATE TABLE agenda (
    id TEXT PRIMARY KEY NOT NULL,
    course TEXT NOT NULL,
    title TEXT NOT NULL,
    items TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    deleted INTEGER
) STRICT;
