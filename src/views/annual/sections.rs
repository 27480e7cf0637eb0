//! One part a territory, as it is read: its figures, its agreement, its stage, its dynamics, what
//! the year gave.

use crate::records::TerritoryId;
use crate::say;
use crate::views::annual::context::{ReportContext, anchor};
use crate::views::annual::dynamic::{self, ResultFact};
use crate::views::annual::stage_progress;
use crate::views::annual::territory::{AgreementFact, TerritoryFact};
use crate::views::parts::means::euros;
use crate::views::parts::observed::ObservationFact;
use crate::views::view::{Cell, Piece, Section, Table};

/// Shows them below one heading; a sentence where there are none.
pub fn sections(context: &ReportContext, facts: &[TerritoryFact]) -> Vec<Section> {
    let chapter = Section::new(
        "territoires",
        2,
        context.words("Territoire par territoire", "Territory by territory"),
    );
    if facts.is_empty() {
        let nobody = context.words(
            "Les fiches ne disent d'aucun territoire que le réseau y a travaillé cette année-là.",
            "The records tell of no territory in which the network worked that year.",
        );
        return vec![chapter.with([Piece::Text(nobody)])];
    }
    let mut sections = vec![chapter.with(agreements(context, facts))];
    for fact in facts {
        sections.push(section(context, fact));
        sections.extend(
            fact.dynamics
                .iter()
                .map(|fact| dynamic::section(context, fact)),
        );
        sections.extend(after(context, fact));
    }
    sections
}

/// All agreements in force, in one table.
fn agreements(context: &ReportContext, facts: &[TerritoryFact]) -> Option<Piece> {
    let rows = facts.iter().flat_map(|fact| {
        fact.agreements
            .iter()
            .map(move |agreement| (fact, agreement))
    });
    let rows: Vec<Vec<Cell>> = rows
        .map(|(fact, agreement)| {
            vec![
                Cell::Text(fact.name.clone()),
                Cell::from(&*agreement.with),
                Cell::from(&*agreement.period),
                context.number(agreement.days),
                euros(context.question, agreement.amount),
            ]
        })
        .collect();
    let table = Table {
        caption: context.words("Conventions en vigueur", "Agreements in force"),
        columns: vec![
            context.words("territoire", "territory"),
            context.words("avec", "with"),
            context.words("période", "period"),
            context.words("jours", "days"),
            context.words("montant", "amount"),
        ],
        rows,
        total: None,
    };
    (!table.rows.is_empty()).then(|| Piece::Table(table.without_empty_columns()))
}

fn section(context: &ReportContext, fact: &TerritoryFact) -> Section {
    let language = context.question.language;
    let mut pieces: Vec<Piece> = fact.summary.iter().cloned().map(Piece::Prose).collect();
    let rows = fact
        .figures
        .iter()
        .map(|(label, value)| vec![Cell::Text(label.clone()), Cell::Text(value.clone())]);
    pieces.push(Piece::Table(Table {
        caption: context.words("Des chiffres", "Some figures"),
        columns: vec![String::new(), context.question.asked.to_string()],
        rows: rows.collect(),
        total: None,
    }));
    pieces.extend(
        fact.agreements
            .iter()
            .map(|agreement| Piece::Text(agreement_told(context, agreement))),
    );
    pieces.extend(
        fact.way
            .iter()
            .map(|fact| Piece::Text(stage_progress::told(context, fact))),
    );
    if !fact.priorities.is_empty() {
        let priorities = language.and(&fact.priorities);
        pieces.push(Piece::Text(say!(language,
            fr: "Priorités du collectif\u{a0}: {priorities}.",
            en: "Priorities of the collective: {priorities}.")));
    }
    pieces.extend(fact.notes.iter().cloned().map(Piece::Prose));
    pieces.extend(context.text(&TerritoryId::from(&*fact.id), "bilan"));
    pieces.extend(context.sources(&fact.id, &fact.sources));
    Section::new(&anchor("territoire", &fact.id), 3, heading(context, fact)).with(pieces)
}

