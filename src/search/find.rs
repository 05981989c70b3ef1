//! Asking the index: a few hundred candidates, titles first, ranked by what stands in them.

use std::collections::btree_map::Entry::Vacant;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension as _, Row};

use super::entry::{Entry, Filter, Found, Group, Hit, Home, HomeLesson, Kind, Marked};
use super::error::{IndexError, IndexErrorKind};
use super::excerpt;
use super::index::Index;
use super::keyboard::Reading;
use super::matching::Matched;
use super::query::Query;
use super::rank::score;
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

/// A candidate with its rank; it is read whole only when it is shown.
struct Ranked<'a> {
    score: i32,
    /// Whether every word is found in it or around it.
    holds_all: bool,
    kind: Kind,
    /// The number of its module.
    module: Option<usize>,
    lesson: Option<String>,
    whence: Whence<'a>,
}

/// Where a candidate comes from; those of the index go first among equals, in the order of the course.
#[derive(Clone, Copy)]
enum Whence<'a> {
    /// The numbers of the entry and of its home.
    Index { entry: i64, home: Option<i64> },
    /// Its place among the user's own.
    Own(usize, &'a Own),
}

/// The candidates of the index by their number; those are none that turn out to answer nothing.
struct Candidates<'a> {
    ranked: BTreeMap<i64, Option<Ranked<'a>>>,
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
        let answer = || {
            // Held to the end, or every row that is read by its number locks the file anew.
            let _reading = self.conn.unchecked_transaction()?;
            self.answer(query, filter, own, limit)
        };
        answer().map_err(|kind: IndexErrorKind| kind.of(self.file.as_deref()))
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
        let mut ranked: Vec<Ranked<'_>> = all.ranked.into_values().flatten().collect();
        ranked.extend(own_hits(query, filter, own, ranked.len()));
        let mut found = Found { counts: counts(&ranked), more, ..Found::default() };
        found.modules = if filter.module.is_some() {
            // Which others could be chosen instead.
            self.modules(self.candidates(query, &[])?.ranked.values().flatten())?
        } else {
            self.modules(ranked.iter())?
        };
        if let Some(group) = filter.group {
            ranked.retain(|hit| hit.kind.group() == group);
            if more && group != Group::Own {
                tokens.push(tokens::group_token(group));
                ranked = self.candidates(query, &tokens)?.ranked.into_values().flatten().collect();
            }
        }
        sort(&mut ranked);
        found.partly = ranked.first().is_some_and(|best| !best.holds_all);
        for (place, ranked) in ranked.into_iter().take(limit).enumerate() {
            let (home, entry) = self.whole(&ranked)?;
            if place == 0 {
                found.understood = understood(query, &entry);
            }
            found.hits.push(shown(query, home, entry));
        }
        Ok(found)
    }

    fn number(&self, module: &Slug) -> rusqlite::Result<Option<usize>> {
        let sql = "SELECT number FROM home WHERE module = ?1 LIMIT 1";
        self.conn.prepare_cached(sql)?.query_row([module.as_str()], |row| number_of(row, 0)).optional()
    }

    fn candidates<'a>(&self, query: &Query, filters: &[String]) -> Result<Candidates<'a>, IndexErrorKind> {
        let mut found = Candidates { ranked: BTreeMap::new(), more: false };
        let spoken = query.is_accented() || query.wanted.iter().any(|term| term.readings.len() > 1);
        let narrow = |wanted: &str| tokens::narrowed(wanted, query, filters);
        let texts = query.for_texts();
        let room = if spoken { ACCENTED } else { CANDIDATES };
        for (look, room) in [(Look::Accented, room), (Look::Folded, CANDIDATES)] {
            if look == Look::Accented && !spoken {
                continue;
            }
            let titled = narrow(&tokens::all(query, look));
            let by_title = self.gather(query, "head", &titled, found.ranked.len() + BY_TITLE, &mut found)?;
            if query.is_one_letter() {
                return Ok(Candidates { more: by_title, ..found });
            }
            if let Some(together) = tokens::side_by_side(&texts, look) {
                self.gather(query, "body", &narrow(&together), found.ranked.len() + TOGETHER, &mut found)?;
            }
            let in_body =
                self.gather(query, "body", &narrow(&tokens::all(&texts, look)), room, &mut found)?;
            found.more = by_title || in_body;
        }
        if found.ranked.len() < ENOUGH {
            for some in [tokens::all_but_one(&texts), tokens::any(&texts)].into_iter().flatten() {
                let some = narrow(&some);
                for table in ["head", "body"] {
                    self.gather(query, table, &some, found.ranked.len() + SOME, &mut found)?;
                }
                if found.ranked.len() >= ENOUGH {
                    break;
                }
            }
        }
        Ok(found)
    }

    /// Adds hits until there are `upto`; answers whether there may be more.
    fn gather(
        &self,
        query: &Query,
        table: &str,
        expression: &str,
        upto: usize,
        found: &mut Candidates<'_>,
    ) -> Result<bool, IndexErrorKind> {
        let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1");
        let mut numbers = self.conn.prepare_cached(&sql)?;
        let mut entries = self.conn.prepare_cached(
            "SELECT e.id, e.kind, e.title, e.text, e.also, e.home, h.number, h.lesson, h.lesson_title, h.planned
             FROM entry e LEFT JOIN home h ON h.id = e.home WHERE e.id = ?1",
        )?;
        let mut rows = numbers.query([expression])?;
        while let Some(row) = rows.next()? {
            if found.ranked.len() >= upto {
                return Ok(true);
            }
            let number: i64 = row.get(0)?;
            if let Vacant(place) = found.ranked.entry(number) {
                place.insert(entries.query_one([number], |row| ranked(query, row)).optional()?.flatten());
            }
        }
        Ok(false)
    }

    /// All that is shown of a candidate.
    fn whole(&self, ranked: &Ranked<'_>) -> rusqlite::Result<(Option<Home>, Entry)> {
        let (entry, home) = match ranked.whence {
            Whence::Index { entry, home } => (entry, home),
            Whence::Own(_, own) => return Ok((own.home.clone(), own.entry.clone())),
        };
        let sql = "SELECT target, title, text, also FROM entry WHERE id = ?1";
        let entry = self.conn.prepare_cached(sql)?.query_one([entry], |row| {
            let target = text(row, 0)?.and_then(Slug::parse);
            Ok(Entry { kind: ranked.kind, target, title: row.get(1)?, text: row.get(2)?, also: row.get(3)? })
        });
        let home = home.map(|home| self.home(home)).transpose()?;
        Ok((home.flatten(), entry?))
    }

    /// A home by its number; none where it names what no course can hold.
    fn home(&self, number: i64) -> rusqlite::Result<Option<Home>> {
        let sql = "SELECT module, number, title, lesson, lesson_title, planned FROM home WHERE id = ?1";
        self.conn.prepare_cached(sql)?.query_one([number], |row| {
            let Some(module) = text(row, 0)?.and_then(Slug::parse) else { return Ok(None) };
            let lesson = match text(row, 3)?.and_then(LessonId::parse) {
                Some(id) => Some(HomeLesson { id, title: row.get(4)?, planned: row.get(5)? }),
                None => None,
            };
            Ok(Some(Home { module, number: number_of(row, 1)?, title: row.get(2)?, lesson }))
        })
    }

    /// The modules of hits, with how many each has.
    fn modules<'a>(
        &self,
        ranked: impl Iterator<Item = &'a Ranked<'a>>,
    ) -> rusqlite::Result<Vec<(Home, usize)>> {
        let mut modules: BTreeMap<usize, (Whence<'_>, usize)> = BTreeMap::new();
        for hit in ranked {
            let Some(module) = hit.module else { continue };
            modules.entry(module).or_insert((hit.whence, 0)).1 += 1;
        }
        let named = |(whence, count)| {
            let home = match whence {
                Whence::Index { home: Some(home), .. } => self.home(home),
                Whence::Index { home: None, .. } => Ok(None),
                Whence::Own(_, own) => Ok(own.home.clone()),
            };
            home.map(|home| Some((Home { lesson: None, ..home? }, count))).transpose()
        };
        modules.into_values().filter_map(named).collect()
    }
}

