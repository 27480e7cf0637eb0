//! A small writer of SVG: the one place where text is escaped and where numbers get their single
//! decimal.

use std::fmt::Write;

use crate::renderers::drawing::rectangle::Point;

/// An SVG text that grows.
#[derive(Clone, Debug, Default)]
pub(in crate::renderers) struct Svg(String);

/// An element's name and attributes, still open.
#[derive(Clone, Debug)]
pub(in crate::renderers) struct Tag {
    name: &'static str,
    written: String,
}

/// An element without attributes.
pub(in crate::renderers) fn tag(name: &'static str) -> Tag {
    Tag {
        name,
        written: String::new(),
    }
}

impl Tag {
    /// Sets an attribute to a text, escaped.
    pub(in crate::renderers) fn set(mut self, name: &str, value: &str) -> Self {
        self.written.push(' ');
        self.written.push_str(name);
        self.written.push_str("=\"");
        escape(value, &mut self.written);
        self.written.push('"');
        self
    }

    /// Sets an attribute to a number.
    pub(in crate::renderers) fn at(self, name: &str, value: f64) -> Self {
        let text = number(value);
        self.set(name, &text)
    }
}

impl Svg {
    /// An element that holds nothing.
    pub(in crate::renderers) fn leaf(&mut self, tag: &Tag) {
        let _ = writeln!(self.0, "<{}{}/>", tag.name, tag.written);
    }

    /// An element that holds text, escaped.
    pub(in crate::renderers) fn text(&mut self, tag: &Tag, text: &str) {
        let _ = write!(self.0, "<{}{}>", tag.name, tag.written);
        escape(text, &mut self.0);
        let _ = writeln!(self.0, "</{}>", tag.name);
    }

    /// An element that holds others.
    pub(in crate::renderers) fn group(&mut self, tag: &Tag, inside: impl FnOnce(&mut Self)) {
        let _ = writeln!(self.0, "<{}{}>", tag.name, tag.written);
        inside(self);
        let _ = writeln!(self.0, "</{}>", tag.name);
    }

    /// Takes in what was written apart.
    pub(in crate::renderers) fn append(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// The text written so far.
    pub(in crate::renderers) fn finish(self) -> String {
        self.0
    }
}

/// A number with at most one decimal; what is no number is 0.
pub(in crate::renderers) fn number(value: f64) -> String {
    let text = format!("{:.1}", if value.is_finite() { value } else { 0.0 });
    match text.trim_end_matches(".0") {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// Appends text that is safe both as content and as a quoted attribute. What XML forbids and what
/// could reorder
/// a line is shown as U+FFFD, so that nothing hides.
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            hidden if is_hidden(hidden) => out.push('\u{fffd}'),
            plain => out.push(plain),
        }
    }
}

/// Controls, marks that change the direction of text, and code points that are no characters.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        || u32::from(character) & 0xFFFE == 0xFFFE
}

/// A place on the page in tenths of a pixel.
pub(in crate::renderers) type Tenths = (i32, i32);

/// A measure in whole tenths; what is very far from the page stops at 100,000 pixels.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped far inside i32"
)]
pub(in crate::renderers) fn tenths(pixels: f64) -> i32 {
    (pixels * 10.0).round().clamp(-1e6, 1e6) as i32
}

/// The data of a path, written in relative moves of whole tenths, so that no rounding adds up.
#[derive(Clone, Debug, Default)]
pub(in crate::renderers) struct Path {
    data: String,
    at: Tenths,
    /// Whether the next number needs no space before it.
    fresh: bool,
}

impl Path {
    /// Appends a line through these points.
    pub(in crate::renderers) fn line(&mut self, points: impl IntoIterator<Item = Tenths>) {
        let mut points = points.into_iter();
        let Some(start) = points.next() else { return };
        self.step(if self.data.is_empty() { 'M' } else { 'm' }, start);
        let mut drawn = false;
        for point in points {
            if point == self.at {
                continue;
            }
            if !drawn {
                self.data.push('l');
                self.fresh = true;
                drawn = true;
            }
            self.pair(point);
        }
    }

    /// Appends a closed line; the last point need not repeat the first.
    pub(in crate::renderers) fn ring(&mut self, points: impl IntoIterator<Item = Tenths>) {
        let mut points: Vec<Tenths> = points.into_iter().collect();
        let Some(&start) = points.first() else { return };
        while points.len() > 1 && points.last() == Some(&start) {
            points.pop();
        }
        if points.len() > 2 {
            self.line(points);
            self.data.push('z');
            self.at = start;
        }
    }

    /// Appends a line through points given in pixels.
    pub(in crate::renderers) fn points(&mut self, points: impl IntoIterator<Item = Point>) {
        self.line(
            points
                .into_iter()
                .map(|point| (tenths(point.x), tenths(point.y))),
        );
    }

    /// The value of the attribute `d`.
    pub(in crate::renderers) fn data(&self) -> &str {
        &self.data
    }

    fn step(&mut self, command: char, to: Tenths) {
        self.data.push(command);
        self.fresh = true;
        self.pair(to);
    }

    fn pair(&mut self, to: Tenths) {
        self.decimal(to.0 - self.at.0);
        self.decimal(to.1 - self.at.1);
        self.at = to;
    }

    fn decimal(&mut self, tenths: i32) {
        if tenths < 0 {
            self.data.push('-');
        } else if !self.fresh {
            self.data.push(' ');
        }
        self.fresh = false;
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        let _ = match (whole, rest) {
            (whole, 0) => write!(self.data, "{whole}"),
            (0, rest) => write!(self.data, ".{rest}"),
            (whole, rest) => write!(self.data, "{whole}.{rest}"),
        };
    }
}
