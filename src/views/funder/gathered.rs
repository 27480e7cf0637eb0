//! What the records tell of each agreement, and what they do not.

use serde::Serialize;

use crate::calendar::Stretch;
use crate::language::Both;
use crate::network::{DynamicRecord, TerritoryRecord};
use crate::records::{Agreement, Common, List};
use crate::views::parts::filtered;
use crate::views::parts::means::{self, MeansFact};
use crate::views::view::Question;

/// The facts of the report.
#[derive(Serialize)]
pub struct FunderFacts {
    pub period: String,
    /// Agreements by territory, then by key.
    pub agreements: Vec<AgreementFact>,
}

/// One agreement and what it gave.
#[derive(Serialize)]
pub struct AgreementFact {
    pub id: String,
    pub territory_id: String,
    pub territory: String,
    pub file: String,
    /// The authority.
    pub with: Option<String>,
    pub subject: Option<String>,
    pub period: String,
    pub voted: Option<String>,
    /// Days of the network's work that were agreed.
    pub days: Option<f64>,
    /// Days of its work that the records tell.
    pub days_given: Option<f64>,
    pub amount: Option<f64>,
    /// Priorities of the collective, then needs that its dynamics answer.
    pub objectives: Vec<String>,
    pub dynamics: Vec<DynamicFact>,
    pub results: Vec<ResultFact>,
    pub means: Vec<MeansFact>,
    /// What a funder asks and no record tells.
    pub missing: Vec<String>,
}

/// A dynamic of the territory.
#[derive(Serialize)]
pub struct DynamicFact {
    pub id: String,
    pub name: String,
    pub place: String,
    pub period: String,
    /// For whom: needs were found with them.
    pub beneficiaries: Vec<String>,
    pub partners: usize,
}

/// An indicator of one year.
#[derive(Serialize)]
pub struct ResultFact {
    pub whose: String,
    pub year: String,
    pub id: String,
    pub label: String,
    pub unit: Option<String>,
    pub target: Option<f64>,
    pub value: Option<f64>,
    pub gap: Option<f64>,
    /// The gap as a share of the target; nothing where none was aimed at.
    pub gap_share: Option<f64>,
}

/// Gathers them.
pub fn gather(question: &Question) -> FunderFacts {
    let network = question.network;
    let years = means::years(question);
    let inside = |record: &&TerritoryRecord| {
        question.territory.as_ref().is_none_or(|wanted| network.lies_in(&record.id, wanted))
    };
    let mut agreements = Vec::new();
    for territory in network.territories.iter().filter(inside) {
        let in_force =
            territory.body.agreements.iter().filter(|(_, agreement)| agreement.period().meets(years));
        agreements.extend(in_force.map(|(id, agreement)| told(question, territory, id, agreement, years)));
    }
    FunderFacts { period: means::years_told(question), agreements }
}

fn told(
    question: &Question,
    territory: &TerritoryRecord,
    id: &str,
    agreement: &Agreement,
    years: Stretch,
) -> AgreementFact {
    let (network, language) = (question.network, question.language);
    let here =
        |record: &&DynamicRecord| record.home == territory.id || record.body.also_in.contains(&territory.id);
    let dynamics: Vec<&DynamicRecord> =
        network.dynamics_active_in(years).filter(here).filter(|record| filtered(question, record)).collect();
    let authority = match &agreement.with {
        Some(id) => {
            Some(network.actor(id.as_str()).map_or_else(|| id.to_string(), crate::records::Record::name))
        }
        None => network.authority_of(territory).map(crate::records::Record::name),
    };
    let priorities = territory.body.collective.iter().flat_map(|collective| collective.priorities.clone());
    let needs = dynamics.iter().flat_map(|record| record.body.purpose.needs.clone());
    let mut objectives: Vec<String> = Vec::new();
    for objective in priorities.chain(needs) {
        if !objectives.contains(&objective) {
            objectives.push(objective);
        }
    }
    let commons = std::iter::once(&*territory.common).chain(dynamics.iter().map(|record| &*record.common));
    let mut fact = AgreementFact {
        id: format!("{}/{id}", territory.id),
        territory_id: territory.id.to_string(),
        territory: network.territory_label(&territory.id),
        file: territory.file.to_string(),
        with: authority,
        subject: agreement.subject.clone(),
        period: agreement.period().to_string(),
        voted: agreement.voted.map(|when| when.told(language)),
        days: agreement.days,
        days_given: days_given(&territory.common, years),
        amount: agreement.amount,
        objectives,
        results: results(question, territory, &dynamics, years),
        means: means::facts(question, &network.accounts(&commons, years)),
        dynamics: dynamics.iter().map(|record| dynamic(question, record)).collect(),
        missing: Vec::new(),
    };
    fact.missing = missing(question, &fact);
    fact
}

