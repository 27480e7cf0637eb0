//! Alphabetical order as readers expect it: É beside E, œ as oe, ligatures apart.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

/// The order of the French and the English alphabet, which agree on the names sorted here.
///
/// Without collation data, which are embedded, names are ordered by their bytes.
pub struct Alphabet(Option<CollatorBorrowed<'static>>);

impl Alphabet {
    /// The root collation of Unicode (CLDR), which both languages follow.
    #[must_use]
    pub fn new() -> Self {
        Self(Collator::try_new(CollatorPreferences::default(), CollatorOptions::default()).ok())
    }

    /// The order of two names; names that the alphabet takes for equal are ordered by their bytes.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let collated = self.0.as_ref().map(|collator| collator.compare(one, other));
        collated
            .unwrap_or(Ordering::Equal)
            .then_with(|| one.cmp(other))
    }
}

impl Default for Alphabet {
    fn default() -> Self {
        Self::new()
    }
}
