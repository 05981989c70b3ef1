//! What stays of a class, in words.

use i18n_embed_fl::fl;

use crate::app::present::{letter, time_of_day};
use crate::app::tr::Tr;
use crate::class::record::Parked;
use crate::class::{Item, Record, Round, Tally};
use crate::content::{Course, LessonId};
use crate::store::Millis;

/// A line of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What follows.
    Heading(String),
    /// A sentence.
    Text(String),
    /// One of several.
    Item(String),
}

impl Line {
    /// As it stands in a message.
    pub fn plain(&self) -> String {
        match self {
            Self::Heading(text) => format!("\n{text}"),
            Self::Text(text) => text.clone(),
            Self::Item(text) => format!("- {text}"),
        }
    }
}

/// The record of a class; lessons have their titles where its course is open.
pub fn record_text(tr: &Tr, record: &Record, course: Option<&Course>) -> Vec<Line> {
    let mut lines = vec![Line::Heading(record.title.clone()), Line::Text(when(tr, record))];
    if let Some(people) = record.attendance {
        lines.push(Line::Text(fl!(tr, "record-attendance", people = people.to_string())));
    }
    lines.push(Line::Heading(fl!(tr, "record-lessons")));
    for (lesson, spent) in record.lessons() {
        let title = course.and_then(|course| course.spot(&lesson)).map(|spot| spot.entry.title.clone());
        let title = title.unwrap_or_else(|| lesson.to_string());
        let minutes = minutes(spent).to_string();
        lines.push(Line::Item(match planned(record, &lesson) {
            Some(planned) => {
                fl!(
                    tr,
                    "record-lesson-planned",
                    title = title,
                    minutes = minutes,
                    planned = planned.to_string()
                )
            }
            None => fl!(tr, "record-lesson", title = title, minutes = minutes),
        }));
    }
    for pause in &record.breaks {
        let minutes = minutes(pause.length).to_string();
        lines.push(Line::Item(fl!(tr, "record-break", message = pause.message.as_str(), minutes = minutes)));
    }
    if !record.tallies.is_empty() {
        lines.push(Line::Heading(fl!(tr, "record-hands")));
        lines.extend(record.tallies.iter().map(|tally| Line::Item(hands(tr, tally))));
    }
    let parked: Vec<&Parked> = record.parked.iter().filter(|parked| !parked.gone).collect();
    if !parked.is_empty() {
        lines.push(Line::Heading(fl!(tr, "record-parked")));
        lines.extend(parked.into_iter().map(|parked| {
            let text = parked.text.as_str();
            Line::Item(if parked.answered {
                fl!(tr, "record-parked-answered", text = text)
            } else {
                text.to_owned()
            })
        }));
    }
    lines
}

fn when(tr: &Tr, record: &Record) -> String {
    let began = jiff::Timestamp::from_millisecond(record.began.0).unwrap_or_default();
    let day = began.to_zoned_datetime(jiff::tz::TimeZone::system()).strftime("%d/%m/%Y").to_string();
    let (from, to) = (time_of_day(record.began), time_of_day(record.ended.unwrap_or(record.last)));
    let taught = minutes(record.taught_until(record.last)).to_string();
    fl!(tr, "record-when", day = day, from = from, to = to, taught = taught)
}

/// Rounded to whole minutes.
fn minutes(spent: Millis) -> i64 {
    (spent.0 + 30_000) / 60_000
}

fn planned(record: &Record, lesson: &LessonId) -> Option<u32> {
    let of_lesson = record.plan.items.iter().filter_map(|item| match item {
        Item::Lesson(taught) if taught.lesson == *lesson => taught.minutes,
        _ => None,
    });
    of_lesson.map(u32::from).reduce(|sum, minutes| sum + minutes)
}

fn hands(tr: &Tr, tally: &Tally) -> String {
    let round = match tally.round {
        Round::Before => fl!(tr, "hands-before"),
        Round::After => fl!(tr, "hands-after"),
    };
    let choices = tally.choices.iter().enumerate().map(|(choice, words)| {
        let share = format!("{:.0} %", tally.share(choice) * 100.0);
        format!("{}. {words}: {} ({share})", letter(choice), tally.of_choice(choice))
    });
    format!("{} [{round}] – {}", tally.question, choices.collect::<Vec<_>>().join("; "))
}
