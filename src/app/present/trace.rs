//! How long a press takes until the hall sees what it did; only for those who measure.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::app::present::At;

/// Tells on stderr, for each change of the hall's picture, which slide and step it shows and the
/// milliseconds since the frame began in which the press arrived: until the hall's frame was laid out,
/// and until it was painted and handed to the screen.
pub struct Trace {
    start: Instant,
    /// When the present frame of any window began; all times in microseconds, zero for none.
    began: AtomicU64,
    pressed: AtomicU64,
    laid_out: AtomicU64,
    shown: AtomicU64,
}

/// A press that has changed nothing for so long will not.
const FORGOTTEN: Duration = Duration::from_secs(2);

impl Trace {
    /// A trace that counts from now.
    pub fn new() -> Self {
        let [began, pressed, laid_out, shown] = [0, 0, 0, u64::MAX].map(AtomicU64::new);
        Self { start: Instant::now(), began, pressed, laid_out, shown }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_micros()).unwrap_or_default().max(1)
    }

    /// A window begins a frame: what was drawn before is on its screen.
    pub fn frame_begins(&self) {
        let now = self.now();
        self.began.store(now, Ordering::Relaxed);
        let laid_out = self.laid_out.swap(0, Ordering::Relaxed);
        if laid_out == 0 {
            return;
        }
        let pressed = self.pressed.swap(0, Ordering::Relaxed);
        let at = self.shown.load(Ordering::Relaxed);
        if pressed > 0 {
            let ms = |until: u64| Duration::from_micros(until.saturating_sub(pressed)).as_secs_f64() * 1000.0;
            eprintln!(
                "slide {} step {} laid-out {:.1} shown {:.1}",
                at >> 32,
                at & 0xffff_ffff,
                ms(laid_out),
                ms(now)
            );
        }
    }

    /// A press arrived in this frame; the first of several counts.
    pub fn pressed(&self) {
        let (before, began) = (self.pressed.load(Ordering::Relaxed), self.began.load(Ordering::Relaxed));
        let old = began.saturating_sub(before) > u64::try_from(FORGOTTEN.as_micros()).unwrap_or_default();
        if before == 0 || old {
            self.pressed.store(began, Ordering::Relaxed);
        }
    }

    /// The hall's frame was laid out; whether it shows another slide or step than before.
    pub fn laid_out(&self, at: At) -> bool {
        let word = |number: usize| u64::from(u32::try_from(number).unwrap_or(u32::MAX));
        let shows = word(at.slide) << 32 | word(at.step);
        let is_new = self.shown.swap(shows, Ordering::Relaxed) != shows;
        if is_new {
            self.laid_out.store(self.now(), Ordering::Relaxed);
        }
        is_new
    }
}

impl Default for Trace {
    fn default() -> Self {
        Self::new()
    }
}
