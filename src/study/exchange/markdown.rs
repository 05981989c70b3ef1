//! Annotations to read, print and send: Markdown in the order of the course.

use crate::study::Annotation;
use crate::study::annotation::{Colour, Motivation};

/// The words between the user's own.
#[derive(Clone, Debug)]
pub struct Labels {
    /// The title.
    pub title: String,
    /// Of a bookmark.
    pub bookmark: String,
    /// Of a highlight in each colour, as in [`Colour::ALL`].
    pub colours: [String; 4],
    /// Of what has no place in its lesson any more.
    pub lost: String,
}

/// What was left in one lesson.
#[derive(Debug)]
pub struct Section<'a> {
    /// The title of the module; none where the lesson left the course.
    pub module: Option<String>,
    /// The title of the lesson.
    pub lesson: String,
    /// In order.
    pub lines: Vec<Line<'a>>,
}

/// One annotation.
#[derive(Debug)]
pub struct Line<'a> {
    /// It.
    pub entry: &'a Annotation,
    /// The words it hangs on.
    pub words: String,
    /// Whether they are no longer in the lesson.
    pub is_lost: bool,
}

/// Everything as one text.
pub fn markdown(sections: &[Section<'_>], labels: &Labels) -> String {
    let mut parts = vec![format!("# {}", escaped(&labels.title))];
    let mut module = None;
    for section in sections {
        if section.module.is_some() && section.module != module {
            module.clone_from(&section.module);
            parts.extend(section.module.as_deref().map(|title| format!("## {}", escaped(title))));
        }
        parts.push(format!("### {}", escaped(&section.lesson)));
        parts.extend(section.lines.iter().map(|line| entry(line, labels)));
    }
    parts.join("\n\n") + "\n"
}

fn entry(line: &Line<'_>, labels: &Labels) -> String {
    let Line { entry, words, is_lost } = line;
    let colour = entry.colour.unwrap_or_default();
    let named = Colour::ALL.iter().zip(&labels.colours).find(|(known, _)| **known == colour);
    let kind = match entry.motivation {
        Motivation::Commenting => None,
        Motivation::Highlighting => named.map(|(_, name)| name),
        Motivation::Bookmarking => Some(&labels.bookmark),
    };
    let lost = is_lost.then_some(&labels.lost);
    let about: Vec<String> =
        kind.into_iter().chain(lost).map(|label| format!("*{}*", escaped(label))).collect();
    let quoted = words.lines().filter(|line| !line.trim().is_empty()).map(escaped);
    let quoted = quoted.chain((!about.is_empty()).then(|| about.join(" · ")));
    let quoted: Vec<String> = quoted.map(|line| format!("> {line}")).collect();
    let body = entry.body.trim();
    let parts = [quoted.join("\n>\n"), body.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Words of the course are words, whatever signs stand in them.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.trim().chars().enumerate() {
        let opens = at == 0 && matches!(c, '#' | '>' | '-' | '+' | '=' | '~');
        if opens || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
