//! The screens that are plugged in, and which of them the hall looks at.

use serde::{Deserialize, Serialize};

/// A screen as the system names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitor {
    /// Its name; some systems have none.
    pub name: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Its left upper corner on the desktop, in pixels.
    pub at: (i32, i32),
}

impl Monitor {
    /// Whether a place of the desktop, in pixels, is on it.
    pub fn holds(&self, (x, y): (i32, i32)) -> bool {
        let within =
            |at: i32, from: i32, length: u32| at >= from && at < from.saturating_add_unsigned(length);
        within(x, self.at.0, self.size.0) && within(y, self.at.1, self.size.1)
    }

    /// Whether it is the same screen, wherever it stands on the desktop.
    fn is(&self, other: &Self) -> bool {
        self.name == other.name && self.size == other.size
    }
}

/// All screens, and the speaker's own among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screens {
    /// In the system's order.
    pub all: Vec<Monitor>,
    /// The one on which the speaker's window is.
    pub own: Option<usize>,
    /// The first so many of them are known by number to whoever makes windows.
    pub numbered: usize,
}

impl Screens {
    /// The screen for the hall: the one chosen by name and size, else the chosen size, else any that
    /// is not the speaker's; none with a single screen.
    pub fn hall(&self, chosen: Option<&Monitor>) -> Option<usize> {
        let others = || (0..self.all.len()).filter(|at| Some(*at) != self.own);
        let like = |same: &dyn Fn(&Monitor, &Monitor) -> bool| {
            let chosen = chosen?;
            others().find(|at| self.all.get(*at).is_some_and(|screen| same(screen, chosen)))
        };
        like(&Monitor::is).or_else(|| like(&|a, b| a.size == b.size)).or_else(|| others().next())
    }

    /// The next screen after one, for swapping.
    pub fn after(&self, at: usize) -> Option<usize> {
        (self.all.len() > 1).then(|| (at + 1) % self.all.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitor(name: &str, width: u32) -> Monitor {
        Monitor { name: name.to_owned(), size: (width, 768), at: (0, 0) }
    }

    #[test]
    fn the_hall_gets_the_chosen_screen_or_any_that_is_not_the_speakers() {
        let screens = Screens {
            all: vec![monitor("eDP-1", 1366), monitor("HDMI-1", 1920), monitor("VGA-1", 1024)],
            own: Some(0),
            numbered: 3,
        };
        assert_eq!(screens.hall(Some(&monitor("VGA-1", 1024))), Some(2));
        assert_eq!(screens.hall(Some(&monitor("DP-7", 1024))), Some(2));
        assert_eq!(screens.hall(Some(&monitor("DP-7", 1280))), Some(1));
        assert_eq!(screens.hall(Some(&monitor("eDP-1", 1366))), Some(1));
        assert_eq!(screens.hall(None), Some(1));
    }

    #[test]
    fn a_single_screen_is_the_speakers() {
        let screens = Screens { all: vec![monitor("eDP-1", 1366)], own: Some(0), numbered: 1 };
        assert_eq!((screens.hall(None), screens.after(0)), (None, None));
    }
}
