//! The forms that a table or a report can be written in, and the endings of files that ask for
//! them.

use std::path::Path;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::language::Language;
use crate::renderers::safe;
use crate::say;

/// Forms of a table or a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// For the terminal
    Text,
    /// Markdown
    Md,
    /// For machines
    Json,
    /// For spreadsheets
    Csv,
    /// A picture, where the report has one
    Svg,
    /// iCalendar, where the report tells days to come
    Ics,
    /// The same picture in pixels
    Png,
    /// One HTML file for the browser and for print, which asks nobody for anything
    Html,
    /// Pages for print
    Pdf,
    /// A text document for an office suite
    Odt,
    /// The graph for Graphviz, where the report has one
    Dot,
    /// The graph for other programs, where the report has one
    Graphml,
}

impl OutputFormat {
    /// The form that the ending of a file asks for.
    ///
    /// # Errors
    /// Where the ending names no known form.
    pub fn by_ending(path: &Path, language: Language) -> Result<Self> {
        Ok(
            match path
                .extension()
                .map(|ending| ending.to_string_lossy())
                .as_deref()
            {
                Some("md") => Self::Md,
                Some("json") => Self::Json,
                Some("csv") => Self::Csv,
                Some("svg") => Self::Svg,
                Some("ics") => Self::Ics,
                Some("dot" | "gv") => Self::Dot,
                Some("graphml") => Self::Graphml,
                Some("png") => Self::Png,
                Some("html" | "htm") => Self::Html,
                Some("pdf") => Self::Pdf,
                Some("odt") => Self::Odt,
                Some("txt") | None => Self::Text,
                Some(other) => {
                    let other = safe::line(other);
                    bail!(say!(language,
                    fr: "la terminaison `.{other}` ne dit aucune forme connue\u{a0}: md, html, \
                        pdf, odt, json, csv, svg, png, ics ou txt, ou bien --format",
                    en: "the ending `.{other}` names no known form: md, html, pdf, odt, json, csv, \
                        svg, png, ics or txt, or else --format"))
                }
            },
        )
    }
}
