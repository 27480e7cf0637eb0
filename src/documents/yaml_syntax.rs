//! What the YAML parser accepts, and where it stops first.

use granit_parser::{Options, Parser};

use crate::documents::reading::Limits;

/// The options with which every text is parsed.
#[must_use]
pub fn options() -> Options {
    granit_parser::options! {
        disallow_directives: true,
        emit_comments: false,
        flow_nesting_limit: Limits::DEPTH,
        block_nesting_limit: Limits::DEPTH,
    }
}

/// The offset of the first syntax error of a text; `None` if it has none.
#[must_use]
pub fn first_error(text: &str) -> Option<usize> {
    let error = Parser::new_from_str_with_options(text, options()).find_map(Result::err)?;
    Some(error.marker().byte_offset().unwrap_or_default())
}
