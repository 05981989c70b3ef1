//! How the time goes: what is left, whether it is enough, and what could be left out.

use super::Talk;
use crate::content::block::Path;
use crate::store::Millis;

/// How the time goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Within a minute or a tenth of the plan.
    OnTime,
    /// A little late.
    Late,
    /// So late that something must be left out.
    TooLate,
}

impl Talk {
    /// Minutes planned for the slides from the present one on, the present one less what it has had.
    pub fn minutes_left(&self, now: Millis) -> u32 {
        let left =
            self.deck.slides.iter().enumerate().skip(self.at.slide).filter(|(at, _)| !self.is_left_out(*at));
        let planned: u32 = left.map(|(_, slide)| u32::from(slide.minutes)).sum();
        let (had, given) =
            self.slide().map_or((0, 0), |slide| (self.spent_ms(&slide.key, now) / 60_000, slide.minutes));
        let had = u32::try_from(had).unwrap_or_default().min(u32::from(given));
        planned.saturating_sub(had)
    }

    /// Minutes ahead of the plan, negative when late: to the end that was set, else since the begin.
    pub fn minutes_ahead(&self, now: Millis) -> i64 {
        let left = i64::from(self.minutes_left(now));
        if let Some(ends) = self.record.ends {
            return (ends.0 - now.0) / 60_000 - left;
        }
        let all = self.deck.slides.iter().enumerate().filter(|(at, _)| !self.is_left_out(*at));
        let planned: i64 = all.map(|(_, slide)| i64::from(slide.minutes)).sum();
        planned - left - self.record.spent_on_all(now).0 / 60_000
    }

    /// The pace in three classes.
    pub fn pace(&self, now: Millis) -> Pace {
        let ahead = self.minutes_ahead(now);
        let room = i64::from(self.minutes_left(now)) / 10;
        match ahead {
            _ if ahead >= -room.max(1) => Pace::OnTime,
            _ if ahead >= -(room * 2).max(4) => Pace::Late,
            _ => Pace::TooLate,
        }
    }

    /// Slides ahead that may be left out, the last first, until the class ends in time.
    pub fn could_drop(&self, now: Millis) -> Vec<usize> {
        let mut late = -self.minutes_ahead(now);
        let mut drop = Vec::new();
        for at in self.elastic(true).into_iter().rev() {
            if late <= 0 {
                break;
            }
            late -= self.minutes_of(at);
            drop.push(at);
        }
        drop
    }

    /// Slides ahead that were left out and fit into the time that was won, the first first.
    pub fn could_take(&self, now: Millis) -> Vec<usize> {
        let mut ahead = self.minutes_ahead(now);
        let fits = |at: &usize| {
            let minutes = self.minutes_of(*at);
            let fits = minutes > 0 && minutes <= ahead;
            ahead -= if fits { minutes } else { 0 };
            fits
        };
        self.elastic(false).into_iter().filter(fits).collect()
    }

    /// Slides ahead that may be left out, as far as they are shown or as far as they are not; parts that
    /// continue go with the first one.
    pub fn elastic(&self, shown: bool) -> Vec<usize> {
        let may_go = |at: &usize| {
            let slide = self.deck.slides.get(*at);
            let extra = slide.is_some_and(|slide| slide.path == Path::Extra);
            let first = slide.is_some_and(|slide| slide.key.part == 0);
            let out = self.is_left_out(*at);
            first && if shown { extra && !out } else { out }
        };
        (self.at.slide + 1..self.deck.slides.len()).filter(may_go).collect()
    }

    fn minutes_of(&self, slide: usize) -> i64 {
        self.deck.slides.get(slide).map_or(0, |slide| i64::from(slide.minutes))
    }
}
