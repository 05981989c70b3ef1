//! What the user chose; kept as one value in the user's database.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::app::keys::Keys;
use crate::app::present::Monitor;
use crate::app::tr::Language;
use crate::typeset::Rung;

/// The colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the desktop has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White on black with strong edges.
    Contrast,
}

impl ThemeChoice {
    /// In the order in which settings show them.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::Contrast];
}

/// How much air the text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spacing {
    /// Lines closer together.
    Tight,
    /// As designed.
    #[default]
    Normal,
    /// Lines further apart.
    Wide,
}

impl Spacing {
    /// From tight to wide.
    pub const ALL: [Self; 3] = [Self::Tight, Self::Normal, Self::Wide];

    /// The height of a line over the size of its letters.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Tight => 1.45,
            Self::Normal => 1.62,
            Self::Wide => 1.85,
        }
    }
}

/// Whether things may move on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// Short movements, at most 150 ms.
    #[default]
    Short,
    /// None.
    None,
}

/// The sizes of running text in percent.
pub const TEXT_PERCENTS: [u16; 7] = [85, 100, 115, 130, 150, 175, 200];

/// How classes are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PresentSettings {
    /// The screen that the hall looked at last.
    pub monitor: Option<Monitor>,
    /// The size of the speaker's notes, from 0 to [`NOTE_SIZES`] less one.
    pub notes_step: u8,
    /// A dark slide for a dark hall.
    pub dark: bool,
    /// The smallest letters that the last row reads: one part in so many of the height.
    pub least_part: u8,
}

/// The sizes of the speaker's notes in points.
pub const NOTE_SIZES: [f32; 8] = [15.0, 18.0, 21.0, 24.0, 28.0, 32.0, 38.0, 44.0];

impl Default for PresentSettings {
    fn default() -> Self {
        Self { monitor: None, notes_step: 2, dark: false, least_part: Rung::LEAST.part() }
    }
}

impl PresentSettings {
    /// The smallest letters that the last row reads.
    pub fn least_rung(&self) -> Rung {
        Rung::of_part(self.least_part).unwrap_or(Rung::LEAST)
    }

    /// The size of the speaker's notes in points.
    pub fn notes_size(&self) -> f32 {
        NOTE_SIZES.get(usize::from(self.notes_step)).copied().unwrap_or(21.0)
    }
}

/// All settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface.
    pub language: Language,
    /// The colours.
    pub theme: ThemeChoice,
    /// The size of running text, one of [`TEXT_PERCENTS`].
    pub text_percent: u16,
    /// The size of everything in the window.
    pub zoom_percent: u16,
    /// How much air the text has.
    pub spacing: Spacing,
    /// Whether things may move.
    pub motion: Motion,
    /// How classes are shown.
    pub present: PresentSettings,
    /// The keys of commands.
    pub keys: Keys,
    /// Local telephone numbers by the key that contact blocks name.
    pub local_numbers: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: ThemeChoice::default(),
            text_percent: 100,
            zoom_percent: 100,
            spacing: Spacing::default(),
            motion: Motion::default(),
            present: PresentSettings::default(),
            keys: Keys::default(),
            local_numbers: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// The key under which the database keeps them.
    pub const KEY: &str = "settings";

    /// The next larger (`1`) or smaller (`-1`) size of running text.
    pub fn text_step(&self, by: isize) -> u16 {
        step(&TEXT_PERCENTS, self.text_percent, by)
    }

    /// The next larger or smaller size of the window's contents.
    pub fn zoom_step(&self, by: isize) -> u16 {
        step(&[70, 80, 90, 100, 110, 125, 150, 175, 200], self.zoom_percent, by)
    }

    /// The factor for running text.
    pub fn text_scale(&self) -> f32 {
        f32::from(self.text_percent.clamp(50, 300)) / 100.0
    }
}

fn step(sizes: &[u16], present: u16, by: isize) -> u16 {
    let nearest = sizes.iter().position(|size| *size >= present).unwrap_or(sizes.len().saturating_sub(1));
    let at = nearest.saturating_add_signed(by).min(sizes.len().saturating_sub(1));
    sizes.get(at).copied().unwrap_or(present)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_step_up_and_down_and_stop_at_the_ends() {
        let at = |text_percent| Settings { text_percent, ..Settings::default() };
        assert_eq!(at(100).text_step(1), 115);
        assert_eq!(at(100).text_step(-1), 85);
        assert_eq!(at(200).text_step(1), 200);
        assert_eq!(at(85).text_step(-1), 85);
    }

    #[test]
    fn settings_of_a_later_version_keep_what_this_one_knows() {
        let read: Settings = serde_json::from_str(r#"{"theme":"dark","later":1}"#).unwrap();
        assert_eq!(read, Settings { theme: ThemeChoice::Dark, ..Settings::default() });
    }
}