/// Days of the network's work that a territory tells.
fn days_given(common: &Common, years: Stretch) -> Option<f64> {
    let told: Vec<f64> =
        common.years_in(years).flat_map(|(_, block)| block.actions.values().copied()).collect();
    (!told.is_empty()).then(|| told.iter().sum())
}

fn dynamic(question: &Question, record: &DynamicRecord) -> DynamicFact {
    let network = question.network;
    let place = record.body.place.as_ref().unwrap_or(&record.home);
    let found_with = record.body.purpose.identified_with.iter();
    DynamicFact {
        id: record.id.to_string(),
        name: record.name(),
        place: network.territory_label(place),
        period: record.body.period().to_string(),
        beneficiaries: found_with
            .map(|word| {
                network.vocabulary.label(List::Stakeholders, word.as_str(), question.language).to_owned()
            })
            .collect(),
        partners: record.body.partners.len(),
    }
}

fn results(
    question: &Question,
    territory: &TerritoryRecord,
    dynamics: &[&DynamicRecord],
    years: Stretch,
) -> Vec<ResultFact> {
    let vocabulary = &question.network.vocabulary;
    let own = std::iter::once((question.network.territory_label(&territory.id), &territory.common));
    let all = own.chain(dynamics.iter().map(|record| (record.name(), &record.common)));
    let mut results = Vec::new();
    for (whose, common) in all {
        for (year, block) in common.years_in(years) {
            for (id, row) in &block.results {
                let gap = row.value.zip(row.target).map(|(value, target)| value - target);
                let share = gap.zip(row.target.filter(|target| *target > 0.0));
                results.push(ResultFact {
                    whose: whose.clone(),
                    year: year.to_owned(),
                    id: id.to_string(),
                    label: vocabulary.label(List::Indicators, id.as_str(), question.language).to_owned(),
                    unit: vocabulary.word(List::Indicators, id.as_str()).and_then(|word| word.unit.clone()),
                    target: row.target,
                    value: row.value,
                    gap,
                    gap_share: share.map(|(gap, target)| gap / target),
                });
            }
        }
    }
    results
}

/// What a funder asks and no record tells.
fn missing(question: &Question, fact: &AgreementFact) -> Vec<String> {
    of_agreement(fact)
        .into_iter()
        .chain(of_dynamics(fact))
        .filter(|(lacks, _)| *lacks)
        .map(|(_, what)| what.in_(question.language).to_owned())
        .collect()
}

/// What an agreement itself should tell, and whether it does not.
fn of_agreement(fact: &AgreementFact) -> [(bool, Both); 7] {
    [
        (fact.with.is_none(), Both { fr: "l'autorité signataire", en: "the authority that signed" }),
        (fact.subject.is_none(), Both { fr: "l'objet de la convention", en: "what the agreement is about" }),
        (
            fact.amount.is_none(),
            Both { fr: "le montant de la convention", en: "the amount of the agreement" },
        ),
        (fact.voted.is_none(), Both { fr: "la date du vote", en: "the date of the vote" }),
        (fact.days.is_none(), Both { fr: "les jours de travail convenus", en: "the days of work agreed" }),
        (fact.days_given.is_none(), Both { fr: "les jours de travail donnés", en: "the days of work given" }),
        (fact.objectives.is_empty(), Both { fr: "les objectifs", en: "the objectives" }),
    ]
}

/// What its dynamics should tell, their results and their means, and whether they do not.
fn of_dynamics(fact: &AgreementFact) -> [(bool, Both); 7] {
    [
        (
            fact.dynamics.is_empty(),
            Both {
                fr: "les dynamiques, leurs lieux et leurs dates",
                en: "the dynamics, their places and dates",
            },
        ),
        (
            fact.dynamics.iter().any(|dynamic| dynamic.beneficiaries.is_empty()),
            Both {
                fr: "les bénéficiaires d'une partie des dynamiques",
                en: "the beneficiaries of some of the dynamics",
            },
        ),
        (fact.results.is_empty(), Both { fr: "les indicateurs", en: "the indicators" }),
        (
            fact.results.iter().any(|result| result.target.is_none()),
            Both { fr: "la cible d'une partie des indicateurs", en: "the target of some of the indicators" },
        ),
        (fact.means.is_empty(), Both { fr: "les ressources", en: "the resources" }),
        (
            fact.means.iter().any(|means| means.only_actual > 0),
            Both {
                fr: "le prévu d'une partie des ressources",
                en: "what was planned of some of the resources",
            },
        ),
        (
            true,
            Both {
                fr: "les charges, directes et indirectes\u{a0}: les fiches ne les consignent pas",
                en: "costs, direct and indirect: records do not keep them",
            },
        ),
    ]
}
