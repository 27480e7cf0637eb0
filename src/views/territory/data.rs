//! The sheet of a territory for other programs: dynamics, partners, stages, agreements.

use crate::calendar::PartialDate;
use crate::network::DynamicRecord;
use crate::records::{ActorId, Agreement, Collective, List, Partner, TerritoryId};
use crate::views::parts::data::{self, precision, role_ids, role_labels};
use crate::views::territory::facts::{DynamicFact, StageFact, TerritoryFacts};
use crate::views::view::{DataTable, Question, Value};

/// Every table, that of the dynamics first.
pub fn tables(question: &Question, id: &TerritoryId, facts: &TerritoryFacts) -> Vec<DataTable> {
    vec![
        dynamics(question, facts),
        partners(question, facts),
        stages(question, facts),
        collective(question, id),
        data::observations(question, &facts.observations),
        agreements(question, id),
        inside(question, facts),
    ]
}

fn dynamics(question: &Question, facts: &TerritoryFacts) -> DataTable {
    let network = question.network;
    let record = |fact: &DynamicFact| network.dynamic(&fact.id);
    question
        .data(
            "dynamics",
            "Les dynamiques",
            "The dynamics",
            &facts.dynamics,
        )
        .column("numéro", "number", |fact| fact.number)
        .named("dynamique", "dynamic", |fact| &fact.id, |fact| &fact.name)
        .named(
            "thématique",
            "theme",
            |fact| &fact.theme_id,
            |fact| &fact.theme,
        )
        .column("thématique_déduite", "theme_inferred", |fact| {
            record(fact).map(|record| record.common.infers("theme"))
        })
        .period(|fact| record(fact).map(|record| record.body.period()))
        .column("achèvement_id", "end_id", |fact| {
            record(fact).and_then(|record| record.body.ended.as_ref().map(ToString::to_string))
        })
        .column("achèvement", "end", |fact| &fact.ended)
        .column("partenaires", "partners", |fact| fact.partners)
        .column("fichier", "file", |fact| &fact.file)
        .build()
}

/// Who does what in these dynamics: a row for each partnership.
fn partners(question: &Question, facts: &TerritoryFacts) -> DataTable {
    let network = question.network;
    let mut rows: Vec<(&DynamicRecord, &ActorId, &Partner)> = Vec::new();
    for dynamic in facts
        .dynamics
        .iter()
        .filter_map(|fact| network.dynamic(&fact.id))
    {
        rows.extend(
            dynamic
                .body
                .partners
                .iter()
                .map(|(id, it)| (dynamic, id, it)),
        );
    }
    question
        .data(
            "partners",
            "Qui fait quoi dans quelle dynamique",
            "Who does what in which dynamic",
            rows,
        )
        .named(
            "dynamique",
            "dynamic",
            |(dynamic, ..)| dynamic.id.as_str(),
            |(dynamic, ..)| dynamic.name(),
        )
        .named(
            "acteur",
            "actor",
            |(_, id, _)| id.as_str(),
            |(_, id, partner)| {
                let name = partner.name.clone();
                name.unwrap_or_else(|| network.actor_name(id.as_str()))
            },
        )
        .named(
            "rôle",
            "role",
            |(.., partner)| role_ids(partner),
            |(.., partner)| role_labels(question, partner),
        )
        .period(|(.., partner)| Some(partner.period()))
        .column("déduit", "inferred", |(dynamic, id, partner)| {
            partner.inferred || dynamic.common.infers(&format!("partners.{id}"))
        })
        .build()
}

/// A stage and one of the dates on which it was reached; none for a stage that was not.
fn stages(question: &Question, facts: &TerritoryFacts) -> DataTable {
    let mut rows: Vec<(&StageFact, Option<&str>)> = Vec::new();
    for stage in &facts.stages {
        let dates = stage
            .reached
            .iter()
            .map(|date| (stage, Some(date.as_str())));
        rows.extend(dates);
        if stage.reached.is_empty() {
            rows.push((stage, None));
        }
    }
    question
        .data(
            "stages",
            "Les étapes du processus, franchies ou non",
            "The stages of the process, reached or not",
            rows,
        )
        .column("étape_numéro", "stage_number", |(stage, _)| stage.number)
        .named(
            "étape",
            "stage",
            |(stage, _)| stage_id(question, stage.number),
            |(stage, _)| {
                let id = stage_id(question, stage.number)?;
                Some(question.label(List::Stages, &id))
            },
        )
        .column("franchie", "reached", |(_, date)| date.is_some())
        .column("date", "date", |(_, date)| date.map(Value::date))
        .column("déduite", "inferred", |(stage, date)| {
            date.map(|_| stage.inferred)
        })
        .column("ce_qui_le_montre", "evidence", |(stage, _)| &stage.evidence)
        .build()
}

