//! Why a picture is not shown, in a sentence.

use i18n_embed_fl::fl;

use crate::app::pictures::PictureFailure;
use crate::app::problem_text::load_error_text;
use crate::app::tr::Tr;
use crate::load::picture::PictureError;

/// A failed picture in the user's language.
pub fn picture_failure_text(tr: &Tr, failure: &PictureFailure) -> String {
    match failure {
        PictureFailure::Load(error) => load_error_text(tr, error),
        PictureFailure::Unknown(path) => fl!(tr, "picture-unknown", file = path.as_str()),
        PictureFailure::Chart(error) => fl!(tr, "picture-chart", cause = error.to_string()),
        PictureFailure::Picture(PictureError::TooLarge { width, height, .. }) => {
            fl!(tr, "picture-too-large", width = width.to_string(), height = height.to_string())
        }
        PictureFailure::Picture(error) => fl!(tr, "picture-damaged", cause = error.to_string()),
    }
}
