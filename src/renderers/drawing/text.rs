//! Text that fits: measured with Lato's advances, wrapped at spaces, shortened with an ellipsis.

use unicode_width::UnicodeWidthChar;

use crate::language::Language;
use crate::views::view::MapWords;

use crate::renderers::drawing::lato;
use crate::renderers::drawing::xml::{Tag, tag};

/// Fonts that SVG names: the first is the one measured, the second has the same measures.
pub(in crate::renderers) const FONTS: &str =
    "Lato, Carlito, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// The language of a map's words; French where it is unknown.
pub(in crate::renderers) fn language(words: &MapWords) -> Language {
    Language::from_code(&words.language).unwrap_or(Language::French)
}

/// Weight and size of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Bold instead of regular. Italics are measured as regular, which is wider.
    pub bold: bool,
    /// Size of the em in pixels.
    pub size: f64,
}

/// The group of the white edges of texts, to be written before the texts themselves.
pub(in crate::renderers) fn halo(width: f64) -> Tag {
    tag("g")
        .set("stroke", "#fff")
        .number("stroke-width", width)
        .set("stroke-linejoin", "round")
        .set("aria-hidden", "true")
}

/// A regular face.
pub(in crate::renderers) const fn regular(size: f64) -> Face {
    Face { bold: false, size }
}

/// A bold face.
pub(in crate::renderers) const fn bold(size: f64) -> Face {
    Face { bold: true, size }
}

impl Face {
    /// Width of a text in pixels, without kerning.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        text.chars()
            .map(|character| self.advance(character))
            .sum::<f64>()
            * self.size
    }

    /// The text if it is no wider than `width` pixels, else its beginning with an ellipsis.
    #[must_use]
    pub fn shorten(self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut left = width - self.width("…");
        let fits = |character: &char| {
            left -= self.advance(*character) * self.size;
            left >= 0.0
        };
        let start: String = text.chars().take_while(fits).collect();
        format!("{}…", start.trim_end())
    }

    /// The text in lines no wider than `width` pixels, broken at spaces. The last of `at_most`
    /// lines takes the rest, shortened.
    #[must_use]
    pub fn wrap(self, text: &str, width: f64, at_most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text
            .split([' ', '\n', '\t', '\r'])
            .filter(|word| !word.is_empty())
        {
            let last = lines.len() >= at_most;
            match lines.last_mut() {
                Some(line) if last || self.width(&format!("{line} {word}")) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
            .into_iter()
            .map(|line| self.shorten(&line, width))
            .collect()
    }

    /// One line if the text is no wider than `one` pixels, else two lines as even as possible.
    /// Where these are wider than `two`, the first is as long as fits, and the second shortened.
    #[must_use]
    pub fn label(self, text: &str, one: f64, two: f64) -> Vec<String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.width(&text) <= one {
            return vec![text];
        }
        let halves = halves(&text);
        let widest = |&(first, second): &(&str, &str)| self.width(first).max(self.width(second));
        let even = halves
            .iter()
            .min_by(|a, b| widest(a).total_cmp(&widest(b)))
            .filter(|half| widest(half) <= two);
        let longest_first = || halves.iter().rfind(|half| self.width(half.0) <= two);
        match even.or_else(longest_first) {
            Some((first, second)) => vec![(*first).to_owned(), self.shorten(second, two)],
            None => vec![self.shorten(&text, two)],
        }
    }

    /// A text with the greatest size, down to two thirds, at which it fits; shortened if it fits at
    /// none.
    #[must_use]
    pub fn fit(self, text: &str, width: f64) -> (String, f64) {
        let ratio = (width / self.width(text).max(1.0)).clamp(2.0 / 3.0, 1.0);
        let size = (self.size * ratio * 10.0).floor() / 10.0;
        (Self { size, ..self }.shorten(text, width), size)
    }

    /// Advance of a character in ems, estimated by its columns in a terminal where Lato lacks it.
    fn advance(self, character: char) -> f64 {
        lato::advance(character, self.bold).unwrap_or_else(|| match character.width() {
            Some(0) => 0.0,
            Some(2..) => 1.0,
            _ => 0.7,
        })
    }
}

/// All pairs of lines into which a text can be broken: at a space, or after a hyphen or dash.
fn halves(text: &str) -> Vec<(&str, &str)> {
    text.char_indices()
        .filter(|&(_, character)| matches!(character, ' ' | '-' | '–'))
        .map(|(start, character)| {
            let end = start + character.len_utf8();
            let (first, second) = text.split_at(if character == ' ' { start } else { end });
            (first.trim(), second.trim())
        })
        .filter(|(first, second)| {
            !first.is_empty() && !second.is_empty() && !second.starts_with(['-', '–'])
        })
        .collect()
}
