//! Asking the index: a few hundred candidates, titles first, ranked by what stands in them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension as _, Row};

use super::entry::{Entry, Filter, Found, Group, Hit, Home, HomeLesson, Kind, Marked};
use super::error::{IndexError, IndexErrorKind};
use super::excerpt;
use super::index::Index;
use super::keyboard::Reading;
use super::matching::Matched;
use super::query::Query;
use super::rank::Answer;
use super::tokens::{self, Look};
use super::words::Words;
use crate::content::{LessonId, Slug};

/// As many candidates are ranked.
const CANDIDATES: usize = 500;
/// Of these, as many by their titles.
const BY_TITLE: usize = 200;
/// As many where the words stand side by side.
const TOGETHER: usize = 150;
/// With the accents that were typed; the rest without.
const ACCENTED: usize = 350;
/// With fewer hits, those that hold only some of the words are shown too.
const ENOUGH: usize = 20;
/// As many of these.
const SOME: usize = 60;
/// From the same lesson, hits after so many make room for those of others, a little more each time.
const OF_ONE_LESSON: usize = 3;
const MAKES_ROOM: i32 = 12;
const MOST_ROOM: i32 = 120;

/// Something the user wrote or marked; it changes too often for the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where it stands; none where the lesson left the course.
    pub home: Option<Home>,
    /// What it is.
    pub entry: Entry,
}

/// A candidate with its rank.
struct Ranked {
    score: i32,
    /// Whether every word is found in it or around it.
    holds_all: bool,
    /// Entries of the index by their number, then the user's own.
    order: i64,
    home: Option<Home>,
    entry: Entry,
}

/// The candidates of the index by their number.
struct Candidates {
    rows: BTreeMap<i64, (Option<Home>, Entry)>,
    more: bool,
}

impl Index {
    /// The best hits, at most `limit`.
    pub fn find(
        &self,
        query: &Query,
        filter: &Filter,
        own: &[Own],
        limit: usize,
    ) -> Result<Found, IndexError> {
        if query.is_empty() {
            return Ok(Found::default());
        }
        self.answer(query, filter, own, limit).map_err(|kind| kind.of(self.file.as_deref()))
    }

    fn answer(
        &self,
        query: &Query,
        filter: &Filter,
        own: &[Own],
        limit: usize,
    ) -> Result<Found, IndexErrorKind> {
        let mut tokens = Vec::new();
        if let Some(module) = &filter.module {
            let Some(number) = self.number(module)? else { return Ok(Found::default()) };
            tokens.push(tokens::module_token(number));
        }
        let all = self.candidates(query, &tokens)?;
        let more = all.more;
        let mut ranked = ranked(query, all.rows);
        ranked.extend(own_hits(query, filter, own, ranked.len()));
        let mut found =
            Found { counts: counts(&ranked), modules: modules(&ranked), more, ..Found::default() };
        if filter.module.is_some() {
            // Which others could be chosen instead.
            found.modules = modules(&self::ranked(query, self.candidates(query, &[])?.rows));
        }
        if let Some(group) = filter.group {
            ranked.retain(|hit| hit.entry.kind.group() == group);
            if more && group != Group::Own {
                tokens.push(tokens::group_token(group));
                ranked = self::ranked(query, self.candidates(query, &tokens)?.rows);
            }
        }
        sort(&mut ranked);
        found.partly = ranked.first().is_some_and(|best| !best.holds_all);
        found.understood = ranked.first().and_then(|best| understood(query, best));
        ranked.truncate(limit);
        found.hits = ranked.into_iter().map(|ranked| ranked.shown(query)).collect();
        Ok(found)
    }

    fn number(&self, module: &Slug) -> rusqlite::Result<Option<usize>> {
        let sql = "SELECT number FROM home WHERE module = ?1 LIMIT 1";
        self.conn.prepare_cached(sql)?.query_row([module.as_str()], |row| number_of(row, 0)).optional()
    }

