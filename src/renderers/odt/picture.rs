//! Pictures of the text document: a file or two each, with title and description.

use anyhow::Result;

use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::lost::LostCharacters;
use crate::renderers::odt::styles::{TEXT_HEIGHT, TEXT_WIDTH, write_style as write_named_style};
use crate::renderers::paper::{Paper, Part};

/// Greatest height of a picture on a sheet of one or two pages, in centimetres.
const HEIGHT_ON_SHEET: f64 = 4.6;

/// Endings and media types of the files of a picture, the best first: a program shows the first
/// that it can read.
#[cfg(feature = "png")]
const FORMS: &[(&str, &str)] = &[("svg", "image/svg+xml"), ("png", "image/png")];
#[cfg(not(feature = "png"))]
const FORMS: &[(&str, &str)] = &[("svg", "image/svg+xml")];

/// Width of the pixels of a picture: some 240 to the inch of a page.
#[cfg(feature = "png")]
const PIXELS: u32 = 1_600;

/// File of a picture inside the document.
pub(super) struct PictureFile {
    /// Path inside the document.
    pub path: String,
    /// Media type.
    pub media_type: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

/// The files of all pictures, in order; characters that no font has are noted.
///
/// # Errors
/// Returns an error if a picture is not SVG, or does not fit into memory.
pub(super) fn files(paper: &Paper, lost: &LostCharacters) -> Result<Vec<PictureFile>> {
    let parts = paper.sections.iter().flat_map(|section| &section.parts);
    let drawings = parts.filter_map(|part| match part {
        Part::Picture { svg, .. } => Some(&**svg),
        _ => None,
    });
    let mut files = Vec::new();
    for (index, svg) in drawings.enumerate() {
        for ((ending, media_type), bytes) in FORMS.iter().zip(contents(svg, lost)?) {
            files.push(PictureFile {
                path: path(index, ending),
                media_type,
                bytes,
            });
        }
    }
    Ok(files)
}

/// The contents of a picture's files, in the order of their forms.
// Outlines for letters, since office suites read only the first name of a list of fonts.
#[cfg(feature = "png")]
fn contents(svg: &str, lost: &LostCharacters) -> Result<Vec<Vec<u8>>> {
    use crate::renderers::png;
    Ok(vec![
        png::outlined(svg, lost)?.into_bytes(),
        png::render(svg, Some(PIXELS), lost)?,
    ])
}

/// The contents of a picture's files, in the order of their forms.
// One font, since office suites read only the first name of a list. LibreOffice comes with this
// one, which has the measures of Lato.
#[cfg(not(feature = "png"))]
#[expect(clippy::unnecessary_wraps, reason = "as with the feature `png`")]
fn contents(svg: &str, _: &LostCharacters) -> Result<Vec<Vec<u8>>> {
    use crate::renderers::drawing::text::FONTS;
    use crate::renderers::drawing::xml::escaped;
    let family = |fonts: &str| format!("font-family=\"{}\"", escaped(fonts));
    let svg = svg.replace(&family(FONTS), &family("Carlito"));
    Ok(vec![svg.into_bytes()])
}

/// Path of a picture's file inside the document.
fn path(index: usize, ending: &str) -> String {
    format!("Pictures/{}.{ending}", index + 1)
}

/// Writes the style of all pictures.
pub(super) fn write_style(xml: &mut XmlWriter) {
    write_named_style(
        xml,
        ("picture", "graphic", ""),
        "style:graphic-properties",
        &[("style:vertical-pos", "top")],
    );
}

/// Writes a picture with its title, as wide as the text or as high as there is space.
pub(super) fn write(
    xml: &mut XmlWriter,
    (title, alternative): (&str, &str),
    size: [f64; 2],
    on_sheet: bool,
    index: usize,
) {
    let tallest = if on_sheet {
        HEIGHT_ON_SHEET
    } else {
        TEXT_HEIGHT
    };
    let scale = (TEXT_WIDTH / size[0]).min(tallest / size[1]);
    let [width, height] = size.map(|side| format!("{:.2}cm", side * scale));
    // On a sheet, the title inside the picture is enough.
    if !on_sheet {
        xml.text(&tag("text:p").set("text:style-name", "Caption"), title);
    }
    let paragraph = tag("text:p").set("text:style-name", "Text_20_body");
    xml.group(&paragraph, |xml| {
        let frame = tag("draw:frame")
            .set("draw:name", &format!("picture{}", index + 1))
            .set("draw:style-name", "picture")
            .set("text:anchor-type", "as-char")
            .set("svg:width", &width)
            .set("svg:height", &height);
        xml.group(&frame, |xml| {
            for (ending, media_type) in FORMS {
                let image = tag("draw:image")
                    .set("xlink:type", "simple")
                    .set("xlink:show", "embed")
                    .set("xlink:href", &path(index, ending))
                    .set("draw:mime-type", media_type);
                xml.leaf(&image);
            }
            xml.text(&tag("svg:title"), title);
            xml.text(&tag("svg:desc"), alternative);
        });
    });
}
