//! The sheet from top to bottom: the place, the collective's progress, its dynamics.

use crate::records::TerritoryId;
use crate::say;
use crate::views::parts::observed;
use crate::views::parts::observed::ObservationFact;
use crate::views::view::{Piece, Question, Section};

use crate::views::territory::facts::{CollectiveFact, TerritoryFacts};
use crate::views::territory::gathered::dynamics_of_sheet;
use crate::views::territory::{chart, place, tables};

/// The sections of the sheet in reading order.
pub fn sections(question: &Question, id: &TerritoryId, facts: &TerritoryFacts) -> Vec<Section> {
    let mut sections = vec![
        Section::new(
            "le-territoire",
            2,
            question.words("Le territoire", "The territory"),
        )
        .with(presentation(question, id, facts)),
        Section::new(
            "collectif",
            2,
            question.words("Le collectif et son chemin", "The collective and its path"),
        )
        .with(collective(question, facts)),
    ];
    if !facts.inside.is_empty() {
        let heading = question.words(
            "Territoires suivis à l'intérieur",
            "Territories followed inside it",
        );
        let table = tables::inside(question, facts);
        sections.push(Section::new("a-l-interieur", 2, heading).with([Piece::Table(table)]));
    }
    sections.extend([
        dynamics(question, facts),
        partners(question, facts),
        Section::new(
            "leviers-et-freins",
            2,
            question.words("Ce qui aide, ce qui freine", "What helps, what hinders"),
        )
        .with(observations(question, facts)),
        agreements(question, facts),
    ]);
    sections
}

/// The territory in words, figures and a map.
fn presentation(question: &Question, id: &TerritoryId, facts: &TerritoryFacts) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = facts.summary.iter().cloned().map(Piece::Prose).collect();
    let identity = identity(question, facts);
    if !identity.is_empty() {
        pieces.push(Piece::Text(identity));
    }
    pieces.push(Piece::Table(tables::figures(question, facts)));
    let dynamics = dynamics_of_sheet(question, id);
    pieces.extend(place::picture(question, id, &dynamics).map(Piece::picture));
    pieces
}

/// The kind of territory, its official code and its authority, in one line.
fn identity(question: &Question, facts: &TerritoryFacts) -> String {
    let kind = match &facts.code {
        Some(code) => format!("{} {code}", facts.kind),
        None => facts.kind.clone(),
    };
    let authority = facts.authority.as_ref().map(
        |body| say!(question.language, fr: "collectivité\u{a0}: {body}", en: "authority: {body}"),
    );
    let known: Vec<String> = std::iter::once(kind)
        .chain(authority)
        .filter(|text| !text.is_empty())
        .collect();
    known.join(" · ")
}

/// The collective and the stages that it reached.
fn collective(question: &Question, facts: &TerritoryFacts) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(collective) = &facts.collective {
        pieces.push(Piece::List(describe_collective(question, collective)));
    }
    if facts.stages.iter().all(|stage| stage.reached.is_empty()) {
        pieces.push(Piece::Text(question.words(
            "Aucune étape franchie n'est consignée.",
            "No stage is recorded as reached.",
        )));
        return pieces;
    }
    let picture = chart::stages_and_agreements(question, facts);
    pieces.push(Piece::picture(picture));
    if facts.stages.iter().any(|stage| stage.inferred) {
        pieces.push(Piece::Note(question.words(
            "Une date entre crochets est déduite par qui a écrit la fiche.",
            "A date in brackets is inferred by the writer of the record.",
        )));
    }
    pieces
}

/// The known facts of a collective, a line each.
fn describe_collective(question: &Question, fact: &CollectiveFact) -> Vec<String> {
    let language = question.language;
    let lines = [
        (question.words("collectif", "collective"), fact.name.clone()),
        (question.words("formé", "formed"), fact.formed.clone()),
        (question.words("taille", "size"), fact.size.clone()),
        (
            question.words("membres", "members"),
            Some(language.and(&fact.members)),
        ),
        (
            question.words("priorités", "priorities"),
            Some(language.and(&fact.priorities)),
        ),
        (
            question.words("identifiées avec", "identified with"),
            Some(language.and(&fact.identified_with)),
        ),
    ];
    lines
        .into_iter()
        .filter_map(|(label, value)| Some((label, value.filter(|value| !value.is_empty())?)))
        .map(|(label, value)| say!(language, fr: "{label}\u{a0}: {value}", en: "{label}: {value}"))
        .collect()
}

fn dynamics(question: &Question, facts: &TerritoryFacts) -> Section {
    let heading = question.words("Les dynamiques", "The dynamics");
    let sentence = question.words(
        "Aucune dynamique n'est connue ici.",
        "No dynamic is known here.",
    );
    let table = tables::dynamics(question, facts);
    Section::new("dynamiques", 2, heading).with([Piece::table_or(table, sentence)])
}

fn partners(question: &Question, facts: &TerritoryFacts) -> Section {
    let heading = question.words("Les partenaires, par famille", "Partners, by family");
    let sentence = question.words(
        "Aucun partenaire n'est connu ici.",
        "No partner is known here.",
    );
    let table = tables::families(question, facts);
    Section::new("partenaires", 2, heading).with([Piece::table_or(table, sentence)])
}

/// The tables of levers, obstacles and tools that have rows; a sentence if none has.
fn observations(question: &Question, facts: &TerritoryFacts) -> Vec<Piece> {
    let observations: Vec<&ObservationFact> = facts.observations.iter().collect();
    let several_territories = !facts.inside.is_empty();
    let tables: Vec<Piece> = ["lever", "obstacle", "tool"]
        .map(|nature| observed::table(question, &observations, nature, several_territories))
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .map(Piece::Table)
        .collect();
    if tables.is_empty() {
        return vec![Piece::Text(question.words(
            "Aucun levier, frein ou outil n'est consigné.",
            "No lever, obstacle or tool is recorded.",
        ))];
    }
    tables
}

fn agreements(question: &Question, facts: &TerritoryFacts) -> Section {
    let heading = question.words("Les conventions", "The agreements");
    let sentence = question.words(
        "Aucune convention n'est consignée.",
        "No agreement is recorded.",
    );
    let table = tables::agreements(question, facts);
    Section::new("conventions", 2, heading).with([Piece::table_or(table, sentence)])
}
