//! The legend under a chart: a sign and its words, as many a line as fit.

use crate::renderers::drawing::svg::Svg;

use crate::renderers::charts::chart::{LABEL, WIDTH, write};

/// Room for a sign before its words.
const SIGN: f64 = 30.0;

/// Height of one line.
const LINE: f64 = 26.0;

/// Draws words with their signs from a height on, and answers the height after them; `sign` draws
/// one around a place.
pub(super) fn draw(
    svg: &mut Svg,
    words: &[String],
    top: f64,
    mut sign: impl FnMut(&mut Svg, usize, f64, f64),
) -> f64 {
    if words.iter().all(String::is_empty) {
        return top;
    }
    let (mut x, mut y) = (20.0, top + LINE / 2.0);
    for (place, text) in words
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
    {
        let text = LABEL.shorten(text, WIDTH - 80.0);
        let width = SIGN + LABEL.width(&text) + 24.0;
        if x + width > WIDTH && x > 20.0 {
            (x, y) = (20.0, y + LINE);
        }
        sign(svg, place, x + 12.0, y);
        write(svg, LABEL, &text, x + SIGN, y + LABEL.size * 0.35);
        x += width;
    }
    y + LINE / 2.0 + 6.0
}
