//! Plain texts folded into the columns of a terminal.

use textwrap::{Options as Folding, WordSeparator, WordSplitter, WrapAlgorithm};

use crate::renderers::prose::harmless::no_break;

/// A plain text folded into lines of a number of columns. Words are never broken.
#[must_use]
pub fn fold(text: &str, columns: usize) -> String {
    hang(text, columns, "", "")
}

/// A plain text folded into lines of a number of columns, with something before the first line and
/// before the others.
#[must_use]
pub fn hang(text: &str, columns: usize, first: &str, others: &str) -> String {
    // Broken at plain spaces only: at French no-break spaces, and at hyphens, never. The first fit
    // rather than the best, as people expect of a terminal.
    let folding = Folding::new(columns)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::fill(&unfolded(text), folding)
}

/// A plain text on one line, its words with one space between them.
pub(super) fn unfolded(text: &str) -> String {
    let text = no_break(text);
    let words = text.split(' ').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_broken_at_a_no_break_space() {
        let text = "deux mille\u{202f}! dix\u{a0}km aller-retour";
        for columns in 1..40 {
            let folded = fold(text, columns);
            assert_eq!(folded.replace('\n', " "), text, "{columns} columns");
            for whole in ["mille\u{202f}!", "dix\u{a0}km", "aller-retour"] {
                assert!(folded.contains(whole), "{columns} columns: {folded}");
            }
        }
        assert_eq!(fold("  un   deux trois", 7), "un deux\ntrois");
        assert_eq!(hang("un deux trois", 9, "- ", "  "), "- un deux\n  trois");
    }
}
