//! The faults of writing that people meet most, told in our own words; one fault one file.

mod fault;

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

pub use fault::{Fault, Trouble};

use crate::diagnostic::Finding;
use crate::documents::{Limits, Reading};
use crate::sources::Span;

/// Every fault, the most exact first: the first that recognises itself is told.
pub const FAULTS: &[Fault] = &[
    foreign_encoding::FAULT,
    merge_conflict::FAULT,
    another_format::FAULT,
    beyond_limit::FAULT,
    table_twice::FAULT,
    duplicate_key::FAULT,
    tab_in_indentation::FAULT,
    no_break_space::FAULT,
    typographic_quotes::FAULT,
    apostrophe_in_single_quotes::FAULT,
    quotes_in_quotes::FAULT,
    lone_backslash::FAULT,
    text_over_lines::FAULT,
    unclosed_quote::FAULT,
    unclosed_bracket::FAULT,
    empty_value::FAULT,
    unquoted_month::FAULT,
    french_date::FAULT,
    date_time::FAULT,
    impossible_date::FAULT,
    unquoted_code::FAULT,
    decimal_comma::FAULT,
    spaced_number::FAULT,
    number_with_unit::FAULT,
    quoted_number::FAULT,
    boolean_misspelt::FAULT,
    trailing_comma::FAULT,
    dash_without_space::FAULT,
    item_among_keys::FAULT,
    missing_brackets::FAULT,
    missing_comma::FAULT,
    unquoted_key::FAULT,
    foreign_comment::FAULT,
    missing_equals::FAULT,
    missing_colon::FAULT,
    missing_quotes::FAULT,
    uneven_indentation::FAULT,
    unquoted_colon::FAULT,
    unquoted_sign::FAULT,
    yaml_beyond_plain::FAULT,
    cut_by_comment::FAULT,
    key_below_table::FAULT,
    unknown_key::FAULT,
    missing_key::FAULT,
    mistyped_value::FAULT,
    unreadable_syntax::FAULT,
];

/// Tells a trouble in the words of the first fault that recognises it; the last two recognise all.
///
/// A line that no hand has written has no slips of the hand: there only the last two are asked.
#[must_use]
pub fn tell(trouble: &Trouble) -> Finding {
    let line = trouble.line_span();
    let by_hand = if line.end - line.start <= Limits::LINE { 0 } else { FAULTS.len() - 2 };
    FAULTS[by_hand..]
        .iter()
        .find_map(|fault| (fault.recognise)(trouble))
        .unwrap_or_else(|| unreadable_syntax::of(trouble))
}

/// Faults that are looked for in the bare text, before any parser sees it.
#[must_use]
pub fn scan(reading: &Reading) -> Vec<Finding> {
    let found = foreign_encoding::look(reading).or_else(|| merge_conflict::look(reading));
    found.or_else(|| another_format::look(reading)).into_iter().collect()
}

/// Faults that an unquoted YAML text may hold although it can be read.
#[must_use]
pub fn look(reading: &Reading, span: Span) -> Option<Finding> {
    cut_by_comment::look(reading, span).or_else(|| typographic_quotes::look(reading, span))
}
