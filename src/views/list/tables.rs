//! Records of a kind as people read them in a table.

use crate::network::{ActorRecord, DynamicRecord, PublishedRecord, StageProgress, TerritoryRecord};
use crate::records::{List, Membership};
use crate::say;
use crate::views::parts::countability::describe_countability;
use crate::views::parts::periods::periods_with_semicolons;
use crate::views::view::{Cell, Question, Table};

pub fn territories(question: &Question, records: &[&TerritoryRecord]) -> Table {
    let network = question.network;
    question
        .table("Territoires", "Territories", records.iter().copied())
        .column("identifiant", "id", |record| record.id.to_string())
        .unfolded()
        .column("nom", "name", TerritoryRecord::name)
        .column("type", "kind", |record| {
            question.label(List::TerritoryKinds, record.body.kind.as_str())
        })
        .column("habitants", "inhabitants", |record| {
            network.area_of(record).and_then(|area| area.population)
        })
        .column("dynamiques", "dynamics", |record| {
            network.dynamics_of(&record.id).count()
        })
        .column("étape", "stage", |record| {
            stage(
                question,
                &network.territory_progress(record, question.asked.last),
            )
        })
        .build()
}

pub fn actors(question: &Question, records: &[&ActorRecord]) -> Table {
    let network = question.network;
    question
        .table("Acteurs", "Actors", records.iter().copied())
        .column("identifiant", "id", |record| record.id.to_string())
        .unfolded()
        .column("nom", "name", ActorRecord::name)
        .column("type", "kind", |record| {
            question.label(List::ActorKinds, record.body.kind.as_str())
        })
        .column("territoire", "territory", |record| {
            network.territory_label(&record.home)
        })
        // A text even if it is empty: in JSON, a reader finds a string in every row.
        .column("adhésion", "membership", |record| {
            Cell::Text(membership(record))
        })
        .build()
}

/// The periods of an actor's membership, as the record writes them.
fn membership(record: &ActorRecord) -> String {
    let memberships = record.body.member.0.iter();
    let periods: Vec<_> = memberships.map(Membership::period).collect();
    periods_with_semicolons(&periods)
}

pub fn dynamics(question: &Question, records: &[&DynamicRecord]) -> Table {
    let (network, language) = (question.network, question.language);
    question
        .table("Dynamiques", "Dynamics", records.iter().copied())
        .column("identifiant", "id", |record| record.id.to_string())
        .unfolded()
        .column("territoire", "territory", |record| {
            network.territory_label(&record.home)
        })
        .column("période", "period", |record| {
            Cell::Text(record.body.period().to_string())
        })
        .column("partenaires", "partners", |record| {
            record.body.partners.len()
        })
        .column("étape", "stage", |record| {
            stage(
                question,
                &network.dynamic_progress(record, question.asked.last),
            )
        })
        .column("comptée", "counts", |record| {
            describe_countability(network.countability(record)).get(language)
        })
        .column("thématique", "theme", |record| {
            let theme = record.body.theme.as_ref()?;
            Some(question.short_label(List::Themes, theme.as_str()))
        })
        .column("nom", "name", DynamicRecord::name)
        .build()
}

/// The stage reached last, and whether the writer inferred it.
fn stage(question: &Question, progress: &StageProgress) -> Option<String> {
    let stage = progress.current()?;
    let label = question.short_label(List::Stages, stage.id);
    Some(if stage.inferred {
        say!(question.language, fr: "{label} (déduite)", en: "{label} (inferred)")
    } else {
        label
    })
}

pub fn published(question: &Question, records: &[&PublishedRecord]) -> Table {
    question
        .table(
            "Chiffres publiés",
            "Published figures",
            records.iter().copied(),
        )
        .column("identifiant", "id", |record| record.id.to_string())
        .unfolded()
        .column("nom", "name", PublishedRecord::name)
        .column("période", "period", |record| Cell::Text(date(record)))
        .column("chiffres", "figures", |record| {
            record.body.figures.len() + record.body.dynamics_by_theme.len()
        })
        .build()
}

/// The date of published figures, as the record writes it; empty where it has none.
pub fn date(record: &PublishedRecord) -> String {
    let date = record.body.at;
    date.map_or_else(String::new, |date| date.to_string())
}
