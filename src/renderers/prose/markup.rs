//! Markdown that people wrote as HTML, as Markdown, or as plain lines.

use pulldown_cmark::html;

use crate::renderers::prose::harmless::harmless;
use crate::renderers::prose::writer::Writer;

/// Markdown as HTML. Headings start at a level from 1 to 6.
#[must_use]
pub fn as_html(markdown: &str, level: u8) -> String {
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    html::push_html(&mut out, harmless(markdown, level).into_iter());
    out
}

/// Markdown as Markdown, in which nothing is HTML.
#[must_use]
pub fn as_markdown(markdown: &str, level: u8) -> String {
    Writer::markdown().write(harmless(markdown, level))
}

/// Markdown as plain lines of a number of columns.
#[must_use]
pub fn as_lines(markdown: &str, columns: usize) -> String {
    Writer::plain(columns).write(harmless(markdown, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_as_text() {
        let text = "Un <b>mot</b> et\n\n<script>alert(1)</script>\n\n[là](javascript:x) \
            [ici](https://a.example/) ![Vue](http://b.example/i.png)";
        let html = as_html(text, 3);
        assert_eq!(
            html,
            "<p>Un &lt;b&gt;mot&lt;/b&gt; \
                et</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>là <a \
                href=\"https://a.example/\">ici</a> Vue</p>\n"
        );
        let markdown = as_markdown(text, 3);
        assert_eq!(
            markdown,
            "Un &lt;b&gt;mot&lt;/b&gt; et\n\n&lt;script&gt;alert(1)&lt;/script&gt;\n\nlà \
                [ici](<https://a.example/>) Vue\n"
        );
        assert_eq!(
            as_lines(text, 30),
            "Un <b>mot</b> et\n\n<script>alert(1)</script>\n\nlà ici <https://a.example/>\nVue\n"
        );
    }

    #[test]
    fn no_line_begins_with_a_sign() {
        let text = "Il dit : « oui » ; puis 45 % et 3 € ! Pourquoi ? Une liste :";
        let lines = "Il dit\u{a0}: «\u{a0}oui\u{a0}»\u{202f}; puis 45\u{a0}% et 3\u{a0}€\u{202f}! \
            Pourquoi\u{202f}? Une liste\u{a0}:\n";
        assert_eq!(as_lines(text, 90), lines);
        assert_eq!(as_lines("a :b ?c", 90), "a :b ?c\n");
    }

    #[test]
    fn blocks_keep_their_form() {
        let text =
            "# Titre\n\n1. un\n2. deux *fois*\n   - dedans\n\n> dit\n> par elle\n\n2024\\. fin";
        assert_eq!(
            as_markdown(text, 3),
            "### Titre\n\n1. un\n2. deux *fois*\n   - dedans\n\n> dit par elle\n\n2024\\. fin\n"
        );
        assert_eq!(
            as_lines(text, 60),
            "Titre\n\n1. un\n2. deux fois\n   - dedans\n\n> dit par elle\n\n2024. fin\n"
        );
    }
}
