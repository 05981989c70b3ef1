//! «Ôn tập»: what to do today, rounds of questions, cards, and how far the user is.

mod before_after;
mod calendar;
mod deck;
mod face;
mod progress;
mod result;
mod run;
mod session;
mod summary;
mod today;

use egui::{Align, CentralPanel, Frame, Key, Layout, Margin, Modifiers, ScrollArea, Ui, vec2};
use i18n_embed_fl::fl;

use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::route::{Route, StudyPlace};
use crate::app::study_action::StudyAction;
use crate::app::study_room::BankState;
use crate::study::cards::CardOf;
use crate::ui::Ctx;
use crate::ui::text_view::TextView;
use crate::ui::theme::{Face, Themed as _, size, space};
use crate::ui::widgets::{
    ButtonKind, as_heading, button_ui, empty_ui, label_ui, progress_ui, segments_ui, words,
};

pub(super) use today::{DUE_HEIGHT, due_card_ui};

/// The widest that a page of «Ôn tập» grows.
const PAGE: f32 = 1040.0;
/// The column of a question or a card.
const COLUMN: f32 = 720.0;

/// What the screens remember between frames.
#[derive(Default)]
pub(super) struct StudyScreen {
    run: run::RunScreen,
    session: session::SessionScreen,
    deck: deck::DeckScreen,
    open: Unfolded,
}

/// The modules whose lessons or objectives are shown.
type Unfolded = std::collections::BTreeSet<crate::content::Slug>;

/// Questions and cards are laid out with this, like the blocks of a lesson.
#[derive(Default)]
struct Sheet {
    view: TextView,
    memory: crate::ui::blocks::BlockMemory,
}

impl StudyScreen {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, place: StudyPlace) {
        let Some(open) = ctx.state.open_course() else {
            return page_ui(ui, ctx, place, |ui| {
                let (title, hint) = (fl!(ctx.tr, "notes-no-course"), fl!(ctx.tr, "study-no-course-hint"));
                empty_ui(ui, "books", &title, &hint);
            });
        };
        let Self { run, session, deck, open: unfolded } = self;
        match place {
            StudyPlace::Run => run.ui(ui, ctx, open),
            StudyPlace::Session => session.ui(ui, ctx, open),
            StudyPlace::Today => page_ui(ui, ctx, place, |ui| today::ui(ui, ctx, open, unfolded)),
            StudyPlace::Cards => page_ui(ui, ctx, place, |ui| deck.ui(ui, ctx, open)),
            StudyPlace::Progress => page_ui(ui, ctx, place, |ui| progress::ui(ui, ctx, open, unfolded)),
            StudyPlace::BeforeAfter => {
                page_ui(ui, ctx, place, |ui| before_after::ui(ui, ctx, open, unfolded));
            }
            StudyPlace::Summary => page_ui(ui, ctx, place, |ui| summary::ui(ui, ctx, open)),
        }
    }
}

/// A page with the title and the places under «Ôn tập» above it.
fn page_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: StudyPlace, add: impl FnOnce(&mut Ui)) {
    let t = ui.tokens();
    CentralPanel::default().frame(Frame::new().fill(t.paper)).show(ui, |ui| {
        ScrollArea::vertical().id_salt(("study", place as u8)).auto_shrink(false).show(ui, |ui| {
            keys_scroll(ui, ctx);
            let margin = if ui.available_width() < 800.0 { 22 } else { 44 };
            Frame::new().inner_margin(Margin { left: margin, right: margin, top: 30, bottom: 40 }).show(
                ui,
                |ui| {
                    ui.set_max_width(ui.available_width().min(PAGE));
                    ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
                    ui.horizontal_wrapped(|ui| {
                        let title = fl!(ctx.tr, "command-study");
                        let label = ui.label(words(&title, Face::Bold.at(size::TITLE), t.ink));
                        as_heading(ui, &label, 1, &title);
                        ui.add_space(16.0);
                        places_ui(ui, ctx, place);
                    });
                    ui.add_space(14.0);
                    add(ui);
                },
            );
        });
    });
}

fn places_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: StudyPlace) {
    let here = if place == StudyPlace::Summary { StudyPlace::Progress } else { place };
    let places = [
        (StudyPlace::Today, fl!(ctx.tr, "study-today")),
        (StudyPlace::Cards, fl!(ctx.tr, "study-cards")),
        (StudyPlace::Progress, fl!(ctx.tr, "study-progress")),
        (StudyPlace::BeforeAfter, fl!(ctx.tr, "study-before-after")),
    ];
    if let Some(to) = segments_ui(ui, &fl!(ctx.tr, "command-study"), here, &places) {
        ctx.send(Action::Go(Route::Study(to)));
    }
}

