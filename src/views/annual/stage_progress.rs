//! Where a territory stands on the way of the stages, and how it moved in the year.

use serde::Serialize;

use crate::network::{Step, TerritoryRecord};
use crate::records::List;
use crate::say;
use crate::views::annual::context::ReportContext;

/// Where a territory stands, and where it stood.
#[derive(Serialize)]
pub struct WayFact {
    /// The stage reached last by the end of the year.
    pub stands_at: String,
    /// Since when.
    pub since: String,
    /// The stage at which it stood a year before.
    pub stood_at: Option<String>,
    /// `forward`, `back` or `unchanged`; nothing where it stood at none before.
    pub moved: Option<&'static str>,
    /// Whether the writer of the record inferred it.
    pub inferred: bool,
    /// What shows it.
    pub evidence: Option<String>,
}

/// Gathers it; nothing where no stage is known by then.
pub fn gather(context: &ReportContext, record: &TerritoryRecord) -> Option<WayFact> {
    let network = context.question.network;
    let (now, before) = (
        network.progress_of(record, context.question.asked.last),
        network.progress_of(record, context.before.last),
    );
    let (stands, stood) = (now.stands()?, before.stands());
    let label = |step: &Step| {
        let stage = network.vocabulary.list(List::Stages).get_index(step.rank);
        stage.map_or_else(String::new, |(_, word)| {
            word.label(context.question.language).to_owned()
        })
    };
    let moved = stood.map(|stood| match stands.rank.cmp(&stood.rank) {
        std::cmp::Ordering::Greater => "forward",
        std::cmp::Ordering::Less => "back",
        std::cmp::Ordering::Equal => "unchanged",
    });
    Some(WayFact {
        stands_at: label(stands),
        since: stands.when.format(context.question.language),
        stood_at: stood.map(label),
        moved,
        inferred: stands.reached.inferred,
        evidence: stands.reached.evidence.clone(),
    })
}

/// Says it in a sentence.
pub fn told(context: &ReportContext, fact: &WayFact) -> String {
    let language = context.question.language;
    let WayFact {
        stands_at, since, ..
    } = fact;
    let inferred = if fact.inferred {
        context.words(", déduite", ", inferred")
    } else {
        String::new()
    };
    let stood = fact.stood_at.clone().unwrap_or_default();
    let moved = match fact.moved {
        Some("forward") => say!(language,
            fr: " Le collectif a avancé\u{a0}: il en était à «\u{a0}{stood}\u{a0}» un an plus tôt.",
            en: " The collective moved forward: it stood at “{stood}” a year before."),
        Some("back") => say!(language,
            fr: " Le collectif est revenu en arrière\u{a0}: il en était à «\u{a0}{stood}\u{a0}» un \
                an plus tôt.",
            en: " The collective went back: it stood at “{stood}” a year before."),
        Some(_) => context.words(" Sans changement sur l'année.", " Unchanged over the year."),
        None => context.words(" C'est sa première étape.", " It is its first stage."),
    };
    let evidence = fact.evidence.as_ref().map(|evidence| {
        say!(language, fr: " Ce qui le montre\u{a0}: {evidence}.", en: " What shows it: \
            {evidence}.")
    });
    let evidence = evidence.unwrap_or_default();
    say!(language,
        fr: "Étape du processus\u{a0}: {stands_at} ({since}{inferred}).{moved}{evidence}",
        en: "Stage of the process: {stands_at} ({since}{inferred}).{moved}{evidence}")
}
