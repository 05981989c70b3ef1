//! Slides that go round while the hall fills, or in a break.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::app::present::Deck;
use crate::store::Millis;

/// How many seconds a slide may stand, as they are offered.
pub const SECONDS: [u8; 6] = [5, 8, 12, 20, 30, 60];
/// How many seconds it stands where nothing else was chosen.
pub const USUAL_SECONDS: u8 = 12;
/// So many slides are chosen at first, at most.
const USUAL_SLIDES: usize = 8;

/// Slides in a loop, each for some seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreShow {
    /// At least one.
    slides: Vec<usize>,
    seconds: u8,
    since: Millis,
}

impl PreShow {
    /// A loop that begins now; none without slides.
    pub fn new(slides: Vec<usize>, seconds: u8, now: Millis) -> Option<Self> {
        let [least, .., most] = SECONDS;
        (!slides.is_empty()).then_some(Self { slides, seconds: seconds.clamp(least, most), since: now })
    }

    fn length_ms(&self) -> i64 {
        i64::from(self.seconds) * 1000
    }

    /// The slide at a moment, or so many turns after it.
    fn turn(&self, now: Millis, ahead: usize) -> usize {
        let turns = usize::try_from((now.0 - self.since.0).max(0) / self.length_ms()).unwrap_or_default();
        self.slides.get((turns + ahead) % self.slides.len()).copied().unwrap_or_default()
    }

    /// The slide that the hall sees.
    pub fn slide(&self, now: Millis) -> usize {
        self.turn(now, 0)
    }

    /// The one that it sees next.
    pub fn next(&self, now: Millis) -> usize {
        self.turn(now, 1)
    }

    /// How long until then.
    pub fn left(&self, now: Millis) -> Duration {
        let gone = (now.0 - self.since.0).max(0) % self.length_ms();
        Duration::from_millis(u64::try_from(self.length_ms() - gone).unwrap_or_default())
    }

    /// The same slides in a deck that was set anew.
    pub(super) fn moved(self, old: &Deck, new: &Deck) -> Option<Self> {
        let keys = self.slides.iter().filter_map(|at| old.slides.get(*at)).map(|slide| &slide.key);
        let slides = keys.filter_map(|key| new.slides.iter().position(|slide| slide.key == *key)).collect();
        Self::new(slides, self.seconds, self.since)
    }
}

/// What is worth seeing without words: titles, pictures, and numbers to call.
pub fn usual_slides(deck: &Deck) -> BTreeSet<usize> {
    let all = deck.slides.iter().enumerate();
    let fit = all.filter(|(_, slide)| {
        slide.page.slide.is_none() || slide.has_numbers || slide.page.pictures().next().is_some()
    });
    let fit: BTreeSet<usize> = fit.map(|(at, _)| at).take(USUAL_SLIDES).collect();
    if fit.is_empty() { BTreeSet::from([0]) } else { fit }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slides_go_round_each_for_its_seconds() {
        let show = PreShow::new(vec![4, 0, 7], 12, Millis(1_000)).unwrap();
        let at = |second: i64| show.slide(Millis(1_000 + second * 1000));
        assert_eq!([0, 11, 12, 24, 36, 47].map(at), [4, 4, 0, 7, 4, 4]);
        assert_eq!((show.next(Millis(1_000)), show.next(Millis(26_000))), (0, 4));
        assert_eq!(show.left(Millis(14_000)), Duration::from_secs(11));
        // A clock that was set back shows the first slide.
        assert_eq!(show.slide(Millis(0)), 4);
    }

    #[test]
    fn there_is_no_loop_of_nothing_and_none_that_flickers() {
        assert_eq!(PreShow::new(Vec::new(), 12, Millis(0)), None);
        let fast = PreShow::new(vec![0, 1], 0, Millis(0)).unwrap();
        assert_eq!((fast.slide(Millis(4_999)), fast.slide(Millis(5_000))), (0, 1));
    }
}