/// The keys that move a page; the arrows belong to what is arranged.
fn keys_scroll(ui: &Ui, ctx: &Ctx<'_>) {
    if ctx.state.overlay.is_some() || ui.ctx().text_edit_focused() {
        return;
    }
    let page = (ui.clip_rect().height() - 60.0).max(100.0);
    let by = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::PageDown) {
            -page
        } else if pressed(Key::PageUp) {
            page
        } else if pressed(Key::Home) {
            f32::MAX
        } else if pressed(Key::End) {
            f32::MIN
        } else {
            0.0
        }
    });
    if by != 0.0 {
        ui.scroll_with_delta_animation(vec2(0.0, by), egui::style::ScrollAnimation::none());
    }
}

/// Until the questions are there: how far that is, and the way out of waiting.
fn bank_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let t = ui.tokens();
    match &ctx.state.room.bank {
        &BankState::Reading { done, total, .. } => {
            let told = fl!(ctx.tr, "study-reading", done = done, total = total);
            label_ui(ui, &told, Face::Regular.at(size::CONTROL), t.muted);
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width().min(420.0));
                let part = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
                progress_ui(ui, part(done) / part(total.max(1)), &told);
            });
            if button_ui(ui, ButtonKind::Plain, "x", &fl!(ctx.tr, "study-reading-stop")).clicked() {
                ctx.send(Action::Study(StudyAction::StopReading));
            }
        }
        BankState::Stopped | BankState::None => {
            label_ui(ui, fl!(ctx.tr, "study-not-read"), Face::Regular.at(size::CONTROL), t.muted);
            if button_ui(ui, ButtonKind::Primary, "arrows-clockwise", &fl!(ctx.tr, "study-read-now"))
                .clicked()
            {
                ctx.send(Action::Study(StudyAction::ReadBank));
            }
        }
        BankState::Ready(_) => {}
    }
}

/// «Tạo thẻ ôn», or that there is a card already.
pub(super) fn make_card_ui(ui: &mut Ui, ctx: &Ctx<'_>, of: CardOf) {
    if ctx.state.has_card(of.clone()) {
        let t = ui.tokens();
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, space::TARGET), egui::Sense::hover());
        crate::ui::widgets::paint_icon(ui, rect, "check", 16.0, t.good_text);
        ui.label(words(fl!(ctx.tr, "card-made"), Face::Regular.at(size::CONTROL), t.good_text));
    } else if button_ui(ui, ButtonKind::Plain, "cards", &fl!(ctx.tr, "card-make")).clicked() {
        ctx.send(Action::Study(StudyAction::MakeCards(vec![of])));
    }
}

/// The same as a symbol in a line of others; pressed again it throws the card out.
pub(super) fn card_icon_ui(ui: &mut Ui, ctx: &Ctx<'_>, of: CardOf) {
    let there = ctx.state.has_card(of.clone());
    let name = if there { fl!(ctx.tr, "deck-remove") } else { fl!(ctx.tr, "card-make") };
    if crate::ui::widgets::icon_button_ui(ui, "cards", &name, there).clicked() {
        ctx.send(Action::Study(if there {
            StudyAction::RemoveCard(of)
        } else {
            StudyAction::MakeCards(vec![of])
        }));
    }
}

/// A heading inside a page.
fn heading_ui(ui: &mut Ui, text: &str) {
    ui.add_space(14.0);
    let t = ui.tokens();
    let label = label_ui(ui, text, Face::Bold.at(size::BODY + 1.0), t.ink);
    as_heading(ui, &label, 2, text);
    ui.add_space(2.0);
}

/// How running text of a question or card is drawn.
fn body(ui: &Ui, ctx: &Ctx<'_>) -> crate::ui::text_view::Look {
    crate::ui::text_view::Look {
        face: Face::Regular,
        points: size::BODY * ctx.state.settings.text_scale(),
        line: ctx.state.settings.spacing.line_height(),
        color: ui.tokens().ink,
    }
}

/// A column in the middle of the page.
fn column_ui(ui: &mut Ui, ctx: &Ctx<'_>, add: impl FnOnce(&mut Ui)) {
    let width = (COLUMN * ctx.state.settings.text_scale()).min(ui.available_width() - 44.0).max(200.0);
    ui.vertical_centered(|ui| {
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            add(ui);
        });
    });
}

/// The part that a count is of a whole, from 0 to 1.
fn share(part: usize, whole: usize) -> f32 {
    let count = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
    if whole == 0 { 0.0 } else { count(part) / count(whole) }
}

/// The title of a lesson, or its id where it left the course.
fn lesson_title(open: &OpenCourse, id: &crate::content::LessonId) -> String {
    open.course.spot(id).map_or_else(|| id.to_string(), |spot| spot.entry.title.clone())
}
