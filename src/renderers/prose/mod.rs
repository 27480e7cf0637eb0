//! Prose that people wrote in Markdown, made harmless, for pages, papers and terminals.

mod blocks;
mod escape;
mod folding;
mod harmless;
mod inline;
mod markup;
mod writer;

pub use blocks::{Block, Run, as_blocks};
pub use escape::escaped;
pub use folding::{fold, hang};
pub use markup::{as_html, as_lines, as_markdown};
