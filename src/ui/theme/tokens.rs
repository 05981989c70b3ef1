//! The colours of a theme, named by purpose and read from `assets/theme`.

use egui::Color32;
use serde::{Deserialize, Deserializer};

use crate::app::settings::ThemeChoice;

/// A colour of a theme file: `#RRGGBB` or `#RRGGBBAA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hex(Color32);

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        #[expect(
            clippy::disallowed_methods,
            reason = "the one place where colours come from: the theme files"
        )]
        Color32::from_hex(&text)
            .map(Self)
            .map_err(|_err| serde::de::Error::custom(format!("not a colour: {text}")))
    }
}

fn hex<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    Hex::deserialize(from).map(|Hex(colour)| colour)
}

fn hexes<'de, D: Deserializer<'de>>(from: D) -> Result<[Color32; 6], D::Error> {
    <[Hex; 6]>::deserialize(from).map(|all| all.map(|Hex(colour)| colour))
}

/// The colours of one theme, named by purpose.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are the purposes; the theme files list them all")]
pub struct Tokens {
    pub dark: bool,
    #[serde(deserialize_with = "hex")]
    pub paper: Color32,
    #[serde(deserialize_with = "hex")]
    pub surface: Color32,
    #[serde(deserialize_with = "hex")]
    pub sunken: Color32,
    #[serde(deserialize_with = "hex")]
    pub line: Color32,
    #[serde(deserialize_with = "hex")]
    pub control_line: Color32,
    #[serde(deserialize_with = "hex")]
    pub ink: Color32,
    #[serde(deserialize_with = "hex")]
    pub muted: Color32,
    #[serde(deserialize_with = "hex")]
    pub teal: Color32,
    #[serde(deserialize_with = "hex")]
    pub teal_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub teal_tint: Color32,
    #[serde(deserialize_with = "hex")]
    pub on_teal: Color32,
    #[serde(deserialize_with = "hex")]
    pub amber: Color32,
    #[serde(deserialize_with = "hex")]
    pub amber_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub amber_tint: Color32,
    #[serde(deserialize_with = "hex")]
    pub blue: Color32,
    #[serde(deserialize_with = "hex")]
    pub blue_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub blue_tint: Color32,
    #[serde(deserialize_with = "hex")]
    pub good: Color32,
    #[serde(deserialize_with = "hex")]
    pub good_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub good_tint: Color32,
    #[serde(deserialize_with = "hex")]
    pub warning_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub warning_tint: Color32,
    #[serde(deserialize_with = "hex")]
    pub danger: Color32,
    #[serde(deserialize_with = "hex")]
    pub danger_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub danger_tint: Color32,
    #[serde(deserialize_with = "hex")]
    pub chip: Color32,
    #[serde(deserialize_with = "hex")]
    pub rail: Color32,
    #[serde(deserialize_with = "hex")]
    pub rail_active: Color32,
    #[serde(deserialize_with = "hex")]
    pub rail_text: Color32,
    #[serde(deserialize_with = "hex")]
    pub brand: Color32,
    #[serde(deserialize_with = "hex")]
    pub on_brand: Color32,
    #[serde(deserialize_with = "hex")]
    pub selection: Color32,
    #[serde(deserialize_with = "hex")]
    pub note: Color32,
    #[serde(deserialize_with = "hex")]
    pub highlight_yellow: Color32,
    #[serde(deserialize_with = "hex")]
    pub highlight_green: Color32,
    #[serde(deserialize_with = "hex")]
    pub highlight_blue: Color32,
    #[serde(deserialize_with = "hex")]
    pub highlight_pink: Color32,
    #[serde(deserialize_with = "hex")]
    pub search_outline: Color32,
    #[serde(deserialize_with = "hex")]
    pub curtain: Color32,
    #[serde(deserialize_with = "hex")]
    pub spotlight: Color32,
    #[serde(deserialize_with = "hex")]
    pub shade: Color32,
    #[serde(deserialize_with = "hexes")]
    pub series: [Color32; 6],
}

