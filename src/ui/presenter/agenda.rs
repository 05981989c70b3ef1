//! An agenda of one's own: order, minutes, path, and which slides are left out.

use std::collections::BTreeSet;

use egui::{DragValue, ScrollArea, Ui};
use i18n_embed_fl::fl;

use crate::app::action::{Action, Show};
use crate::app::class_action::ClassAction;
use crate::app::open_course::OpenCourse;
use crate::class::{Item, OwnAgenda, SlideChoice, Taught};
use crate::content::course::LessonState;
use crate::content::slides::slides;
use crate::content::{BlockKind, Course, Lesson, Slug};
use crate::ui::Ctx;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{
    ButtonKind, button_ui, card_frame, empty_ui, field_ui, icon_button_ui, label_ui, line_ui, segments_ui,
};

/// Which lines are unfolded, and a name that is being typed.
#[derive(Default)]
pub(super) struct AgendaEditor {
    unfolded: BTreeSet<usize>,
    /// The field that is being typed in, and its text; it is kept when the keyboard leaves it.
    typed: Option<(Field, String)>,
}

/// What has a name to be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Break(usize),
}

/// What a line shall become.
enum Edit {
    Item(usize, Item),
    Swap(usize, usize),
    Remove(usize),
    Add(Item),
}

const MOST_MINUTES: u16 = 600;

