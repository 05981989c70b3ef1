//! What a machine says of itself before a class: charge, mains, free room on its disk.

use std::path::Path;

/// A battery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Battery {
    /// How full it is.
    pub percent: u8,
    /// Whether the machine lives on it alone.
    pub discharging: bool,
}

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Machine {
    /// The emptiest battery; none on a desk.
    pub battery: Option<Battery>,
    /// Free room where the user's data lie, in bytes; none where the system does not tell.
    pub free_bytes: Option<u64>,
}

/// Below this charge a machine without mains may go out in a class.
pub const LOW_PERCENT: u8 = 30;
/// Below this free room notes may not be written.
pub const LOW_BYTES: u64 = 200 << 20;
/// More batteries than this nobody carries.
const BATTERIES: usize = 8;

impl Machine {
    /// Asks the system; it may take its time.
    pub fn read(folder: Option<&Path>) -> Self {
        Self { battery: battery(), free_bytes: folder.and_then(|folder| fs4::available_space(folder).ok()) }
    }

    /// Whether a plug should be looked for.
    pub fn wants_mains(&self) -> bool {
        self.battery.is_some_and(|battery| battery.discharging && battery.percent < LOW_PERCENT)
    }

    /// Whether the disk is nearly full.
    pub fn wants_room(&self) -> bool {
        self.free_bytes.is_some_and(|free| free < LOW_BYTES)
    }
}

/// The emptiest battery. A machine with two lives on either, so one that charges means mains.
fn battery() -> Option<Battery> {
    use starship_battery::{Manager, State};
    let found: Vec<_> =
        Manager::new().ok()?.batteries().ok()?.take(BATTERIES).filter_map(Result::ok).collect();
    let discharging = |state| matches!(state, State::Discharging | State::Empty);
    let lives_on_it = found.iter().any(|one| discharging(one.state()))
        && !found.iter().any(|one| one.state() == State::Charging);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share from 0 to 1")]
    let percent = |share: f32| (share.clamp(0.0, 1.0) * 100.0).round() as u8;
    let least = found.iter().map(|one| percent(one.state_of_charge().value)).min()?;
    Some(Battery { percent: least, discharging: lives_on_it })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_low_battery_matters_only_without_mains_and_a_desk_has_none() {
        let on = |percent, discharging| Machine {
            battery: Some(Battery { percent, discharging }),
            ..Machine::default()
        };
        assert!(on(29, true).wants_mains());
        assert!(!on(30, true).wants_mains() && !on(5, false).wants_mains());
        assert!(!Machine::default().wants_mains() && !Machine::default().wants_room());
    }

    #[test]
    fn a_nearly_full_disk_is_noticed() {
        let free = |free_bytes| Machine { free_bytes: Some(free_bytes), ..Machine::default() };
        assert!(free(LOW_BYTES - 1).wants_room() && !free(LOW_BYTES).wants_room());
    }

    #[test]
    fn this_machine_tells_how_much_room_its_disk_has() {
        assert!(Machine::read(Some(Path::new("."))).free_bytes.is_some());
    }
}