const LIGHT: &str = include_str!("../../../assets/theme/light.json");
const DARK: &str = include_str!("../../../assets/theme/dark.json");
const CONTRAST: &str = include_str!("../../../assets/theme/contrast.json");

impl Tokens {
    /// The theme of the user's choice; `system_dark` decides where the choice is the system's.
    pub fn of(choice: ThemeChoice, system_dark: bool) -> Self {
        let file = match (choice, system_dark) {
            (ThemeChoice::Contrast, _) => CONTRAST,
            (ThemeChoice::Dark, _) | (ThemeChoice::System, true) => DARK,
            (ThemeChoice::Light, _) | (ThemeChoice::System, false) => LIGHT,
        };
        #[expect(clippy::expect_used, reason = "shipped inside the program and read by a test")]
        serde_json::from_str(file).expect("theme files are well formed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast of two opaque colours after WCAG 2.2, "contrast ratio".
    fn ratio(a: Color32, b: Color32) -> f32 {
        let channel = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light = |c: Color32| 0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b());
        let (high, low) = (light(a).max(light(b)), light(a).min(light(b)));
        (high + 0.05) / (low + 0.05)
    }

    #[test]
    fn every_text_stands_out_from_every_ground_it_is_drawn_on() {
        for choice in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast] {
            let t = Tokens::of(choice, false);
            let grounds = [t.paper, t.surface, t.sunken];
            let mut pairs: Vec<(&str, Color32, Color32)> = Vec::new();
            for ground in grounds {
                for (name, text) in [
                    ("ink", t.ink),
                    ("muted", t.muted),
                    ("teal", t.teal_text),
                    ("amber", t.amber_text),
                    ("blue", t.blue_text),
                    ("good", t.good_text),
                    ("warning", t.warning_text),
                    ("danger", t.danger_text),
                ] {
                    pairs.push((name, text, ground));
                }
            }
            let tints = [
                ("teal", t.teal_text, t.teal_tint),
                ("amber", t.amber_text, t.amber_tint),
                ("blue", t.blue_text, t.blue_tint),
                ("good", t.good_text, t.good_tint),
                ("warning", t.warning_text, t.warning_tint),
                ("danger", t.danger_text, t.danger_tint),
                ("rail", t.rail_text, t.rail),
                ("rail active", t.rail_text, t.rail_active),
                ("chip", t.ink, t.chip),
                ("muted on chip", t.muted, t.chip),
            ];
            pairs.extend(tints);
            for ground in [
                t.selection,
                t.note,
                t.highlight_yellow,
                t.highlight_green,
                t.highlight_blue,
                t.highlight_pink,
                t.teal_tint,
                t.amber_tint,
                t.blue_tint,
                t.good_tint,
                t.warning_tint,
                t.danger_tint,
            ] {
                pairs.push(("ink", t.ink, ground));
            }
            for (name, text, ground) in pairs {
                assert!(
                    ratio(text, ground) >= 7.0,
                    "{choice:?}: {name} {text:?} on {ground:?}: {}",
                    ratio(text, ground)
                );
            }
            let controls = [
                ("button", t.on_teal, t.teal),
                ("good badge", t.paper, t.good),
                ("danger badge", t.paper, t.danger),
                ("blue", t.blue, t.paper),
            ];
            for (name, a, b) in controls {
                assert!(ratio(a, b) >= 4.5, "{choice:?}: {name}: {}", ratio(a, b));
            }
            for (name, a, b) in [
                ("edge of a field", t.control_line, t.surface),
                ("amber bar", t.amber, t.paper),
                ("logo", t.on_brand, t.brand),
            ] {
                assert!(ratio(a, b) >= 3.0, "{choice:?}: {name}: {}", ratio(a, b));
            }
        }
    }
}
