//! Slides to be drawn into picture files.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::ColorImage;
use image::ImageEncoder as _;
use image::codecs::png::PngEncoder;

use crate::app::open_course::LoadedLesson;
use crate::app::present::Deck;
use crate::disk;
use crate::load::Origin;

/// The shortest and the longest side of a picture, in pixels.
pub const SIDES: std::ops::RangeInclusive<u32> = 64..=4096;

/// Slides of one lesson, and the files that they become.
pub struct Stills {
    /// Where the pictures on the slides come from.
    pub origin: Origin,
    /// The lesson.
    pub lesson: Box<LoadedLesson>,
    /// Its slides.
    pub deck: Arc<Deck>,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// For a dark hall.
    pub dark: bool,
    /// What is drawn, in order.
    pub shots: Vec<Shot>,
}

/// One slide at one step, and its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shot {
    /// The slide, from zero.
    pub slide: usize,
    /// The step, from zero.
    pub step: usize,
    /// Where the picture goes.
    pub file: PathBuf,
}

/// Writes a picture as a PNG, with the folders that it needs.
pub fn write(file: &Path, picture: &ColorImage) -> io::Result<()> {
    let [width, height] = picture.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let rgb: Vec<u8> = picture.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let mut png = Vec::new();
    let encoder = PngEncoder::new(&mut png);
    let written = encoder.write_image(&rgb, width, height, image::ExtendedColorType::Rgb8);
    written.map_err(io::Error::other)?;
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    disk::replace(file, &png)
}
