//! Writes XML in which no text is ever taken for markup.

/// A document being written.
pub struct Xml(String);

impl Xml {
    /// An empty document.
    pub fn new() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned())
    }

    /// The text of the document.
    pub fn finish(self) -> String {
        self.0
    }

    /// An element with what stands inside it.
    pub fn inside(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        fill: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes, ">");
        fill(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element with nothing inside.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes, "/>");
    }

    /// An element with words inside.
    pub fn words(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.inside(name, attributes, |xml| xml.text(text));
    }

    /// Words.
    pub fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // XML has no way to hold these.
                other if !is_allowed(other) => self.0.push('\u{fffd}'),
                other => self.0.push(other),
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)], end: &str) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push_str(end);
    }
}

fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_text_is_taken_for_markup() {
        let mut xml = super::Xml::new();
        xml.words("a", &[("b", "\"><c/>")], "<d> & \u{1} ]]>");
        assert_eq!(
            xml.finish().lines().nth(1),
            Some("<a b=\"&quot;&gt;&lt;c/&gt;\">&lt;d&gt; &amp; \u{fffd} ]]&gt;</a>")
        );
    }
}
