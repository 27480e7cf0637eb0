//! Markup of a page, with the writing of text and prose in it.

use crate::renderers::drawing::xml;
use crate::renderers::{prose, safe};

/// Markup of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Markdown.
    Markdown,
    /// One HTML file.
    Html,
}

impl Markup {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }

    /// A plain text, escaped.
    pub(super) fn escaped(self, text: &str) -> String {
        match self {
            Self::Markdown => prose::escaped(text),
            Self::Html => xml::escaped(&safe::line(text)),
        }
    }

    /// Markdown that people wrote, with headings from a level on.
    pub(super) fn prose(self, markdown: &str, level: u8) -> String {
        match self {
            Self::Markdown => prose::as_markdown(markdown, level),
            Self::Html => prose::as_html(markdown, level),
        }
    }
}
