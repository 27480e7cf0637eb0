//! What the records tell of each grant.

use crate::calendar::{DateRange, PartialDate};
use crate::network::DynamicRecord;
use crate::network::queries::grants::{Grant, GrantTerms};
use crate::records::{Common, List, SourceId, Word};
use crate::views::funder::facts::{DynamicFact, FunderFacts, GrantFact, ResultFact, RowFact};
use crate::views::funder::lacking::missing;
use crate::views::parts::filtered;
use crate::views::parts::means;
use crate::views::parts::periods::describe_period;
use crate::views::parts::provenance::Cited;
use crate::views::view::Question;

/// A record that tells of a grant: the one that answers for it, or a dynamic that it is for.
struct Teller<'n> {
    name: String,
    file: &'n str,
    common: &'n Common,
}

/// Gathers them.
pub fn gather(question: &Question) -> FunderFacts {
    let (network, years) = (question.network, means::years(question));
    let mut cited = Cited::none(network);
    let mut facts = Vec::new();
    for grant in network
        .grants()
        .filter(|grant| is_asked(question, grant, years))
    {
        facts.push(told(question, &grant, years, &mut cited));
    }
    let sources = cited.list(true);
    FunderFacts {
        period: years.to_string(),
        grants: facts,
        sources,
    }
}

/// Whether a grant is the one that was chosen; where none was, whether it holds in the years and
/// the place asked.
fn is_asked(question: &Question, grant: &Grant, years: DateRange) -> bool {
    let network = question.network;
    if let Some(chosen) = &question.grant {
        return grant.is(chosen);
    }
    let inside = question
        .territory
        .as_ref()
        .is_none_or(|wanted| network.lies_in(grant.record.home(), wanted));
    let for_theme = || {
        grant
            .dynamics(network, years)
            .iter()
            .any(|record| filtered(question, record))
    };
    inside
        && grant.period().overlaps(years)
        && (question.theme.is_none() || grant.agreement().is_some() || for_theme())
}

fn told<'n>(
    question: &Question<'n>,
    grant: &Grant<'n>,
    years: DateRange,
    cited: &mut Cited<'n>,
) -> GrantFact {
    let network = question.network;
    let mut dynamics = grant.dynamics(network, years);
    dynamics.retain(|record| filtered(question, record));
    let tellers = tellers(question, grant, &dynamics);
    let commons = tellers.iter().map(|teller| teller.common);
    let funder = grant.with(network);
    let sources = sources_of_grant(grant, cited);
    let mut fact = GrantFact {
        id: grant.id(),
        nature: if grant.call().is_some() {
            "call"
        } else {
            "agreement"
        },
        record: format!("{}/{}", grant.record.kind(), grant.record.id()),
        holder: tellers
            .first()
            .map(|teller| teller.name.clone())
            .unwrap_or_default(),
        territory_id: grant.record.home().to_string(),
        territory: network.territory_label(grant.record.home()),
        file: grant.record.file().to_string(),
        with: funder.map(|id| {
            network
                .actor(id)
                .map_or_else(|| id.to_owned(), crate::records::Record::name)
        }),
        subject: grant.subject().map(str::to_owned),
        period: describe_period(&grant.period(), question.language),
        days_given: days_given(grant.record.common(), years),
        amount: grant.amount(),
        // What an authority pays to dynamics is no part of its agreement; what answers a call is
        // written where it was answered.
        paid: paid(
            if grant.call().is_some() {
                &tellers[..1]
            } else {
                &tellers
            },
            funder,
            years,
        ),
        objectives: objectives(grant, &dynamics),
        results: results(question, &tellers, years, cited),
        means: means::facts(question, &network.accounts(&commons, years)),
        rows: rows(question, &tellers, years, cited),
        dynamics: dynamics
            .iter()
            .map(|record| dynamic(question, record, cited))
            .collect(),
        sources,
        ..GrantFact::default()
    };
    agreed(question, grant, &mut fact);
    fact.missing = missing(question, &fact);
    fact
}

/// What only an agreement or only a call tells.
fn agreed(question: &Question, grant: &Grant, fact: &mut GrantFact) {
    let (language, vocabulary) = (question.language, &question.network.vocabulary);
    let when = |when: Option<PartialDate>| when.map(|when| when.format(language));
    match grant.terms {
        GrantTerms::Agreement(_, agreement) => {
            fact.voted = when(agreement.voted);
            fact.days = agreement.days;
        }
        GrantTerms::Call(call) => {
            let label = |kind: &Word| {
                vocabulary
                    .label(List::Calls, kind.as_str(), language)
                    .to_owned()
            };
            fact.kind = call.kind.as_ref().map(label);
            fact.answered = when(call.answered);
            fact.granted = when(call.granted);
            fact.refused = when(call.refused);
            fact.report_by = when(call.report_by);
            fact.reported = when(call.reported);
            fact.asked = call.asked;
        }
    }
}

/// Who tells of it: the record that answers for it first, then the dynamics that it is for.
fn tellers<'n>(
    question: &Question<'n>,
    grant: &Grant<'n>,
    dynamics: &[&'n DynamicRecord],
) -> Vec<Teller<'n>> {
    let name = match grant.record.territory() {
        Some(territory) => question.network.territory_label(&territory.id),
        None => grant.record.name(),
    };
    let own = Teller {
        name,
        file: grant.record.file(),
        common: grant.record.common(),
    };
    let others = dynamics
        .iter()
        .filter(|record| record.file != *grant.record.file());
    let others = others.map(|record| Teller {
        name: record.name(),
        file: &record.file,
        common: &record.common,
    });
    std::iter::once(own).chain(others).collect()
}

