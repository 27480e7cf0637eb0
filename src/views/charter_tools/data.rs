//! The records that would change sides under a proposal, for other programs.

use crate::network::RecordRef;
use crate::records::List;
use crate::views::charter_tools::side_changes::SideChange;
use crate::views::view::{DataTable, Question};

/// A row for each record and criterion.
pub fn side_changes(question: &Question, changes: &[SideChange]) -> DataTable {
    let network = question.network;
    let theme = |change: &SideChange| {
        let dynamic = network.dynamic(&change.id)?;
        (change.kind == "dynamic").then(|| dynamic.body.theme.clone())?
    };
    question
        .data(
            "changes",
            "Fiches qui changeraient de côté",
            "Records that would change sides",
            changes,
        )
        .column("critère_id", "criterion_id", |change| &change.criterion)
        .named(
            "passage",
            "change",
            |change| {
                if change.would_fail {
                    "would-fail"
                } else {
                    "would-pass"
                }
            },
            |change| match change.would_fail {
                true => question.words("passerait en défaut", "would fail"),
                false => question.words("passerait en règle", "would pass"),
            },
        )
        .column("type_de_fiche", "record_kind", |change| change.kind)
        .named(
            "fiche",
            "record",
            |change| &change.id,
            |change| &change.name,
        )
        .named(
            "territoire",
            "territory",
            |change| home(question, change).map(|record| record.home().to_string()),
            |change| home(question, change).map(|it| network.territory_name(it.home())),
        )
        .named(
            "thématique",
            "theme",
            |change| theme(change).map(|id| id.to_string()),
            |change| theme(change).map(|id| question.label(List::Themes, id.as_str())),
        )
        .column("dispensée", "excused", |change| change.excused)
        .build()
}

/// The record of a change.
fn home<'n>(question: &Question<'n>, change: &SideChange) -> Option<RecordRef<'n>> {
    let network = question.network;
    match change.kind {
        "territory" => network.territory(&change.id).map(RecordRef::Territory),
        "actor" => network.actor(&change.id).map(RecordRef::Actor),
        _ => network.dynamic(&change.id).map(RecordRef::Dynamic),
    }
}
