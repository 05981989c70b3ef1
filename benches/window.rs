//! Start, memory and rest of the program beside an empty window, in turn and in one run.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hoclieu::disk;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const ROUNDS: usize = 7;
const BEFORE_MEMORY: Duration = Duration::from_secs(3);
const REST: Duration = Duration::from_secs(5);

fn main() -> Outcome<ExitCode> {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if has_screen { measure() } else { under_a_virtual_screen() }
}

fn under_a_virtual_screen() -> Outcome<ExitCode> {
    let mut command = Command::new("xvfb-run");
    command.args(["-a", "-s", "-screen 0 1366x768x24"]).arg(std::env::current_exe()?);
    let status = command.status().map_err(|error| format!("xvfb-run: {error}: apt-get install xvfb"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The example beside this bench, in `target/<profile>/examples`.
fn empty_window() -> Outcome<PathBuf> {
    let bench = std::env::current_exe()?;
    let profile = bench.parent().and_then(Path::parent).ok_or("the bench stands nowhere")?;
    let window = profile.join("examples").join(format!("empty_window{}", std::env::consts::EXE_SUFFIX));
    let missing = || format!("{}: build it by `cargo build --release --examples`", window.display());
    if window.is_file() { Ok(window) } else { Err(missing().into()) }
}

/// What one run showed.
struct Sample {
    start_ms: f64,
    pss_mib: f64,
    idle_ms: f64,
}

fn measure() -> Outcome<ExitCode> {
    let empty_window = empty_window()?;
    let (mut empty, mut viewer) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        empty.push(run(&mut Command::new(&empty_window), "first frame")?);
        let data = tempfile::tempdir()?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoclieu"));
        command.args(["--lesson", "m06/phong-ngua", "--data"]).arg(data.path());
        viewer.push(run(&mut command, "first lesson")?);
    }
    println!("medians of {ROUNDS}       empty   viewer   ratio");
    compare("start, ms", &empty, &viewer, |sample| sample.start_ms);
    compare("memory (PSS), MiB", &empty, &viewer, |sample| sample.pss_mib);
    let idle_ms = compare("CPU in 5 s rest, ms", &empty, &viewer, |sample| sample.idle_ms);
    Ok(if idle_ms > 0.0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Prints one line; answers the figure of the program.
fn compare(name: &str, empty: &[Sample], viewer: &[Sample], figure: fn(&Sample) -> f64) -> f64 {
    let [empty, viewer] = [empty, viewer].map(|samples| median(samples.iter().map(figure).collect()));
    let ratio = if empty > 0.0 { format!("{:8.2}", viewer / empty) } else { String::new() };
    println!("{name:20} {empty:8.1} {viewer:8.1}{ratio}");
    viewer
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Starts a program and waits for the line that it prints when the first picture is drawn.
fn run(command: &mut Command, first_line: &str) -> Outcome<Sample> {
    command.env("LIBGL_ALWAYS_SOFTWARE", "1").env("HOCLIEU_TRACE_START", "1").stderr(Stdio::piped());
    let start = Instant::now();
    let mut child = command.spawn()?;
    let sample = watch(&mut child, start, first_line);
    child.kill()?;
    child.wait()?;
    sample
}

fn watch(child: &mut Child, start: Instant, first_line: &str) -> Outcome<Sample> {
    let stderr = child.stderr.take().ok_or("no stderr")?;
    let mut lines = BufReader::new(stderr).lines().map_while(Result::ok);
    if !lines.any(|line| line.starts_with(first_line)) {
        return Err(format!("ended without {first_line:?}").into());
    }
    let start_ms = start.elapsed().as_secs_f64() * 1000.0;
    let process = PathBuf::from(format!("/proc/{}", child.id()));
    thread::sleep(BEFORE_MEMORY);
    let pss_mib = pss_mib(&process)?;
    let before = cpu_ms(&process)?;
    thread::sleep(REST);
    Ok(Sample { start_ms, pss_mib, idle_ms: cpu_ms(&process)? - before })
}

fn read(file: &Path) -> Outcome<String> {
    let bytes = disk::read_at_most(file, 1 << 16)?.ok_or("too long")?;
    Ok(String::from_utf8(bytes)?)
}

fn pss_mib(process: &Path) -> Outcome<f64> {
    let rollup = read(&process.join("smaps_rollup"))?;
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).ok_or("no Pss")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib / 1024.0)
}

/// User and system time, the 12th and 13th field after the name in brackets, in ticks of 10 ms.
fn cpu_ms(process: &Path) -> Outcome<f64> {
    let stat = read(&process.join("stat"))?;
    let (_, fields) = stat.rsplit_once(')').ok_or("no name")?;
    let ticks: Result<Vec<f64>, _> = fields.split_whitespace().skip(11).take(2).map(str::parse).collect();
    Ok(ticks?.iter().sum::<f64>() * 10.0)
}
