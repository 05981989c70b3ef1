//! Rules of pictures.

use super::svg::{DEPTH, FAMILY, FONTS};
use super::*;

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'";

fn encoded(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([10, 110, 110]));
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PNG that claims to be of this size and holds nothing else.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    bytes.extend(&chunk);
    bytes.extend(crc32(&chunk).to_be_bytes());
    bytes.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    })
}

/// Puts an EXIF block with only an orientation behind the first marker of a JPEG.
fn turned(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

fn sides(bytes: &[u8]) -> String {
    let [width, height] = size(bytes, PictureKind::Pixels).unwrap();
    format!("{width} × {height}")
}

fn svg(body: &str) -> Result<Pixels, PictureError> {
    decode(format!("{SVG}>{body}</svg>").as_bytes(), PictureKind::Svg, 200)
}

fn is_empty(pixels: &Pixels) -> bool {
    pixels.rgba.iter().all(|byte| *byte == 0)
}

#[test]
fn png_jpeg_and_webp_are_read_and_made_smaller_never_larger() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let bytes = encoded(format, 60, 30);
        assert_eq!(sides(&bytes), "60 × 30");
        let large = decode(&bytes, PictureKind::Pixels, 500).unwrap();
        assert_eq!((large.width, large.height, large.rgba.len()), (60, 30, 60 * 30 * 4));
        assert!(large.rgba[1].abs_diff(110) < 4 && large.rgba[3] == 255);
        let small = decode(&bytes, PictureKind::Pixels, 20).unwrap();
        assert_eq!((small.width, small.height, small.rgba.len()), (20, 10, 20 * 10 * 4));
    }
}

#[test]
fn a_huge_png_is_refused_by_its_header() {
    let bytes = png_header(60_000, 60_000);
    for error in [
        size(&bytes, PictureKind::Pixels).unwrap_err(),
        decode(&bytes, PictureKind::Pixels, 100).unwrap_err(),
    ] {
        assert!(matches!(error, PictureError::TooLarge { width: 60_000, height: 60_000, limit: PIXELS }));
    }
    assert_eq!(sides(&png_header(8000, 5000)), "8000 × 5000");
}

#[test]
fn damaged_and_foreign_files_are_errors() {
    let bytes = encoded(ImageFormat::Png, 60, 30);
    let half = &bytes[..bytes.len() / 2];
    assert!(matches!(decode(half, PictureKind::Pixels, 60), Err(PictureError::Format(_))));
    for foreign in [b"GIF89a\x01\0\x01\0\0\0\0".as_slice(), b"", b"%PDF-1.7", b"BM"] {
        assert!(matches!(decode(foreign, PictureKind::Pixels, 60), Err(PictureError::NotAPicture)));
    }
    assert!(matches!(size(b"\xff\xfe", PictureKind::Svg), Err(PictureError::NotUtf8(_))));
}

#[test]
fn a_photo_stands_upright() {
    let bytes = turned(&encoded(ImageFormat::Jpeg, 60, 30), 6);
    assert_eq!(sides(&bytes), "30 × 60");
    let pixels = decode(&bytes, PictureKind::Pixels, 15).unwrap();
    assert_eq!((pixels.width, pixels.height), (15, 30));
}

#[test]
fn clear_pixels_hide_their_colour() {
    let mut bytes = Cursor::new(Vec::new());
    RgbaImage::from_pixel(2, 2, image::Rgba([200, 100, 50, 0]))
        .write_to(&mut bytes, ImageFormat::Png)
        .unwrap();
    assert!(is_empty(&decode(bytes.get_ref(), PictureKind::Pixels, 2).unwrap()));
}

#[test]
fn vietnamese_letters_are_drawn_with_the_shipped_fonts_in_any_family() {
    let word = "Nghĩa vụ bảo vệ trẻ em";
    for family in ["Be Vietnam Pro", "sans-serif", "Arial", "monospace"] {
        let text =
            |word| svg(&format!("<text y='30' font-size='16' font-family='{family}'>{word}</text>")).unwrap();
        let pixels = text(word);
        assert_eq!((pixels.width, pixels.height), (200, 50));
        assert!(!is_empty(&pixels), "{family}");
        assert!(pixels.rgba != text("Nghia vu bao ve tre em").rgba, "{family}");
    }
    assert_eq!(FONTS.faces().filter(|face| face.families.iter().any(|(name, _)| name == FAMILY)).count(), 5);
}