    fn candidates(&self, query: &Query, filters: &[String]) -> Result<Candidates, IndexErrorKind> {
        let mut found = Candidates { rows: BTreeMap::new(), more: false };
        let spoken = query.is_accented() || query.wanted.iter().any(|term| term.readings.len() > 1);
        let narrow = |wanted: &str| tokens::narrowed(wanted, query, filters);
        let room = if spoken { ACCENTED } else { CANDIDATES };
        for (look, room) in [(Look::Accented, room), (Look::Folded, CANDIDATES)] {
            if look == Look::Accented && !spoken {
                continue;
            }
            let all = narrow(&tokens::all(query, look));
            let by_title = self.gather("head", &all, found.rows.len() + BY_TITLE, &mut found)?;
            if query.is_one_letter() {
                return Ok(Candidates { more: by_title, ..found });
            }
            if let Some(together) = tokens::side_by_side(query, look) {
                self.gather("body", &narrow(&together), found.rows.len() + TOGETHER, &mut found)?;
            }
            let in_body = self.gather("body", &all, room, &mut found)?;
            found.more = by_title || in_body;
        }
        if found.rows.len() < ENOUGH {
            for some in [tokens::all_but_one(query), tokens::any(query)].into_iter().flatten() {
                let some = narrow(&some);
                for table in ["head", "body"] {
                    self.gather(table, &some, found.rows.len() + SOME, &mut found)?;
                }
                if found.rows.len() >= ENOUGH {
                    break;
                }
            }
        }
        Ok(found)
    }

    /// Adds hits until there are `upto`; answers whether there may be more.
    fn gather(
        &self,
        table: &str,
        expression: &str,
        upto: usize,
        found: &mut Candidates,
    ) -> Result<bool, IndexErrorKind> {
        let sql = format!(
            "SELECT e.id, e.kind, e.target, e.title, e.text, e.also,
                 h.module, h.number, h.title, h.lesson, h.lesson_title, h.planned
             FROM {table} CROSS JOIN entry e ON e.id = {table}.rowid LEFT JOIN home h ON h.id = e.home
             WHERE {table} MATCH ?1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([expression])?;
        while let Some(row) = rows.next()? {
            if found.rows.len() >= upto {
                return Ok(true);
            }
            let id = row.get(0)?;
            if !found.rows.contains_key(&id)
                && let Some(read) = read(row)?
            {
                found.rows.insert(id, read);
            }
        }
        Ok(false)
    }
}

/// A row as it was added; none where it names what no course can hold.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<(Option<Home>, Entry)>> {
    let text = |at| row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from);
    let slug = |at| Ok::<_, rusqlite::Error>(text(at)?.and_then(Slug::parse));
    let Some(kind) = Kind::of_number(row.get(1)?) else { return Ok(None) };
    let entry = Entry { kind, target: slug(2)?, title: row.get(3)?, text: row.get(4)?, also: row.get(5)? };
    let home = match slug(6)? {
        Some(module) => {
            let lesson = match text(9)?.and_then(LessonId::parse) {
                Some(id) => Some(HomeLesson { id, title: row.get(10)?, planned: row.get(11)? }),
                None => None,
            };
            Some(Home { module, number: number_of(row, 7)?, title: row.get(8)?, lesson })
        }
        None => None,
    };
    Ok(Some((home, entry)))
}

fn number_of(row: &Row<'_>, at: usize) -> rusqlite::Result<usize> {
    Ok(usize::try_from(row.get::<_, i64>(at)?).unwrap_or_default())
}

fn ranked(query: &Query, rows: BTreeMap<i64, (Option<Home>, Entry)>) -> Vec<Ranked> {
    let rank = |(order, (home, entry)): (i64, (Option<Home>, Entry))| {
        let (score, holds_all) = score(query, home.as_ref(), &entry)?;
        Some(Ranked { score, holds_all, order, home, entry })
    };
    rows.into_iter().filter_map(rank).collect()
}

fn score(query: &Query, home: Option<&Home>, entry: &Entry) -> Option<(i32, bool)> {
    let [title, text, also] = [&entry.title, &entry.text, &entry.also].map(|text| Words::of(text));
    let lesson = home.and_then(|home| home.lesson.as_ref());
    let around = lesson.map_or(0, |lesson| Matched::of(query, &Words::of(&lesson.title)).terms);
    let answer = Answer {
        kind: entry.kind,
        asked: query.wanted.len(),
        numbered: query.is_numbered(),
        title: &Matched::of(query, &title),
        title_words: title.len(),
        // The text under a heading is found where it stands.
        text: &if entry.kind == Kind::Heading { Matched::default() } else { Matched::of(query, &text) },
        also: &Matched::of(query, &also),
        around,
        planned: lesson.is_some_and(|lesson| lesson.planned),
    };
    Some((answer.score()?, answer.holds_all()))
}

