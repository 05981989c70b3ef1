//! Whether the slides of a lesson fit on every screen.

use crate::content::{Course, Lesson};
use crate::load::ProblemKind;
use crate::typeset::{self, Page, Rung, Shape, Words};

/// A slide that goes on further than this is several slides.
const PARTS: usize = 4;

/// What is wrong, and the block at which it is.
pub fn faults(course: &Course, lesson: &Lesson) -> Vec<(usize, ProblemKind)> {
    let mut faults = Vec::new();
    for shape in Shape::ALL {
        // Which words stand before the sources does not decide what fits.
        let pages = typeset::lesson(course, lesson, shape, Rung::LEAST, &Words::default());
        for page in pages.iter().filter(|page| page.overflows) {
            let screen = name(shape).to_owned();
            faults.push((first_block(page), ProblemKind::SlideTooLarge { screen }));
        }
        if shape == Shape::SixteenByNine {
            let last = pages.iter().filter(|page| page.part == PARTS);
            faults.extend(last.map(|page| {
                let pages = pages.iter().filter(|other| other.slide == page.slide).count();
                (first_block(page), ProblemKind::SlideTooLong { pages, limit: PARTS })
            }));
        }
    }
    faults
}

fn first_block(page: &Page) -> usize {
    page.blocks.first().copied().unwrap_or_default()
}

fn name(shape: Shape) -> &'static str {
    match shape {
        Shape::FourByThree => "4:3",
        Shape::SixteenByTen => "16:10",
        Shape::SixteenByNine => "16:9",
    }
}
