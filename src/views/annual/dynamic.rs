//! A dynamic in the year: its partners, its notes, its results against their targets.

use serde::Serialize;

use crate::network::DynamicRecord;
use crate::records::{ActorId, Common, List, Partner, Precision};
use crate::say;
use crate::views::annual::context::{ReportContext, anchor};
use crate::views::parts::certainty::{self, with_inference};
use crate::views::parts::observed::reporter_name;
use crate::views::parts::periods::period_of_dynamic;
use crate::views::view::{Cell, Piece, Question, Section};

/// A dynamic in the year.
#[derive(Serialize)]
pub struct DynamicFact {
    /// Id of the record.
    pub id: String,
    /// Name of the dynamic.
    pub name: String,
    /// File of the record.
    pub file: String,
    /// Label of the theme.
    pub theme: String,
    /// The period, in words.
    pub period: String,
    /// Summary of the record, in Markdown.
    pub summary: Option<String>,
    /// Notes of the year, in Markdown.
    pub notes: Vec<String>,
    /// Names of the partners with their roles, those who carry the dynamic first.
    pub partners: Vec<String>,
    /// Needs that the dynamic answers.
    pub needs: Vec<String>,
    /// Results of the year.
    pub results: Vec<ResultFact>,
    /// Numbers of the sources.
    pub sources: String,
}

/// A result against its target.
#[derive(Serialize)]
pub struct ResultFact {
    /// Name of the record.
    #[serde(rename = "of")]
    pub holder: String,
    /// Id of the indicator.
    pub id: String,
    /// Label of the indicator, with its unit.
    pub label: String,
    /// The value reached.
    pub value: Option<f64>,
    /// Precision of the value: `exact`, `about`, `at-least` or `at-most`.
    pub precision: &'static str,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    /// The value aimed at.
    pub target: Option<f64>,
    /// Name of the actor that reports it, or the kind of stakeholder.
    pub told_by: Option<String>,
    #[serde(skip)]
    is: Precision,
}

/// Gathers the facts of a dynamic in the year.
pub fn gather<'n>(context: &mut ReportContext<'_, 'n>, record: &'n DynamicRecord) -> DynamicFact {
    let question = context.question;
    let (common, body) = (&record.common, &record.body);
    let theme = body.theme.as_ref();
    DynamicFact {
        id: record.id.to_string(),
        name: record.name(),
        file: record.file.to_string(),
        theme: theme.map_or_else(String::new, |theme| {
            let label = question.label(List::Themes, theme.as_str());
            with_inference(label, common.infers("theme"), question.language)
        }),
        period: period_of_dynamic(record, question.language),
        summary: common.summary.get(question.language).map(str::to_owned),
        notes: context.notes(common),
        partners: partners(context, record),
        needs: body.purpose.needs.clone(),
        results: results(context, &record.name(), common),
        sources: context.cited.all(common),
    }
}

/// The partners of the year in the order of the record, those who carry the dynamic first.
fn partners(context: &ReportContext, record: &DynamicRecord) -> Vec<String> {
    let mut partners: Vec<(&ActorId, &Partner)> = record
        .body
        .partners
        .iter()
        .filter(|(_, partner)| {
            let period = partner.period();
            period.is_empty() || period.overlaps(context.question.asked)
        })
        .collect();
    partners.sort_by_key(|(_, partner)| !carries(partner));
    partners
        .into_iter()
        .map(|(id, partner)| {
            let common = &record.common;
            let is_inferred = common.infers_row("partners", id.as_str(), partner.inferred);
            let words = describe_partner(context, id, partner);
            with_inference(words, is_inferred, context.question.language)
        })
        .collect()
}

fn carries(partner: &Partner) -> bool {
    partner.role.iter().any(|role| role.as_str() == "porteur")
}