#[test]
fn an_svg_opens_no_file_and_no_picture_within() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret.svg");
    crate::disk::replace(&file, format!("{SVG}><rect width='9' height='9'/></svg>").as_bytes()).unwrap();
    let inner = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiPjxyZWN0IHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz48L3N2Zz4=";
    for target in [file.to_str().unwrap(), "/etc/passwd", "http://127.0.0.1/a.png", inner] {
        let pixels = svg(&format!("<image href='{target}' width='9' height='9'/>")).unwrap();
        assert!(is_empty(&pixels), "{target}");
    }
}

#[test]
fn entities_are_refused_but_a_plain_doctype_is_not() {
    let laughs = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";
    let bytes = format!("{laughs}{SVG}><text>&b;</text></svg>");
    assert!(matches!(decode(bytes.as_bytes(), PictureKind::Svg, 9), Err(PictureError::SvgEntities)));
    let doctype =
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>";
    assert!(size(format!("{doctype}{SVG}/>").as_bytes(), PictureKind::Svg).is_ok());
}

#[test]
fn depth_is_an_error_and_not_a_crash() {
    for depth in [100, 10_000, 100_000] {
        let body = format!("{}<rect width='9' height='9'/>{}", "<g>".repeat(depth), "</g>".repeat(depth));
        assert!(matches!(svg(&body), Err(PictureError::SvgTooDeep { limit: DEPTH })), "{depth}");
    }
    let open = format!("{SVG}>{}", "<g>".repeat(100_000));
    assert!(decode(open.as_bytes(), PictureKind::Svg, 9).is_err());
}

#[test]
fn reuse_that_multiplies_or_nests_is_an_error_or_cheap() {
    let doubling = |last: usize, attributes: &str| {
        let level = |at: usize| {
            format!("<g id='g{}' {attributes}><use href='#g{at}'/><use href='#g{at}'/></g>", at + 1)
        };
        let levels: String = (0..last).map(level).collect();
        format!("<defs><rect id='g0' width='1' height='1'/>{levels}</defs><use href='#g{last}'/>")
    };
    assert!(svg(&doubling(40, "")).is_err());
    let link = |at: usize| format!("<g id='g{}' opacity='.9'><use href='#g{at}'/></g>", at + 1);
    let chain: String = (0..400).map(link).collect();
    assert!(
        svg(&format!("<defs><rect id='g0' width='1' height='1'/>{chain}</defs><use href='#g400'/>")).is_err()
    );
    let ring = "<g id='a'><use href='#b'/></g><g id='b'><use href='#c'/></g><g id='c'><use href='#a'/></g>";
    svg(ring).err();
}

#[test]
fn odd_view_boxes_are_drawn_at_the_width_or_refused() {
    let at = |view_box: &str| {
        let bytes = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{view_box}'><rect width='100%' height='100%'/></svg>"
        );
        decode(bytes.as_bytes(), PictureKind::Svg, 100)
    };
    assert_eq!(at("0 0 1e9 5e8").unwrap().height, 50);
    assert_eq!(at("0 0 1e9 1").unwrap().height, 1);
    assert!(matches!(at("0 0 1 1e9"), Err(PictureError::TooLarge { width: 100, .. })));
    assert!(at("0 0 1e-30 1e30").is_err());
}

#[test]
fn a_filter_without_bound_is_refused_and_a_shadow_is_drawn() {
    let filtered = |primitive: &str| {
        svg(&format!("<filter id='f'>{primitive}</filter><rect width='90' height='9' filter='url(#f)'/>"))
    };
    let endless = "<feTurbulence baseFrequency='.1' numOctaves='2000000000'/>";
    assert!(matches!(filtered(endless), Err(PictureError::SvgFilter)));
    assert!(!is_empty(&filtered("<feDropShadow dx='1' dy='1' stdDeviation='1'/>").unwrap()));
}
