//! The box of figures of a territory's sheet.

use crate::geography::{self, Area, AreaLevel};
use crate::network::{Countability, DynamicRecord, Network};
use crate::records::TerritoryId;
use crate::views::parts::days_in_words;
use crate::views::parts::periods::describe_periods;
use crate::views::view::Question;

/// The box of figures: numbers of the official tables and of the records, with their labels.
pub fn figures(
    question: &Question,
    id: &TerritoryId,
    dynamics: &[&DynamicRecord],
) -> Vec<(String, String)> {
    let (network, language) = (question.network, question.language);
    let area = network.area_named(id);
    let rows = [
        (
            question.words("habitants", "inhabitants"),
            area.and_then(|area| area.population)
                .map(|people| language.number(people)),
        ),
        (
            question.words("communes", "communes"),
            area.and_then(number_of_communes)
                .map(|count| language.number(count)),
        ),
        (
            question.words("suivi par le réseau", "followed by the network"),
            network
                .territory(id.as_str())
                .map(|record| describe_periods(&record.body.followed.0, language))
                .filter(|text| !text.is_empty()),
        ),
        (
            question.words("dynamiques comptées, en vie", "dynamics counted, alive"),
            Some(with_days(question, active(question, dynamics))),
        ),
        (
            question.words(
                "dynamiques comptées, dans cette fiche",
                "dynamics counted, in this sheet",
            ),
            Some(language.number(counted(network, dynamics))),
        ),
        (
            question.words("adhérents implantés ici", "members based here"),
            Some(with_days(
                question,
                network.members_inside(id, question.asked).count() as u64,
            )),
        ),
    ];
    rows.into_iter()
        .filter_map(|(label, value)| Some((label, value?)))
        .collect()
}

/// The number of communes of an area; `None` for a commune, and for an area of a single one.
fn number_of_communes(area: Area) -> Option<u64> {
    if area.level >= AreaLevel::Commune {
        return None;
    }
    let communes = geography::communes_of(&area).len() as u64;
    (communes > 1).then_some(communes)
}

/// A count with the days asked for: `12 (2024)`.
fn with_days(question: &Question, count: u64) -> String {
    let count = question.language.number(count);
    format!("{count} ({})", days_in_words(question))
}

/// The number of the sheet's dynamics that count and are active on some day asked for.
fn active(question: &Question, dynamics: &[&DynamicRecord]) -> u64 {
    dynamics
        .iter()
        .filter(|dynamic| question.network.is_active_in(dynamic, question.asked))
        .count() as u64
}

/// The number of the sheet's dynamics that count.
fn counted(network: &Network, dynamics: &[&DynamicRecord]) -> u64 {
    dynamics
        .iter()
        .filter(|dynamic| network.countability(dynamic) == Countability::Counted)
        .count() as u64
}
