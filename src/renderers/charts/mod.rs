//! Charts as SVG: each stands alone, reads well in grey, and has the same bytes everywhere.

mod bars;
mod chart;
mod graph;
mod legend;
mod lines;
mod locator;
mod page;
mod ternary;
mod timeline;

pub use lines::{bars as bar_lines, timeline as timeline_lines};
pub(super) use page::render;
