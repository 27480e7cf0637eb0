//! The facts of the economy: the resources of each record by category, and of all by nature.

use serde::Serialize;

use crate::network::counting::resources::{Account, CATEGORIES};
use crate::network::{ActorRecord, DynamicRecord, Network};
use crate::records::Common;
use crate::views::parts::means::{self, MeansFact};
use crate::views::parts::{Alphabet, filtered};
use crate::views::view::Question;

/// The facts of the economy.
#[derive(Serialize)]
pub struct EconomyFacts {
    /// The years over which resources are added.
    pub period: String,
    /// The records that state any resource, by name.
    pub mixes: Vec<MixFact>,
    /// All resources together, by nature.
    pub means: Vec<MeansFact>,
    /// Number of dynamics and actors kept by the filters that state no resource.
    pub silent: usize,
}

/// The resources of one record.
#[derive(Serialize)]
pub struct MixFact {
    /// Id of the record.
    pub id: String,
    /// `actor` or `dynamic`.
    pub kind: &'static str,
    /// Name of the record.
    pub name: String,
    /// Path of the record.
    pub file: String,
    /// Euros that came from market, redistribution and reciprocity.
    pub euros: [f64; 3],
    /// Hours given.
    pub hours: Option<f64>,
    /// Number of the three categories that the record draws on, hours of reciprocity included.
    pub categories: usize,
}

impl EconomyFacts {
    /// The number of records that draw on so many categories.
    pub fn drawing_on(&self, categories: usize) -> u64 {
        let drawing = |mix: &&MixFact| mix.categories == categories;
        self.mixes.iter().filter(drawing).count() as u64
    }

    /// Euros of all records together, by category.
    pub fn euros_by_category(&self) -> [f64; 3] {
        let mut euros = [0.0; 3];
        for mix in &self.mixes {
            for (sum, own) in euros.iter_mut().zip(mix.euros) {
                *sum += own;
            }
        }
        euros
    }

    /// The mixes, those with euros numbered from 1 as the points of the picture are.
    pub fn numbered(&self) -> Vec<(Option<u64>, &MixFact)> {
        let mut number = 0;
        let mut numbered = Vec::with_capacity(self.mixes.len());
        for mix in &self.mixes {
            number += u64::from(mix.has_euros());
            numbered.push((mix.has_euros().then_some(number), mix));
        }
        numbered
    }
}

impl MixFact {
    /// Whether any euro is recorded as received.
    pub fn has_euros(&self) -> bool {
        self.euros.iter().sum::<f64>() > 0.0
    }
}

/// Gathers the facts of the dynamics and actors that the filters keep.
pub fn gather(question: &Question) -> EconomyFacts {
    let (network, years) = (question.network, means::years(question));
    let dynamics: Vec<&DynamicRecord> = network
        .dynamics
        .iter()
        .filter(|record| filtered(question, record))
        .collect();
    let actors: Vec<&ActorRecord> = network
        .actors
        .iter()
        .filter(|record| is_kept(question, record))
        .collect();
    let of_dynamics = dynamics.iter().filter_map(|record| {
        mix(
            question,
            ("dynamic", record.id.as_str(), record.name(), &record.file),
            &record.common,
        )
    });
    let of_actors = actors.iter().filter_map(|record| {
        mix(
            question,
            ("actor", record.id.as_str(), record.name(), &record.file),
            &record.common,
        )
    });
    let mut mixes: Vec<MixFact> = of_dynamics.chain(of_actors).collect();
    let alphabet = Alphabet::new();
    mixes.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    let all = dynamics
        .iter()
        .map(|record| &*record.common)
        .chain(actors.iter().map(|record| &*record.common));
    EconomyFacts {
        period: years.to_string(),
        means: means::facts(question, &network.accounts(&all, years)),
        silent: dynamics.len() + actors.len() - mixes.len(),
        mixes,
    }
}

/// Whether an actor passes the filters; no actor belongs to a theme.
fn is_kept(question: &Question, record: &ActorRecord) -> bool {
    question.theme.is_none() && question.covers_any(&record.home, &record.body.also_in)
}

/// The resources of one record; `None` if it states none.
fn mix(
    question: &Question,
    (kind, id, name, file): (&'static str, &str, String, &str),
    common: &Common,
) -> Option<MixFact> {
    let network = question.network;
    let accounts = network.accounts(&std::iter::once(common), means::years(question));
    let hours = accounts.iter().filter_map(|(_, account)| account.hours);
    (!accounts.is_empty()).then(|| MixFact {
        id: id.to_owned(),
        kind,
        name,
        file: file.to_owned(),
        euros: network.euros_by_category(&accounts),
        hours: hours.reduce(|sum, more| sum + more),
        categories: CATEGORIES
            .into_iter()
            .filter(|category| draws_on(network, &accounts, category))
            .count(),
    })
}

/// Whether any euro or hour comes from a category.
fn draws_on(network: &Network, accounts: &[(&str, Account)], category: &str) -> bool {
    accounts.iter().any(|(nature, account)| {
        network.category_of(nature) == Some(category)
            && [account.actual, account.hours]
                .into_iter()
                .flatten()
                .any(|amount| amount > 0.0)
    })
}
