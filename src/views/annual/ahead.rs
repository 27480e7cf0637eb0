//! The time after the year: the network's own text, then agreements and dynamics to come.

use serde::Serialize;

use crate::calendar::{Day, PartialDate};
use crate::language::Language;
use crate::records::{Agreement, Record};
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::certainty::with_inference;
use crate::views::parts::filtered;
use crate::views::view::{Piece, Question, Section};

/// The facts of the time after the year.
#[derive(Serialize)]
pub struct AheadFact {
    /// Agreements that end by the end of the next year: the territory with the date, in words.
    pub ending: Vec<String>,
    /// Agreements that begin after the year: the territory with the date, in words.
    pub beginning: Vec<String>,
    /// Dynamics that begin after the year: their name with the date, in words.
    pub planned: Vec<String>,
}

/// Gathers the agreements and dynamics that begin or end after the year.
pub fn gather(context: &ReportContext) -> AheadFact {
    let question = context.question;
    let (network, language, last) = (question.network, question.language, question.asked.last);
    let agreements: Vec<(String, &Agreement, bool)> = network
        .territories
        .iter()
        .filter(|record| question.covers(&record.id) && question.theme.is_none())
        .flat_map(|record| {
            let agreements = record.body.agreements.iter();
            agreements.map(|(key, agreement)| {
                let common = &record.common;
                let inferred = common.infers_row("agreements", key, agreement.inferred);
                (record.name(), agreement, inferred)
            })
        })
        .collect();
    let ending = agreements
        .iter()
        .filter(|(_, agreement, _)| is_ending(question, agreement))
        .filter_map(|(name, agreement, inferred)| {
            let words = with_date(name, agreement.to?, language);
            Some(with_inference(words, *inferred, language))
        });
    let beginning = agreements.iter().filter_map(|(name, agreement, inferred)| {
        let from = later(agreement.from, last)?;
        let words = with_date(name, from, language);
        Some(with_inference(words, *inferred, language))
    });
    let planned = network
        .dynamics_that_count()
        .filter(|dynamic| filtered(question, dynamic))
        .filter_map(|dynamic| {
            let from = later(dynamic.body.from, last)?;
            let words = with_date(&Record::name(dynamic), from, language);
            Some(with_inference(
                words,
                dynamic.common.infers("from"),
                language,
            ))
        });
    AheadFact {
        ending: ending.collect(),
        beginning: beginning.collect(),
        planned: planned.collect(),
    }
}

/// Whether an agreement of the year ends between its last day and the end of the next year.
fn is_ending(question: &Question, agreement: &Agreement) -> bool {
    let last = question.asked.last;
    let end_of_next_year = Day::last_of(last.year.saturating_add(1));
    let end = agreement.to.map(PartialDate::last);
    agreement.period().overlaps(question.asked)
        && end.is_some_and(|end| last <= end && end <= end_of_next_year)
}

/// A date, if it is after a day.
fn later(date: Option<PartialDate>, day: Day) -> Option<PartialDate> {
    date.filter(|date| day < date.first())
}

fn with_date(name: &str, date: PartialDate, language: Language) -> String {
    format!("{name} ({})", date.format(language))
}

/// The section on the time after the year.
pub fn section(context: &ReportContext, fact: &AheadFact) -> Section {
    let question = context.question;
    let mut pieces: Vec<Piece> = context.own_text("perspectives").into_iter().collect();
    pieces.extend(sentences(question, fact).into_iter().map(Piece::Text));
    if pieces.is_empty() {
        pieces.push(Piece::Text(question.words(
            "Aucun texte ni aucune fiche ne porte encore sur la suite.",
            "Neither a text nor a record covers the time ahead yet.",
        )));
    }
    let heading = question.words("Perspectives", "What comes next");
    Section::new("perspectives", 2, heading).with(pieces)
}

/// A sentence for each kind of fact that there is.
fn sentences(question: &Question, fact: &AheadFact) -> Vec<String> {
    let language = question.language;
    let mut sentences = Vec::new();
    if !fact.ending.is_empty() {
        let ending = language.and(&fact.ending);
        sentences.push(say!(language,
            fr: "Conventions qui s'achèvent d'ici la fin de l'année suivante\u{a0}: {ending}.",
            en: "Agreements that end by the end of the following year: {ending}."));
    }
    if !fact.beginning.is_empty() {
        let beginning = language.and(&fact.beginning);
        sentences.push(say!(language,
            fr: "Conventions à venir\u{a0}: {beginning}.",
            en: "Agreements to come: {beginning}."));
    }
    if !fact.planned.is_empty() {
        let planned = language.and(&fact.planned);
        sentences.push(say!(language,
            fr: "Dynamiques à venir\u{a0}: {planned}.",
            en: "Dynamics to come: {planned}."));
    }
    sentences
}
