//! The search for the known word that a mistyped one was meant to be.

/// The known word nearest to a mistyped one. Returns `None` if none is near enough.
///
/// Nearness is the number of edits, where a transposition counts as one. At most one edit for every
/// three characters is allowed, and one more.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = word.chars().count() / 3 + 1;
    let letters = LetterCounts::new(word);
    known
        .into_iter()
        .filter(|candidate| {
            // Two bytes a character at most in the languages of the records, so that lengths in
            // bytes rule out most words before any letter is counted.
            candidate.len().abs_diff(word.len()) <= 2 * limit
                && letters.fewest_edits(candidate) <= limit
        })
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(edits, candidate)| *edits <= limit && *edits < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

/// Letters of a word that are counted: a text of thousands is no mistyped word.
const LETTERS_COUNTED: usize = 1_000;

/// The number of times that each letter occurs in a word, by its code point modulo 64.
///
/// Letters that share a count can only make words look nearer than they are.
struct LetterCounts([i16; 64]);

impl LetterCounts {
    fn new(word: &str) -> Self {
        let mut counts = Self([0; 64]);
        counts.add(word, 1);
        counts
    }

    fn add(&mut self, word: &str, amount: i16) {
        for letter in word.chars().take(LETTERS_COUNTED) {
            if let Some(count) = self.0.get_mut(letter as usize % 64) {
                *count += amount;
            }
        }
    }

    /// A lower bound of the number of edits to another word: the letters that one of them has more
    /// often. Rules out most words at a tenth of the cost of counting the edits.
    fn fewest_edits(&self, other: &str) -> usize {
        let mut difference = Self(self.0);
        difference.add(other, -1);
        let (mut missing, mut added) = (0, 0);
        for count in difference.0 {
            if count > 0 {
                missing += usize::from(count.unsigned_abs());
            } else {
                added += usize::from(count.unsigned_abs());
            }
        }
        missing.max(added)
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_mistyped_word_has_a_nearest_one() {
        let known = [
            "tilt",
            "el-market",
            "manufacture-du-coquelicot",
            "apes",
            "mres",
        ];
        for (typed, meant) in [
            ("tillt", Some("tilt")),
            ("tlit", Some("tilt")),
            ("elmarket", Some("el-market")),
            (
                "la-manufacture-du-coquelicot",
                Some("manufacture-du-coquelicot"),
            ),
            ("Apes", Some("apes")),
            ("tilt", Some("tilt")),
            ("", None),
            ("x", None),
            ("épicerie", None),
        ] {
            assert_eq!(nearest(typed, known), meant, "{typed}");
        }
        assert_eq!(nearest("tilt", []), None);
    }

    #[test]
    fn of_two_equally_near_the_first_in_alphabetical_order_is_taken() {
        assert_eq!(nearest("cat", ["hat", "bat"]), Some("bat"));
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
        assert_eq!(
            nearest("ab", ["cd", "x"]),
            None,
            "as many edits as letters is another word"
        );
    }
}
