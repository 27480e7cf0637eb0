//! The records that would change sides under a proposal: one by one, by theme, by territory.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::language::Bilingual;
use crate::records::List;
use crate::say;
use crate::views::charter_tools::outcomes::{EvaluatedRecord, evaluation_day};
use crate::views::parts::Alphabet;
use crate::views::view::{Question, Table};

/// A record whose verdict would change under a criterion.
#[derive(Serialize)]
pub struct SideChange {
    /// Id of the criterion.
    pub criterion: String,
    /// Kind of the record.
    pub kind: &'static str,
    /// Id of the record.
    pub id: String,
    /// Name of the record.
    pub name: String,
    /// Territory of the record, by its label.
    pub territory: String,
    /// Theme of a dynamic, by its short label.
    pub theme: Option<String>,
    /// Whether the record passes today and would fail; otherwise, the reverse.
    pub would_fail: bool,
    /// Whether a waiver in force excuses the record from the criterion.
    pub excused: bool,
}

/// The change of side of a record under a criterion.
pub fn side_change(
    question: &Question,
    criterion: &str,
    record: &EvaluatedRecord,
    would_fail: bool,
) -> SideChange {
    SideChange {
        criterion: criterion.to_owned(),
        kind: record.subject().name(),
        id: record.id.clone(),
        name: record.name.clone(),
        territory: question.network.territory_label(record.home),
        theme: record
            .theme
            .map(|theme| question.short_label(List::Themes, theme.as_str())),
        would_fail,
        excused: record.is_excused(criterion, evaluation_day(question)),
    }
}

/// The records one by one; with the criterion, if the proposal changes several.
pub fn one_by_one(question: &Question, changes: &[SideChange], several_criteria: bool) -> Table {
    let mut table = question
        .table(
            "Fiches qui changeraient de côté",
            "Records that would change sides",
            changes,
        )
        .column("passage", "change", |change| direction(question, change))
        .column("fiche", "record", |change| &change.name)
        .column("territoire", "territory", |change| &change.territory)
        .column("thématique", "theme", |change| &change.theme)
        .column("identifiant", "id", |change| &change.id);
    if several_criteria {
        table = table.column("critère", "criterion", |change| &change.criterion);
    }
    table.build()
}

const PASSES_TO_FAILS: Bilingual = Bilingual {
    fr: "en règle → en défaut",
    en: "passes → fails",
};

const FAILS_TO_PASSES: Bilingual = Bilingual {
    fr: "en défaut → en règle",
    en: "fails → passes",
};

/// The verdict today and under the proposal, and whether a waiver excuses the record.
fn direction(question: &Question, change: &SideChange) -> String {
    let direction = if change.would_fail {
        PASSES_TO_FAILS
    } else {
        FAILS_TO_PASSES
    };
    let direction = direction.get(question.language);
    if change.excused {
        let waived = question.words("dispensée", "waived");
        format!("{direction} ({waived})")
    } else {
        direction.to_owned()
    }
}

/// The numbers of records that would change sides, by theme.
pub fn by_theme(question: &Question, changes: &[SideChange]) -> Table {
    let without_theme = question.words("sans", "none");
    let groups = count_by(changes, |change| {
        change.theme.as_ref().unwrap_or(&without_theme)
    });
    let heading = Bilingual {
        fr: "thématique",
        en: "theme",
    };
    grouped(question, groups, heading)
}

/// The numbers of records that would change sides, by territory.
pub fn by_territory(question: &Question, changes: &[SideChange]) -> Table {
    let heading = Bilingual {
        fr: "territoire",
        en: "territory",
    };
    grouped(
        question,
        count_by(changes, |change| &change.territory),
        heading,
    )
}

/// The numbers of records that would change sides, in each direction.
#[derive(Default)]
struct DirectionCounts {
    would_fail: usize,
    would_pass: usize,
}

fn count_by<'a>(
    changes: &'a [SideChange],
    group_of: impl Fn(&'a SideChange) -> &'a str,
) -> BTreeMap<&'a str, DirectionCounts> {
    let mut groups: BTreeMap<&str, DirectionCounts> = BTreeMap::new();
    for change in changes {
        let counts = groups.entry(group_of(change)).or_default();
        if change.would_fail {
            counts.would_fail += 1;
        } else {
            counts.would_pass += 1;
        }
    }
    groups
}

fn grouped(
    question: &Question,
    groups: BTreeMap<&str, DirectionCounts>,
    heading: Bilingual,
) -> Table {
    let language = question.language;
    // The map orders names by their bytes: É would come after Z.
    let alphabet = Alphabet::new();
    let mut rows: Vec<(&str, DirectionCounts)> = groups.into_iter().collect();
    rows.sort_by(|(name, _), (other_name, _)| alphabet.compare(name, other_name));
    let group = heading.get(language);
    let caption = say!(language, fr: "Passages, par {group}", en: "Changes of side, by {group}");
    Table::of(language, caption, &rows)
        .column_named(group, |(name, _)| *name)
        .total(question.words("total", "total"))
        .column_named(PASSES_TO_FAILS.get(language), |(_, counts)| {
            counts.would_fail
        })
        .sum()
        .column_named(FAILS_TO_PASSES.get(language), |(_, counts)| {
            counts.would_pass
        })
        .sum()
        .build()
}
