//! Colours: read from the vocabulary, and their contrast.

/// What outlines and dark text are drawn in.
pub(in crate::renderers) const INK: &str = "#1f2328";

/// What stands in for a colour that a theme lacks.
const NEUTRAL: &str = "#c9ccd1";

/// The colour of a theme if it is one (`#RRGGBB`), else a neutral grey.
pub(in crate::renderers) fn fill(colour: &str) -> &str {
    channels(colour).map_or(NEUTRAL, |_| colour)
}

/// White or ink, whichever stands out more on a colour.
pub(in crate::renderers) fn on(colour: &str) -> &'static str {
    if contrast("#ffffff", colour) >= contrast(INK, colour) {
        "#ffffff"
    } else {
        INK
    }
}

/// Contrast of two colours as WCAG 2.2 defines it, from 1 to 21; what is no colour counts as black.
#[must_use]
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = channels(colour).unwrap_or_default();
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Red, green and blue of a colour written `#RRGGBB`.
pub(in crate::renderers) fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#')?;
    let plain = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    if plain {
        Some([channel(0)?, channel(2)?, channel(4)?])
    } else {
        None
    }
}
