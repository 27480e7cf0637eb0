//! A dynamic in the year: what it is, with whom, what the year brought, its results against their
//! targets.

use serde::Serialize;

use crate::network::DynamicRecord;
use crate::records::{Common, List, Partner};
use crate::say;
use crate::views::annual::context::{ReportContext, anchor};
use crate::views::view::{Cell, Piece, Section, Table};

/// A dynamic in the year.
#[derive(Serialize)]
pub struct DynamicFact {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Path of its record.
    pub file: String,
    /// Label of its theme.
    pub theme: String,
    /// When it lives.
    pub period: String,
    /// What it is, in Markdown.
    pub summary: Option<String>,
    /// What the year brought, in Markdown.
    pub notes: Vec<String>,
    /// Who takes part and how, those who carry it first.
    pub partners: Vec<String>,
    /// Needs that it answers.
    pub needs: Vec<String>,
    /// Results of the year.
    pub results: Vec<ResultFact>,
    /// Numbers of sources.
    pub sources: String,
}

/// A result against its target.
#[derive(Serialize)]
pub struct ResultFact {
    /// Whose it is.
    pub of: String,
    /// Id of the indicator.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What was reached.
    pub value: Option<f64>,
    /// What was aimed at.
    pub target: Option<f64>,
    /// Who says so.
    pub told_by: Option<String>,
}

/// Gathers it.
pub fn gather<'n>(context: &mut ReportContext<'_, 'n>, record: &'n DynamicRecord) -> DynamicFact {
    let language = context.question.language;
    let theme = record
        .body
        .theme
        .as_ref()
        .map(|theme| context.word(List::Themes, theme.as_str()));
    DynamicFact {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
        theme: theme.unwrap_or_default(),
        period: context.period(&record.body.period()),
        summary: record.common.summary.get(language).map(str::to_owned),
        notes: context.notes(&record.common),
        partners: partners(context, record),
        needs: record.body.purpose.needs.clone(),
        results: results(context, &record.name(), &record.common),
        sources: context.cited.all(&record.common),
    }
}

/// Partners of the year by name, those who carry the dynamic first.
fn partners(context: &ReportContext, record: &DynamicRecord) -> Vec<String> {
    let network = context.question.network;
    let there = |partner: &Partner| {
        partner.period().is_empty() || partner.period().overlaps(context.question.asked)
    };
    let mut partners: Vec<(bool, String)> = record
        .body
        .partners
        .iter()
        .filter(|(_, partner)| there(partner))
        .map(|(id, partner)| {
            let recorded = || network.actor(id.as_str()).map(crate::records::Record::name);
            let name = partner
                .name
                .clone()
                .or_else(recorded)
                .unwrap_or_else(|| id.to_string());
            let roles: Vec<String> = partner
                .role
                .iter()
                .map(|role| context.inside(List::Roles, role.as_str()))
                .collect();
            let roles = roles.join(", ");
            let carries = partner.role.iter().any(|role| role.as_str() == "porteur");
            (
                !carries,
                if roles.is_empty() {
                    name
                } else {
                    format!("{name} ({roles})")
                },
            )
        })
        .collect();
    partners.sort_by_key(|(follows, _)| *follows);
    partners.into_iter().map(|(_, told)| told).collect()
}

/// The results that a record tells of the year.
pub fn results(context: &ReportContext, of: &str, common: &Common) -> Vec<ResultFact> {
    let blocks = common.years_in(context.question.asked);
    let rows = blocks.flat_map(|(_, block)| &block.results);
    rows.map(|(id, row)| ResultFact {
        of: of.to_owned(),
        id: id.to_string(),
        label: measured(context, id.as_str()),
        value: row.value,
        target: row.target,
        told_by: row.told_by.as_ref().map(|by| teller(context, by.as_str())),
    })
    .collect()
}

/// An indicator with its unit, where that is a symbol that its label does not say.
fn measured(context: &ReportContext, id: &str) -> String {
    let label = context.word(List::Indicators, id);
    let unit = context
        .question
        .network
        .vocabulary
        .word(List::Indicators, id)
        .and_then(|word| word.unit.as_deref());
    match unit {
        Some(unit) if unit.chars().count() <= 2 => format!("{label} ({unit})"),
        _ => label,
    }
}

/// Who says something: an actor's name, or a kind of stakeholder.
pub fn teller(context: &ReportContext, id: &str) -> String {
    let actor = context
        .question
        .network
        .actor(id)
        .map(crate::records::Record::name);
    actor.unwrap_or_else(|| context.word(List::Stakeholders, id))
}

/// Shows it.
pub fn section(context: &ReportContext, fact: &DynamicFact) -> Section {
    let language = context.question.language;
    let mut pieces = vec![Piece::Note(format!("{} · {}", fact.theme, fact.period))];
    pieces.extend(
        fact.summary
            .iter()
            .chain(&fact.notes)
            .cloned()
            .map(Piece::Prose),
    );
    if !fact.needs.is_empty() {
        let needs = language.and(&fact.needs);
        pieces.push(Piece::Text(
            say!(language, fr: "Pour\u{a0}: {needs}.", en: "In order to: {needs}."),
        ));
    }
    if !fact.partners.is_empty() {
        let partners = language.and(&fact.partners);
        pieces.push(Piece::Text(
            say!(language, fr: "Avec {partners}.", en: "With {partners}."),
        ));
    }
    pieces.extend(context.sources(&fact.id, &fact.sources));
    Section::new(&anchor("dynamique", &fact.id), 4, &*fact.name).with(pieces)
}

/// The results of several, in a table; nothing where none is told.
pub fn results_table(context: &ReportContext, results: &[&ResultFact]) -> Option<Piece> {
    let rows = results.iter().map(|result| {
        vec![
            Cell::Text(result.of.clone()),
            Cell::Text(result.label.clone()),
            context.number(result.value),
            context.number(result.target),
            context.gap(result.target, result.value),
            Cell::from(result.told_by.clone().unwrap_or_default()),
        ]
    });
    let table = Table {
        caption: context.words("Résultats face aux objectifs", "Results against targets"),
        columns: vec![
            context.words("dynamique", "dynamic"),
            context.words("indicateur", "indicator"),
            context.words("résultat", "result"),
            context.words("objectif", "target"),
            context.words("écart", "gap"),
            context.words("dit par", "told by"),
        ],
        rows: rows.collect(),
        total: None,
    };
    (!results.is_empty()).then(|| Piece::Table(table.without_empty_columns()))
}
