//! The facts of each grant, gathered from the records that state them.

use crate::calendar::{DateRange, PartialDate};
use crate::language::Language;
use crate::network::queries::grants::{Grant, GrantTerms};
use crate::network::{DynamicRecord, Network};
use crate::records::{Common, List, Precision, Resource, ResultRow, Word};
use crate::views::funder::facts::{DynamicFact, FunderFacts, GrantFact, ResourceFact, ResultFact};
use crate::views::funder::missing_data::missing_data;
use crate::views::parts::certainty;
use crate::views::parts::periods::{describe_period, period_of_dynamic};
use crate::views::parts::provenance::Cited;
use crate::views::parts::{filtered, means};
use crate::views::view::Question;

/// A record that states facts of a grant: the one that holds it, or a dynamic that it is for.
struct GrantRecord<'n> {
    name: String,
    file: &'n str,
    common: &'n Common,
}

/// Gathers the grants that the question asks for.
pub fn gather(question: &Question) -> FunderFacts {
    let years = means::years(question);
    let mut cited = Cited::none(question.network);
    let grants = question
        .network
        .grants()
        .filter(|grant| is_asked_for(question, grant, years))
        .map(|grant| grant_fact(question, &grant, years, &mut cited))
        .collect();
    FunderFacts {
        period: years.to_string(),
        grants,
        sources: cited.list(true),
    }
}

/// Whether a grant is the one that was chosen; if none was, whether it is in force in the years and
/// in the territory asked for, and has a dynamic of the theme asked for.
fn is_asked_for(question: &Question, grant: &Grant, years: DateRange) -> bool {
    if let Some(chosen) = &question.grant {
        return grant.is(chosen);
    }
    // An agreement is for the whole territory, so that it is shown for any theme.
    let any_theme = question.theme.is_none() || grant.agreement().is_some();
    question.covers(grant.record.home())
        && grant.period().overlaps(years)
        && (any_theme || has_dynamic_asked_for(question, grant, years))
}

fn has_dynamic_asked_for(question: &Question, grant: &Grant, years: DateRange) -> bool {
    grant
        .dynamics(question.network, years)
        .iter()
        .any(|dynamic| filtered(question, dynamic))
}

fn grant_fact<'n>(
    question: &Question<'n>,
    grant: &Grant<'n>,
    years: DateRange,
    cited: &mut Cited<'n>,
) -> GrantFact {
    let network = question.network;
    let is_refused = is_refused(grant);
    let mut dynamics = grant.dynamics(network, years);
    dynamics.retain(|record| !is_refused && filtered(question, record));
    let holder = holder(network, grant);
    let name = holder.name.clone();
    let mut records = if is_refused { Vec::new() } else { vec![holder] };
    records.extend(other_records(grant, &dynamics));
    let commons = records.iter().map(|record| record.common);
    let funder = grant.with(network);
    // Sources are numbered in the order of these calls, which is that of the printed report.
    let sources = sources_of_grant(grant, cited);
    let results = results(question, &records, years, cited);
    let mut fact = GrantFact {
        id: grant.id(),
        nature: if grant.call().is_some() {
            "call"
        } else {
            "agreement"
        },
        record: format!("{}/{}", grant.record.kind(), grant.record.id()),
        holder: name,
        territory_id: grant.record.home().to_string(),
        territory: network.territory_label(grant.record.home()),
        file: grant.record.file().to_string(),
        with: funder.map(|id| network.actor_name(id)),
        subject: grant.subject().map(str::to_owned),
        period: describe_period(&grant.period(), question.language),
        days_given: days_given(grant.record.common(), years),
        amount: grant.amount(),
        inferred: grant.is_inferred(),
        paid: paid_to_holder(network, grant, &records, funder, years),
        paid_to_others: paid_to_others(grant, &records, funder, years),
        objectives: objectives(grant, &dynamics),
        results,
        means: means::facts(question, &network.accounts(&commons, years)),
        rows: resources(question, &records, years, cited),
        dynamics: dynamics
            .iter()
            .map(|record| dynamic_fact(question, record, cited))
            .collect(),
        sources,
        ..GrantFact::default()
    };
    add_terms(question, grant, &mut fact);
    fact.missing = missing_data(question, &fact);
    fact
}

/// Whether a grant is a call that was refused. Nothing was done by it: what the records hold was
/// done without it.
fn is_refused(grant: &Grant) -> bool {
    grant.call().is_some_and(|call| call.refused.is_some())
}

