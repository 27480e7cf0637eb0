//! The charter in the year: its principles, how many have signed it, who did so this year.

use serde::Serialize;

use crate::network::counting::figures::FIGURES;
use crate::say;
use crate::views::annual::context::{ReportContext, uncapital};
use crate::views::parts::Alphabet;
use crate::views::view::{Piece, Section};

/// Who signed.
#[derive(Serialize)]
pub struct CharterFact {
    /// Principles, in order.
    pub principles: Vec<String>,
    /// Those who have signed by the end of the year.
    pub signatories: u64,
    /// Those who had a year before.
    pub before: u64,
    /// Those who signed in the year, by name.
    pub new: Vec<String>,
}

/// Gathers it.
pub fn gather(context: &ReportContext) -> CharterFact {
    let (network, asked) = (context.question.network, context.question.asked);
    let figure = FIGURES.iter().find(|figure| figure.id == "signatories");
    let count = |asked| figure.map_or(0, |figure| network.recorded(figure, asked));
    let signed = network.actors.iter().filter(|actor| {
        let signed = actor
            .body
            .charter
            .as_ref()
            .and_then(|charter| charter.signed);
        signed.is_some_and(|when| asked.first <= when.first() && when.last() <= asked.last)
    });
    let mut new: Vec<String> = signed.map(crate::records::Record::name).collect();
    let alphabet = Alphabet::new();
    new.sort_by(|one, other| alphabet.compare(one, other));
    let principles = network.charter.principles.iter();
    CharterFact {
        principles: principles
            .map(|(_, principle)| uncapital(principle.label(context.question.language)))
            .collect(),
        signatories: count(asked),
        before: count(context.before),
        new,
    }
}

/// Shows it.
pub fn section(context: &ReportContext, fact: &CharterFact) -> Section {
    let language = context.question.language;
    let principles = language.and(&fact.principles);
    let [year, before] = context.years();
    let section = Section::new("charte", 2, context.words("La charte", "The charter"));
    let held = say!(language,
        fr: "Les principes de la charte ne se séparent pas\u{a0}: {principles}.",
        en: "The principles of the charter are inseparable: {principles}.");
    let mut pieces: Vec<Piece> = (!fact.principles.is_empty())
        .then_some(Piece::Text(held))
        .into_iter()
        .collect();
    if fact.signatories == 0 {
        let nobody = context.words(
            "Les fiches ne datent aucune signature de la charte.",
            "The records date no signature of the charter.",
        );
        pieces.push(Piece::Text(nobody));
        return section.with(pieces);
    }
    let (signatories, earlier) = (
        language.number(fact.signatories),
        language.number(fact.before),
    );
    pieces.push(Piece::Text(say!(language,
        fr: "Signataires fin {year}\u{a0}: {signatories}\u{202f}; fin {before}\u{a0}: {earlier}.",
        en: "Signatories at the end of {year}: {signatories}; of {before}: {earlier}.")));
    if !fact.new.is_empty() {
        let new = language.and(&fact.new);
        pieces.push(Piece::Text(
            say!(language, fr: "Ont signé dans l'année\u{a0}: {new}.", en: "Signed in the year: \
                {new}."),
        ));
    }
    section.with(pieces)
}