fn text<'a>(row: &'a Row<'_>, at: usize) -> rusqlite::Result<Option<&'a str>> {
    Ok(row.get_ref(at)?.as_str_or_null()?)
}

fn number_of(row: &Row<'_>, at: usize) -> rusqlite::Result<usize> {
    Ok(usize::try_from(row.get::<_, i64>(at)?).unwrap_or_default())
}

/// An entry as it was added; none where nothing of it answers.
fn ranked<'a>(query: &Query, row: &Row<'_>) -> rusqlite::Result<Option<Ranked<'a>>> {
    let Some(kind) = Kind::of_number(row.get(1)?) else { return Ok(None) };
    let read = |at| Ok::<_, rusqlite::Error>(text(row, at)?.unwrap_or_default());
    let home: Option<i64> = row.get(5)?;
    let module = home.map(|_| number_of(row, 6)).transpose()?;
    let lesson = text(row, 7)?.map(str::to_owned);
    let planned = lesson.is_some() && row.get(9)?;
    // The text under a heading is found where it stands.
    let text = if kind == Kind::Heading { "" } else { read(3)? };
    let found = score(query, kind, [read(2)?, text, read(4)?], read(8)?, planned);
    let whence = Whence::Index { entry: row.get(0)?, home };
    Ok(found.map(|(score, holds_all)| Ranked { score, holds_all, kind, module, lesson, whence }))
}

