//! The blocks of a lesson on the reader's page, each drawn in one place.

mod figures;
mod lists;
mod prose;
mod question;
mod speech;
mod tables;
mod teaching;

use std::collections::BTreeMap;

use egui::{Frame, Margin, Ui};

use crate::app::action::Action;
use crate::app::open_course::{LoadedLesson, OpenCourse};
use crate::app::problem_text::{place_text, problem_text, suggestion_text};
use crate::app::state::Overlay;
use crate::content::inline::{Cite, Link};
use crate::content::source::Confidence;
use crate::content::{Block, BlockKind, RichText, Slug};
use crate::ui::Ctx;
use crate::ui::sources;
use crate::ui::text_view::{Field, Look, Mark, Pressed, Run, TextView};
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{chip_ui, icon_ui, label_ui};

pub(super) use question::Stage;

/// The longest name of a source on a chip, in characters.
const LONGEST_NAME: usize = 34;

/// What the user opened or answered in the blocks of a lesson.
#[derive(Default)]
pub(super) struct BlockMemory {
    /// Cases whose thoughts are open.
    debriefs: std::collections::BTreeSet<Slug>,
    /// Answers given so far.
    answers: BTreeMap<Slug, question::Given>,
    /// Questions that show their answer when they are drawn next.
    unfolded: std::collections::BTreeSet<Slug>,
    /// Where speaker's notes were drawn last.
    pub(super) speech: Option<egui::Rect>,
}

/// A lesson's page while its blocks are being drawn.
pub(super) struct Page<'a> {
    pub(super) ctx: &'a Ctx<'a>,
    pub(super) open: &'a OpenCourse,
    pub(super) lesson: &'a LoadedLesson,
    pub(super) view: &'a mut TextView,
    pub(super) marks: &'a [Mark],
    pub(super) memory: &'a mut BlockMemory,
    /// How running text is drawn.
    pub(super) body: Look,
    /// The block that is being drawn, and the next character of its plain text.
    block: usize,
    cursor: usize,
    /// Citations of the block that stand at none of its sentences.
    tail: Vec<&'a Cite>,
}

impl BlockMemory {
    /// Opens what is folded in a block.
    pub(super) fn unfold(&mut self, block: &Slug) {
        self.debriefs.insert(block.clone());
        self.unfolded.insert(block.clone());
    }
}

impl<'a> Page<'a> {
    pub(super) fn new(
        ctx: &'a Ctx<'a>,
        open: &'a OpenCourse,
        lesson: &'a LoadedLesson,
        view: &'a mut TextView,
        marks: &'a [Mark],
        memory: &'a mut BlockMemory,
        body: Look,
    ) -> Self {
        Self { ctx, open, lesson, view, marks, memory, body, block: 0, cursor: 0, tail: Vec::new() }
    }

    /// Draws one block.
    pub(super) fn block_ui(&mut self, ui: &mut Ui, index: usize) {
        let Some(block) = self.lesson.lesson.blocks.get(index) else { return };
        self.begin_block(index, block);
        self.kind_ui(ui, block);
        debug_assert!(
            self.lesson
                .plain
                .get(index)
                .is_none_or(|plain| plain.is_empty() || self.cursor == plain.chars().count() + 1),
            "every field of {} is drawn or skipped, in order",
            block.kind.name()
        );
        self.doubt_ui(ui, block);
    }

    fn begin_block(&mut self, index: usize, block: &'a Block) {
        self.block = index;
        self.cursor = 0;
        self.tail = tail_of(block);
    }

