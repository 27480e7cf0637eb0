//! What helps, what hinders and the tools used, as reports tell them.

use serde::Serialize;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::network::{Nature, Observation};
use crate::say;
use crate::views::parts::days_in_words;
use crate::views::parts::pieces::{period_told, teller, text, words};
use crate::views::view::{Cell, Question, Table};

/// One observation.
#[derive(Clone, Debug, Serialize)]
pub struct ObservationFact {
    /// `obstacle`, `lever` or `tool`.
    pub nature: &'static str,
    pub kind_id: String,
    pub kind: String,
    pub territory_id: String,
    pub territory: String,
    /// The dynamic that it is about; nothing where it is about the territory as a whole.
    pub dynamic_id: Option<String>,
    pub dynamic: Option<String>,
    /// When it held, as written.
    pub period: String,
    /// The same as people say it.
    #[serde(skip)]
    pub held: String,
    /// When an obstacle was lifted, by the end of the period asked.
    pub lifted: Option<String>,
    /// Who says so.
    pub told_by: Option<String>,
    pub note: Option<String>,
    pub file: String,
    /// The years of the period asked in which it held.
    pub years: Vec<u16>,
}

/// Days over which observations are gathered: those asked for, else all until the day of the
/// question.
#[must_use]
pub fn days(question: &Question) -> DateRange {
    if question.dated {
        question.asked
    } else {
        DateRange {
            first: Day::first_of(1),
            ..question.asked
        }
    }
}

/// These days in words.
#[must_use]
pub fn asked_in_words(question: &Question) -> String {
    if question.dated {
        return days_in_words(question);
    }
    let until = PartialDate::Day(question.asked.last).format(question.language);
    say!(question.language, fr: "jusqu'au {until}", en: "until {until}")
}

/// The observation, where it holds on some day asked; one without a date only where no day was
/// asked for.
#[must_use]
pub fn observed(question: &Question, observation: &Observation) -> Option<ObservationFact> {
    let (network, language, days) = (question.network, question.language, days(question));
    let undated = observation.is_undated() && !question.dated;
    if !undated && !observation.overlaps(days) {
        return None;
    }
    let list = observation.nature.list();
    let kind = observation.kind.as_str();
    let stretches = observation.period.ranges();
    let first = stretches
        .iter()
        .map(|stretch| stretch.first.year)
        .chain(observation.lifted.map(PartialDate::year))
        .min();
    let years = first.map_or(0..=0, |first| first.max(days.first.year)..=days.last.year);
    let told_by = teller(question, observation.told_by);
    Some(ObservationFact {
        nature: match observation.nature {
            Nature::Obstacle => "obstacle",
            Nature::Lever => "lever",
            Nature::Tool => "tool",
        },
        kind_id: kind.to_owned(),
        kind: network.vocabulary.label(list, kind, language).to_owned(),
        territory_id: observation.home.to_string(),
        territory: network.territory_label(observation.home),
        dynamic_id: observation.dynamic.map(|dynamic| dynamic.id.to_string()),
        dynamic: observation.dynamic.map(crate::records::Record::name),
        period: observation.period.to_string(),
        held: period_told(&observation.period, language),
        lifted: observation
            .lifted_by(days.last)
            .map(|when| when.to_string()),
        told_by: (!told_by.is_empty()).then_some(told_by),
        note: observation
            .note
            .and_then(|note| note.get(language))
            .map(str::to_owned),
        file: observation.file.to_owned(),
        years: years
            .filter(|year| *year > 0 && observation.overlaps(DateRange::years(*year, *year)))
            .collect(),
    })
}

/// Observations of one nature, one a row: with their territory where there are several.
#[must_use]
pub fn table(
    question: &Question,
    facts: &[&ObservationFact],
    nature: &str,
    several: bool,
) -> Table {
    let (caption, liftable) = match nature {
        "obstacle" => (
            words(
                question,
                "Les freins, un à un, levés ou non",
                "Obstacles one by one, lifted or not",
            ),
            true,
        ),
        "lever" => (
            words(question, "Les leviers, un à un", "Levers one by one"),
            false,
        ),
        _ => (
            words(
                question,
                "Les outils de coopération, un à un",
                "Tools of cooperation one by one",
            ),
            false,
        ),
    };
    let tells = nature != "tool";
    let mut columns = Vec::new();
    columns.extend(several.then(|| words(question, "territoire", "territory")));
    columns.push(match nature {
        "obstacle" => words(question, "frein", "obstacle"),
        "lever" => words(question, "levier", "lever"),
        _ => words(question, "outil", "tool"),
    });
    columns.extend([
        words(question, "dynamique", "dynamic"),
        words(question, "quand", "when"),
    ]);
    columns.extend(liftable.then(|| words(question, "levé", "lifted")));
    columns.extend(tells.then(|| words(question, "dit par", "told by")));
    let row = |fact: &&ObservationFact| {
        // On the sheet of a territory its own name goes without saying.
        let own = question
            .territory
            .as_ref()
            .is_some_and(|asked| asked.as_str() == fact.territory_id);
        let place = if own { "" } else { &*fact.territory };
        let mut row: Vec<Cell> = several.then(|| text(place)).into_iter().collect();
        let dynamic = fact.dynamic.as_deref().unwrap_or_default();
        row.extend([text(&fact.kind), text(dynamic), text(&fact.held)]);
        let not_yet = || words(question, "non", "no");
        row.extend(liftable.then(|| Cell::Text(fact.lifted.clone().unwrap_or_else(not_yet))));
        row.extend(tells.then(|| text(fact.told_by.as_deref().unwrap_or_default())));
        row
    };
    let rows = facts
        .iter()
        .filter(|fact| fact.nature == nature)
        .map(row)
        .collect();
    Table {
        caption,
        columns,
        rows,
        total: None,
    }
    .without_empty_columns()
}
