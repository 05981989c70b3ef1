//! Colours, sizes and faces by purpose, and the window dressed in them.

mod tokens;

use std::sync::Arc;

use egui::epaint::text::{FontInsert, FontPriority, FontTweak, InsertFontFamily};
use egui::{
    Color32, Context, CornerRadius, FontData, FontFamily, FontId, Id, Stroke, TextStyle, Ui, Vec2, Visuals,
};

use crate::app::settings::{Motion, ThemeChoice};
use crate::assets::fonts;
use crate::chart::{Palette, Rgb};

pub use tokens::Tokens;

/// The type scale in points at text size 100 %: 13·16·20·26·34·44.
pub mod size {
    /// Chips, captions and source lines; nothing is smaller.
    pub const SMALL: f32 = 13.0;
    /// Controls and lists.
    pub const CONTROL: f32 = 14.5;
    /// Running text.
    pub const BODY: f32 = 16.0;
    /// Headings of the third level.
    pub const SUBHEADING: f32 = 18.0;
    /// Headings of the second level.
    pub const HEADING: f32 = 21.0;
    /// Titles of screens and lessons.
    pub const TITLE: f32 = 29.0;
    /// Numbers to be dialled.
    pub const DISPLAY: f32 = 34.0;
}

/// Distances in points, on a grid of four.
pub mod space {
    /// Between an icon and its label.
    pub const SMALL: f32 = 8.0;
    /// Between blocks.
    pub const BLOCK: f32 = 20.0;
    /// The column of running text: at most 78 characters.
    pub const COLUMN: f32 = 660.0;
    /// The least height of what is pressed.
    pub const TARGET: f32 = 34.0;
}

/// A face of the text family, or another shipped one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Regular,
    /// Slanted.
    Italic,
    /// Labels.
    Semibold,
    /// Headings and strong words.
    Bold,
    /// Strong words in slanted text.
    BoldItalic,
    /// Keys and paths.
    Mono,
    /// Phosphor icons.
    Icons,
}

impl Face {
    /// This face at a size in points.
    pub fn at(self, points: f32) -> FontId {
        let name = match self {
            Self::Regular => return FontId::new(points, FontFamily::Proportional),
            Self::Mono => return FontId::new(points, FontFamily::Monospace),
            Self::Italic => "italic",
            Self::Semibold => "semibold",
            Self::Bold => "bold",
            Self::BoldItalic => "bold-italic",
            Self::Icons => "icons",
        };
        FontId::new(points, FontFamily::Name(name.into()))
    }
}

/// The colours of charts in the light and the dark theme.
pub fn chart_palettes() -> [Palette; 2] {
    [ThemeChoice::Light, ThemeChoice::Dark].map(|choice| {
        let t = Tokens::of(choice, false);
        let rgb = |c: Color32| Rgb(c.r(), c.g(), c.b());
        Palette { ink: rgb(t.ink), muted: rgb(t.muted), grid: rgb(t.line), series: t.series.map(rgb) }
    })
}

/// Gives any `Ui` the tokens of the present theme.
pub trait Themed {
    /// The colours of the present theme.
    fn tokens(&self) -> Arc<Tokens>;
}

impl Themed for Ui {
    fn tokens(&self) -> Arc<Tokens> {
        self.ctx().tokens()
    }
}

impl Themed for Context {
    fn tokens(&self) -> Arc<Tokens> {
        let present = self.data(|data| data.get_temp::<Arc<Tokens>>(Id::NULL));
        present.unwrap_or_else(|| Arc::new(Tokens::of(ThemeChoice::Light, false)))
    }
}

