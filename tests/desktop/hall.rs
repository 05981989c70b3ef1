//! Two monitors: the speaker's laptop and the hall's projector at its right.

use std::path::Path;
use std::process::Command;

use hoclieu::disk;

use crate::screen::{Screen, until};

/// A server whose monitors exist in memory only; its outputs are plugged in and out.
const CONFIG: &str = include_str!("monitors.conf");

/// The place of the projector's picture on the desktop.
pub(crate) const PROJECTOR: &str = "1920x1080+1366+0";

/// Whether the eye sees the same; letters may be drawn a hair differently.
pub(crate) fn alike(one: &[u8], other: &[u8]) -> bool {
    let differ = one.iter().zip(other).filter(|(a, b)| a.abs_diff(**b) > 64).count();
    one.len() == other.len() && differ < one.len() / 1000
}

/// A laptop with a projector.
pub(crate) struct Hall {
    pub(crate) screen: Screen,
}

impl Hall {
    /// Both monitors are on; `folder` keeps the server's files.
    pub(crate) fn new(folder: &Path) -> Self {
        let config = folder.join("monitors.conf");
        disk::replace(&config, CONFIG.as_bytes()).unwrap();
        let mut server = Command::new("Xorg");
        server.arg("-config").arg(&config).arg("-logfile").arg(folder.join("server.log"));
        server.args(["-nolisten", "tcp", "-noreset", "vt7", "-novtswitch", "-sharevts"]);
        let monitors = |display: &str| {
            for args in [
                &["--output", "DUMMY0", "--mode", "1366x768", "--primary"][..],
                &["--addmode", "DUMMY1", "1920x1080"],
                &["--output", "DUMMY1", "--mode", "1920x1080", "--right-of", "DUMMY0"],
            ] {
                let set = Command::new("xrandr").args(args).env("DISPLAY", display).status();
                assert!(
                    set.is_ok_and(|status| status.success()),
                    "xrandr: apt-get install x11-xserver-utils"
                );
            }
        };
        Self { screen: Screen::of(server, "xserver-xorg-core xserver-xorg-video-dummy", monitors) }
    }

    /// Pulls the projector's cable.
    pub(crate) fn unplug(&self) {
        self.screen.run("xrandr", "x11-xserver-utils", &["--output", "DUMMY1", "--off"]);
    }

    /// Plugs it in again.
    pub(crate) fn plug(&self) {
        let on = ["--output", "DUMMY1", "--mode", "1920x1080", "--right-of", "DUMMY0"];
        self.screen.run("xrandr", "x11-xserver-utils", &on);
    }

    /// The windows of the program: the hall's, or the others.
    fn windows(&self, of_hall: bool) -> Option<String> {
        let all = self.screen.xdotool(&["search", "--onlyvisible", "--class", "hoclieu"]);
        let title = |window: &str| self.screen.xdotool(&["getwindowname", window]);
        let found = all.lines().find(|window| title(window).starts_with("Màn chiếu của lớp") == of_hall);
        found.map(str::to_owned)
    }

    /// The hall's window, where there is one.
    pub(crate) fn window(&self) -> Option<String> {
        self.windows(true)
    }

    /// Minimises the speaker's window.
    pub(crate) fn minimise_speaker(&self) {
        let speaker = self.windows(false).unwrap();
        self.screen.xdotool(&["windowminimize", &speaker]);
    }

    /// Gives the keys to the speaker's window.
    pub(crate) fn focus_speaker(&self) {
        let speaker = self.windows(false).unwrap();
        self.screen.xdotool(&["windowactivate", "--sync", &speaker]);
    }

    /// Waits until the hall's window fills the projector.
    pub(crate) fn fills_the_projector(&self) -> String {
        until("the hall's window fills the projector", || {
            let window = self.window()?;
            let place = self.screen.xdotool(&["getwindowgeometry", "--shell", &window]);
            let has = |line: &str| place.lines().any(|known| known == line);
            let fills = has("X=1366") && has("Y=0") && has("WIDTH=1920") && has("HEIGHT=1080");
            fills.then_some(window)
        })
    }

    /// A part of the desktop.
    pub(crate) fn part(&self, part: &str) -> Vec<u8> {
        let args = ["-window", "root", "-crop", part, "-depth", "8", "rgb:-"];
        self.screen.output("import", "imagemagick", &args)
    }

    /// What the hall sees.
    pub(crate) fn picture(&self) -> Vec<u8> {
        let picture = self.part(PROJECTOR);
        assert_eq!(picture.len(), 1920 * 1080 * 3, "the hall's screen could not be read");
        picture
    }

    /// What a part of the desktop shows once it no longer changes; pictures come when they are drawn.
    pub(crate) fn at_rest(&self, part: &str) -> Vec<u8> {
        let (mut last, mut looks) = (self.part(part), 0);
        until("a picture that rests", || {
            let now = self.part(part);
            looks = if alike(&now, &last) { looks + 1 } else { 0 };
            last = now;
            (looks > 10).then(|| last.clone())
        })
    }

    /// Waits until the hall sees nothing.
    pub(crate) fn goes_black(&self) -> Vec<u8> {
        until("a black screen", || Some(self.picture()).filter(|now| now.iter().all(|channel| *channel == 0)))
    }

    /// Waits until the hall sees that picture again.
    pub(crate) fn sees(&self, what: &str, picture: &[u8]) {
        until(what, || alike(&self.picture(), picture).then_some(()));
    }

    /// Waits until the hall sees something else.
    pub(crate) fn changed(&self, what: &str, before: &[u8]) -> Vec<u8> {
        until(what, || Some(self.picture()).filter(|now| now != before))
    }
}
