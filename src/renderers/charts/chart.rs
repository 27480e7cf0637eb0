//! Tools of every chart: width, faces, fills of series, labels, lines.

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::text::{Face, bold, regular};
use crate::renderers::drawing::xml::{Tag, XmlWriter, tag};

/// Width of every chart, in pixels.
pub(super) const WIDTH: f64 = 1000.0;

/// Faces of titles, labels and small print.
pub(super) const TITLE: Face = bold(20.0);
pub(super) const LABEL: Face = regular(15.0);
pub(super) const SMALL: Face = regular(13.0);

/// Narrowest column of labels, and space around its texts, in pixels.
const NARROWEST_COLUMN: f64 = 60.0;
const COLUMN_PADDING: f64 = 16.0;

/// Colour of each series, and the pattern drawn over it.
// Neighbouring colours differ in lightness, and every series but the first has a pattern, so that
// series differ in grey and for colour-blind readers.
pub(super) const SERIES: [(&str, &str); 9] = [
    ("#1d4e6b", ""),
    ("#9fd0c2", "M0,8 L8,0"),
    ("#d9822b", "M0,4 L8,4"),
    ("#f4e3b1", "M4,0 L4,8"),
    ("#7a5195", "M0,8 L8,0 M0,0 L8,8"),
    ("#ffffff", "M3,4 L5,4"),
    ("#c9545d", "M4,0 L4,8 M0,4 L8,4"),
    ("#b8bec2", "M0,0 L8,8"),
    ("#6b8e4e", "M4,1 L4,7 M1,4 L7,4"),
];

/// Drawing below a title.
pub(super) struct Drawing {
    pub svg: XmlWriter,
    /// Height in pixels.
    pub height: f64,
}

/// Reference to the pattern that fills the shapes of a series.
pub(super) fn fill(id: &str, series: usize) -> String {
    format!("url(#{id}-{})", series % SERIES.len())
}

/// Colour of a series without its pattern.
pub(super) fn colour(series: usize) -> &'static str {
    SERIES.get(series % SERIES.len()).unwrap_or(&SERIES[0]).0
}

/// Writes one line of text from a point on.
pub(super) fn write(svg: &mut XmlWriter, face: Face, text: &str, x: f64, y: f64) {
    svg.text(&text_at(face, x, y), text);
}

/// The element of a text, whose anchor may still be set.
pub(super) fn text_at(face: Face, x: f64, y: f64) -> Tag {
    let text = tag("text")
        .number("x", x)
        .number("y", y)
        .number("font-size", face.size)
        .set("fill", INK);
    if face.bold {
        text.set("font-weight", "bold")
    } else {
        text
    }
}

/// A straight line.
pub(super) fn line(from: (f64, f64), to: (f64, f64), colour: &str, width: f64) -> Tag {
    tag("line")
        .number("x1", from.0)
        .number("y1", from.1)
        .number("x2", to.0)
        .number("y2", to.1)
        .set("stroke", colour)
        .number("stroke-width", width)
}

/// Width in pixels of a column of labels: that of the widest, up to a limit.
pub(super) fn column_width<'l>(labels: impl Iterator<Item = &'l str>, limit: f64) -> f64 {
    labels
        .map(|label| LABEL.width(label))
        .fold(NARROWEST_COLUMN, f64::max)
        .min(limit)
        + COLUMN_PADDING
}

/// Writes a label in at most two lines, right-aligned to `right` and centred on `middle`.
pub(super) fn write_label(svg: &mut XmlWriter, text: &str, right: f64, middle: f64) {
    let lines = LABEL.label(text, right - 24.0, right - 24.0);
    let above = as_f64(lines.len() - 1) * LABEL.size * 0.6;
    for (index, text) in lines.iter().enumerate() {
        let y = middle - above + as_f64(index) * LABEL.size * 1.2 + LABEL.size * 0.35;
        let label = text_at(LABEL, right - 12.0, y).set("text-anchor", "end");
        svg.text(&label, text);
    }
}
