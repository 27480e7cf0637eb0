//! Grants for other programs: agreements and calls, dynamics, results, resources, missing data.

use std::collections::BTreeMap;

use crate::network::queries::grants::Grant;
use crate::records::Call;
use crate::views::funder::facts::{DynamicFact, FunderFacts, GrantFact};
use crate::views::parts::data::{Holder, resources, results, territory_name};
use crate::views::parts::means;
use crate::views::view::{DataBuilder, DataTable, Question, Value};

/// A grant in the report, and the agreement or the call that it is.
type Known<'f, 'n> = (&'f GrantFact, Grant<'n>);

/// Every table, that of the grants first.
pub fn tables(question: &Question, facts: &FunderFacts) -> Vec<DataTable> {
    let grants_by_record: BTreeMap<(String, String), Grant> =
        question.network.grants().map(with_record).collect();
    let known: Vec<Known> = facts
        .grants
        .iter()
        .filter_map(|fact| {
            let key = (fact.record.clone(), fact.id.clone());
            Some((fact, *grants_by_record.get(&key)?))
        })
        .collect();
    let holders = holders(question, &known);
    let years = means::years(question);
    vec![
        grants(question, &known),
        dynamics(question, facts),
        results(question, &holders, years),
        resources(question, &holders, years),
        missing(question, facts),
    ]
}

/// A grant by its record and its id: records of two kinds may share an id.
fn with_record(grant: Grant) -> ((String, String), Grant) {
    let (kind, id) = (grant.record.kind(), grant.record.id());
    ((format!("{kind}/{id}"), grant.id()), grant)
}

/// The record that holds each grant and the dynamics for which it is given, each once a grant.
fn holders<'n>(question: &Question<'n>, known: &[Known<'_, 'n>]) -> Vec<Holder<'n>> {
    let mut holders = Vec::new();
    for (fact, grant) in known {
        let own = Holder::of(grant.record).for_grant(&fact.id);
        let dynamics = fact
            .dynamics
            .iter()
            .filter(|dynamic| own.kind != "dynamic" || dynamic.id != own.id)
            .filter_map(|dynamic| question.network.dynamic(&dynamic.id))
            .map(|record| Holder::dynamic(record).for_grant(&fact.id));
        let dynamics: Vec<Holder> = dynamics.collect();
        holders.push(own);
        holders.extend(dynamics);
    }
    holders
}

fn grants(question: &Question, known: &[Known]) -> DataTable {
    let network = question.network;
    let table = question
        .data(
            "grants",
            "Conventions en vigueur et appels en cours",
            "Agreements in force and calls under way",
            known,
        )
        .column("convention_id", "grant_id", |(fact, _)| &fact.id)
        .named(
            "nature",
            "nature",
            |(fact, _)| fact.nature,
            |(fact, _)| match fact.nature {
                "call" => question.words("appel", "call"),
                _ => question.words("convention", "agreement"),
            },
        )
        .named(
            "type_appel",
            "kind_of_call",
            |(_, grant)| {
                grant
                    .call()
                    .and_then(|it| it.kind.as_ref().map(ToString::to_string))
            },
            |(fact, _)| &fact.kind,
        )
        .column("objet", "subject", |(fact, _)| &fact.subject)
        .named(
            "qui_en_répond",
            "holder",
            |(fact, _)| &fact.record,
            |(fact, _)| &fact.holder,
        )
        .named(
            "territoire",
            "territory",
            |(fact, _)| &fact.territory_id,
            |(fact, _)| territory_name(question, &fact.territory_id),
        )
        .named(
            "avec",
            "with",
            |(_, grant)| grant.with(network),
            |(fact, _)| &fact.with,
        )
        .period(|(_, grant)| Some(grant.period()));
    with_terms(table).build()
}

/// When a grant was answered and given, its days and its euros.
fn with_terms<'f, 'n: 'f>(table: DataBuilder<&'f Known<'f, 'n>>) -> DataBuilder<&'f Known<'f, 'n>> {
    table
        .column("répondu_le", "answered_on", |(_, grant)| {
            dated(grant, |call| call.answered.into())
        })
        .column("accordé_le", "granted_on", |(_, grant)| {
            dated(grant, |call| call.granted.into())
        })
        .column("refusé_le", "refused_on", |(_, grant)| {
            dated(grant, |call| call.refused.into())
        })
        .column("jours", "days", |(fact, _)| fact.days)
        .column("jours_donnés", "days_given", |(fact, _)| fact.days_given)
        .column("demandé_euros", "asked_euros", |(fact, _)| fact.asked)
        .column("montant_euros", "amount_euros", |(fact, _)| fact.amount)
        .column("versé_euros", "paid_euros", |(fact, _)| fact.paid)
        .column("dynamiques", "dynamics", |(fact, _)| fact.dynamics.len())
        .column("déduit", "inferred", |(_, grant)| {
            let agreement = grant.agreement().map(|agreement| agreement.inferred);
            agreement.or(grant.call().map(|call| call.inferred))
        })
        .column("fichier", "file", |(fact, _)| &fact.file)
}

/// A date of a call; nothing for an agreement.
fn dated(grant: &Grant, date: impl Fn(&Call) -> Value) -> Value {
    grant.call().map_or(Value::Nothing, date)
}

/// The dynamics for which each grant is given.
fn dynamics(question: &Question, facts: &FunderFacts) -> DataTable {
    let rows: Vec<(&GrantFact, &DynamicFact)> = facts
        .grants
        .iter()
        .flat_map(|grant| grant.dynamics.iter().map(move |dynamic| (grant, dynamic)))
        .collect();
    question
        .data(
            "dynamics",
            "Dynamiques de chaque convention ou appel",
            "Dynamics of each agreement or call",
            rows,
        )
        .column("convention_id", "grant_id", |(grant, _)| &grant.id)
        .named("dynamique", "dynamic", |(_, it)| &it.id, |(_, it)| &it.name)
        .column("lieu", "place", |(_, it)| &it.place)
        .period(|(_, it)| {
            let record = question.network.dynamic(&it.id)?;
            Some(record.body.period())
        })
        .named(
            "besoins_identifiés_avec",
            "needs_identified_with",
            |(_, it)| identified_with(question, it),
            |(_, it)| Value::several(&it.beneficiaries),
        )
        .column("partenaires", "partners", |(_, it)| it.partners)
        .column("fichier", "file", |(_, it)| &it.file)
        .build()
}

/// The ids of the stakeholders with whom the needs of a dynamic were identified.
fn identified_with(question: &Question, fact: &DynamicFact) -> Option<Value> {
    let record = question.network.dynamic(&fact.id)?;
    let with = record.body.purpose.identified_with.iter();
    Some(Value::several(with.map(ToString::to_string)))
}

/// What a funder asks for and no record holds, grant by grant.
fn missing(question: &Question, facts: &FunderFacts) -> DataTable {
    let rows: Vec<(&GrantFact, &String)> = facts
        .grants
        .iter()
        .flat_map(|grant| grant.missing.iter().map(move |what| (grant, what)))
        .collect();
    question
        .data("missing", "Non consigné", "Not recorded", rows)
        .column("convention_id", "grant_id", |(grant, _)| &grant.id)
        .column("ce_qui_manque", "missing", |(_, what)| what)
        .build()
}
