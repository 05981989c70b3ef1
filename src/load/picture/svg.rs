//! SVG with the shipped fonts, closed to everything outside the file.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::filter::Kind;
use resvg::usvg::{self, ImageHrefResolver, Options, Tree, fontdb, roxmltree};

use super::{PIXELS, PictureError, Pixels, pixels};
use crate::assets::fonts;

/// Elements of an SVG; drawings for a course have some thousands.
const NODES: u32 = 200_000;
/// Groups within groups, each of which may need pixels of its own.
pub(super) const DEPTH: usize = 64;
/// Pixels of all layers that are open at once while an SVG is drawn.
const LAYER_PIXELS: u64 = 4 * PIXELS;
/// The family of running text.
pub(super) const FAMILY: &str = "Be Vietnam Pro";

/// The shipped fonts and no others: a course looks the same on every machine.
pub(super) static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut shipped = fontdb::Database::new();
    for bytes in fonts::TEXT_FACES.into_iter().map(|(_, bytes)| bytes).chain([fonts::MONO]) {
        shipped.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    shipped.set_serif_family(FAMILY);
    shipped.set_sans_serif_family(FAMILY);
    shipped.set_cursive_family(FAMILY);
    shipped.set_fantasy_family(FAMILY);
    shipped.set_monospace_family("JetBrains Mono");
    Arc::new(shipped)
});

pub(super) fn tree(bytes: &[u8]) -> Result<Tree, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(PictureError::NotUtf8)?;
    if text.contains("<!ENTITY") {
        return Err(PictureError::SvgEntities);
    }
    let xml = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..Default::default() };
    let xml = roxmltree::Document::parse_with_options(text, xml)
        .map_err(|cause| PictureError::Svg(cause.into()))?;
    // Counting no further than the limit keeps this fast for a file that is nothing but depth.
    if xml.descendants().any(|node| node.ancestors().take(DEPTH + 1).count() > DEPTH) {
        return Err(PictureError::SvgTooDeep { limit: DEPTH });
    }
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        // Neither files nor pictures within the picture: only what is drawn here.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&xml, &options).map_err(PictureError::Svg)?;
    let mut primitives = tree.filters().iter().flat_map(|filter| filter.primitives());
    if primitives.any(|primitive| is_endless(primitive.kind())) {
        return Err(PictureError::SvgFilter);
    }
    Ok(tree)
}

/// Whether a filter's work grows with numbers in the file instead of with the pixels.
fn is_endless(kind: &Kind) -> bool {
    matches!(kind, Kind::Turbulence(_) | Kind::Morphology(_) | Kind::ConvolveMatrix(_))
}

/// How many groups within groups need pixels of their own while they are drawn: reuse (`<use>`)
/// nests deeper than the file shows.
fn layers(tree: &Tree) -> Result<u64, PictureError> {
    let mut deepest = 0;
    let mut open = vec![(tree.root(), 0, 0)];
    while let Some((group, depth, layers)) = open.pop() {
        if depth > DEPTH {
            return Err(PictureError::SvgTooDeep { limit: DEPTH });
        }
        let layers = layers + u64::from(group.should_isolate());
        deepest = deepest.max(layers);
        open.extend(group.children().iter().filter_map(|node| match node {
            usvg::Node::Group(group) => Some((group.as_ref(), depth + 1, layers)),
            _ => None,
        }));
    }
    Ok(deepest)
}

pub(super) fn draw(tree: &Tree, width_px: u32) -> Result<Pixels, PictureError> {
    let scale = pixels(width_px) / tree.size().width();
    let height = rows(tree.size().height() * scale);
    let too_large = PictureError::TooLarge { width: width_px, height, limit: PIXELS };
    let drawn = u64::from(width_px) * u64::from(height);
    if drawn > PIXELS || drawn.saturating_mul(layers(tree)?) > LAYER_PIXELS {
        return Err(too_large);
    }
    let Some(mut pixmap) = Pixmap::new(width_px, height) else { return Err(too_large) };
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(Pixels { width: width_px, height, rgba: pixmap.take() })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast of floats saturates")]
fn rows(height: f32) -> u32 {
    height.round().max(1.0) as u32
}
