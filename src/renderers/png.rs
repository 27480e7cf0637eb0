//! Pictures as PNG: SVG drawn with the fonts of this program, the same bytes on every machine.

use std::sync::{Arc, LazyLock};

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// Lato, without characters that names never use, and renamed as its licence demands; see
/// `fonts/README.md`.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../fonts/ApesSans-Regular.ttf"),
    include_bytes!("../../fonts/ApesSans-Bold.ttf"),
    include_bytes!("../../fonts/ApesSans-Italic.ttf"),
];

/// Family name of these fonts.
const FAMILY: &str = "Apes Sans";

/// Message about a picture of no size, or of more pixels than fit into memory.
const TOO_LARGE: &str = "the picture is too large";

/// Database of these fonts alone, so that those of the machine change nothing.
static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Draws an SVG document with a width in pixels, or with one pixel for each of its view box.
///
/// # Errors
/// Returns an error if the document is not SVG, or its picture does not fit into memory.
pub fn render(svg: &str, width: Option<u32>) -> Result<Vec<u8>> {
    let fontdb = Arc::clone(&DATABASE);
    let options = Options {
        fontdb,
        font_family: FAMILY.to_owned(),
        dpi: 150.0,
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options)?;
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
    Ok(picture.encode_png()?)
}

/// Pixels for each of the view box.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a scale of pictures needs no more than an f32 holds"
)]
fn scale(pixels: u32, whole: f32) -> f32 {
    (f64::from(pixels) / f64::from(whole)) as f32
}
