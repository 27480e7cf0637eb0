//! The list of the hints: common slips of writing, one in each file.

pub mod another_format;
pub mod apostrophe_in_single_quotes;
pub mod beyond_limit;
pub mod boolean_misspelt;
pub mod broken_accents;
pub mod carriage_return;
pub mod cut_by_comment;
pub mod cut_short;
pub mod dash_without_space;
pub mod date_time;
pub mod date_without_key;
pub mod decimal_comma;
pub mod duplicate_key;
pub mod empty_value;
pub mod foreign_comment;
pub mod foreign_encoding;
pub mod french_date;
pub mod hidden_character;
pub(crate) mod hint;
pub mod html_in_text;
pub mod impossible_date;
pub mod incomplete_address;
pub mod item_among_keys;
pub mod key_below_table;
pub mod key_without_value;
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
pub mod padded_text;
pub mod quoted_number;
pub mod quotes_in_quotes;
pub mod record_of_another_kind;
pub mod repeated_item;
pub mod spaced_number;
pub mod tab_in_indentation;
pub mod table_twice;
pub mod text_over_lines;
pub mod thousands_point;
pub mod trailing_comma;
pub mod typographic_quotes;
pub mod unclosed_bracket;
pub mod unclosed_quote;
pub mod uneven_indentation;
pub mod unknown_key;
pub mod unquoted_code;
pub mod unquoted_colon;
pub mod unquoted_comma;
pub mod unquoted_key;
pub mod unquoted_month;
pub mod unquoted_sign;
pub mod unreadable_syntax;
pub mod yaml_beyond_plain;
pub mod years_in_words;

pub use hint::{Hint, ParseFailure};

use crate::diagnostic::Finding;
use crate::documents::reading::{Limits, Reading};
use crate::documents::schema::shape::Shape;
use crate::documents::text_edits;
use crate::sources::{Cut, Span, hidden};

/// All hints, the most exact first: the first that recognises a failure reports it.
pub const HINTS: &[Hint] = &[
    foreign_encoding::HINT,
    cut_short::HINT,
    carriage_return::HINT,
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
    years_in_words::HINT,
    french_date::HINT,
    date_time::HINT,
    impossible_date::HINT,
    date_without_key::HINT,
    unquoted_code::HINT,
    decimal_comma::HINT,
    spaced_number::HINT,
    number_with_unit::HINT,
    thousands_point::HINT,
    quoted_number::HINT,
    boolean_misspelt::HINT,
    trailing_comma::HINT,
    dash_without_space::HINT,
    item_among_keys::HINT,
    missing_brackets::HINT,
    missing_comma::HINT,
    unquoted_key::HINT,
    foreign_comment::HINT,
    key_without_value::HINT,
    missing_equals::HINT,
    missing_colon::HINT,
    missing_quotes::HINT,
    uneven_indentation::HINT,
    unquoted_colon::HINT,
    unquoted_comma::HINT,
    unquoted_sign::HINT,
    yaml_beyond_plain::HINT,
    cut_by_comment::HINT,
    padded_text::HINT,
    incomplete_address::HINT,
    broken_accents::HINT,
    html_in_text::HINT,
    hidden_character::HINT,
    repeated_item::HINT,
    record_of_another_kind::HINT,
    key_below_table::HINT,
    unknown_key::HINT,
    missing_key::HINT,
    mistyped_value::HINT,
    unreadable_syntax::HINT,
];

/// How many hints at the end of the list recognise every failure, one kind each.
const GENERAL: usize = 2;

/// The finding of the first hint that recognises a failure.
#[must_use]
pub fn report(failure: &ParseFailure) -> Finding {
    let line = failure.line_span();
    // A longer line was written by a program: it has no slips of a hand, and looking for them
    // would take long.
    let asked = if line.end - line.start <= Limits::LINE && !failure.is_compound() {
        HINTS
    } else {
        HINTS.behind(HINTS.len() - GENERAL)
    };
    asked
        .iter()
        .find_map(|hint| (hint.diagnose)(failure))
        .unwrap_or_else(|| unreadable_syntax::report(failure))
}

