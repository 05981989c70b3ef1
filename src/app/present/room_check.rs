//! The room before a class: six short steps, and what each of them found.

use std::collections::BTreeSet;

use egui::KeyboardShortcut;

use crate::app::machine::Machine;
use crate::app::present::{Hall, Heard};
use crate::app::state::{State, Ticket};
use crate::store::Millis;

/// A step of the check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Step {
    #[default]
    Screens,
    Letters,
    Clicker,
    Awake,
    Power,
    Done,
}

impl Step {
    /// Every step in its order.
    pub const ALL: [Self; 6] =
        [Self::Screens, Self::Letters, Self::Clicker, Self::Awake, Self::Power, Self::Done];

    fn neighbour(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|step| *step == self).unwrap_or_default();
        let at = at.saturating_add_signed(by).min(Self::ALL.len() - 1);
        Self::ALL.get(at).copied().unwrap_or(self)
    }
}

/// What a step found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not looked at yet, or no answer yet.
    Open,
    /// All is well.
    Fine,
    /// It was not tried, which is no fault.
    Untried,
    /// Something may go wrong in the class.
    Warning,
}

/// Charge and room are read again after so long, while they are looked at.
const MACHINE_MS: i64 = 5_000;

/// The check that is open.
#[derive(Clone, Debug)]
pub struct RoomCheck {
    /// The step on the screen.
    pub step: Step,
    /// The steps that were left behind.
    pub passed: BTreeSet<Step>,
    /// When it was opened.
    pub began: Millis,
    /// When the last step was reached.
    pub finished: Option<Millis>,
    /// Whether the speaker chose to teach with a single screen.
    pub single: bool,
    /// The row that the last row of the hall could read, where one was chosen.
    pub letters: Option<u8>,
    /// What the clicker sent.
    pub heard: Heard,
    /// What the machine says of itself.
    pub machine: Option<Machine>,
    looked: Option<Millis>,
}

impl RoomCheck {
    /// A check that begins now.
    pub fn new(now: Millis) -> Self {
        Self {
            step: Step::default(),
            passed: BTreeSet::new(),
            began: now,
            finished: None,
            single: false,
            letters: None,
            heard: Heard::default(),
            machine: None,
            looked: None,
        }
    }

    /// Goes to a step.
    pub(in crate::app) fn go(&mut self, to: Step, now: Millis) {
        if to != self.step {
            self.passed.insert(self.step);
        }
        if to == Step::Done && self.finished.is_none() {
            self.finished = Some(now);
        }
        self.step = to;
    }

    /// Goes forward (`1`) or back (`-1`).
    pub(in crate::app) fn walk(&mut self, by: isize, now: Millis) {
        self.go(self.step.neighbour(by), now);
    }

    /// How long it took so far, in seconds.
    pub fn seconds(&self, now: Millis) -> i64 {
        (self.finished.unwrap_or(now).0 - self.began.0).max(0) / 1000
    }

    /// Whether the keys are pressed to be tried, and do nothing else.
    pub fn hears_keys(&self) -> bool {
        self.step == Step::Clicker
    }

    /// Whether charge and room shall be read again.
    pub fn wants_a_look(&self, now: Millis) -> bool {
        let due = self.looked.is_none_or(|looked| now.0 - looked.0 >= MACHINE_MS);
        due && (self.looked.is_none() || self.step == Step::Power)
    }

    /// Charge and room are being read.
    pub(in crate::app) fn looks(&mut self, now: Millis) {
        self.looked = Some(now);
    }
}

impl Hall {
    /// Whether the keys are pressed to be tried, and do nothing else.
    pub fn hears_keys(&self) -> bool {
        self.check.as_deref().is_some_and(RoomCheck::hears_keys)
    }
}

/// What a step found; the last one sums up.
pub fn verdict(state: &State, step: Step) -> Verdict {
    let Some(check) = &state.hall.check else { return Verdict::Open };
    if step != check.step && !check.passed.contains(&step) {
        return Verdict::Open;
    }
    match step {
        Step::Screens if state.hall_screen().is_some() => Verdict::Fine,
        Step::Screens if check.single => Verdict::Untried,
        Step::Letters if check.letters.is_some() => Verdict::Fine,
        Step::Letters => Verdict::Untried,
        Step::Clicker if check.heard.turns_both_ways() => Verdict::Fine,
        Step::Clicker if check.heard.is_silent() => Verdict::Untried,
        Step::Screens | Step::Clicker => Verdict::Warning,
        Step::Awake => match state.hall.awake.answer() {
            Some(true) => Verdict::Fine,
            Some(false) => Verdict::Warning,
            None => Verdict::Open,
        },
        Step::Power => match &check.machine {
            Some(machine) if machine.wants_mains() || machine.wants_room() => Verdict::Warning,
            Some(_) => Verdict::Fine,
            None => Verdict::Open,
        },
        Step::Done => {
            let others = Step::ALL.into_iter().filter(|step| *step != Step::Done);
            let troubled = others.into_iter().any(|step| verdict(state, step) == Verdict::Warning);
            if troubled { Verdict::Warning } else { Verdict::Fine }
        }
    }
}

/// What the speaker does in the check, and the answers of the machine.
#[derive(Clone, Debug)]
pub enum CheckAction {
    /// Go to a step.
    To(Step),
    /// Go forward (`1`) or back (`-1`).
    Walk(isize),
    /// Close it; what was set stays.
    Close,
    /// The hall shall look at that screen.
    HallOn(usize),
    /// The hall's picture is where it should be.
    Keep,
    /// It is not.
    Revert,
    /// Time went by.
    Tick,
    /// Teach with a single screen.
    Single,
    /// The last row reads letters of one part in so many of the height.
    Letters(u8),
    /// A button of the clicker was pressed.
    Heard(KeyboardShortcut),
    /// Read charge and room again.
    Look,
    /// What the machine says of itself.
    Machine(Machine),
    /// Whether the machine stays awake, to the request of that number.
    Awake(Ticket, Result<(), String>),
    /// Begin the class.
    Begin,
}
