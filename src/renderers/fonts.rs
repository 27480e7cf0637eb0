//! Fonts embedded in the program, and the characters that each has.

use std::sync::LazyLock;

use ttf_parser::Face;

use crate::renderers::lost::{IN_ITS_PLACE, LostCharacters, is_visible};
use crate::sources::Cut;

/// Lato, without characters that names never use, and renamed as its licence demands; see
/// `fonts/README.md`.
pub const SANS: [&[u8]; 3] = [
    include_bytes!("../../fonts/ApesSans-Regular.ttf"),
    include_bytes!("../../fonts/ApesSans-Bold.ttf"),
    include_bytes!("../../fonts/ApesSans-Italic.ttf"),
];

/// Libertinus, for pages.
#[cfg(feature = "pdf")]
pub const SERIF: [&[u8]; 3] = [
    include_bytes!("../../fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("../../fonts/LibertinusSerif-Italic.otf"),
];

/// Fonts for what the others lack: signs and other scripts, then pictograms.
pub const SPARE: [&[u8]; 2] = [
    include_bytes!("../../fonts/ApesSymbols-Regular.ttf"),
    include_bytes!("../../fonts/ApesEmoji-Regular.ttf"),
];

/// Family names of the first font of pictures, and of the spare fonts.
pub const FAMILY: &str = "Apes Sans";
const SPARE_FAMILIES: [&str; 2] = ["Apes Symbols", "Apes Emoji"];

/// The regular face of pictures; the others have the same characters.
static SANS_FACE: LazyLock<Option<Face>> = LazyLock::new(|| Face::parse(SANS[0], 0).ok());

/// The spare fonts.
static SPARE_FACES: LazyLock<[Option<Face>; 2]> =
    LazyLock::new(|| SPARE.map(|font| Face::parse(font, 0).ok()));

fn has(face: Option<&Face>, character: char) -> bool {
    face.is_some_and(|face| face.glyph_index(character).is_some())
}

/// The family of the spare font that has a character.
fn spare_family(character: char) -> Option<&'static str> {
    let faces = SPARE_FACES.iter().zip(SPARE_FAMILIES);
    let mut having = faces.filter(|(face, _)| has(face.as_ref(), character));
    having.next().map(|(_, family)| family)
}

/// A drawing of ours in which each character that the font of pictures lacks names the spare font
/// that has it. A character that no font has is replaced by a mark, and noted.
// Programs that draw SVG choose another font for the whole of a text, and only where both make as
// many glyphs of it, which ligatures prevent.
#[must_use]
pub fn with_spare_fonts(svg: &str, lost: &LostCharacters) -> String {
    let mut parts = svg.split("<text ");
    let mut drawing = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        drawing.push_str("<text ");
        let content = part.split_once('>').zip(part.find("</text>"));
        let Some(((tag, _), end)) = content.filter(|((tag, _), end)| tag.len() < *end) else {
            drawing.push_str(part);
            continue;
        };
        let (start, after) = part.split_at(end);
        drawing.push_str(tag);
        drawing.push('>');
        write_spared(start.behind(tag.len() + 1), lost, &mut drawing);
        drawing.push_str(after);
    }
    drawing
}

fn write_spared(text: &str, lost: &LostCharacters, drawing: &mut String) {
    for character in text.chars() {
        if character.is_ascii() || has(SANS_FACE.as_ref(), character) {
            drawing.push(character);
        } else if is_visible(character) {
            let shown = spare_family(character).map(|family| (family, character));
            let (family, shown) = shown.unwrap_or_else(|| {
                lost.add(character);
                (SPARE_FAMILIES[0], IN_ITS_PLACE)
            });
            drawing.push_str(&format!("<tspan font-family=\"{family}\">{shown}</tspan>"));
        } else if character.is_whitespace() {
            drawing.push(' ');
        }
    }
}
