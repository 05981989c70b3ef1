//! A virtual screen with a window manager, the program on it, and the user's hands and eyes.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hoclieu::disk;
use hoclieu::search::fold::fold_char;

const WIDTH: usize = 1366;
const HEIGHT: usize = 768;
/// Far more than anything takes on a slow machine.
const DEADLINE: Duration = Duration::from_mins(1);
/// The pause between two looks.
const LOOK: Duration = Duration::from_millis(50);

/// Looks until there is an answer.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(start.elapsed() < DEADLINE, "waited in vain: {what}");
        thread::sleep(LOOK);
    }
}

/// Letters on keys of their own, at most twelve. `xdotool` would bind a key to each as it types and
/// free it again, faster than a busy program looks up what was pressed.
const ACCENTED: &str = "áặốớư";

/// A keyboard with those letters on the keys from F13 on.
fn keymap() -> String {
    let mut keys = String::new();
    for (at, letter) in ACCENTED.chars().enumerate() {
        writeln!(keys, "key <FK{}> {{ [ {} ] }};", at + 13, keysym(letter)).unwrap();
    }
    format!(
        r#"xkb_keymap {{
            xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
            xkb_types {{ include "complete" }};
            xkb_compat {{ include "complete" }};
            xkb_symbols {{ include "pc+us" {keys} }};
        }};"#
    )
}

/// The name of the key of a letter.
fn keysym(letter: char) -> String {
    format!("U{:04X}", u32::from(letter))
}

/// A process that ends with the test.
struct Guarded(Child);

impl Drop for Guarded {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Starts a tool; where it is missing, says which package of Debian has it.
fn start(command: &mut Command, package: &str) -> Guarded {
    let child = command.spawn();
    Guarded(child.unwrap_or_else(|error| missing(command.get_program(), package, &error)))
}

fn missing(tool: &OsStr, package: &str, error: &io::Error) -> ! {
    panic!("{} did not start ({error}): apt-get install {package}", tool.display())
}

fn set_keymap(display: &str) {
    let mut command = Command::new("xkbcomp");
    command.args(["-w0", "-", display]).stdin(Stdio::piped()).stderr(Stdio::null());
    let mut compiler = start(&mut command, "x11-xkb-utils");
    compiler.0.stdin.take().unwrap().write_all(keymap().as_bytes()).unwrap();
    assert!(compiler.0.wait().unwrap().success(), "the keymap was refused");
}

/// A screen of 1366×768 with a window manager.
pub(crate) struct Screen {
    display: String,
    _manager: Guarded,
    _server: Guarded,
}

impl Screen {
    /// A screen by itself, under a free display number.
    pub(crate) fn new() -> Self {
        let mut command = Command::new("Xvfb");
        command.args(["-screen", "0", &format!("{WIDTH}x{HEIGHT}x24"), "-nolisten", "tcp", "-noreset"]);
        Self::of(command, "xvfb", set_keymap)
    }

