//! The known word that a mistyped one was meant to be.

/// The known word nearest to one that was mistyped, if any is near enough to be meant.
///
/// Near is by edits (transpositions count once), at most one for every three characters and one
/// more.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = word.chars().count() / 3 + 1;
    let letters = Letters::of(word);
    known
        .into_iter()
        .filter(|other| {
            other.len().abs_diff(word.len()) <= 2 * limit && letters.edits_at_least(other) <= limit
        })
        .map(|other| (strsim::osa_distance(word, other), other))
        .filter(|(distance, other)| *distance <= limit && *distance < other.chars().count())
        .min()
        .map(|(_, other)| other)
}

/// How often each letter occurs in a word, letters far apart in Unicode taken together.
struct Letters([i16; 64]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0; 64];
        word.chars()
            .take(1_000)
            .for_each(|letter| counts[letter as usize % 64] += 1);
        Self(counts)
    }

    /// Letters that one word has and the other has not: no fewer edits make them alike, and most
    /// words are told
    /// apart so at a tenth of the cost.
    fn edits_at_least(&self, other: &str) -> usize {
        let mut counts = self.0;
        other
            .chars()
            .take(1_000)
            .for_each(|letter| counts[letter as usize % 64] -= 1);
        let sum = |sign: i16| {
            counts
                .iter()
                .map(|count| usize::try_from(count * sign).unwrap_or(0))
                .sum()
        };
        usize::max(sum(1), sum(-1))
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_is_what_a_hand_slips_to() {
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
    fn of_two_as_near_the_first_by_letter_is_taken_whatever_the_order() {
        assert_eq!(nearest("cat", ["hat", "bat"]), Some("bat"));
        assert_eq!(nearest("cat", ["bat", "hat"]), Some("bat"));
        assert_eq!(
            nearest("ab", ["cd", "x"]),
            None,
            "as many edits as letters is another word"
        );
    }
}
