//! Figures as SVG: each stands alone, reads well in grey, and comes out the same everywhere.

mod bars;
mod chart;
mod graph;
mod legend;
mod lines;
mod locator;
mod ternary;
mod timeline;

pub use chart::render;
pub use lines::{bars as bar_lines, timeline as timeline_lines};