/// What the user wrote, where it holds all words, or some where there is little else.
fn own_hits(query: &Query, filter: &Filter, own: &[Own], others: usize) -> Vec<Ranked> {
    let let_through = |own: &&Own| {
        filter.module.is_none() || own.home.as_ref().map(|home| &home.module) == filter.module.as_ref()
    };
    let rank = |(own, order): (&Own, i64)| {
        let text = Words::of(&own.entry.text);
        let terms = Matched::of(query, &text).count();
        let answers = terms == query.wanted.len() || terms > 0 && others < ENOUGH;
        if !answers || query.refuses(&text) {
            return None;
        }
        let (score, holds_all) = score(query, own.home.as_ref(), &own.entry)?;
        let (home, entry) = (own.home.clone(), own.entry.clone());
        Some(Ranked { score, holds_all, order: i64::MAX - order, home, entry })
    };
    own.iter().filter(let_through).zip(0..).filter_map(rank).collect()
}

fn counts(ranked: &[Ranked]) -> [usize; 6] {
    Group::ALL.map(|group| ranked.iter().filter(|hit| hit.entry.kind.group() == group).count())
}

fn modules(ranked: &[Ranked]) -> Vec<(Home, usize)> {
    let mut modules: BTreeMap<usize, (Home, usize)> = BTreeMap::new();
    for home in ranked.iter().filter_map(|hit| hit.home.as_ref()) {
        let module = || (Home { lesson: None, ..home.clone() }, 0);
        modules.entry(home.number).or_insert_with(module).1 += 1;
    }
    modules.into_values().collect()
}

/// Best first; of one lesson, only the first hits keep their full weight.
fn sort(ranked: &mut [Ranked]) {
    let best_first = |a: &Ranked, b: &Ranked| b.score.cmp(&a.score).then(a.order.cmp(&b.order));
    ranked.sort_by(best_first);
    let mut of_lesson: BTreeMap<LessonId, usize> = BTreeMap::new();
    for hit in ranked.iter_mut() {
        let Some(lesson) = hit.home.as_ref().and_then(|home| home.lesson.as_ref()) else { continue };
        let before = of_lesson.entry(lesson.id.clone()).or_default();
        let beyond = i32::try_from(before.saturating_sub(OF_ONE_LESSON - 1)).unwrap_or(i32::MAX);
        hit.score -= beyond.saturating_mul(MAKES_ROOM).min(MOST_ROOM);
        *before += 1;
    }
    ranked.sort_by(best_first);
}

impl Ranked {
    fn shown(self, query: &Query) -> Hit {
        let Self { home, entry, .. } = self;
        let words = Words::of(&entry.title);
        let in_title = Matched::of(query, &words);
        let title = Marked { marks: excerpt::marks(&words, &in_title), text: entry.title.clone() };
        let words = Words::of(&entry.text);
        let mut in_text = Matched::of(query, &words);
        // Where the title answers side by side, single words below it are chance.
        let run = |matched: &Matched| matched.best().map_or(0, |best| best.run);
        if entry.kind == Kind::Heading || entry.kind.is_titled() && run(&in_title) > run(&in_text) {
            in_text = Matched::default();
        }
        let excerpt = excerpt::excerpt(&entry.text, &words, &in_text);
        Hit { kind: entry.kind, home, target: entry.target, title, excerpt }
    }
}

/// How the keys were read for the best hit, and the words found by it; none where they are what
/// was typed.
fn understood(query: &Query, best: &Ranked) -> Option<(Reading, String)> {
    let texts = [&best.entry.title, &best.entry.text];
    let (words, matched) = texts
        .map(|text| {
            let words = Words::of(text);
            let matched = Matched::of(query, &words);
            (words, matched)
        })
        .into_iter()
        .max_by_key(|(_, matched)| matched.best().map(|found| (found.run, found.exact)))?;
    let found = matched.best().filter(|_| matched.count() == query.wanted.len())?;
    let written: Vec<&str> = (found.run_from..=found.last).map(|at| words.written(at)).collect();
    let typed: BTreeSet<&str> = query
        .wanted
        .iter()
        .flat_map(|term| &term.readings)
        .flat_map(|phrase| &phrase.words)
        .map(|word| word.folded.as_str())
        .collect();
    let meant = written.join(" ").to_lowercase();
    let plain = !query.is_accented() && meant.split(' ').any(|word| !typed.contains(word));
    (found.reading != Reading::Typed || plain).then_some((found.reading, meant))
}
