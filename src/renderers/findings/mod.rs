//! Findings made visible: for people, one a line, or for machines.

mod human;
mod json;
mod short;
mod told;
mod window;

pub use told::{Format, Told, Width};

/// Writes findings in a format.
#[must_use]
pub fn render(told: &Told, format: Format) -> String {
    match format {
        Format::Human(width) => human::render(told, width),
        Format::Short => short::render(told),
        Format::Json => json::render(told),
    }
}