    fn kind_ui(&mut self, ui: &mut Ui, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading { text, level } => self.heading_ui(ui, text, *level),
            BlockKind::Paragraph { text } => {
                self.last_text(ui, text, self.body);
            }
            BlockKind::List { style, items } => self.list_ui(ui, *style, items),
            BlockKind::Steps { title, items } => self.steps_ui(ui, title.as_ref(), items),
            BlockKind::Callout { tone, title, text } => self.callout_ui(ui, *tone, title.as_ref(), text),
            BlockKind::Compare { left, right } => self.compare_ui(ui, left, right),
            BlockKind::Table { caption, columns, rows, fill } => {
                self.table_ui(ui, caption.as_ref(), columns, rows, *fill);
            }
            BlockKind::Figure { src, alt, long, caption, credit } => {
                self.figure_ui(ui, src, alt, [caption.as_ref(), long.as_ref(), credit.as_ref()]);
            }
            BlockKind::Chart(chart) => self.chart_ui(ui, &block.id, chart),
            BlockKind::Timeline { events } => self.timeline_ui(ui, events),
            BlockKind::Contacts { items } => self.contacts_ui(ui, items),
            BlockKind::Quote { text, by } => self.quote_ui(ui, text, by.as_ref()),
            BlockKind::Law { source, article, says, means } => {
                self.law_ui(ui, source, article.as_deref(), says, means);
            }
            BlockKind::Case { title, story, questions, debrief } => {
                self.case_ui(ui, &block.id, title, story, questions, debrief.as_ref());
            }
            BlockKind::Activity { title, minutes, form, steps, materials } => {
                self.activity_ui(ui, title, (*minutes, *form), steps, materials);
            }
            BlockKind::Question(question) => self.question_ui(ui, &block.id, question),
            BlockKind::Attachment { src, title, credit, text } => {
                self.attachment_ui(ui, src, title, text.as_ref(), credit.as_ref());
            }
            BlockKind::SlideBreak => {}
            BlockKind::Damaged { .. } => self.damaged_ui(ui),
        }
    }

    /// Draws the next field of the block.
    fn text(&mut self, ui: &mut Ui, text: &RichText, look: Look) -> egui::Response {
        self.field(ui, text, look, &[])
    }

    /// Draws the next field with the block's citations after its last word.
    fn last_text(&mut self, ui: &mut Ui, text: &RichText, look: Look) -> egui::Response {
        let mut tail = std::mem::take(&mut self.tail);
        // A mark is the number of its source: once is enough.
        let mut told = std::collections::BTreeSet::new();
        tail.retain(|cite| told.insert(&cite.source));
        self.field(ui, text, look, &tail)
    }

    /// Draws the next field with citations of its own after its last word.
    fn cited(&mut self, ui: &mut Ui, text: &RichText, cites: &[Cite], look: Look) -> egui::Response {
        self.field(ui, text, look, &cites.iter().collect::<Vec<_>>())
    }

    fn field(&mut self, ui: &mut Ui, text: &RichText, look: Look, tail: &[&Cite]) -> egui::Response {
        let width = ui.available_width();
        let field = Field { text, block: self.block, start: self.cursor, look, width, tail };
        let lesson = self.lesson;
        let number = |cite: &Cite| lesson.number(&cite.source);
        let (response, pressed) = self.view.field_ui(ui, &field, self.marks, &number);
        self.cursor += text.chars() + 1;
        if let Some(pressed) = pressed {
            self.follow(pressed);
        }
        response
    }

    /// Passes over a field that is not on the screen now.
    fn skip(&mut self, text: &RichText) {
        self.cursor += text.chars() + 1;
    }

    fn follow(&self, Pressed { run, response }: Pressed) {
        let course = &self.open.course;
        let clicked = response.clicked();
        match run {
            Run::Link(Link::Lesson(lesson, block)) if clicked => {
                self.ctx.send(Action::Go(crate::app::route::Route::Reader { lesson, block }));
            }
            Run::Link(Link::Outside(url)) => {
                if clicked {
                    self.ctx.send(Action::Overlay(Some(Overlay::Link(url.clone()))));
                }
                response.on_hover_text(url);
            }
            Run::Link(Link::Term(word)) => {
                let Some(term) = course.term(&word) else { return };
                if clicked {
                    self.ctx.send(Action::Overlay(Some(Overlay::Term(term.id.clone()))));
                }
                response.on_hover_ui(|ui| sources::term_ui(ui, term));
            }
            Run::Cite(cite, _) => {
                let Some(source) = course.sources.get(&cite.source) else { return };
                if clicked {
                    self.ctx.send(Action::Overlay(Some(Overlay::Source(cite.source.clone()))));
                }
                response.on_hover_ui(|ui| {
                    ui.set_max_width(340.0);
                    sources::source_ui(ui, self.ctx, course, source, cite.locator.as_deref());
                });
            }
            Run::Link(Link::Lesson(..)) => {}
        }
    }

    /// «Nguồn: …» under blocks whose words cannot carry a mark.
    fn source_line_ui(&mut self, ui: &mut Ui) {
        let tail = std::mem::take(&mut self.tail);
        if tail.is_empty() {
            return;
        }
        let names: Vec<String> =
            tail.iter().map(|cite| shortened(sources::cite_name(&self.open.course, cite))).collect();
        let tokens = ui.tokens();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 5.0);
            ui.spacing_mut().interact_size.y = 0.0;
            ui.label(
                egui::RichText::new(self.ctx.tr.get("source-line"))
                    .font(Face::Regular.at(size::SMALL))
                    .color(tokens.muted),
            );
            for (cite, name) in tail.iter().zip(names) {
                let response = chip_ui(ui, None, &name, tokens.blue_tint, tokens.blue_text);
                let response = ui.interact(response.rect, response.id.with("source"), egui::Sense::click());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
                self.follow(Pressed { run: Run::Cite((*cite).clone(), 0), response });
            }
        });
    }

    /// «cần kiểm tra» stands out; a second-hand source is a quiet remark.
    fn doubt_ui(&self, ui: &mut Ui, block: &Block) {
        let Some(doubt) = &block.doubt else { return };
        let t = ui.tokens();
        let (label, icon, ground, ink) = match doubt.level {
            Confidence::Unverified => ("doubt-unverified", "warning", t.warning_tint, t.warning_text),
            Confidence::Primary | Confidence::Secondary => ("doubt-secondary", "info", t.paper, t.muted),
        };
        ui.add_space(4.0);
        let inset = if ground == t.paper { 0 } else { 10 };
        Frame::new().fill(ground).corner_radius(8).inner_margin(Margin::symmetric(inset, inset / 2)).show(
            ui,
            |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    icon_ui(ui, icon, 15.0, ink);
                    let words = format!("{}: {}", self.ctx.tr.get(label), doubt.text.to_plain());
                    label_ui(ui, words, Face::Regular.at(size::SMALL), ink);
                });
            },
        );
    }

    fn damaged_ui(&self, ui: &mut Ui) {
        let tokens = ui.tokens();
        prose::bar_frame(ui, tokens.danger_tint, tokens.danger, |ui| {
            let title = self.ctx.tr.get("damaged-block");
            label_ui(ui, title, Face::Bold.at(size::BODY), tokens.danger_text);
            for problem in self.lesson.problems_of(self.block) {
                let words =
                    format!("{} – {}", place_text(self.ctx.tr, problem), problem_text(self.ctx.tr, problem));
                label_ui(ui, words, Face::Regular.at(size::CONTROL), tokens.ink);
                if let Some(meant) = suggestion_text(self.ctx.tr, problem) {
                    label_ui(ui, meant, Face::Semibold.at(size::CONTROL), tokens.ink);
                }
            }
        });
    }
}

