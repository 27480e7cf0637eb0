//! Observations by kind, by territory, by year.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::network::Observation;
use crate::views::parts::observed::{ObservationFact, asked_in_words, days, observed};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of levers and obstacles.
#[derive(Serialize)]
pub struct LeversFacts {
    /// Over which days.
    pub period: String,
    /// All together.
    pub total: Counts,
    /// Kinds of obstacle, those most often told first.
    pub obstacles: Vec<KindFact>,
    /// Kinds of lever, those most often told first.
    pub levers: Vec<KindFact>,
    /// Kinds of tool, those most often used first.
    pub tools: Vec<KindFact>,
    /// Territories by name.
    pub territories: Vec<TerritoryFact>,
    /// Every year in which something held, in order; what held in several counts in each.
    pub years: Vec<YearFact>,
    /// Every observation, by territory, then kind.
    pub observations: Vec<ObservationFact>,
}

/// How many of what.
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
    /// In how many territories.
    pub territories: u64,
}

/// A territory.
#[derive(Serialize)]
pub struct TerritoryFact {
    pub id: String,
    pub name: String,
    pub counts: Counts,
}

/// A year.
#[derive(Serialize)]
pub struct YearFact {
    pub year: u16,
    /// What held on some day of it; of obstacles, `lifted` are those lifted in that year.
    pub counts: Counts,
}

impl Counts {
    fn of<'f>(
        facts: impl Iterator<Item = &'f ObservationFact>,
        lifted: impl Fn(&str) -> bool,
    ) -> Self {
        let mut counts = Self::default();
        for fact in facts {
            match fact.nature {
                "obstacle" => {
                    counts.obstacles += 1;
                    counts.lifted += u64::from(fact.lifted.as_deref().is_some_and(&lifted));
                }
                "lever" => counts.levers += 1,
                _ => counts.tools += 1,
            }
        }
        counts
    }
}

/// Gathers them.
pub fn gather(question: &Question) -> LeversFacts {
    let mut observations = observations(question);
    let alphabet = Alphabet::new();
    observations.sort_by(|one, other| {
        let own = |fact: &ObservationFact| (fact.territory_id.clone(), fact.dynamic_id.clone());
        alphabet
            .compare(&one.territory, &other.territory)
            .then_with(|| alphabet.compare(&one.kind, &other.kind))
            .then_with(|| own(one).cmp(&own(other)))
    });
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

fn observations(question: &Question) -> Vec<ObservationFact> {
    let network = question.network;
    let inside = |observation: &Observation| question.covers(observation.home);
    let of_territories = network
        .territories
        .iter()
        .filter(|_| question.theme.is_none());
    let of_territories = of_territories
        .flat_map(|record| network.observations_of(record))
        .filter(inside);
    let of_dynamics = network
        .dynamics
        .iter()
        .filter(|dynamic| filtered(question, dynamic));
    let of_dynamics = of_dynamics.flat_map(|dynamic| network.observations_in(dynamic));
    of_territories
        .chain(of_dynamics)
        .filter_map(|observation| observed(question, &observation))
        .collect()
}

fn kinds(observations: &[ObservationFact], nature: &str) -> Vec<KindFact> {
    let mut kinds: BTreeMap<&str, Vec<&ObservationFact>> = BTreeMap::new();
    for fact in observations.iter().filter(|fact| fact.nature == nature) {
        kinds.entry(&fact.kind_id).or_default().push(fact);
    }
    let fact = |(id, facts): (&str, Vec<&ObservationFact>)| {
        let mut homes: Vec<&str> = facts.iter().map(|fact| &*fact.territory_id).collect();
        homes.sort_unstable();
        homes.dedup();
        KindFact {
            id: id.to_owned(),
            label: facts
                .first()
                .map_or_else(String::new, |fact| fact.kind.clone()),
            count: facts.len() as u64,
            lifted: facts.iter().filter(|fact| fact.lifted.is_some()).count() as u64,
            territories: homes.len() as u64,
        }
    };
    let mut kinds: Vec<KindFact> = kinds.into_iter().map(fact).collect();
    let alphabet = Alphabet::new();
    kinds.sort_by(|one, other| {
        other
            .count
            .cmp(&one.count)
            .then_with(|| alphabet.compare(&one.label, &other.label))
    });
    kinds
}

/// Observations come sorted by the names of territories; two of one name stay apart.
fn territories(observations: &[ObservationFact]) -> Vec<TerritoryFact> {
    let mut homes: Vec<(&str, &str)> = observations
        .iter()
        .map(|fact| (&*fact.territory, &*fact.territory_id))
        .collect();
    homes.sort_by(|one, other| {
        Alphabet::new()
            .compare(one.0, other.0)
            .then_with(|| one.1.cmp(other.1))
    });
    homes.dedup();
    let fact = |(name, id): (&str, &str)| {
        let here = observations.iter().filter(|fact| fact.territory_id == id);
        TerritoryFact {
            id: id.to_owned(),
            name: name.to_owned(),
            counts: Counts::of(here, |_| true),
        }
    };
    homes.into_iter().map(fact).collect()
}

fn years(question: &Question, observations: &[ObservationFact]) -> Vec<YearFact> {
    let mut years: Vec<u16> = observations
        .iter()
        .flat_map(|fact| fact.years.iter().copied())
        .collect();
    years.sort_unstable();
    years.dedup();
    years.retain(|year| *year <= days(question).last.year);
    let fact = |year: u16| {
        let then = observations
            .iter()
            .filter(|fact| fact.years.contains(&year));
        let lifted = |when: &str| when.starts_with(&format!("{year:04}"));
        YearFact {
            year,
            counts: Counts::of(then, lifted),
        }
    };
    years.into_iter().map(fact).collect()
}
