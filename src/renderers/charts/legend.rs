//! Legend under a chart: signs with their words, as many on a line as fit.

use crate::renderers::drawing::xml::XmlWriter;

use crate::renderers::charts::chart::{LABEL, WIDTH, write};

/// Width of a sign with the space after it, in pixels.
const SIGN: f64 = 30.0;

/// Height of a line, in pixels.
const LINE: f64 = 26.0;

/// Left end of each line, in pixels.
const LEFT: f64 = 20.0;

/// Draws words with their signs from a height on. `draw_sign` draws the sign of an index around a
/// point. Returns the height at which the legend ends.
pub(super) fn draw(
    svg: &mut XmlWriter,
    words: &[String],
    top: f64,
    mut draw_sign: impl FnMut(&mut XmlWriter, usize, f64, f64),
) -> f64 {
    if words.iter().all(String::is_empty) {
        return top;
    }
    let (mut x, mut y) = (LEFT, top + LINE / 2.0);
    for (index, text) in words.iter().enumerate() {
        if text.is_empty() {
            continue;
        }
        let text = LABEL.shorten(text, WIDTH - 80.0);
        let width = SIGN + LABEL.width(&text) + 24.0;
        if x + width > WIDTH && x > LEFT {
            (x, y) = (LEFT, y + LINE);
        }
        draw_sign(svg, index, x + 12.0, y);
        write(svg, LABEL, &text, x + SIGN, y + LABEL.size * 0.35);
        x += width;
    }
    y + LINE / 2.0 + 6.0
}
