//! Where no territory is named: those that could be.

use serde::Serialize;

use crate::views::parts::periods::periods;
use crate::views::parts::{Alphabet, invented, scope};
use crate::views::view::{Cell, Facts, Piece, Question, Section, Table};

/// The facts while a territory is still to be chosen.
#[derive(Serialize)]
struct ChoiceFacts {
    /// Territories with a record that the network follows or followed, by name.
    followed: Vec<FollowedFact>,
}

#[derive(Serialize)]
struct FollowedFact {
    id: String,
    name: String,
    followed: String,
}

/// Gathers them.
pub fn gather(question: &Question) -> Facts {
    let network = question.network;
    let mut followed: Vec<FollowedFact> = network
        .followed_ever()
        .map(|record| FollowedFact {
            id: record.id.to_string(),
            name: network.territory_label(&record.id),
            followed: periods(&record.body.followed.0),
        })
        .collect();
    let alphabet = Alphabet::new();
    followed.sort_by(|one, other| {
        alphabet
            .compare(&one.name, &other.name)
            .then_with(|| one.id.cmp(&other.id))
    });
    let row = |fact: &FollowedFact| {
        [&fact.name, &fact.id, &fact.followed]
            .map(|text| Cell::Text(text.clone()))
            .to_vec()
    };
    let table = Table {
        caption: question.words("Territoires suivis", "Territories followed"),
        columns: vec![
            question.words("territoire", "territory"),
            "--territory".to_owned(),
            question.words("suivi", "followed"),
        ],
        rows: followed.iter().map(row).collect(),
        total: None,
    };
    let nobody = question.words(
        "Les fiches ne disent d'aucun territoire qu'il est suivi.",
        "The records tell of no territory that it is followed.",
    );
    let heading = crate::views::territory::choose(question);
    Facts {
        report: crate::views::territory::VIEW.name,
        title: question.words("Fiche de territoire", "Territory sheet"),
        invented: invented(question),
        sections: vec![
            Section::new("territoires", 2, heading).with([Piece::table_or(table, &nobody)]),
        ],
        scope: scope(question, false),
        facts: serde_json::to_value(ChoiceFacts { followed }).unwrap_or_default(),
        ..Facts::default()
    }
}
