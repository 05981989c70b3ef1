//! How long the hall waits for a slide: the real program on a laptop with a projector, drawn in software,
//! with keys from outside. A press that is on the screen after 33 ms feels immediate.
//!
//! Measured is from the begin of the frame in which the press arrives until the hall's frame of 1920×1080
//! was painted and handed to the screen, the speaker's own frame in between.

#![expect(clippy::unwrap_used, reason = "a bench without its program ends")]

#[expect(dead_code, reason = "shared with the tests of the real window")]
#[path = "../tests/desktop/hall.rs"]
mod hall;
#[expect(dead_code, reason = "shared with the tests of the real window")]
#[path = "../tests/desktop/screen.rs"]
mod screen;

use std::io::{BufRead as _, BufReader};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use hall::Hall;
use screen::Picture;

const LESSON: &str = "m06/cuu-duoi-an-toan";
const TITLE: &str = "Cứu đuối an toàn và hồi sức";
/// What is promised.
const MEDIAN_MS: f64 = 33.0;
const PRESSES: usize = 120;
/// So many times a speaker in a hurry presses within a second, at last back again.
const BURST: (usize, usize) = (15, 5);
const BURST_DELAY: &str = "50";
/// The speaker looks at what was shown; the next slide is prepared meanwhile.
const BETWEEN: Duration = Duration::from_millis(250);
const QUIET: Duration = Duration::from_secs(2);
/// A press that changes nothing for so long was made on the last slide.
const PATIENCE: Duration = Duration::from_secs(5);

/// One change of the hall's picture.
#[derive(Clone, Copy, Debug)]
struct Change {
    at: (u32, u32),
    laid_out_ms: f64,
    shown_ms: f64,
}

/// Reads a line such as `slide 4 step 0 laid-out 8.1 shown 19.7`.
fn read(line: &str) -> Option<Change> {
    let mut words = line.split(' ');
    let mut after = |name: &str| words.next().filter(|word| *word == name).and_then(|_| words.next());
    let at = (after("slide")?.parse().ok()?, after("step")?.parse().ok()?);
    let laid_out_ms = after("laid-out")?.parse().ok()?;
    let shown_ms = after("shown")?.parse().ok()?;
    Some(Change { at, laid_out_ms, shown_ms })
}

fn main() -> ExitCode {
    let asked = std::env::var("HOCLIEU_PRESSES").ok().and_then(|presses| presses.parse().ok());
    let presses = asked.unwrap_or(PRESSES);
    let folder = tempfile::tempdir().unwrap();
    let hall = Hall::new(folder.path());
    let screen = &hall.screen;
    let (said, stderr) = std::io::pipe().unwrap();
    let mut command = screen.program(&["--lesson", LESSON, "--data"]);
    command.arg(folder.path().join("data")).env("HOCLIEU_TRACE_SLIDES", "1").stderr(stderr);
    let mut viewer = screen.start(&mut command);
    // The program alone holds the writing end now.
    drop(command);
    let lines = BufReader::new(said).lines().map_while(Result::ok);
    let (tell, changes) = channel();
    let listen = move || lines.filter_map(|line| read(&line)).try_for_each(|change| tell.send(change));
    thread::Builder::new().name("trace".to_owned()).spawn(listen).unwrap();
    viewer.titled(TITLE);
    let reading = screen.settled(&Picture::default());
    screen.press("F5");
    screen.settled(&reading);
    // Closes what is said about the sources.
    screen.press("Next");
    screen.press("ctrl+Return");
    hall.fills_the_projector();
    hall.focus_speaker();
    thread::sleep(QUIET);
    while changes.try_recv().is_ok() {}

    let all = one_by_one(&hall, &changes, presses);
    let (way, new): (Vec<_>, Vec<_>) = (all.iter().map(|change| change.at).collect(), slides(&all));
    report("steps and slides", &all);
    let median = report("slides alone", &new);
    let burst = burst(&hall, &changes, &way);
    if median <= MEDIAN_MS && burst { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Presses and waits for the hall, again and again from the first slide on.
fn one_by_one(hall: &Hall, changes: &Receiver<Change>, presses: usize) -> Vec<Change> {
    let mut all = Vec::new();
    let mut key = "Next";
    while all.len() < presses {
        thread::sleep(BETWEEN);
        // A finger stays on the button for longer than the hall waits.
        hall.screen.xdotool(&["keydown", key]);
        let change = changes.recv_timeout(PATIENCE);
        hall.screen.xdotool(&["keyup", key]);
        match change {
            Ok(change) => {
                all.push(change);
                key = "Next";
            }
            // The last slide stays.
            Err(_) if key == "Next" => {
                key = "Home";
                // The button repeats while it is held; those presses shall not count for the next change.
                thread::sleep(QUIET + BETWEEN);
            }
            Err(_) => break,
        }
    }
    all
}

/// The changes to another slide.
fn slides(all: &[Change]) -> Vec<Change> {
    let pairs = all.windows(2).filter_map(|pair| match pair {
        [before, after] if before.at.0 != after.at.0 => Some(*after),
        _ => None,
    });
    pairs.collect()
}

/// Prints a line; answers the median.
fn report(name: &str, changes: &[Change]) -> f64 {
    let part = |figure: fn(&Change) -> f64, share: usize| {
        let mut figures: Vec<f64> = changes.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures
            .get((figures.len() * share / 100).min(figures.len().saturating_sub(1)))
            .copied()
            .unwrap_or(f64::NAN)
    };
    let (shown, late) = (part(|change| change.shown_ms, 50), part(|change| change.shown_ms, 95));
    let laid_out = part(|change| change.laid_out_ms, 50);
    let count = changes.len();
    println!(
        "{name:18} {count:4} changes: median {shown:5.1} ms, p95 {late:5.1} ms (laid out after {laid_out:.1})"
    );
    shown
}

/// Twenty presses in a second are twenty steps: each one that is lost would end somewhere else.
fn burst(hall: &Hall, changes: &Receiver<Change>, way: &[(u32, u32)]) -> bool {
    hall.screen.press("Home");
    while changes.recv_timeout(QUIET).is_ok() {}
    let (on, back) = BURST;
    let keys = [vec!["Next"; on], vec!["Prior"; back]].concat();
    hall.screen.xdotool(&[&["key", "--delay", BURST_DELAY], &keys[..]].concat());
    let mut seen = Vec::new();
    while let Ok(change) = changes.recv_timeout(QUIET) {
        seen.push(change);
    }
    // The way begins with what the first press led to.
    let (last, wanted) = (seen.last().map(|change| change.at), way.get(on - back - 1).copied());
    let slowest = seen.iter().map(|change| change.shown_ms).fold(0.0, f64::max);
    let ok = last.is_some() && last == wanted;
    let verdict = if ok { "none dropped" } else { "DROPPED" };
    println!(
        "{} presses in a second: {verdict}, at {last:?} of {wanted:?}, {} pictures, slowest {slowest:.1} ms",
        on + back,
        seen.len()
    );
    ok
}
