//! The faults of writing that people meet most, told in our own words; one fault one file.

pub mod another_format;
pub mod apostrophe_in_single_quotes;
pub mod beyond_limit;
pub mod boolean_misspelt;
pub mod cut_by_comment;
pub mod dash_without_space;
pub mod date_time;
pub mod decimal_comma;
pub mod duplicate_key;
pub mod empty_value;
pub mod foreign_comment;
pub mod foreign_encoding;
pub mod french_date;
pub(crate) mod hint;
pub mod impossible_date;
pub mod item_among_keys;
pub mod key_below_table;
pub mod lone_backslash;
pub mod merge_conflict;
pub mod missing_brackets;
pub mod missing_colon;
pub mod missing_comma;
pub mod missing_equals;
pub mod missing_key;
pub mod missing_quotes;
pub mod mistyped_value;
pub mod no_break_space;
pub mod number_with_unit;
pub mod quoted_number;
pub mod quotes_in_quotes;
pub mod spaced_number;
pub mod tab_in_indentation;
pub mod table_twice;
pub mod text_over_lines;
pub mod trailing_comma;
pub mod typographic_quotes;
pub mod unclosed_bracket;
pub mod unclosed_quote;
pub mod uneven_indentation;
pub mod unknown_key;
pub mod unquoted_code;
pub mod unquoted_colon;
pub mod unquoted_key;
pub mod unquoted_month;
pub mod unquoted_sign;
pub mod unreadable_syntax;
pub mod yaml_beyond_plain;

pub use hint::{Hint, ParseFailure};

use crate::diagnostic::Finding;
use crate::documents::{Limits, Reading};
use crate::sources::Span;

/// Every fault, the most exact first: the first that recognises itself is told.
pub const HINTS: &[Hint] = &[
    foreign_encoding::HINT,
    merge_conflict::HINT,
    another_format::HINT,
    beyond_limit::HINT,
    table_twice::HINT,
    duplicate_key::HINT,
    tab_in_indentation::HINT,
    no_break_space::HINT,
    typographic_quotes::HINT,
    apostrophe_in_single_quotes::HINT,
    quotes_in_quotes::HINT,
    lone_backslash::HINT,
    text_over_lines::HINT,
    unclosed_quote::HINT,
    unclosed_bracket::HINT,
    empty_value::HINT,
    unquoted_month::HINT,
    french_date::HINT,
    date_time::HINT,
    impossible_date::HINT,
    unquoted_code::HINT,
    decimal_comma::HINT,
    spaced_number::HINT,
    number_with_unit::HINT,
    quoted_number::HINT,
    boolean_misspelt::HINT,
    trailing_comma::HINT,
    dash_without_space::HINT,
    item_among_keys::HINT,
    missing_brackets::HINT,
    missing_comma::HINT,
    unquoted_key::HINT,
    foreign_comment::HINT,
    missing_equals::HINT,
    missing_colon::HINT,
    missing_quotes::HINT,
    uneven_indentation::HINT,
    unquoted_colon::HINT,
    unquoted_sign::HINT,
    yaml_beyond_plain::HINT,
    cut_by_comment::HINT,
    key_below_table::HINT,
    unknown_key::HINT,
    missing_key::HINT,
    mistyped_value::HINT,
    unreadable_syntax::HINT,
];

/// Tells a trouble in the words of the first fault that recognises it; the last two recognise all.
///
/// A line that no hand has written has no slips of the hand: there only the last two are asked.
#[must_use]
pub fn report(failure: &ParseFailure) -> Finding {
    let line = failure.line_span();
    let by_hand = if line.end - line.start <= Limits::LINE {
        0
    } else {
        HINTS.len() - 2
    };
    HINTS[by_hand..]
        .iter()
        .find_map(|fault| (fault.diagnose)(failure))
        .unwrap_or_else(|| unreadable_syntax::of(failure))
}

/// Faults that are looked for in the bare text, before any parser sees it.
#[must_use]
pub fn scan(reading: &Reading) -> Vec<Finding> {
    let found = foreign_encoding::look(reading).or_else(|| merge_conflict::look(reading));
    found
        .or_else(|| another_format::look(reading))
        .into_iter()
        .collect()
}

/// Faults that an unquoted YAML text may hold although it can be read.
#[must_use]
pub fn look(reading: &Reading, span: Span) -> Option<Finding> {
    cut_by_comment::look(reading, span).or_else(|| typographic_quotes::look(reading, span))
}
