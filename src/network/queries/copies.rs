//! Records that were copied, so that one thing is recorded twice.

use crate::records::Record;

/// Whether a record of the same name and territory is the copy of another: with all that it says,
/// or by its id.
#[must_use]
pub fn is_copy<I: AsRef<str>, T: PartialEq>(
    original: &Record<I, T>,
    record: &Record<I, T>,
) -> bool {
    let (first, id) = (original.id.as_ref(), record.id.as_ref());
    first != id
        && original.home == record.home
        && (is_called_copy(first, id)
            || original.common == record.common
                && original.body == record.body
                && original.intact
                && record.intact)
}

/// Whether an id is that of another with a word for copies: `tilt-copie`, `copie-de-tilt`.
fn is_called_copy(original: &str, id: &str) -> bool {
    let behind = id
        .strip_prefix(original)
        .and_then(|rest| rest.strip_prefix('-'));
    let before = ["copie-de-", "copie-", "copy-of-", "copy-"]
        .iter()
        .find_map(|word| id.strip_prefix(word));
    behind.is_some_and(is_word_for_copies) || before == Some(original)
}

fn is_word_for_copies(rest: &str) -> bool {
    let word = rest.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
    matches!(
        word,
        "" | "copie" | "copy" | "bis" | "ter" | "old" | "ancien"
    )
}
