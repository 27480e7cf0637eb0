//! Writer of XML in which no text is taken for markup: SVG, `OpenDocument` and `GraphML`.

use std::fmt::Write;

use crate::sources::hidden::characters;

/// An XML text that grows.
#[derive(Clone, Debug)]
pub(in crate::renderers) struct XmlWriter {
    text: String,
    /// Written after each tag.
    line_end: &'static str,
}

/// Name and attributes of an element.
#[derive(Clone, Debug)]
pub(in crate::renderers) struct Tag {
    name: &'static str,
    attributes: String,
}

/// Namespaces of an SVG document.
// The second because programs that read SVG 1.1 alone (Inkscape before 1.3, older viewers) draw
// nothing for a plain `href`.
pub(in crate::renderers) const SVG_NAMESPACES: [(&str, &str); 2] = [
    ("xmlns", "http://www.w3.org/2000/svg"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
];

/// A copy of the element of an SVG document that has this id.
pub(in crate::renderers) fn copy_of(id: &str) -> Tag {
    tag("use").set("xlink:href", &format!("#{id}"))
}

/// An element without attributes.
pub(in crate::renderers) fn tag(name: &'static str) -> Tag {
    Tag {
        name,
        attributes: String::new(),
    }
}

impl Tag {
    /// Sets an attribute to a text.
    pub(in crate::renderers) fn set(mut self, name: &str, value: &str) -> Self {
        self.attributes.push(' ');
        self.attributes.push_str(name);
        self.attributes.push_str("=\"");
        escape(value, &mut self.attributes);
        self.attributes.push('"');
        self
    }

    /// Sets an attribute to a number with at most one decimal.
    pub(in crate::renderers) fn number(self, name: &str, value: f64) -> Self {
        self.set(name, &number(value))
    }

    /// Sets several attributes to texts.
    pub(in crate::renderers) fn with(self, attributes: &[(&str, &str)]) -> Self {
        attributes
            .iter()
            .fold(self, |tag, (name, value)| tag.set(name, value))
    }
}

impl XmlWriter {
    /// An empty text with a line break after each tag, for drawings and graphs.
    pub(in crate::renderers) fn with_lines() -> Self {
        Self {
            text: String::new(),
            line_end: "\n",
        }
    }

    /// A document without line breaks, for formats in which white space is text (`OpenDocument`).
    pub(in crate::renderers) fn without_lines() -> Self {
        Self {
            text: DECLARATION.to_owned(),
            line_end: "",
        }
    }

    /// Writes an element without content.
    pub(in crate::renderers) fn leaf(&mut self, tag: &Tag) {
        let (name, attributes) = (tag.name, &tag.attributes);
        let _ = write!(self.text, "<{name}{attributes}/>{}", self.line_end);
    }

    /// Writes an element that holds a text.
    pub(in crate::renderers) fn text(&mut self, tag: &Tag, text: &str) {
        let _ = write!(self.text, "<{}{}>", tag.name, tag.attributes);
        escape(text, &mut self.text);
        let _ = write!(self.text, "</{}>{}", tag.name, self.line_end);
    }

    /// Writes an element that holds others.
    pub(in crate::renderers) fn group(&mut self, tag: &Tag, content: impl FnOnce(&mut Self)) {
        let (name, attributes) = (tag.name, &tag.attributes);
        let _ = write!(self.text, "<{name}{attributes}>{}", self.line_end);
        content(self);
        let _ = write!(self.text, "</{name}>{}", self.line_end);
    }

    /// Writes a text between elements.
    pub(in crate::renderers) fn words(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    /// Appends elements that were written separately.
    pub(in crate::renderers) fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    /// The text written so far.
    pub(in crate::renderers) fn finish(self) -> String {
        self.text
    }
}

/// First line of an XML document.
pub(in crate::renderers) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A number with at most one decimal; 0 for infinities and NaN.
pub(in crate::renderers) fn number(value: f64) -> String {
    let text = format!("{:.1}", if value.is_finite() { value } else { 0.0 });
    match text.trim_end_matches(".0") {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

/// A text that is safe as content and as a quoted attribute, in XML and in HTML.
pub(in crate::renderers) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape(text, &mut escaped);
    escaped
}

/// Appends a text, escaped. A hidden character, which XML may not even hold, becomes U+FFFD; white
/// space becomes a space, as in an attribute it would anyway.
fn escape(text: &str, out: &mut String) {
    for (_, character, hidden) in characters(text) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            _ if hidden => out.push('\u{fffd}'),
            plain => out.push(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_taken_for_markup() {
        let mut xml = XmlWriter::without_lines();
        xml.text(
            &tag("a").set("b", "\"><c/>"),
            "<d> & \u{1}\u{ad}\u{fdd0} ]]>",
        );
        assert_eq!(
            xml.finish().lines().nth(1),
            Some(
                "<a b=\"&quot;&gt;&lt;c/&gt;\">&lt;d&gt; &amp; \u{fffd}\u{fffd}\u{fffd} ]]&gt;</a>"
            )
        );
    }
}
