//! Pictures as PNG: an SVG drawn with the fonts embedded here, the same bytes on every machine.

use std::sync::{Arc, LazyLock};

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// Lato without what names never use, under the name that its licence asks for; see
/// `fonts/README.md`.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../fonts/ApesSans-Regular.ttf"),
    include_bytes!("../../fonts/ApesSans-Bold.ttf"),
    include_bytes!("../../fonts/ApesSans-Italic.ttf"),
];

/// Name of these fonts.
const FAMILY: &str = "Apes Sans";

/// Only these fonts: what the machine has installed changes nothing.
static KNOWN: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Draws an SVG document as wide as asked, or with one pixel for each of its view box.
///
/// # Errors
/// Where the document is no SVG, or its picture would not fit into memory.
pub fn render(svg: &str, width: Option<u32>) -> Result<Vec<u8>> {
    let fontdb = Arc::clone(&KNOWN);
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
    let size = size.context("0")?;
    let mut picture = Pixmap::new(size.width(), size.height()).context("0")?;
    let scale = |pixels: u32, whole: f32| f64::from(pixels) / f64::from(whole);
    let across = scale(size.width(), tree.size().width());
    let down = scale(size.height(), tree.size().height());
    resvg::render(
        &tree,
        Transform::from_scale(narrow(across), narrow(down)),
        &mut picture.as_mut(),
    );
    Ok(picture.encode_png()?)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a scale of pictures needs no more than an f32 holds"
)]
fn narrow(scale: f64) -> f32 {
    scale as f32
}
