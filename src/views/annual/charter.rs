//! The charter in the year: its principles, its signatories.

use serde::Serialize;

use crate::calendar::DateRange;
use crate::network::counting::figures::CountableFigure;
use crate::records::Record;
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::Alphabet;
use crate::views::parts::capitals::uncapitalised;
use crate::views::view::{Piece, Section};

/// The charter's principles and signatories.
#[derive(Serialize)]
pub struct CharterFact {
    /// Labels of the principles, in order.
    pub principles: Vec<String>,
    /// Number of signatories by the end of the year.
    pub signatories: u64,
    /// Number of signatories by the end of the year before.
    pub before: u64,
    /// Names of the actors that signed in the year.
    pub new: Vec<String>,
}

/// Gathers the principles and the signatories.
pub fn gather(context: &ReportContext) -> CharterFact {
    let question = context.question;
    let principles = &question.network.charter.principles;
    CharterFact {
        principles: principles
            .iter()
            .map(|(_, principle)| uncapitalised(principle.label(question.language)))
            .collect(),
        signatories: signatories(context, question.asked),
        before: signatories(context, context.before),
        new: new_signatories(context),
    }
}

/// The number of signatories by the end of a year.
fn signatories(context: &ReportContext, asked: DateRange) -> u64 {
    CountableFigure::of("signatories").map_or(0, |figure| {
        figure.count(context.question.network, asked, context.count_filter())
    })
}

/// The names of the actors that signed in the year, in alphabetical order.
fn new_signatories(context: &ReportContext) -> Vec<String> {
    let mut names: Vec<String> = context
        .question
        .network
        .actors
        .iter()
        .filter(|actor| {
            context
                .question
                .covers_any(&actor.home, &actor.body.also_in)
        })
        .filter(|actor| {
            let charter = actor.body.charter.as_ref();
            context.is_in_year(charter.and_then(|charter| charter.signed))
        })
        .map(Record::name)
        .collect();
    let alphabet = Alphabet::new();
    names.sort_by(|left, right| alphabet.compare(left, right));
    names
}

/// The section on the charter.
pub fn section(context: &ReportContext, fact: &CharterFact) -> Section {
    let question = context.question;
    let language = question.language;
    let mut pieces = Vec::new();
    if !fact.principles.is_empty() {
        let principles = language.and(&fact.principles);
        pieces.push(Piece::Text(say!(language,
            fr: "Les principes de la charte sont indissociables\u{a0}: {principles}.",
            en: "The principles of the charter are inseparable: {principles}.")));
    }
    if question.theme.is_some() {
        pieces.push(Piece::Note(question.words(
            "Une signature n'a pas de thématique\u{a0}: avec ce filtre, aucune n'est comptée.",
            "A signature has no theme: under this filter, none is counted.",
        )));
    } else if fact.signatories == 0 {
        pieces.push(Piece::Text(question.words(
            "Aucune signature de la charte n'est datée dans les fiches.",
            "No signature of the charter is dated in the records.",
        )));
    } else {
        pieces.push(Piece::Text(describe_signatories(context, fact)));
        pieces.extend(context.incompleteness_of("signatories"));
        if !fact.new.is_empty() {
            let new = language.and(&fact.new);
            pieces.push(Piece::Text(say!(language,
                fr: "Ont signé dans l'année\u{a0}: {new}.",
                en: "Signed in the year: {new}.")));
        }
    }
    Section::new("charte", 2, question.words("La charte", "The charter")).with(pieces)
}

/// The numbers of signatories at the end of both years, in a sentence.
fn describe_signatories(context: &ReportContext, fact: &CharterFact) -> String {
    let language = context.question.language;
    let (year, before) = (context.question.asked.last.year, context.before.last.year);
    let signatories = language.number(fact.signatories);
    let earlier = language.number(fact.before);
    say!(language,
        fr: "Signataires d'après les fiches, fin {year}\u{a0}: {signatories}\u{202f}; fin \
            {before}\u{a0}: {earlier}.",
        en: "Signatories by the records, at the end of {year}: {signatories}; of {before}: \
            {earlier}.")
}
