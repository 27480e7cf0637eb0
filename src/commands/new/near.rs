//! Records whose names are nearly that of a new one.

use std::fmt::Display;

use strsim::normalized_damerau_levenshtein;

use crate::commands::shared::record_kind::RecordKind;
use crate::network::Network;
use crate::records::{Record, id_from_name};

/// Words that many names begin with, and that tell none from another.
const COMMON_WORDS: [&str; 22] = [
    "association",
    "asso",
    "scic",
    "scop",
    "sarl",
    "cooperative",
    "collectif",
    "commune",
    "mairie",
    "ville",
    "communaute",
    "communes",
    "agglomeration",
    "cc",
    "ca",
    "le",
    "la",
    "les",
    "de",
    "du",
    "des",
    "l",
];

/// From which likeness on two names are nearly the same.
const NEARLY: f64 = 0.85;

/// The ids of records of a kind that have nearly a name, or an alias like it.
pub fn near_names(kind: RecordKind, name: &str, network: &Network) -> Vec<String> {
    match kind {
        RecordKind::Territory => near(&network.territories, name),
        RecordKind::Actor => near(&network.actors, name),
        RecordKind::Dynamic => near(&network.dynamics, name),
        RecordKind::Published => near(&network.published, name),
        RecordKind::Source => Vec::new(),
    }
}

fn near<I: Display, T>(records: &[Record<I, T>], name: &str) -> Vec<String> {
    let wanted = telling(name);
    let found = records.iter().filter(|record| {
        let mut names = std::iter::once(&record.common.name).chain(&record.common.aliases);
        names.any(|other| {
            let other = telling(other);
            // Two years are two publications, however alike the rest is.
            digits(&other) == digits(&wanted)
                && !other.is_empty()
                && normalized_damerau_levenshtein(&wanted, &other) >= NEARLY
        })
    });
    found
        .map(|record| format!("`{}` ({})", record.id, record.name()))
        .collect()
}

/// The words of a name that tell it from others, in alphabetical order.
fn telling(name: &str) -> String {
    let id = id_from_name(name);
    let mut words: Vec<&str> = id.split('-').collect();
    if words.iter().any(|word| !COMMON_WORDS.contains(word)) {
        words.retain(|word| !COMMON_WORDS.contains(word));
    }
    words.sort_unstable();
    words.join(" ")
}

fn digits(words: &str) -> String {
    words.chars().filter(char::is_ascii_digit).collect()
}