/// Adds the terms that only an agreement has, or only a call.
fn add_terms(question: &Question, grant: &Grant, fact: &mut GrantFact) {
    let language = question.language;
    match grant.terms {
        GrantTerms::Agreement(_, agreement) => {
            fact.voted = describe(agreement.voted, language);
            fact.days = agreement.days;
        }
        GrantTerms::Call(call) => {
            fact.kind = call
                .kind
                .as_ref()
                .map(|kind| question.label(List::Calls, kind.as_str()));
            fact.answered = describe(call.answered, language);
            fact.granted = describe(call.granted, language);
            fact.refused = describe(call.refused, language);
            fact.report_by = describe(call.report_by, language);
            fact.reported = describe(call.reported, language);
            fact.asked = call.asked;
        }
    }
}

/// A date in words.
fn describe(date: Option<PartialDate>, language: Language) -> Option<String> {
    date.map(|date| date.format(language))
}

/// The record that holds a grant.
fn holder<'n>(network: &'n Network, grant: &Grant<'n>) -> GrantRecord<'n> {
    let record = grant.record;
    let name = match record.territory() {
        Some(territory) => network.territory_label(&territory.id),
        None => record.name(),
    };
    GrantRecord {
        name,
        file: record.file(),
        common: record.common(),
    }
}

/// The records of the dynamics that a grant is for, except the one that holds the grant itself.
fn other_records<'n>(
    grant: &Grant<'n>,
    dynamics: &[&'n DynamicRecord],
) -> impl Iterator<Item = GrantRecord<'n>> {
    dynamics
        .iter()
        .filter(|record| record.file != *grant.record.file())
        .map(|record| GrantRecord {
            name: record.name(),
            file: &record.file,
            common: &record.common,
        })
}

/// Euros that the funder paid to the one who answers for a grant: to the record that holds a call,
/// or, of an agreement, to the network itself.
fn paid_to_holder(
    network: &Network,
    grant: &Grant,
    records: &[GrantRecord],
    funder: Option<&str>,
    years: DateRange,
) -> Option<f64> {
    let holder = if grant.call().is_some() {
        records.first().map(|record| record.common)
    } else {
        network.own_actor().map(|record| &*record.common)
    };
    paid(holder.into_iter(), funder?, years)
}

/// Euros that the authority of an agreement paid to the territory and to its dynamics.
fn paid_to_others(
    grant: &Grant,
    records: &[GrantRecord],
    funder: Option<&str>,
    years: DateRange,
) -> Option<f64> {
    grant.agreement()?;
    paid(records.iter().map(|record| record.common), funder?, years)
}

/// Priorities of the territory's collective, then needs of the dynamics, each once; none of a
/// refused call.
fn objectives(grant: &Grant, dynamics: &[&DynamicRecord]) -> Vec<String> {
    let territory = grant.record.territory().filter(|_| !is_refused(grant));
    let priorities = territory
        .and_then(|territory| territory.body.collective.as_ref())
        .into_iter()
        .flat_map(|collective| &collective.priorities);
    let needs = dynamics
        .iter()
        .flat_map(|record| &record.body.purpose.needs);
    let mut objectives: Vec<String> = Vec::new();
    for objective in priorities.chain(needs) {
        if !objectives.contains(objective) {
            objectives.push(objective.clone());
        }
    }
    objectives
}

/// Days of the network's work that a record gives; `None` if it gives no days at all.
fn days_given(common: &Common, years: DateRange) -> Option<f64> {
    common
        .years_in(years)
        .flat_map(|(_, block)| block.actions.values().copied())
        .reduce(|sum, days| sum + days)
}

/// Euros that records had from a funder; `None` if no resource row names it as its payer.
fn paid<'c>(
    records: impl Iterator<Item = &'c Common>,
    funder: &str,
    years: DateRange,
) -> Option<f64> {
    records
        .flat_map(|common| common.years_in(years))
        .flat_map(|(_, block)| block.resources.values())
        .flat_map(|rows| &rows.0)
        .filter(|row| is_paid_by(row, funder))
        .filter_map(|row| row.actual)
        .reduce(|sum, euros| sum + euros)
}

fn is_paid_by(row: &Resource, funder: &str) -> bool {
    row.payer
        .as_ref()
        .is_some_and(|payer| payer.as_str() == funder)
}