impl AgendaEditor {
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, agenda: &OwnAgenda) {
        let t = ui.tokens();
        ui.horizontal(|ui| {
            if button_ui(ui, ButtonKind::Plain, "arrow-left", &fl!(ctx.tr, "agenda-back")).clicked() {
                ctx.send(Action::Class(ClassAction::Edit(None)));
            }
            ui.add_enabled_ui(agenda.plan().lessons().next().is_some(), |ui| {
                if button_ui(ui, ButtonKind::Primary, "play", &fl!(ctx.tr, "agenda-start")).clicked() {
                    ctx.send(Action::Show(Show::Prepare(agenda.plan())));
                }
            });
            let plan = agenda.plan();
            let (lessons, minutes) = (plan.lessons().count().to_string(), plan.minutes().to_string());
            let about = fl!(ctx.tr, "agenda-lessons", lessons = lessons, minutes = minutes);
            line_ui(ui, about, Face::Semibold.at(size::BODY), t.ink);
        });
        ui.add_space(8.0);
        if let Some(title) =
            self.name_ui(ui, Field::Title, &agenda.title, "calendar-check", &fl!(ctx.tr, "agenda-title"))
        {
            put(ctx, OwnAgenda { title, ..agenda.clone() });
        }
        ui.add_space(8.0);
        let mut edit = None;
        if agenda.items.is_empty() {
            empty_ui(ui, "list-plus", &fl!(ctx.tr, "agenda-empty"), &fl!(ctx.tr, "agenda-empty-hint"));
        }
        for (at, item) in agenda.items.iter().enumerate() {
            card_frame(ui).inner_margin(10).show(ui, |ui| {
                edit = self.item_ui(ui, ctx, open, (at, item, agenda.items.len())).or(edit.take());
            });
        }
        edit = add_ui(ui, ctx, &open.course).or(edit);
        if let Some(edit) = edit {
            self.apply(ctx, agenda.clone(), edit);
        }
    }

    fn apply(&mut self, ctx: &Ctx<'_>, mut agenda: OwnAgenda, edit: Edit) {
        match edit {
            Edit::Item(at, item) => {
                if let Some(known) = agenda.items.get_mut(at) {
                    *known = item;
                }
            }
            Edit::Swap(a, b) => {
                self.unfolded.clear();
                if a.max(b) < agenda.items.len() {
                    agenda.items.swap(a, b);
                }
            }
            Edit::Remove(at) => {
                self.unfolded.clear();
                if at < agenda.items.len() {
                    drop(agenda.items.remove(at));
                }
            }
            Edit::Add(item) => agenda.items.push(item),
        }
        put(ctx, agenda);
    }

    /// A name to be typed; answers with it when the keyboard leaves the field.
    fn name_ui(
        &mut self,
        ui: &mut Ui,
        field: Field,
        present: &str,
        icon: &str,
        hint: &str,
    ) -> Option<String> {
        let typing = self.typed.as_ref().filter(|(of, _)| *of == field);
        let mut text = typing.map_or_else(|| present.to_owned(), |(_, text)| text.clone());
        let response = field_ui(ui, &mut text, icon, hint, 420.0);
        if response.lost_focus() {
            self.typed = None;
            let text = text.trim().to_owned();
            return (!text.is_empty() && text != present).then_some(text);
        }
        if response.has_focus() {
            self.typed = Some((field, text));
        }
        None
    }

    fn item_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        open: &OpenCourse,
        (at, item, count): (usize, &Item, usize),
    ) -> Option<Edit> {
        let t = ui.tokens();
        let mut edit = None;
        let title = title_of(&open.course, item);
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let name = title.as_str();
            let up = ui.add_enabled_ui(at > 0, |ui| {
                icon_button_ui(ui, "arrow-up", &fl!(ctx.tr, "agenda-up", title = name), false)
            });
            let down = ui.add_enabled_ui(at + 1 < count, |ui| {
                icon_button_ui(ui, "arrow-down", &fl!(ctx.tr, "agenda-down", title = name), false)
            });
            if up.inner.clicked() {
                edit = Some(Edit::Swap(at, at - 1));
            }
            if down.inner.clicked() {
                edit = Some(Edit::Swap(at, at + 1));
            }
            if icon_button_ui(ui, "trash", &fl!(ctx.tr, "agenda-remove", title = name), false).clicked() {
                edit = Some(Edit::Remove(at));
            }
            edit = minutes_ui(ui, ctx, at, item, &title).or(edit.take());
            match item {
                Item::Break { minutes, .. } => {
                    if let Some(label) =
                        self.name_ui(ui, Field::Break(at), name, "coffee", &fl!(ctx.tr, "agenda-break-name"))
                    {
                        edit = Some(Edit::Item(at, Item::Break { label, minutes: *minutes }));
                    }
                }
                Item::Lesson(taught) => {
                    let on = self.unfolded.contains(&at);
                    let icon = if on { "caret-down" } else { "caret-right" };
                    if icon_button_ui(ui, icon, &fl!(ctx.tr, "agenda-slides", title = name), on).clicked() {
                        let _was = if on { self.unfolded.remove(&at) } else { self.unfolded.insert(at) };
                    }
                    let all = [(false, fl!(ctx.tr, "agenda-core")), (true, fl!(ctx.tr, "agenda-whole"))];
                    if let Some(whole) =
                        segments_ui(ui, &fl!(ctx.tr, "agenda-path", title = name), taught.whole, &all)
                    {
                        edit = Some(Edit::Item(at, Item::Lesson(Taught { whole, ..taught.clone() })));
                    }
                    line_ui(ui, name, Face::Semibold.at(size::BODY), t.ink);
                }
            }
        });
        if let Item::Lesson(taught) = item
            && self.unfolded.contains(&at)
        {
            edit =
                slides_ui(ui, ctx, open, taught).map(|taught| Edit::Item(at, Item::Lesson(taught))).or(edit);
        }
        edit
    }
}

fn put(ctx: &Ctx<'_>, agenda: OwnAgenda) {
    ctx.send(Action::Class(ClassAction::Put(Box::new(agenda))));
}

fn title_of(course: &Course, item: &Item) -> String {
    match item {
        Item::Break { label, .. } => label.clone(),
        Item::Lesson(taught) => {
            let spot = course.spot(&taught.lesson);
            spot.map_or_else(|| taught.lesson.to_string(), |spot| spot.entry.title.clone())
        }
    }
}

