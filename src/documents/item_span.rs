//! The bytes to delete for an item of a list to go.

use crate::sources::{Cut, Span};

/// Returns the bytes of an item of a list, given those of its value, with what separates it from
/// the others: the comma before it, or behind it if it is the first; in a YAML block, its line.
#[must_use]
pub fn item_span(text: &str, item: Span) -> Span {
    let (before, after) = (text.before(item.start), text.behind(item.end));
    let line_start = before.rfind('\n').map_or(0, |line_break| line_break + 1);
    if before.behind(line_start).trim() == "-" {
        let rest = after.find('\n').unwrap_or(after.len());
        return Span::new(line_start.saturating_sub(1), item.end + rest);
    }
    let listed = before.trim_end();
    if listed.ends_with(',') {
        return Span::new(listed.len() - 1, item.end);
    }
    let rest = after.trim_start();
    match rest.strip_prefix(',') {
        Some(others) => Span::new(item.start, text.len() - others.trim_start().len()),
        None => item,
    }
}

#[cfg(test)]
mod tests {
    use super::item_span;
    use crate::sources::Cut;
    use crate::sources::Span;

    /// What is left of a text once the item with a value is gone.
    fn without(text: &str, value: &str) -> String {
        let start = text.rfind(value).unwrap_or_default();
        let gone = item_span(text, Span::new(start, start + value.len()));
        format!("{}{}", text.before(gone.start), text.behind(gone.end))
    }

    #[test]
    fn an_item_goes_with_its_comma() {
        assert_eq!(without("a = [1, 2, 3]", "1"), "a = [2, 3]");
        assert_eq!(without("a = [1, 2, 3]", "2"), "a = [1, 3]");
        assert_eq!(without("a = [1, 2, 3]", "3"), "a = [1, 2]");
        assert_eq!(without("a = [\n  1,\n  2,\n]", "2"), "a = [\n  1,\n]");
    }

    #[test]
    fn an_item_of_a_block_goes_with_its_line() {
        assert_eq!(
            without("a:\n  - 1\n  - 2 # two\nb: 3\n", "2"),
            "a:\n  - 1\nb: 3\n"
        );
        assert_eq!(without("a:\n  - 1\n  - 2", "1"), "a:\n  - 2");
    }
}
