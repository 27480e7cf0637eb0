//! Reports on paper: pages for print, and text documents for an office suite.

use anyhow::Result;

use crate::calendar::Day;
use crate::language::Language;
use crate::renderers::odt;
use crate::renderers::page::Template;
use crate::renderers::paper::Paper;
use crate::views::view::Facts;

/// A report as a text document.
///
/// # Errors
/// Where it would outgrow what such a file can hold.
pub fn odt(facts: &Facts, made_on: Day, language: Language) -> Result<Vec<u8>> {
    odt::render(&Paper::new(facts, made_on, language))
}

/// A report as pages for print.
///
/// # Errors
/// Where the template cannot be followed.
#[cfg(feature = "pdf")]
pub fn pdf(
    facts: &Facts,
    own: Option<Template>,
    made_on: Day,
    language: Language,
) -> Result<Vec<u8>> {
    crate::renderers::pdf::render(&Paper::new(facts, made_on, language), own, language)
}

/// A report as pages for print.
///
/// # Errors
/// Always: this program was built without `pdf`.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Facts, _: Option<Template>, _: Day, language: Language) -> Result<Vec<u8>> {
    anyhow::bail!(crate::say!(language,
        fr: "ce programme a été construit sans les pages PDF\u{202f}; écrire un HTML et \
            l'imprimer, ou le construire avec `cargo build --release --features pdf`",
        en: "this program was built without PDF pages; write an HTML file and print it, or build \
            it with `cargo build --release --features pdf`"))
}