/// The id of a stage by its number.
fn stage_id(question: &Question, number: usize) -> Option<String> {
    let stages = question.network.vocabulary.list(List::Stages);
    let (id, _) = stages.iter().nth(number.checked_sub(1)?)?;
    Some(id.clone())
}

/// The collective, with the precision of its size.
fn collective(question: &Question, id: &TerritoryId) -> DataTable {
    let network = question.network;
    let record = network.territory(id.as_str());
    let collective: Option<&Collective> = record.and_then(|it| it.body.collective.as_ref());
    question
        .data("collective", "Le collectif", "The collective", collective)
        .named(
            "collectif",
            "collective",
            |it| it.actor.as_ref().map(ToString::to_string),
            |it| {
                let actor = it.actor.as_ref();
                let name = it.name.clone();
                name.or_else(|| actor.map(|id| network.actor_name(id.as_str())))
            },
        )
        .column("formé", "formed", |it| it.formed)
        .column("taille", "size", |it| {
            it.size.as_ref().map(|size| size.value)
        })
        .column("taille_précision", "size_precision", |it| {
            it.size.as_ref().map(|size| precision(size.is))
        })
        .column("déduit", "inferred", |_| {
            record.is_some_and(|it| it.common.infers("collective"))
        })
        .column("membres_id", "member_ids", |it| {
            Value::several(it.members.iter().map(ActorId::as_str))
        })
        .build()
}

/// The agreements of the territory, by key.
fn agreements(question: &Question, id: &TerritoryId) -> DataTable {
    let network = question.network;
    let record = network.territory(id.as_str());
    let agreements = record.into_iter().flat_map(|it| it.body.agreements.iter());
    let authority = record.and_then(|record| network.authority_of(record));
    let with = |it: &Agreement| match &it.with {
        Some(id) => Some(id.to_string()),
        None => authority.map(|record| record.id.to_string()),
    };
    question
        .data(
            "agreements",
            "Les conventions",
            "The agreements",
            agreements,
        )
        .column("convention_id", "agreement_id", |(key, _)| key.clone())
        .column("objet", "subject", |(_, it)| &it.subject)
        .named(
            "avec",
            "with",
            |(_, it)| with(it),
            |(_, it)| with(it).map(|id| network.actor_name(&id)),
        )
        .column("début", "from", |(_, it)| it.from)
        .column("fin", "to", |(_, it)| it.to)
        .column("votée", "voted", |(_, it)| it.voted)
        .column("en_vigueur", "in_force", |(_, it)| {
            it.period().overlaps(question.asked)
        })
        .column("jours", "days", |(_, it)| it.days)
        .column("montant_euros", "amount_euros", |(_, it)| it.amount)
        .column("déduite", "inferred", |(key, it)| {
            it.inferred
                || record.is_some_and(|record| record.common.infers(&format!("agreements.{key}")))
        })
        .build()
}

/// The followed territories inside this one.
fn inside(question: &Question, facts: &TerritoryFacts) -> DataTable {
    let network = question.network;
    let current = |id: &str| {
        let record = network.territory(id)?;
        let progress = network.territory_progress(record, question.asked.last);
        progress
            .current()
            .map(|step| (step.id.to_owned(), step.when))
    };
    let stage = |id: &str| current(id).map(|(stage, _)| stage);
    let since = |id: &str| -> Option<PartialDate> { current(id).map(|(_, when)| when) };
    question
        .data(
            "inside",
            "Territoires suivis à l'intérieur",
            "Territories followed inside it",
            &facts.inside,
        )
        .named(
            "territoire",
            "territory",
            |fact| &fact.id,
            |fact| data::territory_name(question, &fact.id),
        )
        .named(
            "étape",
            "stage",
            |fact| stage(&fact.id),
            |fact| stage(&fact.id).map(|id| question.label(List::Stages, &id)),
        )
        .column("étape_depuis", "stage_since", |fact| since(&fact.id))
        .column("dynamiques", "dynamics", |fact| fact.dynamics)
        .build()
}
