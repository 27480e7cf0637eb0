//! Pairs worth comparing: those that share a number, an address, a word, or the start of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::network::queries::duplicates::traits::Traits;

/// Records that share something, at most: what more have tells none from another, and comparing
/// each of them with each would take too long.
const MOST_SHARING: usize = 150;

/// Letters at the start and at the end of a word by which names with a slip find each other.
const END: usize = 3;

/// Letters of the longest acronym that is looked up.
const LONGEST_ACRONYM: usize = 8;

/// The pairs of positions worth comparing, the lower first, each once.
pub(super) fn candidates(traits: &[Traits]) -> BTreeSet<(usize, usize)> {
    let mut sharing: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (position, one) in traits.iter().enumerate() {
        for key in keys(one) {
            sharing.entry(key).or_default().insert(position);
        }
    }
    let mut pairs = BTreeSet::new();
    for positions in sharing.values().filter(|it| it.len() <= MOST_SHARING) {
        for one in positions {
            let after = positions.range(one + 1..);
            pairs.extend(after.map(|other| (*one, *other)));
        }
    }
    pairs.extend(acronyms(traits));
    pairs
}

/// What a record shares with those that may be the same.
fn keys(one: &Traits) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (_, number) in &one.numbers {
        keys.insert(format!("number {number}"));
    }
    keys.extend(one.siren().map(|siren| format!("number {siren}")));
    keys.extend(one.code.map(|code| format!("code {code}")));
    keys.extend(one.website.iter().map(|domain| format!("domain {domain}")));
    if let Some((address, domain)) = &one.email {
        keys.insert(format!("email {address}"));
        keys.extend(domain.iter().map(|domain| format!("domain {domain}")));
    }
    keys.extend(one.phone.iter().map(|phone| format!("phone {phone}")));
    for name in &one.names {
        keys.insert(format!("name {}", name.key()));
        keys.insert(format!("letters {}", name.key().replace(' ', "")));
        for word in name.telling() {
            keys.insert(format!("word {word}"));
            let home = one.home;
            keys.extend(ends(word).map(|end| format!("{end} in {home}")));
        }
        // A slip anywhere leaves the start or the end of the whole name.
        let letters = name.key().replace(' ', "");
        keys.extend(long_ends(&letters));
    }
    keys
}

fn ends(word: &str) -> impl Iterator<Item = String> {
    let start = word.get(..END).map(|start| format!("start {start}"));
    let end = word.get(word.len().saturating_sub(END)..);
    start.into_iter().chain(end.map(|end| format!("end {end}")))
}

/// Halves of a name: one slip leaves one of them as it is.
fn long_ends(letters: &str) -> impl Iterator<Item = String> {
    let half = letters.len() / 2;
    let start = letters.get(..half).map(|start| format!("half {start}"));
    let end = letters.get(half + letters.len() % 2..);
    start
        .into_iter()
        .chain(end.map(|end| format!("rest {end}")))
}

/// Names of one short word with the names of which they may be an acronym.
fn acronyms(traits: &[Traits]) -> BTreeSet<(usize, usize)> {
    // By first letter: an acronym begins as its first word does.
    let mut long: BTreeMap<u8, Vec<(usize, usize)>> = BTreeMap::new();
    for (position, one) in traits.iter().enumerate() {
        for (rank, name) in one.names.iter().enumerate() {
            let first = name.telling().first().and_then(|word| word.bytes().next());
            if let Some(letter) = first.filter(|_| name.telling().len() > 1) {
                long.entry(letter).or_default().push((position, rank));
            }
        }
    }
    let mut pairs = BTreeSet::new();
    for (position, one) in traits.iter().enumerate() {
        for name in &one.names {
            let [letters] = name.telling() else { continue };
            let Some(first) = letters
                .bytes()
                .next()
                .filter(|_| letters.len() <= LONGEST_ACRONYM)
            else {
                continue;
            };
            for (other, rank) in long.get(&first).into_iter().flatten() {
                let whole = traits
                    .get(*other)
                    .and_then(|traits| traits.names.get(*rank));
                if *other != position && whole.is_some_and(|whole| name.is_acronym_of(whole)) {
                    pairs.insert((position.min(*other), position.max(*other)));
                }
            }
        }
    }
    pairs
}