/// Its name; the network's whole field is called so.
fn heading(context: &ReportContext, fact: &TerritoryFact) -> String {
    let (home, name) = (
        context.question.network.settings.territory.as_ref(),
        &fact.name,
    );
    if home.is_some_and(|home| home.as_str() == fact.id) {
        say!(context.question.language,
            fr: "Tout le territoire du réseau\u{a0}: {name}",
            en: "The whole territory of the network: {name}")
    } else {
        name.clone()
    }
}

fn agreement_told(context: &ReportContext, fact: &AgreementFact) -> String {
    let language = context.question.language;
    let (with, period) = (&fact.with, &fact.period);
    let days = fact.days.map(|days| {
        let days = language.decimal(days, 1);
        say!(language, fr: "{days} jours", en: "{days} days")
    });
    let parts = [
        fact.subject.clone(),
        days,
        fact.amount.map(|amount| language.euros(amount)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let parts = parts.join(", ");
    let about = if parts.is_empty() {
        parts
    } else {
        say!(language, fr: "\u{a0}: {parts}", en: ": {parts}")
    };
    if with.is_empty() {
        say!(language, fr: "Convention, {period}{about}.", en: "Agreement, {period}{about}.")
    } else {
        say!(language, fr: "Convention avec {with}, {period}{about}.", en: "Agreement with {with}, \
            {period}{about}.")
    }
}

/// What follows the dynamics: results, what helps and what hinders, the network's days there.
fn after(context: &ReportContext, fact: &TerritoryFact) -> Option<Section> {
    let results: Vec<&ResultFact> = fact
        .results
        .iter()
        .chain(fact.dynamics.iter().flat_map(|fact| &fact.results))
        .collect();
    let mut pieces: Vec<Piece> = dynamic::results_table(context, &results)
        .into_iter()
        .collect();
    if !fact.traits.is_empty() {
        pieces.push(Piece::Table(traits_table(context, fact)));
    }
    if !fact.actions.is_empty() {
        let language = context.question.language;
        let told = fact.actions.iter().map(|(action, days)| {
            let days = language.decimal(*days, 1);
            say!(language, fr: "{action} ({days} j)", en: "{action} ({days} d)")
        });
        let told = language.and(&told.collect::<Vec<_>>());
        pieces.push(Piece::Text(
            say!(language, fr: "Jours donnés par le réseau\u{a0}: {told}.", en: "Days \
            given by the network: {told}."),
        ));
    }
    let heading = context.words("Ce que l'année a donné", "What the year gave");
    (!pieces.is_empty()).then(|| Section::new(&anchor("annee", &fact.id), 4, heading).with(pieces))
}

fn traits_table(context: &ReportContext, fact: &TerritoryFact) -> Table {
    let language = context.question.language;
    let row = |fact: &ObservationFact| {
        let hinders = fact.nature == "obstacle";
        let kind = if hinders {
            context.words("frein", "obstacle")
        } else {
            context.words("levier", "lever")
        };
        let lifted = fact
            .lifted
            .as_ref()
            .map(|when| say!(language, fr: "levé en {when}", en: "lifted in {when}"));
        let note: Vec<String> = lifted.into_iter().chain(fact.note.clone()).collect();
        vec![
            Cell::Text(kind),
            Cell::Text(fact.kind.clone()),
            Cell::from(&*fact.period),
            Cell::from(fact.told_by.clone().unwrap_or_default()),
            Cell::from(note.join(". ")),
        ]
    };
    let table = Table {
        caption: context.words("Leviers et freins", "Levers and obstacles"),
        columns: vec![
            String::new(),
            context.words("quoi", "what"),
            context.words("quand", "when"),
            context.words("dit par", "told by"),
            context.words("en mots", "in words"),
        ],
        rows: fact.traits.iter().map(row).collect(),
        total: None,
    };
    table.without_empty_columns()
}
