//! What comes next: in the network's words, then what the records know of the time after.

use serde::Serialize;

use crate::calendar::Day;
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::parts::filtered;
use crate::views::view::{Piece, Section};

/// What the records know of the time after.
#[derive(Serialize)]
pub struct AheadFact {
    /// Agreements that end by the end of the next year: territory, then when.
    pub ending: Vec<String>,
    /// Agreements that begin after the year.
    pub beginning: Vec<String>,
    /// Dynamics that begin after the year.
    pub planned: Vec<String>,
}

/// Gathers it.
pub fn gather(context: &ReportContext) -> AheadFact {
    let (question, network) = (context.question, context.question.network);
    let last = question.asked.last;
    let next = Day::last_of(last.year.saturating_add(1));
    let inside = |id| {
        question
            .territory
            .as_ref()
            .is_none_or(|wanted| network.lies_in(id, wanted))
    };
    let agreements = || {
        let territories = network
            .territories
            .iter()
            .filter(|record| inside(&record.id));
        territories.flat_map(|record| {
            record
                .body
                .agreements
                .values()
                .map(move |agreement| (record, agreement))
        })
    };
    let ending = agreements().filter_map(|(record, agreement)| {
        let to = agreement.to?;
        let runs =
            agreement.period().overlaps(question.asked) && last <= to.last() && to.last() <= next;
        runs.then(|| format!("{} ({})", record.name(), to.format(question.language)))
    });
    let beginning = agreements().filter_map(|(record, agreement)| {
        let from = agreement.from.filter(|from| last < from.first())?;
        Some(format!(
            "{} ({})",
            record.name(),
            from.format(question.language)
        ))
    });
    let planned = network
        .dynamics_that_count()
        .filter(|dynamic| filtered(question, dynamic))
        .filter_map(|dynamic| {
            let from = dynamic.body.from.filter(|from| last < from.first())?;
            Some(format!(
                "{} ({})",
                dynamic.name(),
                from.format(question.language)
            ))
        });
    AheadFact {
        ending: ending.collect(),
        beginning: beginning.collect(),
        planned: planned.collect(),
    }
}

/// Shows it.
pub fn section(context: &ReportContext, fact: &AheadFact) -> Section {
    let language = context.question.language;
    let mut pieces: Vec<Piece> = context.own_text("perspectives").into_iter().collect();
    let [ending, beginning, planned] =
        [&fact.ending, &fact.beginning, &fact.planned].map(|names| language.and(names));
    let said = [
        say!(language,
            fr: "Conventions qui finissent d'ici la fin de l'année suivante\u{a0}: {ending}.",
            en: "Agreements that end by the end of the following year: {ending}."),
        say!(language, fr: "Conventions à venir\u{a0}: {beginning}.", en: "Agreements to come: \
            {beginning}."),
        say!(language, fr: "Dynamiques à venir\u{a0}: {planned}.", en: "Dynamics to come: \
            {planned}."),
    ];
    let known = [&fact.ending, &fact.beginning, &fact.planned];
    let said = said
        .into_iter()
        .zip(known)
        .filter(|(_, known)| !known.is_empty());
    pieces.extend(said.map(|(said, _)| Piece::Text(said)));
    if pieces.is_empty() {
        pieces.push(Piece::Text(context.words(
            "Ni texte ni fiche ne parle encore de la suite.",
            "Neither a text nor a record tells of what comes next yet.",
        )));
    }
    Section::new(
        "perspectives",
        2,
        context.words("Perspectives", "What comes next"),
    )
    .with(pieces)
}