/// How long a line takes, with buttons at both sides of the number.
fn minutes_ui(ui: &mut Ui, ctx: &Ctx<'_>, at: usize, item: &Item, title: &str) -> Option<Edit> {
    let present = item.minutes().unwrap_or_default();
    let mut minutes = present;
    let suffix = format!(" {}", fl!(ctx.tr, "slide-minutes"));
    let drag = DragValue::new(&mut minutes).range(0..=MOST_MINUTES).speed(0.2).suffix(suffix);
    ui.add_sized([76.0, 32.0], drag).accessible_name(fl!(ctx.tr, "agenda-minutes", title = title));
    (minutes != present).then(|| {
        let mut item = item.clone();
        item.set_minutes(minutes);
        Edit::Item(at, item)
    })
}

/// The slides of a lesson with a tick for each that is shown.
fn slides_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, taught: &Taught) -> Option<Taught> {
    let t = ui.tokens();
    let Some(ready) = open.ready(&taught.lesson) else {
        ctx.send(Action::Class(ClassAction::WantLesson(taught.lesson.clone())));
        label_ui(ui, fl!(ctx.tr, "agenda-reading"), Face::Regular.at(size::CONTROL), t.muted);
        return None;
    };
    let mut changed = None;
    for (block, title, minutes, extra) in slides_of(&ready.lesson) {
        let choice = taught.slides.get(&block).cloned().unwrap_or_default();
        ui.horizontal(|ui| {
            ui.add_space(40.0);
            let passed_over = extra && !taught.whole;
            let on = !choice.hidden && !passed_over;
            ui.add_enabled_ui(!passed_over, |ui| {
                let name = fl!(ctx.tr, "agenda-show", title = title.as_str());
                if icon_button_ui(ui, if on { "check-square" } else { "square" }, &name, on).clicked() {
                    let mut taught = taught.clone();
                    let choice = SlideChoice { hidden: on, ..choice.clone() };
                    taught.slides.insert(block.clone(), choice);
                    changed = Some(taught);
                }
            });
            let minutes = choice.minutes.unwrap_or(minutes).to_string();
            let ink = if on { t.ink } else { t.muted };
            let line = format!("{title} · {}", fl!(ctx.tr, "minutes-short", minutes = minutes));
            line_ui(ui, line, Face::Regular.at(size::CONTROL), ink);
        });
    }
    changed
}

/// The first block, the title and the minutes of each slide, and whether the short way passes it over.
fn slides_of(lesson: &Lesson) -> Vec<(Slug, String, u16, bool)> {
    let mut title = String::new();
    let slide = |slide: crate::content::slides::Slide| {
        let blocks = lesson.blocks.get(slide.blocks.clone())?;
        let heading = blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Heading { text, level: 2 } => Some(text.to_plain()),
            _ => None,
        });
        title = heading.unwrap_or_else(|| title.clone());
        let extra = slide.path == crate::content::block::Path::Extra;
        Some((blocks.first()?.id.clone(), title.clone(), slide.minutes, extra))
    };
    slides(lesson).into_iter().filter_map(slide).collect()
}

/// One more lesson or break at the end.
fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, course: &Course) -> Option<Edit> {
    let mut edit = None;
    ui.horizontal(|ui| {
        let label = fl!(ctx.tr, "agenda-add-lesson");
        ui.menu_button(label, |ui| {
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                let ready = course.lessons().filter(|spot| spot.entry.state == LessonState::Ready);
                for spot in ready {
                    if ui.button(&spot.entry.title).clicked() {
                        let taught =
                            Taught { minutes: Some(12), ..Taught::new(spot.entry.id.clone(), false) };
                        edit = Some(Edit::Add(Item::Lesson(taught)));
                        ui.close();
                    }
                }
            });
        });
        if button_ui(ui, ButtonKind::Plain, "coffee", &fl!(ctx.tr, "agenda-add-break")).clicked() {
            edit = Some(Edit::Add(Item::Break { label: fl!(ctx.tr, "agenda-break-label"), minutes: 15 }));
        }
    });
    edit
}
