//! The title of a lesson and the divider before a module.

use super::blocks::Builder;
use super::text::Type;
use super::{Fill, Frame, HEIGHT, Ink, LADDER, Mark, Page, Placed, Rung, Shape, Words};
use crate::assets::metrics::Face;
use crate::content::course::Spot;
use crate::content::{Course, RichText};

/// Where titles begin.
const MARGIN: f32 = 0.08;

/// The slide with which a lesson begins.
pub fn title_page(course: &Course, spot: &Spot<'_>, shape: Shape, words: &Words) -> Page {
    let module = format!("{} {} · {}", words.module, spot.module_number, spot.module.title);
    let publisher = course.publisher.as_deref().unwrap_or(&course.title);
    poster(&module, &spot.entry.title, publisher, shape, [Fill::Teal, Fill::Amber])
}

/// The slide between two modules.
pub fn module_page(course: &Course, spot: &Spot<'_>, shape: Shape, words: &Words) -> Page {
    let number = format!("{} {}", words.module, spot.module_number);
    poster(&number, &spot.module.title, &course.title, shape, [Fill::Amber, Fill::Teal])
}

/// The slide of a break in an agenda.
pub fn break_page(course: &Course, label: &str, minutes: u16, shape: Shape, words: &Words) -> Page {
    let minutes = format!("{minutes} {}", words.minutes);
    poster(&minutes, label, &course.title, shape, [Fill::Amber, Fill::Teal])
}

/// A heading with nothing below it.
pub(super) fn section_marks(title: &RichText, shape: Shape) -> Vec<Mark> {
    let width = shape.width() * (1.0 - 2.0 * MARGIN);
    let rows = title_rows(title, width, HEIGHT * 0.6);
    let y = (HEIGHT - rows.1) / 2.0;
    let bar = Frame { x: 0.0, y, width: 24.0, height: rows.1 };
    let mut marks = vec![Mark::Area { frame: bar, fill: Fill::Amber, radius: 0.0 }];
    marks.extend(rows.0.into_iter().map(|mark| mark.moved(shape.width() * MARGIN, y)));
    marks
}

/// A title in the largest letters that take at most four lines and that height.
fn title_rows(title: &RichText, width: f32, height: f32) -> (Vec<Mark>, f32) {
    let sizes = [120.0, 104.0, 92.0, 80.0, 68.0, Rung::LEAST.size()];
    let laid = sizes
        .into_iter()
        .map(|size| Builder::rows(title, Type::new(Face::Bold, Ink::Ink, size), (0.0, 0.0), width));
    let mut best = (Vec::new(), 0.0);
    for rows in laid {
        let good = rows.fits && rows.marks.len() <= 4 && rows.height <= height;
        best = (rows.marks, rows.height);
        if good {
            break;
        }
    }
    best
}

fn poster(above: &str, title: &str, below: &str, shape: Shape, fills: [Fill; 2]) -> Page {
    let [ground, accent] = fills;
    let x = shape.width() * MARGIN;
    let width = shape.width() - 2.0 * x;
    let rich = RichText::plain(title);
    let small = Type::new(Face::Semibold, Ink::Teal, 50.0);
    let over = Builder::rows(&RichText::plain(above), small, (0.0, 0.0), width);
    let (rows, height) = title_rows(&rich, width, HEIGHT * 0.5);
    let top = (HEIGHT - height) / 2.0;
    let mut marks = vec![
        Mark::Area {
            frame: Frame { x: 0.0, y: 0.0, width: 28.0, height: HEIGHT },
            fill: ground,
            radius: 0.0,
        },
        Mark::Area {
            frame: Frame { x, y: top + height + 36.0, width: 200.0, height: 12.0 },
            fill: accent,
            radius: 6.0,
        },
    ];
    marks.extend(over.marks.into_iter().map(|mark| mark.moved(x, top - over.height - 24.0)));
    marks.extend(rows.into_iter().map(|mark| mark.moved(x, top)));
    let foot = Type::new(Face::Regular, Ink::Muted, 40.0);
    let foot = Builder::rows(&RichText::plain(below), foot, (0.0, 0.0), width);
    let y = HEIGHT - 64.0 - foot.height;
    marks.extend(foot.marks.into_iter().map(|mark| mark.moved(x, y)));
    let [rung, ..] = LADDER;
    Page {
        title: title.to_owned(),
        slide: None,
        part: 0,
        blocks: Vec::new(),
        rung,
        marks: marks.into_iter().map(|mark| Placed { from: 0, mark }).collect(),
        steps: Vec::new(),
        overflows: false,
    }
}
