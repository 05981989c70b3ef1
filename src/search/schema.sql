CREATE TABLE meta (key TEXT NOT NULL);
-- Where entries stand: a module, or a lesson in it.
CREATE TABLE home (
    id INTEGER PRIMARY KEY,
    module TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    lesson TEXT,
    lesson_title TEXT,
    planned INTEGER NOT NULL
);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    home INTEGER,
    target TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    also TEXT NOT NULL
);
-- The words are made by the program: the folded ones, those with accents, and what can be filtered
-- by. Any byte beyond ASCII belongs to a word.
CREATE VIRTUAL TABLE head USING fts5(words, content='', columnsize=0, tokenize='ascii', prefix='1 2 3');
CREATE VIRTUAL TABLE body USING fts5(words, content='', columnsize=0, tokenize='ascii', prefix='2 3');