/// Registers the shipped fonts; without them most Vietnamese letters would be boxes.
pub fn install_fonts(ctx: &Context) {
    ctx.set_fonts(egui::FontDefinitions::empty());
    let text = |name: &'static str, bytes: &'static [u8], families: Vec<InsertFontFamily>| {
        // The fonts' own hints cost a fifth of the time to the first picture and change little at these sizes.
        let tweak = FontTweak { hinting: Some(false), ..FontTweak::default() };
        ctx.add_font(FontInsert::new(name, FontData::from_static(bytes).tweak(tweak), families));
    };
    let first = |family| InsertFontFamily { family, priority: FontPriority::Highest };
    let last = |family| InsertFontFamily { family, priority: FontPriority::Lowest };
    let named = |name: &str| FontFamily::Name(name.into());
    for (name, bytes) in fonts::TEXT_FACES {
        let family = if name == "regular" { FontFamily::Proportional } else { named(name) };
        text(name, bytes, vec![first(family)]);
    }
    let all = ["italic", "semibold", "bold", "bold-italic"].map(named);
    let fall_back = || all.iter().cloned().chain([FontFamily::Proportional]).map(last);
    text("mono", fonts::MONO, fall_back().chain([first(FontFamily::Monospace)]).collect());
    text(
        "icons",
        fonts::ICONS,
        vec![first(named("icons")), last(FontFamily::Proportional), last(FontFamily::Monospace)],
    );
}

/// What the window's dress depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dress {
    /// The user's choice.
    pub theme: ThemeChoice,
    /// Whether the desktop is dark.
    pub system_dark: bool,
    /// Whether things may move.
    pub motion: Motion,
}

/// Dresses egui's own widgets in the theme, once whenever it changes.
pub fn apply(ctx: &Context, look: Dress) {
    let Dress { theme, system_dark, motion } = look;
    let tokens = Tokens::of(theme, system_dark);
    ctx.set_theme(if tokens.dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        style.visuals = visuals(&tokens);
        style.spacing.item_spacing = Vec2::new(8.0, 8.0);
        style.spacing.button_padding = Vec2::new(12.0, 6.0);
        style.spacing.interact_size = Vec2::new(40.0, space::TARGET);
        style.spacing.scroll = egui::style::ScrollStyle::floating();
        style.spacing.scroll.floating_width = 10.0;
        // A jump past what is measured so far would spring back and coast away from its place.
        style.spacing.scroll.kinetic.rubber_band = false;
        style.spacing.scroll.bar_width = 12.0;
        style.interaction.tooltip_delay = 0.2;
        style.interaction.selectable_labels = false;
        style.animation_time = match motion {
            Motion::Short => 0.1,
            Motion::None => 0.0,
        };
        style.text_styles = [
            (TextStyle::Small, Face::Regular.at(size::SMALL)),
            (TextStyle::Body, Face::Regular.at(size::CONTROL)),
            (TextStyle::Button, Face::Semibold.at(size::CONTROL)),
            (TextStyle::Heading, Face::Bold.at(size::HEADING)),
            (TextStyle::Monospace, Face::Mono.at(size::CONTROL)),
        ]
        .into();
    });
    ctx.data_mut(|data| data.insert_temp(Id::NULL, Arc::new(tokens)));
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(8);
    visuals.panel_fill = tokens.paper;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.line);
    visuals.window_corner_radius = CornerRadius::same(16);
    visuals.menu_corner_radius = CornerRadius::same(12);
    visuals.extreme_bg_color = tokens.surface;
    visuals.faint_bg_color = tokens.sunken;
    visuals.hyperlink_color = tokens.blue_text;
    visuals.error_fg_color = tokens.danger_text;
    visuals.warn_fg_color = tokens.warning_text;
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(1.0, tokens.teal_text);
    visuals.override_text_color = Some(tokens.ink);
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.teal);
    let states = [
        (&mut visuals.widgets.noninteractive, tokens.surface, tokens.line),
        (&mut visuals.widgets.inactive, tokens.surface, tokens.line),
        (&mut visuals.widgets.hovered, tokens.teal_tint, tokens.teal),
        (&mut visuals.widgets.active, tokens.teal_tint, tokens.teal),
        (&mut visuals.widgets.open, tokens.teal_tint, tokens.teal),
    ];
    for (state, fill, line) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, line);
        state.fg_stroke = Stroke::new(1.0, tokens.ink);
        state.corner_radius = corner;
        state.expansion = 0.0;
    }
    visuals
}
