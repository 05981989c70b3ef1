//! The two sides of a card.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, CursorIcon, Role, Sense, Ui, WidgetInfo};
use i18n_embed_fl::fl;

use super::{Sheet, body, lesson_title};
use crate::app::action::Action;
use crate::app::open_course::OpenCourse;
use crate::app::state::Overlay;
use crate::content::course::Term;
use crate::content::{LessonId, Slug};
use crate::study::anchor::AROUND;
use crate::study::annotation::{Annotation, Quote};
use crate::study::cards::{CardKey, CardOf};
use crate::study::self_check::{Draft, QuestionKey};
use crate::ui::Ctx;
use crate::ui::blocks::{Page, Stage};
use crate::ui::sources;
use crate::ui::theme::{Face, Themed as _, size};
use crate::ui::widgets::{as_heading, chip_ui, focus_ring, label_ui};

/// What stands for the words that are asked for.
const GAP: &str = " ______ ";

/// Draws a side of a card; the other side holds the answer.
pub(super) fn ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    open: &OpenCourse,
    sheet: &mut Sheet,
    key: &CardKey,
    turned: bool,
) {
    match &key.of {
        CardOf::Term(id) => {
            if let Some(term) = open.course.terms.get(id) {
                term_ui(ui, ctx, open, term, turned);
            }
        }
        CardOf::Question(lesson, block) => {
            let key =
                QuestionKey { course: key.course.clone(), lesson: lesson.clone(), block: block.clone() };
            question_ui(ui, ctx, open, sheet, &key, turned);
        }
        CardOf::Highlight(id) => {
            if let Some(marked) = ctx.state.study.notebook.get(*id) {
                highlight_ui(ui, ctx, open, marked, turned);
            }
        }
    }
}

/// What a card asks for in a line, for lists; none where the course has it no more.
pub(super) fn line_text(ctx: &Ctx<'_>, open: &OpenCourse, key: &CardKey) -> Option<String> {
    match &key.of {
        CardOf::Term(id) => open.course.terms.get(id).map(|term| term.term.clone()),
        CardOf::Question(lesson, block) => {
            let key =
                QuestionKey { course: key.course.clone(), lesson: lesson.clone(), block: block.clone() };
            ctx.state.room.bank()?.find(&key).map(|found| found.question.prompt.to_plain())
        }
        CardOf::Highlight(id) => ctx.state.study.notebook.get(*id).map(|marked| {
            let words: Vec<&str> = quotes(marked).map(|quote| quote.exact.as_str()).collect();
            words.join(" … ")
        }),
    }
}

/// Where a card comes from: its kind, and the lesson.
pub(super) fn kind_text(
    ctx: &Ctx<'_>,
    open: &OpenCourse,
    key: &CardKey,
) -> (&'static str, String, Option<String>) {
    let title = |lesson: &LessonId| Some(lesson_title(open, lesson));
    match &key.of {
        CardOf::Term(_) => ("text-aa", fl!(ctx.tr, "card-term"), None),
        CardOf::Question(lesson, _) => ("question", fl!(ctx.tr, "card-question"), title(lesson)),
        CardOf::Highlight(id) => {
            let lesson = ctx.state.study.notebook.get(*id).map(|marked| marked.lesson.clone());
            ("highlighter", fl!(ctx.tr, "card-highlight"), lesson.as_ref().and_then(title))
        }
    }
}

/// Where a card's answer can be read in its lesson.
pub(super) fn place_of(ctx: &Ctx<'_>, key: &CardKey) -> Option<(LessonId, Option<Slug>)> {
    match &key.of {
        CardOf::Term(_) => None,
        CardOf::Question(lesson, block) => {
            let section = ctx.state.room.bank().and_then(|bank| bank.lesson(lesson)?.section(block).cloned());
            Some((lesson.clone(), section.map(|(block, _)| block).or(Some(block.clone()))))
        }
        CardOf::Highlight(id) => {
            let place = ctx.state.study.notebook.get(*id)?.place();
            Some((place.lesson, place.block))
        }
    }
}

