//! The first of two equal keys in a TOML document, whose parser only names the second.

use ::toml::de::{DeTable, DeValue};

use crate::documents::reading::Reading;
use crate::sources::Span;

/// A key that no record has.
const OTHER_NAME: &str = "\"twice, so renamed\"";

/// Finds the first key that `second` repeats. Returns `None` if the key is not repeated.
///
/// The second key is renamed in a copy of the text: there both are keys of the same table.
#[must_use]
pub fn first_key(reading: &Reading, second: Span) -> Option<Span> {
    let text = reading.text();
    let before = text.get(..second.start)?;
    let after = text.get(second.end..)?;
    let renamed = format!("{before}{OTHER_NAME}{after}");
    let alone = format!("{} = 0", reading.source.slice(second));
    let (alone, _) = DeTable::parse_recoverable(&alone);
    let name = alone.get_ref().keys().next()?.get_ref();
    let (table, _) = DeTable::parse_recoverable(&renamed);
    // Offsets behind the renamed key are those of the copy.
    key_beside(table.get_ref(), second.start, name).filter(|first| first.end <= second.start)
}

/// The key `name` in the table, however deep, of the key at `offset`.
fn key_beside(table: &DeTable, offset: usize, name: &str) -> Option<Span> {
    if table.keys().any(|key| key.span().start == offset) {
        return table
            .keys()
            .find(|key| *key.get_ref() == name)
            .map(|key| Span::from(key.span()));
    }
    table
        .values()
        .find_map(|value| key_beside_in_value(value.get_ref(), offset, name))
}

fn key_beside_in_value(value: &DeValue, offset: usize, name: &str) -> Option<Span> {
    match value {
        DeValue::Table(table) => key_beside(table, offset, name),
        DeValue::Array(items) => items
            .iter()
            .find_map(|item| key_beside_in_value(item.get_ref(), offset, name)),
        _ => None,
    }
}
