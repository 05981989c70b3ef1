//! Pictures: their size is known before a pixel is decoded, and nothing outside them is opened.

mod svg;

use std::fmt;
use std::io::Cursor;

use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, RgbaImage};
use resvg::usvg;

use crate::content::media::PictureKind;

/// A picture of more pixels is refused before it is decoded: 160 MB in memory.
pub const PIXELS: u64 = 40_000_000;
/// What a decoder may claim while it works.
const DECODER_BYTES: u64 = 256 << 20;

/// Decoded pixels, row by row, red, green, blue and alpha, premultiplied by alpha.
#[derive(Clone, Debug)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Four bytes for each pixel.
    pub rgba: Vec<u8>,
}

/// Why a picture cannot be shown.
#[derive(Debug)]
pub enum PictureError {
    /// More pixels than [`PIXELS`].
    TooLarge {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// How many pixels in all are drawn.
        limit: u64,
    },
    /// Neither PNG nor JPEG nor WebP.
    NotAPicture,
    /// An SVG that is not well formed.
    Svg(usvg::Error),
    /// An SVG that is not UTF-8 text.
    NotUtf8(std::str::Utf8Error),
    /// An SVG that declares entities, a way to make a small file endless.
    SvgEntities,
    /// An SVG with groups nested deeper than this.
    SvgTooDeep {
        /// How deep they may be nested.
        limit: usize,
    },
    /// An SVG with a filter whose work has no bound.
    SvgFilter,
    /// A PNG, JPEG or WebP that is damaged or of a kind that is not read.
    Format(ImageError),
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { width, height, limit } => {
                write!(f, "{width} × {height} pixels are more than {limit}")
            }
            Self::NotAPicture => write!(f, "neither PNG nor JPEG nor WebP"),
            Self::Svg(cause) => write!(f, "not a readable SVG: {cause}"),
            Self::NotUtf8(cause) => write!(f, "an SVG that is not UTF-8 text: {cause}"),
            Self::SvgEntities => write!(f, "an SVG that declares entities is not read"),
            Self::SvgTooDeep { limit } => write!(f, "SVG elements are nested deeper than {limit}"),
            Self::SvgFilter => {
                write!(f, "SVG filters of turbulence, morphology or convolution are not drawn")
            }
            Self::Format(cause) => write!(f, "the picture cannot be decoded: {cause}"),
        }
    }
}

impl std::error::Error for PictureError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Svg(cause) => Some(cause),
            Self::NotUtf8(cause) => Some(cause),
            Self::Format(cause) => Some(cause),
            _ => None,
        }
    }
}

/// Width and height as the picture itself gives them, without decoding its pixels.
pub fn size(bytes: &[u8], kind: PictureKind) -> Result<[f32; 2], PictureError> {
    match kind {
        PictureKind::Svg => {
            let size = svg::tree(bytes)?.size();
            Ok([size.width(), size.height()])
        }
        PictureKind::Pixels => {
            let mut decoder = decoder(bytes)?;
            let (width, height) = decoder.dimensions();
            let turned = is_turned(decoder.orientation().map_err(PictureError::Format)?);
            let (width, height) = if turned { (height, width) } else { (width, height) };
            Ok([pixels(width), pixels(height)])
        }
    }
}

/// The picture `width_px` wide; pixels are made smaller but never larger, an SVG is drawn at just
/// that width.
pub fn decode(bytes: &[u8], kind: PictureKind, width_px: u32) -> Result<Pixels, PictureError> {
    match kind {
        PictureKind::Svg => svg::draw(&svg::tree(bytes)?, width_px.max(1)),
        PictureKind::Pixels => {
            let mut decoder = decoder(bytes)?;
            let orientation = decoder.orientation().map_err(PictureError::Format)?;
            let mut picture = DynamicImage::from_decoder(decoder).map_err(PictureError::Format)?;
            picture.apply_orientation(orientation);
            Ok(shrink(picture, width_px.max(1)))
        }
    }
}

/// A decoder that has read the header only, of a picture that is not too large.
fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, PictureError> {
    let format = image::guess_format(bytes).map_err(|cause| match cause {
        ImageError::Unsupported(_) => PictureError::NotAPicture,
        cause => PictureError::Format(cause),
    })?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return Err(PictureError::NotAPicture);
    }
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(DECODER_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(PictureError::Format)?;
    let (width, height) = decoder.dimensions();
    check_pixels(width, height)?;
    Ok(decoder)
}

fn check_pixels(width: u32, height: u32) -> Result<(), PictureError> {
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(PictureError::TooLarge { width, height, limit: PIXELS });
    }
    Ok(())
}

fn is_turned(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

#[expect(clippy::cast_precision_loss, reason = "pictures are far smaller than 2^24 pixels a side")]
fn pixels(number: u32) -> f32 {
    number as f32
}

fn shrink(picture: DynamicImage, width_px: u32) -> Pixels {
    let mut picture = picture.into_rgba8();
    premultiply(&mut picture);
    let (width, height) = picture.dimensions();
    if width > width_px {
        let scaled = u64::from(height) * u64::from(width_px) / u64::from(width);
        // Not larger than `height`, which is a `u32`.
        let scaled = u32::try_from(scaled).unwrap_or(height).max(1);
        picture = imageops::resize(&picture, width_px, scaled, FilterType::Triangle);
    }
    Pixels { width: picture.width(), height: picture.height(), rgba: picture.into_raw() }
}

/// Before the picture is made smaller, so that hidden colours do not bleed into its edges.
fn premultiply(picture: &mut RgbaImage) {
    for image::Rgba([red, green, blue, alpha]) in picture.pixels_mut() {
        for channel in [red, green, blue] {
            let product = u16::from(*channel) * u16::from(*alpha);
            *channel = u8::try_from((product + 127) / 255).unwrap_or(u8::MAX);
        }
    }
}

#[cfg(test)]
mod tests;
