//! `hoclieu render`: which slides become pictures; a window draws them.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use i18n_embed_fl::fl;

use crate::app::open_course::LoadedLesson;
use crate::app::present::{Deck, HallWords, SIDES, Shot, Stills, slide_words};
use crate::app::problem_text::load_error_text;
use crate::app::tr::{Language, Tr, loader};
use crate::class::Plan;
use crate::cli::origin;
use crate::content::LessonId;
use crate::load;
use crate::typeset::{Rung, Shape};

/// Which slides, how large, and where they go.
#[derive(Debug, Args)]
pub struct Render {
    /// A course: a folder; the shipped course if left out.
    course: Option<PathBuf>,
    /// The lesson, such as m08/tong-dai-111.
    #[arg(long, value_name = "ID")]
    lesson: String,
    /// The slide, from 1, as its foot says; all slides if left out.
    #[arg(long, value_name = "N")]
    slide: Option<usize>,
    /// How far it is revealed, from 1; whole if left out.
    #[arg(long, value_name = "N", requires = "slide")]
    step: Option<usize>,
    /// Width and height in pixels.
    #[arg(long, value_name = "WxH", default_value = "1920x1080")]
    size: Size,
    /// For a bright or a dark hall.
    #[arg(long, value_enum, default_value_t = Hall::Light)]
    theme: Hall,
    /// The file of the picture; without --slide the folder of 001.png, 002.png …
    #[arg(short, long, value_name = "PNG")]
    output: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Hall {
    Light,
    Dark,
}

/// Width and height in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size(u32, u32);

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let pixels = |text: &str| text.parse().ok().filter(|side| SIDES.contains(side));
        let sides = text.split_once(['x', 'X', '×']);
        let size = sides.and_then(|(width, height)| Some(Self(pixels(width)?, pixels(height)?)));
        size.ok_or_else(|| format!("1920x1080; {}–{} px", SIDES.start(), SIDES.end()))
    }
}

impl Render {
    /// What a window shall draw, or why there is nothing to draw.
    pub(super) fn stills(&self, tr: &Tr) -> Result<Stills, String> {
        let told = |error| load_error_text(tr, &error);
        let bad_lesson = || fl!(tr, "start-bad-lesson", id = self.lesson.as_str());
        let id = LessonId::parse(&self.lesson).ok_or_else(bad_lesson)?;
        let origin = origin(self.course.as_deref()).map_err(told)?;
        let course = load::course(&origin, &mut Vec::new()).map_err(told)?;
        let lesson = Box::new(LoadedLesson::read(&origin, &course, &id).map_err(told)?);
        let loader = loader(Language::of(&course));
        let words = slide_words(&loader, &std::collections::BTreeMap::new());
        let Size(width, height) = self.size;
        #[expect(clippy::cast_precision_loss, reason = "pixels of a screen")]
        let shape = Shape::of_screen(width as f32, height as f32);
        let (plan, said) = (Plan::of_lesson(id, true), HallWords::of(&loader));
        let deck = Deck::build(&origin, &course, plan, (shape, Rung::LEAST), (&words, said)).map_err(told)?;
        let shots = self.shots(tr, &deck)?;
        let dark = self.theme == Hall::Dark;
        Ok(Stills { origin, lesson, deck: Arc::new(deck), size: (width, height), dark, shots })
    }

    fn shots(&self, tr: &Tr, deck: &Deck) -> Result<Vec<Shot>, String> {
        let Some(number) = self.slide else {
            let shot = |(slide, of): (usize, &crate::app::present::DeckSlide)| Shot {
                slide,
                step: of.page.last_step(),
                file: self.output.join(format!("{:03}.png", slide + 1)),
            };
            return Ok(deck.slides.iter().enumerate().map(shot).collect());
        };
        let slide = number.checked_sub(1).and_then(|at| Some((at, deck.slides.get(at)?)));
        let Some((slide, of)) = slide else {
            let (number, last) = (number.to_string(), deck.slides.len().to_string());
            return Err(fl!(tr, "render-no-slide", number = number, last = last));
        };
        let last = of.page.last_step();
        let step = self.step.map_or(Some(last), |step| step.checked_sub(1)).filter(|step| *step <= last);
        let step = step.ok_or_else(|| {
            let number = self.step.unwrap_or_default().to_string();
            fl!(tr, "render-no-step", number = number, last = (last + 1).to_string())
        })?;
        Ok(vec![Shot { slide, step, file: self.output.clone() }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_two_sides_within_the_limits() {
        assert_eq!("1024x768".parse(), Ok(Size(1024, 768)));
        assert_eq!("1920×1080".parse(), Ok(Size(1920, 1080)));
        for text in ["", "1024", "x768", "63x768", "1024x4097", "-1x768", "1024x768x2"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}