/// A partner's name, with its roles in brackets.
fn describe_partner(context: &ReportContext, id: &ActorId, partner: &Partner) -> String {
    let name = match &partner.name {
        Some(name) => name.clone(),
        None => context.question.network.actor_name(id.as_str()),
    };
    let roles: Vec<String> = partner
        .role
        .iter()
        .map(|role| context.label_in_sentence(List::Roles, role.as_str()))
        .collect();
    if roles.is_empty() {
        name
    } else {
        format!("{name} ({})", roles.join(", "))
    }
}

/// The results that a record gives for the year; `holder` is the record's name.
pub fn results(context: &ReportContext, holder: &str, common: &Common) -> Vec<ResultFact> {
    let question = context.question;
    common
        .years_in(question.asked)
        .flat_map(|(year, block)| block.results.iter().map(move |(id, row)| (year, id, row)))
        .map(|(year, id, row)| ResultFact {
            holder: holder.to_owned(),
            id: id.to_string(),
            label: indicator(question, id.as_str()),
            value: row.value,
            precision: certainty::name_of(row.is),
            inferred: common.infers_row(
                &format!("years.{year}.results"),
                id.as_str(),
                row.inferred,
            ),
            is: row.is,
            target: row.target,
            told_by: row
                .told_by
                .as_ref()
                .map(|reporter| reporter_name(question, reporter)),
        })
        .collect()
}

/// The label of an indicator, with its unit if that is a symbol: longer units are part of the
/// label already.
fn indicator(question: &Question, id: &str) -> String {
    let label = question.label(List::Indicators, id);
    let word = question.network.vocabulary.word(List::Indicators, id);
    let unit = word.and_then(|word| word.unit.as_ref()?.get(question.language));
    match unit {
        Some(unit) if unit.chars().count() <= 2 => format!("{label} ({unit})"),
        _ => label,
    }
}

/// The section of a dynamic.
pub fn section(context: &ReportContext, fact: &DynamicFact) -> Section {
    let language = context.question.language;
    let mut pieces = vec![Piece::Note(format!("{} · {}", fact.theme, fact.period))];
    let prose = fact.summary.iter().chain(&fact.notes);
    pieces.extend(prose.cloned().map(Piece::Prose));
    if !fact.needs.is_empty() {
        let needs = language.and(&fact.needs);
        pieces.push(Piece::Text(say!(language,
            fr: "Pour\u{a0}: {needs}.",
            en: "In order to: {needs}.")));
    }
    if !fact.partners.is_empty() {
        let partners = language.and(&fact.partners);
        pieces.push(Piece::Text(say!(language,
            fr: "Avec {partners}.",
            en: "With {partners}.")));
    }
    pieces.extend(context.sources(&fact.id, &fact.sources));
    Section::new(&anchor("dynamique", &fact.id), 4, &*fact.name).with(pieces)
}

/// The value reached, with its precision, and marked where it is inferred.
fn value_cell(context: &ReportContext, result: &ResultFact) -> Cell {
    let Some(value) = result.value else {
        return Cell::Nothing;
    };
    certainty::cell(value, result.is, result.inferred, context.question.language)
}

/// The table of results of several records; `None` if there is no result.
pub fn results_table(context: &ReportContext, results: &[&ResultFact]) -> Option<Piece> {
    if results.is_empty() {
        return None;
    }
    let table = context
        .question
        .table(
            "Résultats face aux objectifs",
            "Results against targets",
            results,
        )
        .column("dynamique", "dynamic", |result| &result.holder)
        .column("indicateur", "indicator", |result| &result.label)
        .column("résultat", "result", |result| value_cell(context, result))
        .column("objectif", "target", |result| context.number(result.target))
        .column("écart", "gap", |result| {
            // Of a value that is not exact, the gap would look more precise than it is.
            let value = result.value.filter(|_| result.is == Precision::Exact);
            context.gap(result.target, value)
        })
        .column("rapporté par", "reported by", |result| &result.told_by)
        .build();
    Some(Piece::Table(table.without_empty_columns()))
}