fn objectives(grant: &Grant, dynamics: &[&DynamicRecord]) -> Vec<String> {
    let collective = grant
        .record
        .territory()
        .and_then(|territory| territory.body.collective.as_ref());
    let priorities = collective
        .into_iter()
        .flat_map(|collective| collective.priorities.clone());
    let needs = dynamics
        .iter()
        .flat_map(|record| record.body.purpose.needs.clone());
    let mut objectives: Vec<String> = Vec::new();
    for objective in priorities.chain(needs) {
        if !objectives.contains(&objective) {
            objectives.push(objective);
        }
    }
    objectives
}

/// Days of the network's work that a record tells.
fn days_given(common: &Common, years: DateRange) -> Option<f64> {
    let blocks = common.years_in(years);
    blocks
        .flat_map(|(_, block)| block.actions.values().copied())
        .reduce(|sum, days| sum + days)
}

/// Euros that came from a funder.
fn paid(tellers: &[Teller], funder: Option<&str>, years: DateRange) -> Option<f64> {
    let funder = funder?;
    let blocks = tellers
        .iter()
        .flat_map(|teller| teller.common.years_in(years));
    let rows = blocks
        .flat_map(|(_, block)| block.resources.values())
        .flat_map(|rows| &rows.0);
    let from_it = rows.filter(|row| {
        row.payer
            .as_ref()
            .is_some_and(|payer| payer.as_str() == funder)
    });
    from_it
        .filter_map(|row| row.actual)
        .reduce(|sum, euros| sum + euros)
}

fn dynamic<'n>(
    question: &Question<'n>,
    record: &'n DynamicRecord,
    cited: &mut Cited<'n>,
) -> DynamicFact {
    let network = question.network;
    let place = record.body.place.as_ref().unwrap_or(&record.home);
    let label = |word: &Word| {
        network
            .vocabulary
            .label(List::Stakeholders, word.as_str(), question.language)
            .to_owned()
    };
    DynamicFact {
        id: record.id.to_string(),
        name: record.name(),
        place: network.territory_label(place),
        period: describe_period(&record.body.period(), question.language),
        beneficiaries: record
            .body
            .purpose
            .identified_with
            .iter()
            .map(label)
            .collect(),
        partners: record.body.partners.len(),
        file: record.file.to_string(),
        sources: cited.all(&record.common),
    }
}

fn results<'n>(
    question: &Question<'n>,
    tellers: &[Teller<'n>],
    years: DateRange,
    cited: &mut Cited<'n>,
) -> Vec<ResultFact> {
    let vocabulary = &question.network.vocabulary;
    let mut results = Vec::new();
    for teller in tellers {
        for (year, block) in teller.common.years_in(years) {
            for (id, row) in &block.results {
                let gap = row
                    .value
                    .zip(row.target)
                    .map(|(value, target)| value - target);
                let share = gap.zip(row.target.filter(|target| *target > 0.0));
                let key = format!("years.{year}.results.{id}");
                results.push(ResultFact {
                    whose: teller.name.clone(),
                    year: year.to_owned(),
                    id: id.to_string(),
                    label: vocabulary
                        .label(List::Indicators, id.as_str(), question.language)
                        .to_owned(),
                    unit: vocabulary
                        .word(List::Indicators, id.as_str())
                        .and_then(|word| word.unit.clone()),
                    target: row.target,
                    value: row.value,
                    gap,
                    gap_share: share.map(|(gap, target)| gap / target),
                    file: teller.file.to_owned(),
                    sources: cited.of(teller.common, row.source.as_ref(), &key),
                });
            }
        }
    }
    results
}

fn rows<'n>(
    question: &Question<'n>,
    tellers: &[Teller<'n>],
    years: DateRange,
    cited: &mut Cited<'n>,
) -> Vec<RowFact> {
    let network = question.network;
    let name = |id: &str| {
        network
            .actor(id)
            .map_or_else(|| id.to_owned(), crate::records::Record::name)
    };
    let mut facts = Vec::new();
    for teller in tellers {
        for (year, block) in teller.common.years_in(years) {
            for (nature, rows) in &block.resources {
                let key = format!("years.{year}.resources.{nature}");
                facts.extend(rows.0.iter().map(|row| {
                    RowFact {
                        whose: teller.name.clone(),
                        year: year.to_owned(),
                        id: nature.to_string(),
                        label: network
                            .vocabulary
                            .label(List::Natures, nature.as_str(), question.language)
                            .to_owned(),
                        payer: row.payer.as_ref().map(|payer| name(payer.as_str())),
                        planned: row.planned,
                        actual: row.actual,
                        hours: row.hours,
                        file: teller.file.to_owned(),
                        sources: cited.of(teller.common, row.source.as_ref(), &key),
                    }
                }));
            }
        }
    }
    facts
}

/// The numbers of the sources of a grant: its own, else those of its record.
fn sources_of_grant<'n>(grant: &Grant<'n>, cited: &mut Cited<'n>) -> String {
    let (source, sources) = grant.sources();
    let source: Option<&SourceId> = source;
    if source.is_none() && !sources.is_empty() {
        return cited.numbers(sources);
    }
    let table = if grant.call().is_some() {
        "calls"
    } else {
        "agreements"
    };
    cited.of(
        grant.record.common(),
        source,
        &format!("{table}.{}", grant.key),
    )
}