fn term_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, term: &Term, turned: bool) {
    let t = ui.tokens();
    let scale = ctx.state.settings.text_scale();
    let title = label_ui(ui, &term.term, Face::Bold.at(size::TITLE * scale), t.ink);
    as_heading(ui, &title, 2, &term.term);
    if !turned {
        label_ui(ui, fl!(ctx.tr, "card-term-asks"), Face::Regular.at(size::BODY * scale), t.muted);
        return;
    }
    ui.add_space(4.0);
    label_ui(ui, term.definition.to_plain(), Face::Regular.at(size::SUBHEADING * scale), t.ink);
    if !term.aliases.is_empty() {
        let words = fl!(ctx.tr, "term-aliases", words = term.aliases.join(", "));
        label_ui(ui, words, Face::Regular.at(size::CONTROL), t.muted);
    }
    if !term.cite.is_empty() {
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            for cite in &term.cite {
                let name = sources::cite_name(&open.course, cite);
                let chip = chip_ui(ui, None, &name, t.blue_tint, t.blue_text);
                let chip = ui.interact(chip.rect.expand(4.0), chip.id.with("source"), Sense::click());
                chip.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
                focus_ring(ui, &chip, 12);
                if chip.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                    ctx.send(Action::Overlay(Some(Overlay::Source(cite.source.clone()))));
                }
            }
        });
    }
}

fn question_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    open: &OpenCourse,
    sheet: &mut Sheet,
    key: &QuestionKey,
    turned: bool,
) {
    let Some(found) = ctx.state.room.bank().and_then(|bank| bank.find(key)) else { return };
    let body = body(ui, ctx);
    let Sheet { view, memory } = sheet;
    view.begin();
    let mut page = Page::new(ctx, open, &found.lesson.sheet, view, &[], memory, body);
    let draft = Draft::new(&found.question.answer, 1);
    let stage = if turned { Stage::Back } else { Stage::Front(&draft) };
    page.asked_ui(ui, found.at, stage);
}

fn quotes(marked: &Annotation) -> impl Iterator<Item = &Quote> {
    marked.targets.iter().filter_map(|target| target.quote.as_ref())
}

/// The words around a highlight; the highlighted ones are asked for.
fn highlight_ui(ui: &mut Ui, ctx: &Ctx<'_>, open: &OpenCourse, marked: &Annotation, turned: bool) {
    let t = ui.tokens();
    let scale = ctx.state.settings.text_scale();
    let title = lesson_title(open, &marked.lesson);
    let alone = quotes(marked).all(|quote| quote.prefix.trim().is_empty() && quote.suffix.trim().is_empty());
    let ask = if alone {
        fl!(ctx.tr, "card-highlight-asks-all", lesson = title)
    } else {
        fl!(ctx.tr, "card-highlight-asks", lesson = title)
    };
    label_ui(ui, ask, Face::Semibold.at(size::BODY * scale), t.muted);
    ui.add_space(4.0);
    let font = Face::Regular.at(size::SUBHEADING * scale);
    for quote in quotes(marked) {
        let format = |background: Color32| TextFormat {
            font_id: font.clone(),
            color: t.ink,
            background,
            line_height: Some((font.size * 1.5).round()),
            ..TextFormat::default()
        };
        let plain = format(Color32::TRANSPARENT);
        let mut job = LayoutJob::default();
        let (before, after) = (from_a_word(&quote.prefix), to_a_word(&quote.suffix));
        job.append(&before, 0.0, plain.clone());
        if turned {
            job.append(&quote.exact, 0.0, format(t.highlight_yellow));
        } else {
            job.append(GAP, 0.0, plain.clone());
        }
        job.append(&after, 0.0, plain);
        job.wrap.max_width = ui.available_width();
        ui.add(egui::Label::new(job).wrap());
    }
}

/// The words before a highlight, from the first whole one on.
fn from_a_word(text: &str) -> String {
    // What is kept of them begins somewhere inside a word, unless the block begins there.
    match text.split_once(char::is_whitespace) {
        Some((_, rest)) if text.chars().count() >= AROUND => format!("… {rest}"),
        _ => text.to_owned(),
    }
}

/// The words after a highlight, up to the last whole one.
fn to_a_word(text: &str) -> String {
    match text.rsplit_once(char::is_whitespace) {
        Some((rest, _)) if text.chars().count() >= AROUND => format!("{rest} …"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_inside_a_word_loses_that_word() {
        let long = "ưới nước phải mặc áo phao đúng cỡ ";
        assert_eq!(from_a_word(long), "… nước phải mặc áo phao đúng cỡ ");
        assert_eq!(from_a_word("Mặc áo "), "Mặc áo ");
        assert_eq!(to_a_word(" rồi mới xuống nước cùng người lớ"), " rồi mới xuống nước cùng người …");
        assert_eq!(to_a_word(" rồi."), " rồi.");
    }
}