/// What of a block is seen only after thinking or answering, as characters of its plain text.
pub(super) fn hidden_at_first(block: &Block) -> Vec<std::ops::Range<usize>> {
    let is_shown = |text: &RichText| match &block.kind {
        BlockKind::Case { debrief: Some(debrief), .. } => !std::ptr::eq(text, debrief),
        BlockKind::Question(question) => {
            let choices = question.answer.choices().iter().map(|choice| &choice.text);
            std::iter::once(&question.prompt).chain(choices).any(|shown| std::ptr::eq(text, shown))
        }
        BlockKind::Figure { long: Some(long), .. } => !std::ptr::eq(text, long),
        _ => true,
    };
    let hidden = block.parts().into_iter().filter(|part| !is_shown(part.text));
    hidden.map(|part| part.start..part.start + part.text.chars()).collect()
}

/// Titles of reports are long; hovering and pressing tells the rest.
fn shortened(name: String) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name;
    }
    let head: String = name.chars().take(LONGEST_NAME).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(whole_words, _)| whole_words);
    format!("{head}…")
}

/// The block's own citations, but for those that stand at a sentence already.
fn tail_of(block: &Block) -> Vec<&Cite> {
    let parts = block.parts();
    let stands = |cite: &&Cite| !parts.iter().any(|part| part.text.cites().any(|inline| inline == *cite));
    block.cite.iter().flatten().filter(stands).collect()
}