    /// The screen of a server; `ready` is called before the window manager starts.
    pub(super) fn of(mut command: Command, package: &str, ready: impl FnOnce(&str)) -> Self {
        command.args(["-displayfd", "1"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = start(&mut command, package);
        // The server names its display when it is ready.
        let mut number = String::new();
        BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        ready(&display);
        let mut manager = Command::new("openbox");
        manager.env("DISPLAY", &display).stdout(Stdio::null()).stderr(Stdio::null());
        let manager = start(&mut manager, "openbox");
        let screen = Self { display, _manager: manager, _server: server };
        until("the window manager", || {
            let check = screen.run("xprop", "x11-utils", &["-root", "_NET_SUPPORTING_WM_CHECK"]);
            check.contains("window id").then_some(())
        });
        screen
    }

    /// What a tool prints on this screen.
    pub(super) fn run(&self, tool: &str, package: &str, args: &[&str]) -> String {
        String::from_utf8_lossy(&self.output(tool, package, args)).trim().to_owned()
    }

    pub(super) fn output(&self, tool: &str, package: &str, args: &[&str]) -> Vec<u8> {
        let output = Command::new(tool).args(args).env("DISPLAY", &self.display).output();
        output.unwrap_or_else(|error| missing(tool.as_ref(), package, &error)).stdout
    }

    pub(super) fn xdotool(&self, args: &[&str]) -> String {
        self.run("xdotool", "xdotool", args)
    }

    /// Presses keys one after the other.
    pub(crate) fn press(&self, keys: &str) {
        self.xdotool(&["key", "--clearmodifiers", keys]);
    }

    /// Draws the mouse from one point to another with its button held.
    pub(crate) fn drag(&self, from: [i32; 2], to: [i32; 2]) {
        let [[x, y], [to_x, to_y]] = [from, to].map(|point| point.map(|at| at.to_string()));
        self.xdotool(&["mousemove", &x, &y, "mousedown", "1", "mousemove", &to_x, &to_y, "mouseup", "1"]);
    }

    /// Types small letters as a Vietnamese keyboard hook does: first the plain ones, then for each
    /// word so many times backspace and the composed rest.
    pub(crate) fn type_as_a_hook(&self, text: &str) {
        for word in text.split_inclusive(' ') {
            let plain = word.trim_end().chars().map(fold_char);
            let same = word.chars().zip(plain.clone()).take_while(|(a, b)| a == b).count();
            let wrong = plain.clone().skip(same).map(|_| "BackSpace".to_owned());
            let keys: Vec<String> =
                plain.map(keysym).chain(wrong).chain(word.chars().skip(same).map(keysym)).collect();
            let keys = keys.iter().map(String::as_str);
            self.xdotool(&["key"].into_iter().chain(keys).collect::<Vec<_>>());
        }
    }

    /// What is on the screen.
    fn picture(&self) -> Vec<u8> {
        let crop = format!("{WIDTH}x{HEIGHT}+0+0");
        let args = ["-window", "root", "-crop", &crop, "-depth", "8", "rgb:-"];
        let picture = self.output("import", "imagemagick", &args);
        assert_eq!(picture.len(), WIDTH * HEIGHT * 3, "the screen could not be read");
        picture
    }

    /// Waits until the screen differs from `before` and stands still; until the first picture of
    /// the program the screen is black, and what is pressed then is lost.
    pub(crate) fn settled(&self, before: &Picture) -> Picture {
        let mut last = self.picture();
        let mut since = Instant::now();
        until("the screen changes and stands still", || {
            let now = self.picture();
            if now != last {
                (last, since) = (now, Instant::now());
            }
            let is_black = last.iter().skip(last.len() / 2).take(3).all(|channel| *channel == 0);
            let still = since.elapsed() >= STILL && !is_black && last != before.0;
            still.then(|| Picture(std::mem::take(&mut last)))
        })
    }

    /// Opens the program with the shipped course.
    pub(crate) fn open(&self, data: &Path, args: &[&str]) -> Viewer<'_> {
        self.start(self.program(args).arg("--data").arg(data))
    }

    /// The program with arguments, to be started on this screen.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoclieu"));
        command.args(args).env("DISPLAY", &self.display);
        command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("HOCLIEU_LOG", "error").env_remove("WAYLAND_DISPLAY");
        command
    }

    /// Starts the program.
    pub(crate) fn start(&self, command: &mut Command) -> Viewer<'_> {
        Viewer { process: Guarded(command.spawn().unwrap()), screen: self }
    }
}

/// So long nothing moves on a screen that stands still.
const STILL: Duration = Duration::from_millis(600);

/// What was on the screen.
#[derive(Default)]
pub(crate) struct Picture(Vec<u8>);

impl Picture {
    /// How many points have that colour.
    pub(crate) fn count(&self, colour: [u8; 3]) -> usize {
        self.0.chunks_exact(3).filter(|point| *point == colour).count()
    }
}

/// The running program.
pub(crate) struct Viewer<'a> {
    process: Guarded,
    screen: &'a Screen,
}

impl Viewer<'_> {
    /// Waits until the title of the window holds these words and the window has the keys.
    pub(crate) fn titled(&mut self, words: &str) {
        until(&format!("a window titled {words:?}"), || {
            let ended = self.process.0.try_wait().unwrap();
            assert!(ended.is_none(), "the program ended: {ended:?}");
            let title = self.screen.xdotool(&["getactivewindow", "getwindowname"]);
            title.contains(words).then_some(())
        });
    }

    /// Ends the process as a power cut does.
    pub(crate) fn kill(mut self) {
        self.process.0.kill().unwrap();
        self.process.0.wait().unwrap();
    }

    /// Waits until the program has ended by itself.
    pub(crate) fn ended(mut self) -> ExitStatus {
        until("the program ends", || self.process.0.try_wait().unwrap())
    }

    /// The processor time that it took so far, in ticks of 10 ms.
    pub(crate) fn ticks(&self) -> u64 {
        let file = PathBuf::from(format!("/proc/{}/stat", self.process.0.id()));
        let stat = String::from_utf8(disk::read_at_most(&file, 4096).unwrap().unwrap()).unwrap();
        // The name in brackets may hold spaces; user and system time are the 12th and 13th after it.
        let (_, fields) = stat.rsplit_once(')').unwrap();
        fields.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
    }
}
