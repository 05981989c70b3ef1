//! A problem drawn with the line it stands on.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin as Place, Renderer, Snippet};

use i18n_embed_fl::fl;

use crate::app::problem_text::{problem_text, suggestion_text};
use crate::app::tr::Tr;
use crate::load::{Problem, Severity, Span};

/// Lines longer than this are cut around the place.
const COLUMNS: usize = 120;

/// Draws a problem; `text` is the file it stands in, where that can be read.
pub(super) fn draw(tr: &Tr, problem: &Problem, path: &str, text: Option<&str>, coloured: bool) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR.with_name(fl!(tr, "cli-problem")),
        Severity::Warning => Level::WARNING.with_name(fl!(tr, "cli-warning")),
    };
    let title = level.primary_title(problem_text(tr, problem));
    let pointer = (!problem.at.is_empty()).then(|| Level::NOTE.no_name().message(problem.at.clone()));
    let source = problem.span.zip(text).and_then(|(span, text)| Some((span, line(text, span)?)));
    let group = match &source {
        Some((span, line)) => title.element(
            Snippet::source(*line)
                .path(path)
                .line_start(span.line)
                .annotation(AnnotationKind::Primary.span(bytes(line, *span))),
        ),
        None => title.element(Place::path(path)),
    };
    let help = suggestion_text(tr, problem);
    let help = help.map(|help| Level::HELP.with_name(fl!(tr, "cli-help")).message(help));
    let group: Group<'_> = group.elements(pointer).elements(help);
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Unicode).term_width(COLUMNS).render(&[group])
}

fn line(text: &str, span: Span) -> Option<&str> {
    text.split('\n').nth(span.line.checked_sub(1)?).map(|line| line.trim_end_matches('\r'))
}

/// The byte range of a span in its line.
fn bytes(line: &str, span: Span) -> std::ops::Range<usize> {
    let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let start = span.column.saturating_sub(1);
    byte(start)..byte(start + span.length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tr::{Language, loader};
    use crate::load::ProblemKind;

    #[test]
    fn the_line_the_place_and_the_suggestion_are_shown() {
        let problem = Problem {
            file: "lessons/a/b.json".to_owned(),
            at: "/blocks/0/titel".to_owned(),
            span: Some(Span { line: 2, column: 3, length: 7 }),
            severity: Severity::Error,
            kind: ProblemKind::UnknownField { field: "titel".to_owned(), meant: Some("title".to_owned()) },
        };
        let text = "{\n  \"titel\": \"Đuối nước\"\n}";
        let drawn = draw(&loader(Language::Vi), &problem, "lessons/a/b.json", Some(text), false);
        for part in [
            "lessons/a/b.json:2:3",
            "\"titel\": \"Đuối nước\"",
            "━━━━━━━",
            "Có phải ý là `title`?",
            "/blocks/0/titel",
        ] {
            assert!(drawn.contains(part), "{part} is not in\n{drawn}");
        }
    }
}
