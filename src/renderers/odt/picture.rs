//! Pictures of the text document: an SVG file each, with title and description.

use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::odt::styles::{TEXT_HEIGHT, TEXT_WIDTH, write_style as write_named_style};
use crate::renderers::paper::{Paper, Part};

/// Greatest height of a picture on a sheet of one or two pages, in centimetres.
const HEIGHT_ON_SHEET: f64 = 5.2;

/// The SVG texts of all pictures, in order.
pub(super) fn pictures(paper: &Paper) -> impl Iterator<Item = &str> {
    paper
        .sections
        .iter()
        .flat_map(|section| &section.parts)
        .filter_map(|part| match part {
            Part::Picture { svg, .. } => Some(&**svg),
            _ => None,
        })
}

/// Path of a picture inside the document.
pub(super) fn path(index: usize) -> String {
    format!("Pictures/{}.svg", index + 1)
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
    xml.text(&tag("text:p").set("text:style-name", "Caption"), title);
    let paragraph = tag("text:p").set("text:style-name", "Text_20_body");
    xml.group(&paragraph, |xml| {
        let frame = tag("draw:frame")
            .set("draw:name", &format!("picture{}", index + 1))
            .set("draw:style-name", "picture")
            .set("text:anchor-type", "as-char")
            .set("svg:width", &width)
            .set("svg:height", &height);
        xml.group(&frame, |xml| {
            let image = tag("draw:image")
                .set("xlink:type", "simple")
                .set("xlink:show", "embed")
                .set("xlink:href", &path(index));
            xml.leaf(&image);
            xml.text(&tag("svg:title"), title);
            xml.text(&tag("svg:desc"), alternative);
        });
    });
}
