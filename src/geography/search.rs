//! The areas that a person names or numbers: today's and those that are gone.

use std::cmp::Reverse;

use strsim::osa_distance;

use crate::geography::area::{Area, AreaLevel};
use crate::geography::former::{Former, former, former_areas};
use crate::geography::gazetteer::{all, folded, official};
use crate::geography::naming::telling_words;

/// Areas that a search returns at most; a name that more have is told by further words.
pub const MOST_FOUND: usize = 50;

/// Letters of the shortest name in which one may be wrong.
const SHORTEST_MISTYPED: usize = 4;

/// An area that a search found.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The code that was asked for, or that the area has or had.
    pub code: &'static str,
    /// The area of today: the one asked for, or the one that took its place.
    pub area: Area,
    /// What the code or the name was, if it is of yesterday.
    pub former: Option<Former>,
}

/// Finds the areas of a code, today's before those that are gone.
#[must_use]
pub fn coded(code: &str) -> Vec<Found> {
    let mut found: Vec<Found> = official(code).map(of_today).collect();
    // Two digits are those of a region that merged, beside a department of today.
    for level in [None, Some(AreaLevel::Region), Some(AreaLevel::Commune)] {
        let Some(former) = former(level, code) else {
            continue;
        };
        let is_known = found
            .iter()
            .any(|it| it.former.is_some_and(|known| known.level == former.level));
        if !is_known {
            found.push(Found {
                code: former.code,
                area: former.heir,
                former: Some(former),
            });
        }
    }
    found
}

/// Finds the areas that a name may mean, fifty at most: those of just this name, those with its
/// telling words, those with more words, else those whose name differs by one letter.
#[must_use]
pub fn search(name: &str) -> Vec<Found> {
    let wanted = Wanted::of(name);
    if wanted.name.is_empty() {
        return Vec::new();
    }
    let today = AreaLevel::ALL.into_iter().flat_map(all);
    let mut ranked: Vec<(u8, Found)> = today
        .filter_map(|area| {
            let names = [Some(area.name), area.short];
            let ranks = names.into_iter().flatten().filter_map(|it| wanted.rank(it));
            Some((ranks.min()?, of_today(area)))
        })
        .collect();
    ranked.extend(former_areas().filter_map(|former| {
        let found = Found {
            code: former.code,
            area: former.heir,
            former: Some(former),
        };
        Some((wanted.rank(former.name?)?, found))
    }));
    // A part of a commune that has its name and its code adds nothing.
    let communes: Vec<&str> = ranked
        .iter()
        .filter(|(_, found)| found.area.level == AreaLevel::Commune)
        .map(|(_, found)| found.code)
        .collect();
    let is_again =
        |found: &Found| found.area.level > AreaLevel::Commune && communes.contains(&found.code);
    let mut kept: Vec<(u8, Found)> = ranked
        .iter()
        .filter(|(_, found)| !is_again(found))
        .copied()
        .collect();
    let best = kept.iter().map(|(rank, _)| *rank).min().unwrap_or_default();
    kept.retain(|(rank, _)| best == MISTYPED || *rank < MISTYPED);
    kept.sort_by_key(|(rank, found)| {
        // Of the areas named after a town, hardly anybody means the arrondissement.
        let is_rare = found.area.level == AreaLevel::Arrondissement;
        let population = Reverse(found.area.population);
        (
            *rank,
            found.former.is_some(),
            is_rare,
            population,
            found.code,
        )
    });
    kept.truncate(MOST_FOUND);
    kept.into_iter().map(|(_, found)| found).collect()
}

fn of_today(area: Area) -> Found {
    Found {
        code: area.code,
        area,
        former: None,
    }
}

/// Rank of a name that differs by one letter.
const MISTYPED: u8 = 3;

/// A name that is looked for.
struct Wanted {
    name: String,
    words: Vec<String>,
}

impl Wanted {
    fn of(name: &str) -> Self {
        let folded_name: String = folded(name).collect();
        Self {
            name: folded_name.trim().to_owned(),
            words: telling_words(name),
        }
    }

    /// How near a name is, 0 for the same; `None` if it is another.
    fn rank(&self, name: &str) -> Option<u8> {
        let other: String = folded(name).collect();
        if other == self.name {
            return Some(0);
        }
        let is_near = self.name.len() >= SHORTEST_MISTYPED
            && other.len().abs_diff(self.name.len()) <= 1
            && osa_distance(&other, &self.name) == 1;
        // Most names share not even one word with that which is looked for.
        if !self.words.iter().any(|word| other.contains(word.as_str())) {
            return is_near.then_some(MISTYPED);
        }
        let known = telling_words(name);
        if !self.words.iter().all(|word| known.contains(word)) {
            return is_near.then_some(MISTYPED);
        }
        Some(if known.len() == self.words.len() {
            1
        } else {
            2
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, coded, search};

    fn codes(found: &[Found]) -> Vec<&'static str> {
        found.iter().map(|it| it.code).collect()
    }

    #[test]
    fn names_are_found_whatever_their_spelling() {
        for (name, code) in [
            ("Redon", "35236"),
            ("redon agglomeration", "243500741"),
            ("Pays du Coquelicot", "248000747"),
            ("communauté de communes du pays du coquelicot", "248000747"),
            ("questembert communaute", "245614383"),
            ("Loos en Gohelle", "62528"),
            ("Hénin Beaumon", "62427"),
            ("Picardie", "22"),
            ("Nord", "59"),
        ] {
            let found = search(name);
            let first = found.first().map(|it| it.code);
            assert_eq!(first, Some(code), "{name}: {:?}", codes(&found));
        }
        assert!(search("zzyzx").is_empty() && search(" ").is_empty());
    }

    #[test]
    fn a_code_of_yesterday_gives_what_it_was_and_its_heir() {
        let [department, region] = coded("22")[..] else {
            panic!("a department of today, a region of yesterday");
        };
        assert!(department.former.is_none());
        assert_eq!(region.former.and_then(|it| it.name), Some("Picardie"));
        assert_eq!(region.area.name, "Hauts-de-France");
        assert!(coded("99999").is_empty());
    }
}
