//! Findings made visible: for people, one on each line, for machines, or for a forge.

mod alike;
mod folding;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod limits;
mod report;
mod sarif;
mod short;
mod viewpoint;
mod window;

pub use report::{FindingsReport, Format, Showing, Width};
pub use viewpoint::Viewpoint;

/// Writes findings in a format.
#[must_use]
pub fn render(report: &FindingsReport, format: Format) -> String {
    match format {
        Format::Human(width) => human::render(report, width),
        Format::Short => short::render(report),
        Format::Json => json::render(report),
        Format::GitHub => github::render(report),
        Format::GitLab => gitlab::render(report),
        Format::Sarif => sarif::render(report),
        Format::JUnit => junit::render(report),
    }
}
