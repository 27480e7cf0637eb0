//! Colours of themes and series with their contrast.

/// Colour of outlines and dark text.
pub(in crate::renderers) const INK: &str = "#1f2328";

/// Colour of a theme that has none.
const NEUTRAL: &str = "#c9ccd1";

/// The colour of a theme if it is written `#RRGGBB`, else a neutral grey.
pub(in crate::renderers) fn fill(colour: &str) -> &str {
    channels(colour).map_or(NEUTRAL, |_| colour)
}

/// White or ink, whichever has more contrast on a colour.
pub(in crate::renderers) fn text_on(colour: &str) -> &'static str {
    if contrast("#ffffff", colour) >= contrast(INK, colour) {
        "#ffffff"
    } else {
        INK
    }
}

/// Contrast of two colours as WCAG 2.2 defines it, from 1 to 21; an unreadable colour counts as
/// black.
#[must_use]
pub fn contrast(first: &str, second: &str) -> f64 {
    let (first, second) = (luminance(first), luminance(second));
    (first.max(second) + 0.05) / (first.min(second) + 0.05)
}

/// Relative luminance of a colour, from 0 to 1.
fn luminance(colour: &str) -> f64 {
    let [red, green, blue] = channels(colour).unwrap_or_default().map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A channel of sRGB as a share of full light.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

/// Red, green and blue of a colour written `#RRGGBB`. Returns `None` for any other text.
pub(in crate::renderers) fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#')?;
    // Checked first, since `from_str_radix` takes a sign for a digit.
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |start: usize| u8::from_str_radix(digits.get(start..start + 2)?, 16).ok();
    Some([channel(0)?, channel(2)?, channel(4)?])
}
