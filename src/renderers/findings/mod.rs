//! Findings made visible: for people, one on each line, or for machines.

mod alike;
mod human;
mod json;
mod report;
mod short;
mod window;

pub use report::{FindingsReport, Format, Width};

/// Writes findings in a format.
#[must_use]
pub fn render(report: &FindingsReport, format: Format) -> String {
    match format {
        Format::Human(width) => human::render(report, width),
        Format::Short => short::render(report),
        Format::Json => json::render(report),
    }
}
