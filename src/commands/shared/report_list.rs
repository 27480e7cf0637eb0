//! The list of the reports, one line each.

use crate::commands::shared::layout::entry;
use crate::language::Language;
use crate::views::VIEWS;

/// Every report with what it is about.
#[must_use]
pub fn report_list(columns: usize, language: Language) -> String {
    let width = VIEWS.iter().map(|view| view.name.len()).max();
    let width = width.unwrap_or_default();
    VIEWS
        .iter()
        .map(|view| {
            let heading = format!("  {:width$}  ", view.name);
            entry(&heading, view.about.get(language), columns)
        })
        .collect()
}
