//! The records that would change sides under a proposal, for other programs.

use crate::network::RecordRef;
use crate::records::{List, ThemeId};
use crate::views::charter_tools::side_changes::SideChange;
use crate::views::view::{DataTable, Question};

/// A row for each record and criterion.
pub fn side_changes(question: &Question, changes: &[SideChange]) -> DataTable {
    let network = question.network;
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
            |change| {
                if change.would_fail {
                    question.words("passerait en défaut", "would fail")
                } else {
                    question.words("passerait en règle", "would pass")
                }
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
            |change| theme(question, change).map(ToString::to_string),
            |change| theme(question, change).map(|id| question.label(List::Themes, id.as_str())),
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

/// The theme of a dynamic.
fn theme<'n>(question: &Question<'n>, change: &SideChange) -> Option<&'n ThemeId> {
    let dynamic = question.network.dynamic(&change.id);
    let dynamic = dynamic.filter(|_| change.kind == "dynamic")?;
    dynamic.body.theme.as_ref()
}
