//! Contacts, cases, activities and attachments.

use egui::{Frame, Margin, Stroke, Ui, vec2};
use i18n_embed_fl::fl;

use super::Page;
use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::state::Overlay;
use crate::content::block::{ActivityForm, Contact};
use crate::content::{RelPath, RichText, Slug};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{ButtonKind, button_ui, chip_ui, columns_ui, icon_ui, label_ui};

impl Page<'_> {
    pub(super) fn contacts_ui(&mut self, ui: &mut Ui, items: &[Contact]) {
        let per_row = if ui.available_width() < 440.0 || items.len() == 1 { 1 } else { 2 };
        for row in items.chunks(per_row) {
            columns_ui(ui, per_row, |ui, column| {
                if let Some(contact) = row.get(column) {
                    self.contact_ui(ui, contact);
                }
            });
            ui.add_space(4.0);
        }
        self.source_line_ui(ui);
    }

    fn contact_ui(&mut self, ui: &mut Ui, contact: &Contact) {
        let t = ui.tokens();
        let frame = Frame::new().fill(t.surface).stroke(Stroke::new(1.0, t.line)).corner_radius(12);
        frame.inner_margin(16).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            let body = self.body.line(1.45);
            self.text(ui, &contact.name, body.face(Face::Semibold));
            let local = contact.local.as_ref();
            let known = local.and_then(|key| self.ctx.state.settings.local_numbers.get(key.as_str()));
            if let Some(phone) = contact.phone.as_ref().or(known.filter(|number| !number.trim().is_empty())) {
                label_ui(ui, phone, Face::Bold.at(size::DISPLAY), t.amber_text);
            } else {
                let fill_in = fl!(self.ctx.tr, "contact-fill-in");
                if button_ui(ui, ButtonKind::Plain, "pencil-simple", &fill_in).clicked() {
                    self.ctx.run(Command::Settings);
                }
            }
            if let Some(hours) = &contact.hours {
                self.text_chip(ui, "clock", hours, t.amber_tint, t.amber_text);
            }
            if let Some(text) = &contact.text {
                self.text(ui, text, body.times(0.94).color(t.muted));
            }
        });
    }

    pub(super) fn case_ui(
        &mut self,
        ui: &mut Ui,
        id: &Slug,
        title: &RichText,
        story: &RichText,
        questions: &[RichText],
        debrief: Option<&RichText>,
    ) {
        let t = ui.tokens();
        let body = self.body;
        panel(ui, |ui| {
            chip_ui(ui, Some("users"), &fl!(self.ctx.tr, "case-label"), t.teal_tint, t.teal_text);
            self.text(ui, title, body.face(Face::Bold).times(1.1).line(1.4));
            self.last_text(ui, story, body);
            ui.add_space(6.0);
            self.numbered(ui, questions);
            let Some(debrief) = debrief else { return };
            ui.add_space(6.0);
            let open = self.memory.debriefs.contains(id);
            let label = if open { fl!(self.ctx.tr, "case-hide") } else { fl!(self.ctx.tr, "case-show") };
            if button_ui(ui, ButtonKind::Plain, if open { "caret-up" } else { "lightbulb" }, &label).clicked()
            {
                if open {
                    self.memory.debriefs.remove(id);
                } else {
                    self.memory.debriefs.insert(id.clone());
                }
            }
            if open {
                ui.add_space(4.0);
                self.text(ui, debrief, body);
            } else {
                self.skip(debrief);
            }
        });
    }

    pub(super) fn activity_ui(
        &mut self,
        ui: &mut Ui,
        title: &RichText,
        (minutes, form): (u16, ActivityForm),
        steps: &[RichText],
        materials: &[RichText],
    ) {
        let t = ui.tokens();
        let form = match form {
            ActivityForm::Pairs => fl!(self.ctx.tr, "activity-pairs"),
            ActivityForm::Groups => fl!(self.ctx.tr, "activity-groups"),
            ActivityForm::Hall => fl!(self.ctx.tr, "activity-hall"),
            ActivityForm::Hands => fl!(self.ctx.tr, "activity-hands"),
        };
        panel(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                chip_ui(
                    ui,
                    Some("hand-palm"),
                    &fl!(self.ctx.tr, "activity-label"),
                    t.amber_tint,
                    t.amber_text,
                );
                chip_ui(ui, Some("timer"), &fl!(self.ctx.tr, "minutes", minutes = minutes), t.chip, t.ink);
                chip_ui(ui, Some("users-three"), &form, t.chip, t.ink);
            });
            self.text(ui, title, self.body.face(Face::Bold).times(1.1).line(1.4));
            self.numbered(ui, steps);
            if !materials.is_empty() {
                ui.add_space(4.0);
                label_ui(ui, fl!(self.ctx.tr, "activity-materials"), Face::Semibold.at(size::SMALL), t.muted);
                for material in materials {
                    self.text(ui, material, self.body.times(0.94).line(1.45));
                }
            }
            self.source_line_ui(ui);
        });
    }

    fn numbered(&mut self, ui: &mut Ui, texts: &[RichText]) {
        let t = ui.tokens();
        for (index, text) in texts.iter().enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let number = format!("{}.", index + 1);
                ui.add_sized(
                    vec2(20.0, (self.body.points * self.body.line).round()),
                    egui::Label::new(
                        egui::RichText::new(number).font(Face::Bold.at(self.body.points)).color(t.teal_text),
                    ),
                );
                ui.vertical(|ui| self.text(ui, text, self.body));
            });
        }
    }

    pub(super) fn attachment_ui(
        &mut self,
        ui: &mut Ui,
        src: &RelPath,
        title: &RichText,
        text: Option<&RichText>,
        credit: Option<&RichText>,
    ) {
        let t = ui.tokens();
        panel(ui, |ui| {
            ui.horizontal_top(|ui| {
                icon_ui(ui, "paperclip", 24.0, t.teal_text);
                ui.vertical(|ui| {
                    self.last_text(ui, title, self.body.face(Face::Semibold).line(1.45));
                    for more in [text, credit].into_iter().flatten() {
                        self.text(ui, more, self.body.times(0.94).color(t.muted).line(1.45));
                    }
                    let label = fl!(self.ctx.tr, "attachment-open", file = src.as_str());
                    if button_ui(ui, ButtonKind::Plain, "arrow-square-out", &label).clicked() {
                        self.ctx.send(Action::Overlay(Some(Overlay::Attachment(src.clone()))));
                    }
                });
            });
        });
    }
}

/// A quiet ground for what is done rather than read.
pub(super) fn panel<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let t = ui.tokens();
    let frame = Frame::new().fill(t.sunken).stroke(Stroke::new(1.0, t.line)).corner_radius(12);
    frame
        .inner_margin(Margin::same(18))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            add(ui)
        })
        .inner
}