fn dynamic_fact<'n>(
    question: &Question<'n>,
    record: &'n DynamicRecord,
    cited: &mut Cited<'n>,
) -> DynamicFact {
    let body = &record.body;
    let place = body.place.as_ref().unwrap_or(&record.home);
    DynamicFact {
        id: record.id.to_string(),
        name: record.name(),
        place: question.network.territory_label(place),
        period: period_of_dynamic(record, question.language),
        beneficiaries: body
            .purpose
            .identified_with
            .iter()
            .map(|word| question.label(List::Stakeholders, word.as_str()))
            .collect(),
        partners: body.partners.len(),
        file: record.file.to_string(),
        sources: cited.all(&record.common),
    }
}

/// The results that the records give, by record, by year, then by indicator.
fn results<'n>(
    question: &Question<'n>,
    records: &[GrantRecord<'n>],
    years: DateRange,
    cited: &mut Cited<'n>,
) -> Vec<ResultFact> {
    let mut results = Vec::new();
    for record in records {
        for (year, block) in record.common.years_in(years) {
            for (indicator, row) in &block.results {
                let key = format!("years.{year}.results.{indicator}");
                let sources = cited.of(record.common, row.source.as_ref(), &key);
                let table = format!("years.{year}.results");
                results.push(ResultFact {
                    inferred: record
                        .common
                        .infers_row(&table, indicator.as_str(), row.inferred),
                    holder: record.name.clone(),
                    year: year.to_owned(),
                    file: record.file.to_owned(),
                    sources,
                    ..result(question, indicator, row)
                });
            }
        }
    }
    results
}

/// The result of an indicator, without its record and its year.
fn result(question: &Question, indicator: &Word, row: &ResultRow) -> ResultFact {
    // Of a value that is not exact, the gap would look more precise than it is.
    let gap = row
        .value
        .filter(|_| row.is == Precision::Exact)
        .zip(row.target)
        .map(|(value, target)| value - target);
    ResultFact {
        id: indicator.to_string(),
        label: question.label(List::Indicators, indicator.as_str()),
        unit: question
            .network
            .vocabulary
            .word(List::Indicators, indicator.as_str())
            .and_then(|word| word.unit.as_ref()?.get(question.language))
            .map(str::to_owned),
        target: row.target,
        value: row.value,
        precision: certainty::name_of(row.is),
        is: row.is,
        gap,
        gap_share: gap
            .zip(row.target.filter(|target| *target > 0.0))
            .map(|(gap, target)| gap / target),
        ..ResultFact::default()
    }
}

/// The resources that the records give, by record, by year, then by nature.
fn resources<'n>(
    question: &Question<'n>,
    records: &[GrantRecord<'n>],
    years: DateRange,
    cited: &mut Cited<'n>,
) -> Vec<ResourceFact> {
    let mut resources = Vec::new();
    for record in records {
        for (year, block) in record.common.years_in(years) {
            for (nature, rows) in &block.resources {
                let key = format!("years.{year}.resources.{nature}");
                for row in &rows.0 {
                    let sources = cited.of(record.common, row.source.as_ref(), &key);
                    resources.push(ResourceFact {
                        inferred: row.inferred || record.common.infers(&key),
                        holder: record.name.clone(),
                        year: year.to_owned(),
                        file: record.file.to_owned(),
                        sources,
                        ..resource(question, nature, row)
                    });
                }
            }
        }
    }
    resources
}

/// A resource, without its record and its year.
fn resource(question: &Question, nature: &Word, row: &Resource) -> ResourceFact {
    ResourceFact {
        id: nature.to_string(),
        label: question.label(List::Natures, nature.as_str()),
        payer: row
            .payer
            .as_ref()
            .map(|payer| question.network.actor_name(payer.as_str())),
        planned: row.planned,
        actual: row.actual,
        hours: row.hours,
        ..ResourceFact::default()
    }
}

/// The numbers of the sources of a grant: its own, else those of its record.
fn sources_of_grant<'n>(grant: &Grant<'n>, cited: &mut Cited<'n>) -> String {
    let (source, sources) = grant.sources();
    if source.is_none() && !sources.is_empty() {
        return cited.numbers(sources);
    }
    let table = if grant.call().is_some() {
        "calls"
    } else {
        "agreements"
    };
    let key = format!("{table}.{}", grant.key);
    cited.of(grant.record.common(), source, &key)
}