/// What the user wrote, where it holds all words, or some where there is little else.
fn own_hits<'a>(query: &Query, filter: &Filter, own: &'a [Own], others: usize) -> Vec<Ranked<'a>> {
    let let_through = |(_, own): &(usize, &Own)| {
        filter.module.is_none() || own.home.as_ref().map(|home| &home.module) == filter.module.as_ref()
    };
    let rank = |(at, own): (usize, &'a Own)| {
        let terms = Matched::of(query, &own.entry.text).count();
        let answers = terms == query.wanted.len() || terms > 0 && others < ENOUGH;
        if !answers || query.refuses(&own.entry.text) {
            return None;
        }
        let Entry { kind, title, text, also, .. } = &own.entry;
        let lesson = own.home.as_ref().and_then(|home| home.lesson.as_ref());
        let (around, planned) = lesson.map_or(("", false), |lesson| (&lesson.title, lesson.planned));
        let (score, holds_all) = score(query, *kind, [title, text, also], around, planned)?;
        Some(Ranked {
            score,
            holds_all,
            kind: *kind,
            module: own.home.as_ref().map(|home| home.number),
            lesson: lesson.map(|lesson| lesson.id.to_string()),
            whence: Whence::Own(at, own),
        })
    };
    own.iter().enumerate().filter(let_through).filter_map(rank).collect()
}

fn counts(ranked: &[Ranked<'_>]) -> [usize; 6] {
    Group::ALL.map(|group| ranked.iter().filter(|hit| hit.kind.group() == group).count())
}

/// Best first; of one lesson, only the first hits keep their full weight.
fn sort(ranked: &mut [Ranked<'_>]) {
    let best_first = |a: &Ranked<'_>, b: &Ranked<'_>| b.score.cmp(&a.score).then(a.order().cmp(&b.order()));
    ranked.sort_by(best_first);
    let mut of_lesson: BTreeMap<&str, usize> = BTreeMap::new();
    for Ranked { score, lesson, .. } in ranked.iter_mut() {
        let Some(lesson) = lesson else { continue };
        let before = of_lesson.entry(lesson).or_default();
        let beyond = i32::try_from(before.saturating_sub(OF_ONE_LESSON - 1)).unwrap_or(i32::MAX);
        *score -= beyond.saturating_mul(MAKES_ROOM).min(MOST_ROOM);
        *before += 1;
    }
    ranked.sort_by(best_first);
}

impl Ranked<'_> {
    fn order(&self) -> (bool, i64) {
        match self.whence {
            Whence::Index { entry, .. } => (false, entry),
            Whence::Own(at, _) => (true, i64::try_from(at).unwrap_or(i64::MAX)),
        }
    }
}

fn shown(query: &Query, home: Option<Home>, entry: Entry) -> Hit {
    let in_title = Matched::of(query, &entry.title);
    let marks = excerpt::marks(&Words::of(&entry.title), &in_title);
    let mut in_text = Matched::of(query, &entry.text);
    // Where the title answers side by side, single words below it are chance.
    let run = |matched: &Matched| matched.best().map_or(0, |best| best.run);
    if entry.kind == Kind::Heading || entry.kind.is_titled() && run(&in_title) > run(&in_text) {
        in_text = Matched::default();
    }
    let excerpt = excerpt::excerpt(&entry.text, &Words::of(&entry.text), &in_text);
    let title = Marked { marks, text: entry.title };
    Hit { kind: entry.kind, home, target: entry.target, title, excerpt }
}

/// How the keys were read for the best hit, and the words found by it; none where they are what
/// was typed.
fn understood(query: &Query, best: &Entry) -> Option<(Reading, String)> {
    let texts = [&best.title, &best.text];
    let (words, matched) = texts
        .map(|text| (Words::of(text), Matched::of(query, text)))
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
