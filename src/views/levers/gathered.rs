//! Facts of levers, obstacles and tools: by kind, by territory, by year.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::views::parts::observed::{ObservationFact, asked_in_words, days, observed};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of levers and obstacles.
#[derive(Serialize)]
pub struct LeversFacts {
    /// The days over which observations are gathered, in words.
    pub period: String,
    /// Counts of all observations together.
    pub total: Counts,
    /// Kinds of obstacle, the most frequent first.
    pub obstacles: Vec<KindFact>,
    /// Kinds of lever, the most frequent first.
    pub levers: Vec<KindFact>,
    /// Kinds of tool, the most frequent first.
    pub tools: Vec<KindFact>,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
    /// Every year in which an observation held, in order; one that held in several counts in each.
    pub years: Vec<YearFact>,
    /// Every observation, by territory, then kind.
    pub observations: Vec<ObservationFact>,
}

/// Numbers of observations by nature.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Counts {
    pub obstacles: u64,
    /// Of the obstacles, those lifted.
    pub lifted: u64,
    pub levers: u64,
    pub tools: u64,
}

/// A kind of obstacle, lever or tool.
#[derive(Serialize)]
pub struct KindFact {
    pub id: String,
    pub label: String,
    pub count: u64,
    pub lifted: u64,
    /// Number of territories in which it is recorded.
    pub territories: u64,
}

/// The counts of a territory.
#[derive(Serialize)]
pub struct TerritoryFact {
    pub id: String,
    pub name: String,
    pub counts: Counts,
}

/// The counts of a year.
#[derive(Serialize)]
pub struct YearFact {
    pub year: u16,
    /// Observations that held on some day of the year; `lifted` are the obstacles lifted in it.
    pub counts: Counts,
}

impl Counts {
    /// Counts observations; `is_lifted` says of an obstacle's date whether it counts as lifted.
    fn of<'f>(
        facts: impl Iterator<Item = &'f ObservationFact>,
        is_lifted: impl Fn(&str) -> bool,
    ) -> Self {
        let mut counts = Self::default();
        for fact in facts {
            match fact.nature {
                "obstacle" => {
                    counts.obstacles += 1;
                    counts.lifted += u64::from(fact.lifted.as_deref().is_some_and(&is_lifted));
                }
                "lever" => counts.levers += 1,
                _ => counts.tools += 1,
            }
        }
        counts
    }
}

/// Gathers the observations that hold in the period and pass the filters.
pub fn gather(question: &Question) -> LeversFacts {
    let observations = sorted(observations(question));
    LeversFacts {
        period: asked_in_words(question),
        total: Counts::of(observations.iter(), |_| true),
        obstacles: kinds(&observations, "obstacle"),
        levers: kinds(&observations, "lever"),
        tools: kinds(&observations, "tool"),
        territories: territories(&observations),
        years: years(question, &observations),
        observations,
    }
}

/// The observations of territories, unless a theme is asked for, and of dynamics.
fn observations(question: &Question) -> Vec<ObservationFact> {
    let network = question.network;
    let of_territories = network
        .territories
        .iter()
        .filter(|_| question.theme.is_none())
        .flat_map(|record| network.observations_of(record))
        .filter(|observation| question.covers(observation.home));
    let of_dynamics = network
        .dynamics
        .iter()
        .filter(|dynamic| filtered(question, dynamic))
        .flat_map(|dynamic| network.observations_in(dynamic));
    of_territories
        .chain(of_dynamics)
        .filter_map(|observation| observed(question, &observation))
        .collect()
}

/// Sorts by the name of the territory, then of the kind; ids part what has the same names.
fn sorted(mut observations: Vec<ObservationFact>) -> Vec<ObservationFact> {
    let alphabet = Alphabet::new();
    observations.sort_by(|one, other| {
        alphabet
            .compare(&one.territory, &other.territory)
            .then_with(|| alphabet.compare(&one.kind, &other.kind))
            .then_with(|| one.territory_id.cmp(&other.territory_id))
            .then_with(|| one.dynamic_id.cmp(&other.dynamic_id))
    });
    observations
}

/// The kinds of one nature, the most frequent first, then by label.
fn kinds(observations: &[ObservationFact], nature: &str) -> Vec<KindFact> {
    let mut by_kind: BTreeMap<&str, Vec<&ObservationFact>> = BTreeMap::new();
    for fact in observations.iter().filter(|fact| fact.nature == nature) {
        by_kind.entry(&fact.kind_id).or_default().push(fact);
    }
    let mut kinds: Vec<KindFact> = by_kind
        .into_iter()
        .map(|(id, facts)| kind(id, &facts))
        .collect();
    let alphabet = Alphabet::new();
    kinds.sort_by(|one, other| {
        let more_frequent = other.count.cmp(&one.count);
        more_frequent.then_with(|| alphabet.compare(&one.label, &other.label))
    });
    kinds
}

/// The counts of one kind, whose observations are given.
fn kind(id: &str, facts: &[&ObservationFact]) -> KindFact {
    let territories: BTreeSet<&str> = facts.iter().map(|fact| &*fact.territory_id).collect();
    KindFact {
        id: id.to_owned(),
        label: facts
            .first()
            .map_or_else(String::new, |fact| fact.kind.clone()),
        count: facts.len() as u64,
        lifted: facts.iter().filter(|fact| fact.lifted.is_some()).count() as u64,
        territories: territories.len() as u64,
    }
}

/// The counts of each territory, by name; two territories of one name stay apart.
fn territories(observations: &[ObservationFact]) -> Vec<TerritoryFact> {
    let mut by_id: BTreeMap<&str, Vec<&ObservationFact>> = BTreeMap::new();
    for fact in observations {
        by_id.entry(&fact.territory_id).or_default().push(fact);
    }
    let mut territories: Vec<TerritoryFact> = by_id
        .into_iter()
        .map(|(id, facts)| TerritoryFact {
            id: id.to_owned(),
            name: facts
                .first()
                .map_or_else(String::new, |fact| fact.territory.clone()),
            counts: Counts::of(facts.into_iter(), |_| true),
        })
        .collect();
    let alphabet = Alphabet::new();
    // The sort is stable: territories of one name stay in the order of their ids.
    territories.sort_by(|one, other| alphabet.compare(&one.name, &other.name));
    territories
}

/// The counts of each year up to the last day asked for.
fn years(question: &Question, observations: &[ObservationFact]) -> Vec<YearFact> {
    let last = days(question).last.year;
    let years: BTreeSet<u16> = observations
        .iter()
        .flat_map(|fact| fact.years.iter().copied())
        .collect();
    years
        .into_iter()
        .filter(|year| *year <= last)
        .map(|year| {
            let of_year = observations
                .iter()
                .filter(|fact| fact.years.contains(&year));
            let prefix = format!("{year:04}");
            YearFact {
                year,
                counts: Counts::of(of_year, |lifted| lifted.starts_with(&prefix)),
            }
        })
        .collect()
}
