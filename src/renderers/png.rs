//! Pictures as PNG: SVG drawn with the fonts of this program, the same bytes on every machine.

use std::sync::{Arc, LazyLock};

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Options, Tree, WriteOptions};

use crate::renderers::drawing::xml::escaped;
use crate::renderers::fonts::{FAMILY, SANS, SPARE, with_spare_fonts};
use crate::renderers::lost::LostCharacters;

/// Message about a picture of no size, or of more pixels than fit into memory.
const TOO_LARGE: &str = "the picture is too large";

/// Bytes of a PNG before its first chunk, and length of that chunk with its frame.
const SIGNATURE: usize = 8;
const HEADER: usize = 25;

/// Database of these fonts alone, so that those of the machine change nothing.
static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in SANS.into_iter().chain(SPARE) {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    // Asked for last, for families that are not there.
    fonts.set_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Draws an SVG document with a width in pixels, or with one pixel for each of its view box. The
/// title and the description of the drawing become texts of the file.
///
/// # Errors
/// Returns an error if the document is not SVG, or its picture does not fit into memory.
pub fn render(svg: &str, width: Option<u32>, lost: &LostCharacters) -> Result<Vec<u8>> {
    let tree = parse(svg, lost)?;
    let whole = tree.size().to_int_size();
    let size = match width {
        Some(width) => whole.scale_to_width(width),
        None => Some(whole),
    };
    let size = size.context(TOO_LARGE)?;
    let mut picture = Pixmap::new(size.width(), size.height()).context(TOO_LARGE)?;
    let across = scale(size.width(), tree.size().width());
    let down = scale(size.height(), tree.size().height());
    let transform = Transform::from_scale(across, down);
    resvg::render(&tree, transform, &mut picture.as_mut());
    let [title, description] = words(svg)?;
    let texts = [("Title", title), ("Description", description)];
    Ok(with_texts(&picture.encode_png()?, &texts))
}

/// An SVG document whose texts are outlines, so that it looks alike whatever fonts a reader has.
/// Its title and description stay texts.
///
/// # Errors
/// Returns an error if the document is not SVG.
pub fn outlined(svg: &str, lost: &LostCharacters) -> Result<String> {
    let options = WriteOptions {
        // A hundredth of a pixel is more than any printer resolves.
        coordinates_precision: 2,
        transforms_precision: 4,
        ..WriteOptions::default()
    };
    let drawing = parse(svg, lost)?.to_string(&options);
    let [title, description] = words(svg)?.map(|text| escaped(&text));
    let words = format!("<title>{title}</title>\n    <desc>{description}</desc>");
    let root_end = drawing.find('>').context("?")? + 1;
    let (root, rest) = drawing.split_at(root_end);
    Ok(format!("{root}\n    {words}{rest}"))
}

/// The drawing of a document; characters that no font has are noted.
fn parse(svg: &str, lost: &LostCharacters) -> Result<Tree> {
    let options = Options {
        fontdb: Arc::clone(&DATABASE),
        font_family: FAMILY.to_owned(),
        dpi: 150.0,
        ..Options::default()
    };
    Ok(Tree::from_str(&with_spare_fonts(svg, lost), &options)?)
}

/// Title and description of a document; empty where it has none.
fn words(svg: &str) -> Result<[String; 2]> {
    let document = Document::parse(svg)?;
    Ok(["title", "desc"].map(|name| {
        let element = document.root_element().children();
        let mut named = element.filter(|child| child.has_tag_name(name));
        let text = named.next().and_then(|child| child.text());
        text.unwrap_or_default().to_owned()
    }))
}

/// A PNG with international texts after its header.
fn with_texts(png: &[u8], texts: &[(&str, String)]) -> Vec<u8> {
    let (header, rest) = png.split_at((SIGNATURE + HEADER).min(png.len()));
    let mut out = header.to_vec();
    for (keyword, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        // Keyword, then neither compressed nor in a language, nor with a translated keyword.
        let data = [keyword.as_bytes(), &[0; 5], text.as_bytes()].concat();
        let named = [b"iTXt", &*data].concat();
        out.extend(u32::try_from(data.len()).unwrap_or(0).to_be_bytes());
        out.extend(&named);
        out.extend(checksum(&named).to_be_bytes());
    }
    out.extend(rest);
    out
}

/// The cyclic redundancy check of a chunk (PNG, annex D).
fn checksum(bytes: &[u8]) -> u32 {
    let all = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xEDB8_8320 * (sum & 1))
        })
    });
    !all
}

/// Pixels for each of the view box.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a scale of pictures needs no more than an f32 holds"
)]
fn scale(pixels: u32, whole: f32) -> f32 {
    (f64::from(pixels) / f64::from(whole)) as f32
}
