//! The mark of invented records, on each output that may be parted from the rest of its report.

use crate::language::{Bilingual, Language};

/// The mark in two words, for titles and for the foot of pages.
pub const SHORT: Bilingual = Bilingual {
    fr: "réseau inventé",
    en: "invented network",
};

/// A title with the mark, where records are invented.
#[must_use]
pub fn titled(title: &str, invented: Option<&str>, language: Language) -> String {
    match invented {
        Some(_) => format!("{title} ({})", SHORT.get(language)),
        None => title.to_owned(),
    }
}

/// A description with the sentence about invented records before it, where they are invented.
#[must_use]
pub fn described(description: &str, invented: Option<&str>) -> String {
    match invented {
        Some(sentence) => format!("{sentence} {description}").trim_end().to_owned(),
        None => description.to_owned(),
    }
}
