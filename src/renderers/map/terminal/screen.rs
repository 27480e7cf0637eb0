//! Terminal for which a map is sketched, with what fits and shows there.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::renderers::safe;
use crate::views::view::MapTheme;

use crate::renderers::drawing::colour::{channels, fill, text_on};

/// Letters of territories, most dynamics first. Those after the last have a dot, and are named in
/// lists only.
pub(super) const LETTERS: &[u8; 52] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Properties of a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Number of columns.
    pub columns: usize,
    /// Whether only ASCII characters may be used.
    pub ascii: bool,
    /// Whether colours may be used.
    pub colour: bool,
}

/// A text in a theme's colours, where colours may be used.
pub(super) fn tinted(text: &str, theme: Option<&MapTheme>, screen: Screen) -> String {
    let Some(theme) = theme.filter(|_| screen.colour) else {
        return text.to_owned();
    };
    let background = fill(&theme.fill);
    let [background, foreground] = [background, text_on(background)].map(|colour| {
        let [red, green, blue] = channels(colour).unwrap_or_default();
        format!("{red};{green};{blue}")
    });
    format!("\x1b[48;2;{background}m\x1b[38;2;{foreground}m{text}\x1b[0m")
}

/// A text without hidden characters, shortened with an ellipsis to a number of columns.
pub(super) fn shortened(text: &str, columns: usize) -> String {
    let text = safe::line(text);
    if text.width() <= columns {
        return text;
    }
    let mut left = columns.saturating_sub(1);
    let start: String = text
        .chars()
        .take_while(|character| {
            let width = character.width().unwrap_or(0);
            let fits = width <= left;
            left = left.saturating_sub(width);
            fits
        })
        .collect();
    format!("{}…", start.trim_end())
}