/// The findings of a text that is not worth parsing: in another encoding or format, cut short, or
/// with the marks of a merge, which alone may be several.
#[must_use]
pub fn scan(reading: &Reading) -> Vec<Finding> {
    let encoding = foreign_encoding::scan(reading).or_else(|| cut_short::scan(reading));
    if let Some(finding) = encoding {
        return vec![finding];
    }
    let marks = merge_conflict::scan(reading);
    if marks.is_empty() {
        another_format::scan(reading).into_iter().collect()
    } else {
        marks
    }
}

/// The findings of a text that could not be read: its line ends or the marks of a merge if these
/// are wrong, else what the parser found.
#[must_use]
pub fn scan_unreadable(reading: &Reading, of_parser: Vec<Finding>) -> Vec<Finding> {
    if let Some(finding) = carriage_return::scan(reading) {
        return vec![finding];
    }
    let marks = merge_conflict::scan_unreadable(reading);
    if marks.is_empty() { of_parser } else { marks }
}

/// The finding of an unquoted YAML value that a comma between braces cut.
#[must_use]
pub fn report_cut(reading: &Reading, whole: Span) -> Finding {
    decimal_comma::of_cut_value(reading, whole)
        .unwrap_or_else(|| unquoted_comma::report(reading, whole))
}

/// The warning about an unquoted YAML value that can be read, but hardly as it was meant.
#[must_use]
pub fn scan_unquoted(reading: &Reading, span: Span) -> Option<Finding> {
    cut_by_comment::scan(reading, span).or_else(|| typographic_quotes::scan(reading, span))
}

/// The warning about a text that another program broke before it came here. At most one, whose
/// edits mend all that can be mended: those of two findings about one value would overlap.
#[must_use]
pub fn scan_text(reading: &Reading, span: Span, text: &str, shape: &Shape) -> Option<Finding> {
    let is_name = text_edits::is_name(shape);
    // The line end of a YAML block is part of how it is written.
    let is_quoted = reading.source.slice(span).starts_with(['"', '\'']);
    let text = if is_quoted {
        text
    } else {
        text.trim_end_matches('\n')
    };
    if !text_edits::is_suspect(text, is_name) {
        return None;
    }
    if is_name && hidden::is_blank(text) {
        return Some(empty_value::of_blank(reading, span));
    }
    let entities = html_in_text::without_entities(text);
    let decoded = entities.as_deref().unwrap_or(text);
    if decoded.contains(broken_accents::LOST_LETTER) {
        return Some(broken_accents::report_lost(reading, span));
    }
    if html_in_text::has_tags(decoded) {
        return Some(html_in_text::report_tags(reading, span));
    }
    let mend = if is_name { mended_name } else { mended_line };
    let mended = mend(text)?;
    let finding = if broken_accents::mended(decoded).is_some() {
        broken_accents::report(reading, span)
    } else if entities.is_some() {
        html_in_text::report_entities(reading, span)
    } else {
        hidden_character::report(reading, span, text)
    };
    let edits = text_edits::edits(reading, span, (text, &mended), mended_line);
    Some(edits.into_iter().fold(finding, |finding, (span, writing)| {
        finding.edit(reading.place(span), writing)
    }))
}

/// A name without entities, broken letters and characters that are not seen.
fn mended_name(text: &str) -> Option<String> {
    mended(text, true)
}

/// A line of any other text without them.
fn mended_line(text: &str) -> Option<String> {
    mended(text, false)
}

fn mended(text: &str, is_name: bool) -> Option<String> {
    let entities = html_in_text::without_entities(text);
    let decoded = entities.as_deref().unwrap_or(text);
    let accents = broken_accents::mended(decoded);
    let lettered = accents.as_deref().unwrap_or(decoded);
    let cleaned = hidden_character::cleaned(lettered, is_name);
    cleaned.or(accents).or(entities)
}
