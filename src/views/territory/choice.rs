//! The sheet while no territory is named: the territories to choose from.

use serde::Serialize;

use crate::views::parts::data::intervals;
use crate::views::parts::periods::periods;
use crate::views::parts::{Alphabet, invented, scope};
use crate::views::view::{DataTable, Facts, Piece, Question, Section};

/// The facts while a territory is still to be chosen.
#[derive(Serialize)]
struct ChoiceFacts {
    /// Territories with a record that the network follows or followed, by name.
    followed: Vec<FollowedFact>,
}

/// A territory to choose from.
#[derive(Serialize)]
struct FollowedFact {
    id: String,
    name: String,
    /// The periods in which the network works there, as the record writes them.
    followed: String,
}

/// Gathers the territories to choose from; `report` is the name of the report.
pub fn gather(question: &Question, report: &'static str) -> Facts {
    let facts = ChoiceFacts {
        followed: followed(question),
    };
    Facts {
        report,
        title: question.words("Fiche de territoire", "Territory sheet"),
        invented: invented(question),
        sections: vec![section(question, &facts)],
        scope: scope(question, false),
        data: vec![data(question, &facts)],
        facts: serde_json::to_value(&facts).unwrap_or_default(),
        ..Facts::about(question)
    }
}

/// The territories that the network follows or followed, by name.
fn followed(question: &Question) -> Vec<FollowedFact> {
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
    followed.sort_by(|left, right| {
        alphabet
            .compare(&left.name, &right.name)
            .then_with(|| left.id.cmp(&right.id))
    });
    followed
}

fn section(question: &Question, facts: &ChoiceFacts) -> Section {
    let heading = question.words(
        "Cette fiche porte sur un territoire\u{a0}: le nommer avec `--territory`.",
        "This sheet is about one territory: name it with `--territory`.",
    );
    let table = question
        .table(
            "Territoires suivis",
            "Territories followed",
            &facts.followed,
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column_named("--territory", |fact| &fact.id)
        .column("suivi", "followed", |fact| &fact.followed)
        .build();
    let sentence = question.words(
        "D'après les fiches, aucun territoire n'est suivi.",
        "According to the records, no territory is followed.",
    );
    Section::new("territoires", 2, heading).with([Piece::table_or(table, sentence)])
}

/// The territories to choose from, for other programs.
fn data(question: &Question, facts: &ChoiceFacts) -> DataTable {
    let network = question.network;
    question
        .data(
            "territories",
            "Territoires suivis",
            "Territories followed",
            &facts.followed,
        )
        .named(
            "territoire",
            "territory",
            |fact| &fact.id,
            |fact| &fact.name,
        )
        .column("périodes_de_suivi", "followed", |fact| {
            network
                .territory(&fact.id)
                .map(|record| intervals(&record.body.followed.0))
        })
        .build()
}
